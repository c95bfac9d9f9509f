"""Which format bytes have: what the content tells, then the media type, then the suffix."""

from __future__ import annotations

from transcript.formats import FORMATS, Format, named
from transcript.model import Note

_LOOSE = frozenset({"text/plain", "text/markdown"})
"""Types of texts in which everything may stand, captions and pages too."""


def recognised(data: bytes, suffix: str = "", media_type: str = "") -> tuple[Format, Note | None]:
    """The row that reads the bytes, and a note where the suffix or the media type names another.

    :param suffix: of the file name, with its dot.
    :param media_type: without parameters. One that no row has says nothing.
    """
    named_by = {
        f"the media type {media_type}": [row for row in FORMATS if media_type.lower() in row.media_types],
        f"the suffix {suffix}": [row for row in FORMATS if suffix.lower() in row.suffixes],
    }
    by_content = (row for row in FORMATS if row.recognises(data))
    by_name = (row for rows in named_by.values() for row in rows if row.reads and row.name != "plain")
    row = next(by_content, None) or next(by_name, None) or named("plain")
    against = [f"{said} names {rows[0].title}" for said, rows in named_by.items() if _contradict(rows, row, data)]
    return row, _note(row, against) if against else None


def _contradict(rows: list[Format], row: Format, data: bytes) -> bool:
    """Whether what is read as ``row`` is none of these; formats that share a media type, as those of JSON, may be."""
    types = {kind for named_row in rows for kind in named_row.media_types}
    return bool(types) and not types & (_LOOSE | {*row.media_types}) and not any(each.recognises(data) for each in rows)


def _note(row: Format, against: list[str]) -> Note:
    return Note("format-contradiction", f"read as {row.title}, though {' and '.join(against)}")
