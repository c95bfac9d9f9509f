"""Words into lines of a certain width, and cues into cards of a few such lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from transcript.typeset.characters import WIDE

RUN_ON = (*"-‐‑‒–—―>＞»•[(（【", "&gt;")
"""What begins no line but the first: it would say that somebody else speaks, or nobody."""

_CLOSING = "、。，．：；？！）」』】〉》…"
_PIECE = re.compile(rf"[{WIDE}][{_CLOSING}]*|[^{WIDE}]+")  # a line may begin with any wide sign but a closing one


def wrapped(words: str, width: int, *, first: int | None = None) -> list[str]:
    """The words on lines of at most ``width`` characters, the first of at most ``first``.

    What runs on begins none but the first. What cannot be broken and is longer than a line stands on a line of its own.
    """
    lines: list[str] = []
    line, room = "", width if first is None else first
    for piece, gap in _pieces(words):
        joined = f"{line}{gap}{piece}" if line else piece
        if line and len(joined) > room:
            lines.append(line)
            line, room = piece, width
        else:
            line = joined
    return [*lines, line] if line else lines


def _pieces(words: str) -> Iterator[tuple[str, str]]:
    """What may not be broken, with the blank before it where there is one."""
    held, gap = "", ""
    for word in words.split():
        pieces = _PIECE.findall(word)
        if held and word.startswith(RUN_ON):
            held = f"{held} {pieces.pop(0)}"
        elif held:
            yield held, gap
            held, gap = pieces.pop(0), " "
        else:
            held = pieces.pop(0)
        for piece in pieces:
            yield held, gap
            held, gap = piece, ""
    if held:
        yield held, gap


def flowing(lines: Iterable[str]) -> list[str]:
    """The lines; what runs on stands in the line before."""
    kept: list[list[str]] = []
    for line in lines:
        if kept and line.startswith(RUN_ON):
            kept[-1].append(line)
        else:
            kept.append([line])
    return [" ".join(pieces) for pieces in kept]


def cards_of(lines: list[str], height: int) -> list[list[str]]:
    """The lines by the card, at most ``height`` lines each."""
    return [lines[at : at + height] for at in range(0, len(lines), height)]


def shares(start: int, end: int, lengths: list[int]) -> list[tuple[int, int]]:
    """The time from ``start`` to ``end`` in proportion to the lengths (none is 0), at least a millisecond each.

    There must be as many milliseconds as lengths.
    """
    total, spare = sum(lengths), end - start - len(lengths)
    ends = [start + number + spare * length // total for number, length in enumerate(accumulate(lengths), 1)]
    return list(zip([start, *ends], ends, strict=False))
