"""The paragraphs and list items of a turn, and where directions stand in them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from transcript.model import Direction, Turn

_ITEM = re.compile(r"[ \t]*(?P<marker>[-*+•·‣◦▪]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind: speech, or one direction."""

    text: str
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or (with a marker) a list item. A line feed within its runs is a line break."""

    runs: tuple[Run, ...]
    marker: str | None = None

    @property
    def text(self) -> str:
        """The words, after the marker where there is one, with no more than one blank between them."""
        words = "".join(run.text for run in self.runs)
        return folded(f"{self.marker} {words}" if self.marker else words)


def paragraphs_of(turn: Turn) -> tuple[Paragraph, ...]:
    """The paragraphs of a turn; those of its directions that its text holds are runs of their own."""
    places = deque(_places(turn))
    return tuple(
        Paragraph(tuple(_runs(turn.text, start, end, places)), marker) for start, end, marker in _blocks(turn.text)
    )


def blocks_of(turn: Turn) -> list[list[Paragraph]]:
    """The paragraphs of a turn, one by one but for the items of a list, which stay together."""
    blocks: list[list[Paragraph]] = []
    for paragraph in paragraphs_of(turn):
        if paragraph.marker and blocks and blocks[-1][0].marker:
            blocks[-1].append(paragraph)
        else:
            blocks.append([paragraph])
    return blocks


def lines_of(turn: Turn) -> list[str]:
    """The words of a turn, a line for each of its own; never none."""
    return [line for paragraph in paragraphs_of(turn) for line in paragraph.text.split("\n")] or [""]


def folded(text: str) -> str:
    """The lines that are not blank, without blanks around them and no more than one between words."""
    return "\n".join(line for raw in text.split("\n") if (line := " ".join(raw.split())))


def _places(turn: Turn) -> Iterator[tuple[int, int, Direction]]:
    """Where each direction stands in the text of the turn."""
    at = 0
    for direction in turn.directions:
        found = turn.text.find(direction.text, at)
        if found >= 0 and direction.text:
            at = found + len(direction.text)
            yield found, at, direction


def _blocks(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Start, end and marker of each paragraph and list item."""
    start = end = at = 0
    marker: str | None = None
    for line in text.split("\n"):
        item = _ITEM.match(line)
        left, right = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        if start < end and (item or marker or not line.strip()):
            yield start, end, marker
            start = end
        if line.strip():
            if start == end:
                marker = item["marker"] if item else None
                start = at + item.end() if item else left
            end = right
        at += len(line) + 1
    if start < end:
        yield start, end, marker


def _runs(text: str, start: int, end: int, places: deque[tuple[int, int, Direction]]) -> Iterator[Run]:
    """The runs from ``start`` to ``end``. Places that end there are taken from the queue."""
    at = start
    while places and places[0][0] < end:
        left, right, direction = places[0]
        if left > at:
            yield Run(text[at:left])
        if right > at:
            yield Run(text[max(left, at) : min(right, end)], direction)
            at = min(right, end)
        if right > end:
            break
        places.popleft()
    if at < end:
        yield Run(text[at:end])
