"""What became of every document: a line a document while a run goes on, and a table when it has ended."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

import orjson

from transcript.batch.rows import Row, row_of
from transcript.errors import TranscriptError


class LedgerInUse(TranscriptError):
    """Another run writes to it."""

    code = "ledger-in-use"


class BadLedger(TranscriptError):
    """A line is no row; the message has its number."""

    code = "bad-ledger"


class Ledger:
    """A file of rows to which one run appends. Whatever ends a run, the file holds whole lines when it is next opened.

    :raises OSError: it cannot be opened.
    :raises LedgerInUse: another run has opened it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = open(path, "ab+", buffering=0)  # noqa: SIM115 # closed by close
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise LedgerInUse(f"another run is writing to {path}") from None
        self._file.truncate(_whole_lines(path))

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def append(self, rows: Iterable[Row]) -> None:
        """Add a line for each row, or none.

        :raises OSError: they cannot be written.
        """
        lines = b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows)
        end = os.fstat(self._file.fileno()).st_size
        try:
            while lines:
                lines = lines[self._file.write(lines) :]
        except OSError:
            self._file.truncate(end)
            raise


def rows_of(path: Path) -> Iterator[Row]:
    """Every row, in the order of writing: a document may have several, of which the last is true.

    :raises BadLedger: a line is no row.
    :raises OSError: the file cannot be read.
    """
    return (row for _, row in _placed(path))


def latest(path: Path) -> Iterator[Row]:
    """The last row of every document, by path. Memory does not grow with their number.

    :raises BadLedger: a line is no row.
    :raises OSError: the file cannot be read.
    """
    database = sqlite3.connect("", isolation_level=None)
    try:
        database.executescript("CREATE TABLE last (path TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID; BEGIN")
        places = ((row.path, place) for place, row in _placed(path))
        database.executemany("INSERT OR REPLACE INTO last VALUES (?, ?)", places)
        with path.open("rb") as file:
            for (place,) in database.execute("SELECT place FROM last ORDER BY path"):
                file.seek(place)
                yield row_of(orjson.loads(file.readline()))
    finally:
        database.close()


def _placed(path: Path) -> Iterator[tuple[int, Row]]:
    """Rows and the offsets of their lines. A last line that is not whole is that of a run which was killed."""
    place = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                return
            try:
                row = row_of(orjson.loads(line))
            except (ValueError, TypeError, AttributeError):
                raise BadLedger(f"{path}, line {number}: this is no row of a ledger") from None
            yield place, row
            place += len(line)


def _whole_lines(path: Path) -> int:
    """Bytes of the file up to the end of its last whole line."""
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        while end:
            start = max(0, end - 65_536)
            file.seek(start)
            if (found := file.read(end - start).rfind(b"\n")) >= 0:
                return start + found + 1
            end = start
    return 0
