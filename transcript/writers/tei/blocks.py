"""The text of a turn cut into paragraphs and list items, and where its directions stand.

Nothing is stripped or folded, so that the text can be put together again: paragraphs are parted by one blank line,
lines within a paragraph by a line end, and the marker of an item by one space from its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from transcript.model import Direction, Turn

_BLANK_LINE = re.compile(r"(?<=[^\n])\n\n(?=[^\n])")
_MARKER = r"([-*+•‣▪◦●·]|\(?\d{1,3}[.)]|[a-z][.)]) (?=\S)"
_ITEM = re.compile(_MARKER)
_LATER_ITEM = re.compile("\n" + _MARKER)


class Place(NamedTuple):
    """A direction, and the range of the turn's text that it takes."""

    start: int
    end: int
    direction: Direction


class Run(NamedTuple):
    """Lines of a paragraph (``marker`` is None), or the words of one list item."""

    start: int
    end: int
    marker: str | None = None


Block = list[Run]
"""What stands between two blank lines. Its runs are parted by line ends."""


def places_of(turn: Turn) -> tuple[list[Place], list[Direction]]:
    """The directions that stand in the text, one after the other, and those that do not."""
    found: list[Place] = []
    missing: list[Direction] = []
    at = 0
    for direction in turn.directions:
        start = turn.text.find(direction.text, at)
        if start < 0 or not direction.text:
            missing.append(direction)
        else:
            at = start + len(direction.text)
            found.append(Place(start, at, direction))
    return found, missing


def has_items(text: str) -> bool:
    """Whether any line but the first may be a list item; the first is none unless another is."""
    return _LATER_ITEM.search(text) is not None


def blocks_of(text: str, places: list[Place]) -> Iterator[Block]:
    """Cut the text; no cut goes through a direction."""
    if "\n" not in text:
        yield [Run(0, len(text))]
        return
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        if not _covered(blank.start(), blank.end(), places):
            yield _block(text, start, blank.start(), places)
            start = blank.end()
    yield _block(text, start, len(text), places)


def _block(text: str, start: int, end: int, places: list[Place]) -> Block:
    """The runs of a block; it is one run where an empty line would be lost between them."""
    runs = list(_runs(text, start, end, places))
    if any(run.start == run.end for run in runs):
        return [Run(start, end)]
    return runs


def _runs(text: str, start: int, end: int, places: list[Place]) -> Iterator[Run]:
    opened: int | None = None
    at = start
    for line in text[start:end].split("\n"):
        item = _item(text, at, at + len(line), places)
        if item is None and opened is None:
            opened = at
        elif item is not None:
            if opened is not None:
                yield Run(opened, at - 1)
                opened = None
            yield item
        at += len(line) + 1
    if opened is not None:
        yield Run(opened, end)


def _item(text: str, start: int, end: int, places: list[Place]) -> Run | None:
    """The line as a list item. One alone at the very beginning is no list: a question's number, a dash of dialogue."""
    found = _ITEM.match(text, start, end)
    if found is None or _covered(start, found.end(), places) or _crosses(end, places):
        return None
    if start == 0 and not _ITEM.match(text, end + 1):
        return None
    return Run(found.end(), end, found[1])


def _covered(start: int, end: int, places: list[Place]) -> bool:
    """Whether a direction takes any of that range."""
    before = bisect_left(places, (end,))
    return before > 0 and places[before - 1].end > start


def _crosses(at: int, places: list[Place]) -> bool:
    """Whether a direction begins before that place and ends behind it."""
    return _covered(at, at, places)
