"""The last law: every character that is not white space lies in one segment. What syntax and furniture left over
between the segments is given to a neighbour, or made a passage of its own.
"""

from __future__ import annotations

from dataclasses import replace

from transcript.engine.lines import Page
from transcript.model import Passage, Printed, Segment, Span, Turn


def tiled(page: Page, segments: list[Segment]) -> list[Segment]:
    """The segments, with every gap between them that holds more than white space closed."""
    source = page.source.text
    result: list[Segment] = []
    at = 0
    for segment in segments:
        for start, end in _ranges(segment):
            if start > at and (gap := source[at:start]) and not gap.isspace():
                segment = _close(page, result, segment, at, start)
            at = max(at, end)
        result.append(segment)
    if (rest := source[at:].strip()) and not rest.isspace():
        result += _passages(page, at, len(source), result[-1] if result else None)
    return result


def _ranges(segment: Segment) -> list[tuple[int, int]]:
    """The ranges that a segment claims, in order."""
    if not isinstance(segment, Turn):
        return [(segment.start, segment.end)]
    label, code = segment.label, segment.time.code if segment.time else None
    words = (segment.start, segment.end)
    if code:
        return sorted([*([(label.start, label.end)] if label else []), (code.start, code.end), words])
    if label is None:
        return [words]
    return [(label.start, label.end), words] if label.start < segment.start else [words, (label.start, label.end)]


def _close(page: Page, result: list[Segment], segment: Segment, at: int, start: int) -> Segment:
    """Close the gap from ``at`` to ``start``, before a range of the segment."""
    source = page.source.text
    own = source.rfind("\n", at, start) + 1 or at  # where the line of the range begins within the gap
    if source[at:own].strip():
        result += _passages(page, at, own, result[-1] if result else segment)
    left = source[own:start]
    if not left.strip():
        return segment
    new = own + len(left) - len(left.lstrip())
    if not isinstance(segment, Turn):
        return replace(segment, start=new)
    if start != segment.start:
        return _printed_from(segment, start, new)
    if page.text[new:start].isspace():  # syntax of the format before the words
        return replace(segment, start=new, skipped=(Span(new, start), *segment.skipped))
    return _printed_to(segment, own + len(left.rstrip()))


def _printed_from(turn: Turn, old: int, new: int) -> Turn:
    """The turn with the label or time code that began at ``old`` begun at ``new``."""
    if turn.label and turn.label.start == old:
        return replace(turn, label=Printed(turn.label.text, new, turn.label.end))
    time = turn.time
    if time and time.code:
        return replace(turn, time=replace(time, code=Printed(time.code.text, new, time.code.end)))
    return turn


def _printed_to(turn: Turn, new: int) -> Turn:
    """The turn with its label or time code, whichever is last, running to ``new``: the dash of "Name (8:22) -"."""
    time = turn.time
    if time and time.code and time.code.start < turn.start and (not turn.label or turn.label.end <= time.code.start):
        return replace(turn, time=replace(time, code=Printed(time.code.text, time.code.start, new)))
    if turn.label:
        return replace(turn, label=Printed(turn.label.text, turn.label.start, new))
    return turn


def _passages(page: Page, start: int, end: int, beside: Segment | None) -> list[Segment]:
    """Furniture: a passage a line."""
    source = page.source.text
    found: list[Segment] = []
    part = beside.part if beside else "front"
    for line in source[start:end].split("\n"):
        if words := line.strip():
            at = start + line.index(words[0])
            found.append(Passage(at, at + len(words), " ".join(words.split()), part, "furniture"))
        start += len(line) + 1
    return found
