"""Turns as programs for qualitative analysis take them: a name, a colon, and paragraphs that cannot pass for a name."""

from __future__ import annotations

import re

from transcript.model import Document, Time, Turn
from transcript.typeset.names import names_of
from transcript.typeset.paragraphs import lines_of
from transcript.typeset.times import clock, milliseconds

LONGEST_NAME = 63
"""Characters before the colon that MAXQDA looks at."""


def contributions_of(document: Document, *, sign: str, mistakable: re.Pattern[str]) -> str:
    """The turns, parted by a blank line; their times as ``#00:03:40-5#``, which f4, MAXQDA and ATLAS.ti read.

    :param sign: stands before each name.
    :param mistakable: matches a paragraph that would be taken for a new turn; it runs on in the one before.
    """
    names = names_of(document, without=":：@#", longest=LONGEST_NAME)
    turns = []
    for turn in document.turns:
        first, *rest = _paragraphs(turn, mistakable)
        stamp = _stamp(turn.time)
        turns.append("\n".join([f"{sign}{names.of(turn)}: {stamp}{first}", *rest, ""]))
    return "\n".join(turns)


def _paragraphs(turn: Turn, mistakable: re.Pattern[str]) -> list[str]:
    """The lines of a turn. One that is mistakable, or would be for what runs on in it, runs on in the one before."""
    kept: list[list[str]] = []
    for line in lines_of(turn):
        kept.append([line])
        while len(kept) > 1 and mistakable.match(" ".join(kept[-1][:65])):  # the first 64 characters tell
            last = kept.pop()
            kept[-1] += last
    return [" ".join(pieces) for pieces in kept]


def _stamp(time: Time | None) -> str:
    start = milliseconds(time.start) if time and time.kind != "wall-clock" else None
    return "" if start is None else f"#{clock(start)}-{start % 1000 // 100}# "
