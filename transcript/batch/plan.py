"""All that there is to do, kept in a database on the local disk: the memory of a run does not grow with an archive."""

from __future__ import annotations

import posixpath
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from unicodedata import normalize

from transcript.batch.listing import Listed
from transcript.batch.rows import SETTLED, Row
from transcript.batch.work import Before, Item, targets

_TABLES = """
CREATE TABLE document (path TEXT PRIMARY KEY, bytes INTEGER, sidecar TEXT, known TEXT, problem TEXT) WITHOUT ROWID;
CREATE TABLE claim (place TEXT, path TEXT);
CREATE TABLE settled (path TEXT PRIMARY KEY, sha256 TEXT, asked TEXT, written TEXT) WITHOUT ROWID;
"""
_RIVALS = """
WITH disputed AS (SELECT place, min(path) AS first, max(path) AS last FROM claim GROUP BY place HAVING first <> last)
UPDATE document SET problem = 'not converted, because ' || rival || ' would become the same file'
FROM (SELECT claim.path AS rivalled, iif(claim.path = first, last, first) AS rival
      FROM disputed JOIN claim USING (place))
WHERE path = rivalled AND problem IS NULL
"""
_TO_DO = """
SELECT path, bytes, sidecar, known, sha256, asked, written FROM document LEFT JOIN settled USING (path)
WHERE problem IS NULL ORDER BY path
"""
_REFUSED = "SELECT path, problem, bytes FROM document WHERE problem IS NOT NULL ORDER BY path"


class Plan:
    """The documents of a run, each once, and what earlier runs settled. Used as a context; gone at its end."""

    def __init__(self, formats: Sequence[str], *, fold: bool) -> None:
        """``fold``: names that differ in nothing but case, or in how an accent is encoded, may be one file."""
        self._formats = formats
        self._fold = fold
        self._database = sqlite3.connect("", isolation_level=None)  # a nameless file, which is gone when it is closed
        self._database.executescript(_TABLES)

    def __enter__(self) -> Plan:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, documents: Iterable[Listed], *, taken: Iterable[str] = ()) -> None:
        """Take in the documents. Of several that would become one file none is done, nor what would be a taken one."""
        self._database.execute("BEGIN")
        for name in taken:
            self._claim(name, "the ledger")
        for listed in documents:
            self._add(listed)
        self._database.execute("CREATE INDEX place ON claim (place, path)")
        self._database.execute(_RIVALS)
        self._database.execute("COMMIT")

    def settle(self, rows: Iterable[Row]) -> None:
        """Take in the rows of earlier runs, the latest last."""
        self._database.execute("BEGIN")
        for row in rows:
            if row.outcome in SETTLED:
                values = (row.path, row.sha256, row.asked, " ".join(row.written))
                self._database.execute("INSERT OR REPLACE INTO settled VALUES (?, ?, ?, ?)", values)
            else:
                self._database.execute("DELETE FROM settled WHERE path = ?", (row.path,))
        self._database.execute("COMMIT")

    @property
    def size(self) -> tuple[int, int]:
        """The number of documents, and their bytes as far as they are known."""
        count, total = self._database.execute("SELECT count(*), total(bytes) FROM document").fetchone()
        return count, int(total)

    def to_do(self) -> Iterator[Item]:
        """What a worker should look at, by path."""
        for path, size, sidecar, known, sha256, asked, written in self._database.execute(_TO_DO):
            before = Before(sha256, asked, tuple(written.split())) if sha256 else None
            yield Item(path, size, sidecar, known, before)

    def refused(self) -> Iterator[Row]:
        """What no worker should look at, and why."""
        for path, problem, size in self._database.execute(_REFUSED):
            yield Row(path, "refused", problem, size)

    def _add(self, listed: Listed) -> None:
        item, problem = listed.item, listed.problem
        path = item.path.encode("utf-8", "backslashreplace").decode()
        if path != item.path:
            problem = "its name is not in Unicode: rename it"
        values = (path, item.bytes, item.sidecar, item.known, problem)
        added = self._database.execute("INSERT OR IGNORE INTO document VALUES (?, ?, ?, ?, ?)", values).rowcount
        if added and problem is None:
            for target in targets(path, self._formats):
                self._claim(target, path)

    def _claim(self, target: str, path: str) -> None:
        place = normalize("NFC", posixpath.normpath(target))
        self._database.execute("INSERT INTO claim VALUES (?, ?)", (place.casefold() if self._fold else place, path))
