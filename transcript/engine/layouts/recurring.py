"""What tells names from other words that open lines: they are few, they recur, and they open most of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from transcript.engine.cues import Cue
from transcript.engine.lines import Page
from transcript.engine.persons import FIRST_PERSON, SECOND_PERSON
from transcript.engine.words import GREETING


def paragraphs(page: Page) -> int:
    """How many paragraphs the page has; how many lines, where blank lines part nothing."""
    spaced = sum(1 for line in page.lines if line.blank)
    return spaced if spaced * 4 >= len(page.lines) else len(page.lines)


def few_that_recur(cues: list[Cue], *, names: int = 2) -> bool:
    """Whether nearly all cues print one of a few labels again, and so many labels recur."""
    counts = Counter(cue.label for cue in cues)
    often = [count for count in counts.values() if count > 1]
    return len(often) >= names and sum(often) * 10 >= len(cues) * 7 and len(counts) * 2 <= len(cues)


def asks(page: Page, cues: list[Cue]) -> bool:
    """Whether something is asked behind one cue in twelve at least: lists, logs and digests hardly ask."""
    return sum(1 for words in _said(page, cues) if _QUESTION.search(words)) * 12 >= len(cues)


def is_talk(page: Page, cues: list[Cue]) -> bool:
    """Whether something is asked, and a third of what stands behind the cues asks, or says "I" or "you"."""
    talk = sum(
        1
        for words in _said(page, cues)
        if (words and words[-1] in _ASKS) or FIRST_PERSON.search(words) or SECOND_PERSON.search(words)
    )
    return talk * 3 >= len(cues) and asks(page, cues)


def talkative(page: Page, cues: list[Cue]) -> bool:
    """Whether one asks at least, and a sixth of what is said asks, greets, agrees, or says "I" or "you": the shorter
    what is said, the less of it does.
    """
    said = list(_said(page, cues))
    asked = [bool(_QUESTION.search(words)) for words in said]
    talk = sum(
        1
        for words, asks in zip(said, asked, strict=True)
        if asks or GREETING.search(words) or FIRST_PERSON.search(words) or SECOND_PERSON.search(words)
    )
    return any(asked) and talk * 6 >= len(said)


_ASKS = "?？؟"
_QUESTION = re.compile(rf"[{_ASKS}](?:[\s\"'”’»）」』)*_]|$)")


def _said(page: Page, cues: list[Cue]) -> Iterator[str]:
    """The first words behind each cue, as far as the next."""
    for cue, after in zip(cues, [*(cue.start for cue in cues[1:]), len(page.text)], strict=True):
        yield page.text[cue.end : min(after, cue.end + 300)].rstrip()
