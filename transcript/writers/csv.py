"""Comma-separated values, a row a turn, that a spreadsheet opens as text.

RFC 4180 (commas, CRLF, quotes where needed) in UTF-8 with a byte order mark, without which Excel garbles names. A
cell that a spreadsheet would take for a formula gets an apostrophe before it: one that begins, after apostrophes
and blanks, with ``=``, ``+``, ``-``, ``@``, their full-width forms, a tab or a line end. A reader takes one
apostrophe off such a cell, and so gets every cell back as it was.

Columns: ``turn`` (from 1), ``speaker`` (never empty, for an empty cell is filled from above), ``role``, ``start``
and ``end`` (seconds; empty: unknown), ``time_kind``, ``text``, ``label`` (as printed), ``confidence`` (0 to 1).
"""

from __future__ import annotations

import csv
import io
import re

from transcript.model import Document, Speaker, Time, Turn
from transcript.options import Options
from transcript.typeset.names import Names, names_of
from transcript.typeset.times import decimal, milliseconds

COLUMNS = ("turn", "speaker", "role", "start", "end", "time_kind", "text", "label", "confidence")
_FORMULA = re.compile("'* *[=+\\-@＝＋－＠\t\r\n]")


def write(document: Document, options: Options) -> bytes:
    """The turns alone."""
    names = names_of(document)
    speakers: dict[str | None, Speaker] = {speaker.id: speaker for speaker in document.speakers}
    table = io.StringIO(newline="")
    rows = csv.writer(table, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for number, turn in enumerate(document.turns, 1):
        rows.writerow([defused(cell) for cell in _cells(number, turn, names, speakers.get(turn.speaker))])
    return table.getvalue().encode("utf-8-sig")


def defused(cell: str) -> str:
    """The cell, with an apostrophe before it where it would be a formula, or be read as one that has one."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _cells(number: int, turn: Turn, names: Names, speaker: Speaker | None) -> list[str]:
    time = turn.time or Time(None)
    timed = time.start is not None or time.end is not None
    return [
        str(number),
        names.of(turn),
        (speaker.role or "") if speaker else "",
        _seconds(time.start),
        _seconds(time.end),
        time.kind if timed else "",
        turn.text,
        turn.label.text if turn.label else "",
        f"{turn.confidence:.4g}",
    ]


def _seconds(time: float | None) -> str:
    rounded = milliseconds(time)
    return "" if rounded is None else decimal(rounded)
