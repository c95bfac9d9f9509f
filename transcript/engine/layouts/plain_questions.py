"""Questions and answers with nothing to mark them: paragraphs in turn, every other one a question to "you".

The weakest evidence there is; it is read only where question and answer alternate nearly without exception.
"""

from __future__ import annotations

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.turns import asked_and_answered
from transcript.engine.lines import Page
from transcript.engine.words import FIRST_PERSON, SECOND_PERSON

_ASKS = frozenset("?？؟;")
_CLOSING = "\"'”’»)]"


def propose(page: Page) -> list[Cue]:
    """Cues for the paragraphs in turn; none where they do not alternate."""
    text, lines = page.text, page.lines
    opening = [i for i, line in enumerate(lines) if line.blank and not line.closed]
    if len(opening) < 6 or len(opening) * 2 < len(lines):
        return []
    ends = [_end(page, opening, n) for n in range(len(opening))]
    asks = [
        text[max(lines[i].start, end - 4) : end].rstrip(_CLOSING)[-1:] in _ASKS
        for i, end in zip(opening, ends, strict=True)
    ]
    if True not in asks:
        return []
    first = asks.index(True)
    turns = opening[first:]
    rest = asks[first:]
    asked, answered = rest[0::2], rest[1::2]
    if len(asked) < 3 or sum(asked) < 0.6 * len(asked) or sum(answered) > 0.15 * len(answered) + 1:
        return _long_answers(page, opening, asks, first)
    questions = [text[lines[i].start : _end(page, opening, first + n)] for n, i in enumerate(turns) if n % 2 == 0]
    if sum(1 for words in questions if SECOND_PERSON.search(words)) * 2 < len(questions):
        return []
    forms = asked_and_answered(rest)
    return [
        Cue("paragraph", i, lines[i].start, lines[i].start, "", lines[i].start, lines[i].start, True, form, weight=0.3)
        for i, form in zip(turns, forms, strict=True)
    ]


def _long_answers(page: Page, opening: list[int], asks: list[bool], first: int) -> list[Cue]:
    """Answers of several paragraphs: whatever ends in a question mark is asked, by "you"; what follows says "I"."""
    text, lines = page.text, page.lines
    starts = [n for n in range(first, len(asks)) if n == first or asks[n] != asks[n - 1]]
    groups = [
        text[lines[opening[n]].start : _end(page, opening, (starts[at + 1] if at + 1 < len(starts) else len(asks)) - 1)]
        for at, n in enumerate(starts)
    ]
    asked, answered = groups[0::2], groups[1::2]
    if len(asked) < 4 or first > 6 or len(answered) < len(asked) - 1 or len(asks) - first > 5 * len(asked):
        return []
    if sum(map(len, asked)) * 2 > sum(map(len, answered)):
        return []
    to_you = sum(1 for words in asked if SECOND_PERSON.search(words))
    of_me = sum(1 for words in answered if FIRST_PERSON.search(words))
    if to_you < 0.6 * len(asked) or of_me < 0.6 * len(answered):
        return []
    places = [lines[opening[n]].start for n in starts]
    return [
        Cue("paragraph", opening[n], at, at, "", at, at, True, "q" if asks[n] else "a", weight=0.3)
        for n, at in zip(starts, places, strict=True)
    ]


def _end(page: Page, opening: list[int], n: int) -> int:
    stop = opening[n + 1] if n + 1 < len(opening) else len(page.lines)
    return page.lines[stop - 1].end


LAYOUT = Layout("paragraph", "a question, a paragraph, a question, a paragraph", propose, kind="unlabelled")
