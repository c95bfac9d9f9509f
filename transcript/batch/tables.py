"""The ledger as a Parquet file, a row a document: for pandas, DuckDB, Spark, or a spreadsheet."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from transcript.batch.ledger import BadLedger, latest
from transcript.batch.rows import Row, row_of

SUFFIX = ".parquet"

_AT_A_TIME = 10_000
_WORD = pa.dictionary(pa.int32(), pa.string())  # few words, many times
_WORDS = pa.list_(pa.string())
_SCHEMA = pa.schema(
    [
        pa.field("path", pa.string(), nullable=False),
        pa.field("outcome", _WORD, nullable=False),
        pa.field("reason", pa.string()),
        pa.field("bytes", pa.int64()),
        pa.field("sha256", pa.string()),
        pa.field("asked", pa.string()),
        pa.field("format", _WORD),
        pa.field("layouts", _WORDS),
        pa.field("speakers", pa.int32()),
        pa.field("turns", pa.int32()),
        pa.field("unattributed", pa.int32()),
        pa.field("confidence", pa.float64()),
        pa.field("reviews", pa.int32()),
        pa.field("notes", _WORDS),
        pa.field("written", _WORDS),
        pa.field("seconds", pa.float64()),
    ]
)


def write_table(rows: Iterable[Row], path: Path) -> None:
    """Write the rows in their order; a file that was there is replaced when the new one is whole.

    :raises OSError: it cannot be written.
    """
    draft = path.with_name(f".{path.name}.draft")
    remaining = iter(rows)
    try:
        with parquet.ParquetWriter(draft, _SCHEMA, compression="zstd") as table:
            while some := [asdict(row) for row in islice(remaining, _AT_A_TIME)]:
                table.write_table(pa.Table.from_pylist(some, _SCHEMA))
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def rows_of_ledger(path: Path) -> Iterator[Row]:
    """A row a document, by path, of a ledger in either of its forms.

    :raises BadLedger: it is neither.
    :raises OSError: it cannot be read.
    """
    return _rows_of_table(path) if path.suffix == SUFFIX else latest(path)


def _rows_of_table(path: Path) -> Iterator[Row]:
    try:
        with parquet.ParquetFile(path) as table:
            for batch in table.iter_batches(_AT_A_TIME):
                for content in batch.to_pylist():
                    yield row_of(content)
    except (pa.ArrowInvalid, TypeError) as error:
        raise BadLedger(f"{path} is no ledger: {error}") from None
