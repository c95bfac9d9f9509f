"""Cues of a caption are no turns: an absent label is the same speaker, a label printed again opens nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from transcript.engine.assemble import Opening
from transcript.engine.cues import Cue
from transcript.engine.lines import Page
from transcript.model import Mark, Printed, Segment, Span, Time, Turn


def times_of(page: Page) -> list[Mark]:
    """The time marks of the source, in order; none where its format keeps no times."""
    return [mark for mark in page.source.marks if mark.kind == "time"]


def joined(page: Page, openings: list[Opening]) -> list[Opening]:
    """The openings at which the speaker changes. The labels between them are blanked out of the page."""
    kept: list[Opening] = []
    repeated: list[Span] = []
    for opening in sorted([*openings, *_changes(page, openings)], key=lambda opening: opening.cue.start):
        if kept and opening.speaker is not None and opening.speaker == kept[-1].speaker:
            repeated.append(Span(opening.cue.label_start, opening.cue.label_end))
        else:
            kept.append(opening)
    if repeated:
        page.skip(repeated)
    return kept


_CHANGE = re.compile(r"(?:[-–—]|>>+)[ \t]*(?=[^\s\d>-])")


def unnamed(page: Page, openings: list[Opening]) -> list[Opening]:
    """The openings, and where the page marks changes by ``>>``, those at which nobody is named."""
    source, lines = page.source.text, page.lines
    marked = {index for index, line in enumerate(lines) if ">>" in source[line.start - line.indent : line.start + 2]}
    taken = {opening.cue.line for opening in openings}
    if len(marked & taken) < 2 or marked <= taken:
        return openings
    found = []
    for index in sorted(marked - taken):
        line = lines[index]
        sign = source.index(">>", line.start - line.indent)
        start = (
            line.start
            if sign < line.start
            else line.start + len(page.text[sign : line.end]) - len(page.text[sign : line.end].lstrip("> "))
        )
        found.append(
            Opening(Cue("unnamed", index, min(sign, start), start, "", sign, sign + 2, inline=True, form="?"), None)
        )
    return sorted([*openings, *found], key=lambda opening: opening.cue.start)


_DASH = re.compile(r"[—–―─]{1,2}[ \t]*(?=[^\W\d_])")


def dashed(page: Page, openings: list[Opening]) -> list[Opening]:
    """The openings, and paragraphs with a dash that stand among labels: asked and answered, and by whom is unsaid."""
    if not any(opening.cue.label for opening in openings):
        return openings
    lines, text = page.lines, page.text
    taken = {opening.cue.line for opening in openings}
    first = min(taken)
    found = [
        (index, sign)
        for index, line in enumerate(lines)
        if index > first and line.blank and not line.closed and index not in taken
        and text[line.start] in "—–―─" and (sign := _DASH.match(text, line.start, line.end))
    ]  # fmt: skip
    asked = sum(1 for index, _ in found if text[lines[index].end - 1] in "?？؟")
    listed = sum(1 for index, _ in found if text[lines[index - 1].end - 1] in ":：;,")
    if len(found) < 2 or asked * 3 < len(found) or listed or asked == len(found):
        return openings
    told = [
        Opening(
            Cue("unnamed", index, lines[index].start, sign.end(), "", lines[index].start, sign.end(), True, "?"), None
        )
        for index, sign in found
    ]
    return sorted([*openings, *told], key=lambda opening: opening.cue.start)


def _changes(page: Page, openings: list[Opening]) -> list[Opening]:
    """A dash or ``>>`` says that another speaks now, and not who. Where the format names voices it is a word."""
    if any(opening.cue.layout == "voice" for opening in openings):
        return []
    taken = {opening.cue.line for opening in openings}
    found = []
    for index, line in enumerate(page.lines):
        if index not in taken and (sign := _CHANGE.match(page.text, line.start, line.end)):
            cue = Cue("caption-dash", index, line.start, sign.end(), "", line.start, sign.end(), inline=True)
            found.append(Opening(cue, None))
    return found if openings else []


def timed(page: Page, segments: list[Segment], times: list[Mark]) -> list[Segment]:
    """The segments, each turn with the time of its first and last cue."""
    starts = [mark.start for mark in times]
    result: list[Segment] = []
    floor = 0
    for segment in segments:
        if isinstance(segment, Turn):
            opening = min(segment.start, segment.label.start if segment.label else segment.start)
            first = max(0, bisect_right(starts, opening) - 1)
            if times[first].end <= opening and first + 1 < len(times):
                first += 1
            last = max(first, bisect_right(starts, segment.end - 1) - 1)
            begin, end = times[first].value, times[last].end_value
            begin = begin if isinstance(begin, float) else None
            time = Time(
                begin,
                None if begin is not None and end is not None and end < begin else end,  # cues out of order
                code=_code(page, max(floor, times[first - 1].end if first else 0), min(opening, times[first].start)),
            )
            segment = replace(segment, time=time)
        floor = segment.end
        result.append(segment)
    return result


def _code(page: Page, start: int, end: int) -> Printed | None:
    """The number and the timing line of a cue, as they stand before it."""
    text = page.source.text
    head = text[start:end].rstrip()
    begin = max(head.rfind("\n\n"), head.rfind("\r\n\r\n")) + 1
    words = head[begin:].strip()
    if "-->" not in words:
        return None
    at = start + begin + head[begin:].index(words[0])
    return Printed(" ".join(words.split("\n")[-1].split()), at, at + len(words))
