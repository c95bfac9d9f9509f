"""Questions that nothing marks between answers that have labels: ``Which month?`` / ``Y.K.: October.``.

Where the paragraph above a label asks as a rule, no label is an interviewer's and none asks, these paragraphs are
turns of somebody whom the page does not name, and no part of the answer above.
"""

from __future__ import annotations

from transcript.engine.assemble import Opening
from transcript.engine.cues import Cue
from transcript.engine.labels import parse
from transcript.engine.layouts.turns import asks
from transcript.engine.lines import Page


def interjected(page: Page, openings: list[Opening]) -> list[Opening]:
    """The openings, and those of the questions between them."""
    cues = [opening.cue for opening in openings]
    if len(cues) < 3 or not all(cue.label and cue.inline for cue in cues):
        return openings
    text, lines = page.text, page.lines
    if sum(1 for cue in cues if asks(text, lines[page.line_at(cue.end - 1)].end)) * 8 > len(cues):
        return openings
    taken = {cue.line for cue in cues} | {page.line_at(cue.end - 1) for cue in cues}
    spaced = sum(1 for line in lines if line.blank) * 4 >= len(lines)
    found = [start for cue in cues if (start := _question(page, cue.line - 1, taken, spaced=spaced)) >= 0]
    if len(found) < 3 or len(found) * 2 < len(cues) or any(parse(cue.label).role == "interviewer" for cue in cues):
        return openings
    told = [
        Opening(Cue("unnamed", index, at, at, "", at, at, True, "?"), None)
        for index in found
        for at in (lines[index].start,)
    ]
    return sorted([*openings, *told], key=lambda opening: opening.cue.start)


def _question(page: Page, index: int, taken: set[int], *, spaced: bool) -> int:
    """Where the paragraph that ends in this line begins, if it asks and is no label's own; else -1."""
    lines = page.lines
    if (
        index < 0
        or index in taken
        or lines[index].level
        or lines[index].closed
        or not asks(page.text, lines[index].end)
    ):
        return -1
    while spaced and not lines[index].blank and index - 1 not in taken:
        index -= 1
    return index if lines[index].blank or not spaced else -1
