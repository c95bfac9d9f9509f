"""Tables with a row for each thing said: comma, semicolon, tab or bar separated values.

Columns are known by their names, in whatever order. Without a row of names a table of two columns is read where the
first holds few different short words, as names of speakers are.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, replace
from typing import Literal

from transcript.encoding import decode
from transcript.errors import UnreadableInput
from transcript.extract.prose import Prose
from transcript.extract.utterances import Utterance, print_apart, seconds
from transcript.model import Note, Source

_SPEAKER = frozenset({
    "speaker", "speakername", "speakerlabel", "speakerid", "name", "who", "participant", "person", "spk", "actor",
    "sprecher", "sprecherin", "redner", "locuteur", "intervenant", "hablante", "orador", "falante", "parlante",
    "говорящий", "说话人", "发言人", "發言者", "話者", "발화자",
})  # fmt: skip
_TEXT = frozenset({
    "text", "transcript", "transcription", "utterance", "content", "body", "words", "speech", "said", "dialogue",
    "line", "dialog", "message", "statement", "sentence", "wortlaut", "texte", "texto", "testo", "текст", "文本",
    "内容", "発言", "내용",
})  # fmt: skip
_START = frozenset({
    "start", "starttime", "begin", "begintime", "from", "in", "timein", "time", "timestamp", "timecode", "timespan",
    "startms", "beginms", "anfang", "début", "inicio",
})  # fmt: skip
_END = frozenset({"end", "endtime", "stop", "to", "out", "timeout", "endms", "ende", "fin"})
_LABEL = frozenset({"label"})
_NO_WORDS = frozenset({"", "turn", "role", "timekind", "confidence", "id", "index", "no", "nr", "number", "duration"})
_DELIMITERS = ",;\t|"
_MARKED = re.compile("\\A'(?='* *[=+\\-@＝＋－＠\t\r\n])")  # a spreadsheet shall not take the cell for a formula
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand in a row; None: nowhere. ``unit`` is what a plain number of a time counts, in seconds."""

    text: int
    speaker: int | None = None
    label: int | None = None
    start: int | None = None
    end: int | None = None
    unit: float = 1.0
    named: bool = True


def sniff(data: bytes) -> bool:
    """The first line names a column of speakers and one of words, and there is a second line."""
    head, end, more = data[:4096].replace(b"\x00", b"").partition(b"\n")
    names = head.decode("utf-8", "replace").lstrip("\ufeff\ufffd").replace('"', "")
    columns = _columns_named(names.split(_delimiter(names)))
    return bool(end and more.strip()) and columns is not None and columns.speaker is not None


def read(data: bytes) -> Source:
    """Print each row behind its speaker; where there is none, the speaker is the one before.

    :raises UnreadableInput: not text, no table, or no column of words; the error names the columns there are.
    """
    text, encoding = decode(data)
    delimiter = _delimiter(text.removeprefix("\ufeff").partition("\n")[0])
    rows = _rows(text.removeprefix("\ufeff"), delimiter)
    if not rows:
        raise UnreadableInput("line 1: every cell of the table is empty")
    columns = _columns_named(rows[0]) or _columns_unnamed(rows)
    if _counts_milliseconds(rows, columns, delimiter):
        columns = replace(columns, unit=0.001)
    prose = Prose()
    for row in rows[1:] if columns.named else rows:
        cells = [_MARKED.sub("", cell, count=1) if cell.startswith("'") else cell for cell in row]
        if columns.text + 1 == len(rows[0]) < len(cells):  # a delimiter among the words that nobody quoted
            cells[columns.text :] = [delimiter.join(cells[columns.text :])]
        begins, ends = (seconds(_cell(cells, at), unit=columns.unit) for at in (columns.start, columns.end))
        speaker = _cell(cells, columns.speaker) or _cell(cells, columns.label).rstrip(":： ")
        print_apart(prose, Utterance(_cell(cells, columns.text), speaker or None, begins, ends))
    return prose.source("csv", data, encoding, _left_out(rows, columns))


def _delimiter(line: str) -> str:
    """The sign that parts the cells of a line: that which parts known names, else that which is there most often."""
    return max(_DELIMITERS, key=lambda sign: (_columns_named(line.split(sign)) is not None, line.count(sign)))


def _rows(text: str, delimiter: str) -> list[list[str]]:
    if delimiter == "\t":  # where a quotation mark is often only that
        bare = _parsed(text, delimiter, csv.QUOTE_NONE)
        opened = any(cell.startswith('"') and not cell.endswith('"') for row in bare for cell in row)
        if opened and all(len(row) == len(bare[0]) for row in bare):
            return bare
    return _parsed(text, delimiter, csv.QUOTE_MINIMAL)


def _parsed(text: str, delimiter: str, quoting: Literal[0, 3]) -> list[list[str]]:
    csv.field_size_limit(2**31 - 1)  # the text is in memory already
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)
    return [row for row in reader if any(cell.strip() for cell in row)]


def _columns_named(names: list[str]) -> _Columns | None:
    """What the names of the first row say; None where none of them names the words."""
    folded = [re.sub(r"[\W_]", "", re.sub(r"\(.*", "", name)).lower() for name in names]

    def place(known: frozenset[str]) -> int | None:
        return next((at for at, name in enumerate(folded) if name in known), None)

    text, start = place(_TEXT), place(_START)
    if text is None or len(names) < 2:
        return None
    unit = 0.001 if start is not None and re.search(r"(?i)ms\b|_ms|milli", names[start]) else 1.0
    return _Columns(text, place(_SPEAKER), place(_LABEL), start, place(_END), unit)


def _columns_unnamed(rows: list[list[str]]) -> _Columns:
    names = [row[0].strip() for row in rows]
    if (
        len(rows) > 1
        and all(len(row) == 2 for row in rows)
        and len(set(names)) * 2 <= len(names)
        and all(len(name) <= _LONGEST_NAME for name in names)
    ):
        return _Columns(1, 0, named=False)
    known = ", ".join(repr(name[:40]) for name in rows[0][:20])
    raise UnreadableInput(f"line 1: no column is called text, transcript or the like; there are {known}")


def _counts_milliseconds(rows: list[list[str]], columns: _Columns, delimiter: str) -> bool:
    """Whisper's tables of three columns and whole numbers do, and do not say so."""
    return (
        delimiter == "\t"
        and [cell.strip() for cell in rows[0]] == ["start", "end", "text"]
        and all(row[0].isdecimal() for row in rows[1:])
    )


def _cell(cells: list[str], at: int | None) -> str:
    return cells[at].strip() if at is not None and at < len(cells) else ""


def _left_out(rows: list[list[str]], columns: _Columns) -> list[Note]:
    """A note on the columns whose words are not read."""
    read = {columns.text, columns.speaker, columns.label, columns.start, columns.end}
    names = rows[0] if columns.named else []
    left = [
        name.strip()
        for at, name in enumerate(names)
        if at not in read
        and re.sub(r"[\W_]", "", name).lower() not in _NO_WORDS
        and any(_cell(row, at) for row in rows[1:])
    ]
    return [Note("columns-left-out", f"columns that are not read: {', '.join(left)}")] if left else []
