"""Words in columns, on a terminal of any width and in any script."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from unicodedata import category, east_asian_width

GAP = "  "
NARROWEST = 12
"""Columns that a cell of running text gets at the least, even where the terminal has no room for them."""


def terminal_width() -> int:
    """Columns of the terminal, or of COLUMNS; 80 where there is neither, and never more than can be read with ease."""
    return min(shutil.get_terminal_size().columns, 120)


def width_of(text: str) -> int:
    """Columns that a terminal uses for a text: an ideograph takes two, a combining accent none."""
    return sum(
        0 if category(character) in ("Mn", "Me", "Cf") else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most that many columns; a word that is longer is cut."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, width):
            if not lines[-1]:
                lines[-1] = piece
            elif width_of(lines[-1]) + 1 + width_of(piece) <= width:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    piece = ""
    for character in word:
        if width_of(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece


def aligned(rows: Sequence[Sequence[str]], sides: str, width: int) -> list[str]:
    """Lines of a table. ``sides`` holds ``l`` or ``r`` for every column but the last, which takes the room that is
    left and is broken into several lines where that is too little.
    """
    widths = [max(width_of(row[index]) for row in rows) for index in range(len(sides))]
    room = max(width - sum(widths) - len(GAP) * len(widths), NARROWEST)
    lines = []
    for row in rows:
        cells = list(row[:-1])
        for line in wrapped(row[-1], room):
            padded = (_padded(*cell) for cell in zip(cells, sides, widths, strict=True))
            lines.append(GAP.join([*padded, line]).rstrip())
            cells = [""] * len(sides)
    return lines


def _padded(cell: str, side: str, width: int) -> str:
    blanks = " " * (width - width_of(cell))
    return blanks + cell if side == "r" else cell + blanks
