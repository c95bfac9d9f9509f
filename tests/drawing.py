"""Drawings of a document for the documentation: what lies where in the source."""

from __future__ import annotations

from collections.abc import Iterator

from transcript.model import Direction, Document, Heading, Passage, Segment, Turn

LONGEST = 54
"""Characters of the source that a line of a drawing shows."""


def drawing(document: Document, text: str) -> str:
    """A table of the segments and what is in them, with offsets."""
    rows = [("offsets", "what", "part", "who", "words of the source")]
    for segment in document.segments:
        rows += _rows(segment, text)
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = (
        "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4])) for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _rows(segment: Segment, text: str) -> Iterator[tuple[str, ...]]:
    def row(start: int, end: int, *cells: str) -> tuple[str, ...]:
        words = " ".join(text[start:end].split())
        return (f"{start}-{end}", *cells, words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…")

    match segment:
        case Turn():
            if segment.label:
                yield row(segment.label.start, segment.label.end, "  label", "", "")
            yield row(segment.start, segment.end, "turn", segment.part, segment.speaker or "?")
            for direction in segment.directions:
                yield row(direction.start, direction.end, f"  {direction.type}", "", "")
        case Heading():
            yield row(segment.start, segment.end, f"heading {segment.level}", segment.part, "")
        case Direction():
            yield row(segment.start, segment.end, f"direction {segment.type}", segment.part, "")
        case Passage():
            yield row(segment.start, segment.end, f"passage {segment.type}", segment.part, "")


def glass(turn: Turn, text: str) -> str:
    """A turn of one line that has a label: the line, and below it the ranges, each with its two offsets."""
    assert turn.label
    origin = turn.label.start
    ranges = [[(turn.label.start, turn.label.end, "label"), (turn.start, turn.end, f"turn of {turn.speaker}")]]
    ranges.append([(direction.start, direction.end, direction.type) for direction in turn.directions])
    lines = [text[origin : turn.end]]
    for row in filter(None, ranges):
        braces = offsets = ""
        for start, end, name in row:
            inner = end - start - 2
            inside = f" {name} ".ljust(inner, "─") if len(name) + 2 <= inner else "─" * inner
            outside = "" if name in inside else f" {name}"
            braces = f"{braces:{start - origin}}└{inside}┘{outside}"
            offsets = f"{offsets:{start - origin}}{start}{end:{end - start - len(str(start))}}"
        lines += [braces, offsets]
    return "".join(f"{line}\n" for line in lines)
