"""Questions and answers with nothing to mark them: paragraphs in turn, every other one a question to "you".

The weakest evidence there is; it is read only where question and answer alternate nearly without exception. Where
hardly a line is blank, each is a paragraph, and hardly one may be out of turn. Languages that put "you" into an ending
or leave it out (Hungarian) are known by answers that say "I", where the questions never do: a page of instructions has
it the other way round.
"""

from __future__ import annotations

import re
from collections import Counter

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.turns import asked_and_answered, is_talk
from transcript.engine.lines import Page
from transcript.engine.words import TRAILER

_ASKS = frozenset("?？؟;")
_CLOSING = "\"'”’»)]"
_DASHES = frozenset("-—–―─\u0640")
_STOPS = frozenset('.!?…。！？；;:"”’»)')
_LABELLED = re.compile(r"[^\W\d_][^\n:：?!]{1,40}\.\s?[-–—]\s")


def propose(page: Page) -> list[Cue]:
    """Cues for the paragraphs in turn; none where they do not alternate."""
    text, lines = page.text, page.lines
    opening = [i for i, line in enumerate(lines) if line.blank and not line.closed]
    tight = (len(opening) - 1) * 8 < len(lines)  # the first line of a page always opens one
    if tight:
        opening = [i for i, line in enumerate(lines) if not line.closed]
    if len(opening) < 6 or len(opening) * 2 < len(lines):
        return []
    if sum(1 for i in opening if text[lines[i].start] in _DASHES) * 2 > len(opening):
        return []  # who has dashes means something by them
    ends = [_end(page, opening, n) for n in range(len(opening))]
    asks = [
        text[max(lines[i].start, end - 4) : end].rstrip(_CLOSING)[-1:] in _ASKS
        for i, end in zip(opening, ends, strict=True)
    ]
    if True not in asks or _have_labels(page, opening):
        return []
    first = asks.index(True)
    if first > 1 and _LABELLED.match(text, lines[opening[first - 2]].start, ends[first - 2]):
        first -= 2  # the one who asks is named where he says good morning
    last = _last(page, opening, ends, asks, first)
    opening, ends = opening[:last], ends[:last]
    turns, rest = opening[first:], asks[first:last]
    asked, answered = rest[0::2], rest[1::2]
    if len(asked) < 3 or sum(asked) < 0.6 * len(asked) or sum(answered) > 0.15 * len(answered) + 1:
        return []
    if tight and (sum(asked) < 0.8 * len(asked) or sum(answered) > 0.1 * len(answered)):
        return []
    said = [text[lines[i].start : end] for i, end in zip(turns, ends[first:], strict=True)]
    if not is_talk(said[0::2], said[1::2], slips=len(asked) - sum(asked) + sum(answered)):
        return []
    forms = asked_and_answered(rest)
    cues = [
        Cue("paragraph", i, lines[i].start, lines[i].start, "", lines[i].start, lines[i].start, True, form, weight=0.3)
        for i, form in zip(turns, forms, strict=True)
    ]
    if not asks[first] and (named := _LABELLED.match(text, cues[0].start, ends[first])):
        cues[0].end = cues[0].label_end = named.end()
    return cues


def _have_labels(page: Page, opening: list[int]) -> bool:
    """Two words with a stop open most paragraphs, or a few words without one recur: labels that others must read."""
    text, lines = page.text, page.lines
    first = Counter(text[lines[i].start : lines[i].start + 12].split(" ", 1)[0] for i in opening)
    marked = sum(
        count for word, count in first.most_common(2) if count > 1 and word[-1] in ".:：)]-" and len(word) < 12
    )
    if marked * 2 > len(opening):
        return True
    alone = Counter(
        text[line.start : line.end] for line in lines if line.end - line.start < 40 and text[line.end - 1] not in _STOPS
    )
    return any(count > 2 for _, count in alone.most_common(1))


def _last(page: Page, opening: list[int], ends: list[int], asks: list[bool], first: int) -> int:
    """How many paragraphs there are without what closes the page: credits, initials, a line of links."""
    last = len(opening)
    while last > first + 2 and not asks[last - 1]:
        words = page.text[page.lines[opening[last - 1]].start : ends[last - 1]]
        if not TRAILER.match(words) and (asks[last - 2] or len(words) > 60 or words[-1] in _STOPS):
            break
        last -= 1
    return last


def _end(page: Page, opening: list[int], n: int) -> int:
    stop = opening[n + 1] if n + 1 < len(opening) else len(page.lines)
    return page.lines[stop - 1].end


LAYOUT = Layout("paragraph", "a question, a paragraph, a question, a paragraph", propose, kind="unlabelled")
