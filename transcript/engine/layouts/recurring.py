"""What tells names from other words that open lines: they are few, they recur, and they open most of the page."""

from __future__ import annotations

from collections import Counter

from transcript.engine.cues import Cue
from transcript.engine.lines import Page
from transcript.engine.words import FIRST_PERSON, SECOND_PERSON


def paragraphs(page: Page) -> int:
    """How many paragraphs the page has; how many lines, where blank lines part nothing."""
    spaced = sum(1 for line in page.lines if line.blank)
    return spaced if spaced * 4 >= len(page.lines) else len(page.lines)


def few_that_recur(cues: list[Cue], *, names: int = 2) -> bool:
    """Whether nearly all cues print one of a few labels again, and so many labels recur."""
    counts = Counter(cue.label for cue in cues)
    often = [count for count in counts.values() if count > 1]
    return len(often) >= names and sum(often) * 10 >= len(cues) * 7 and len(counts) * 2 <= len(cues)


def is_talk(page: Page, cues: list[Cue]) -> bool:
    """Whether a third of what stands behind the cues asks, or says "I" or "you": the entries of a log say neither."""
    talk = 0
    for cue, after in zip(cues, [*(cue.start for cue in cues[1:]), len(page.text)], strict=True):
        words = page.text[cue.end : min(after, cue.end + 300)].rstrip()
        talk += words[-1:] in "?？؟" or bool(FIRST_PERSON.search(words) or SECOND_PERSON.search(words))
    return talk * 3 >= len(cues)
