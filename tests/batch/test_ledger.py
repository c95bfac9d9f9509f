"""The ledger, in both of its forms."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcript.batch.ledger import BadLedger, Ledger, LedgerInUse, latest, rows_of
from transcript.batch.rows import Row
from transcript.batch.tables import rows_of_ledger, write_table

WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
COUNTS = st.none() | st.integers(0, 2**31 - 1)
TUPLES = st.lists(WORDS, max_size=3).map(tuple)
ROWS = st.builds(
    Row,
    path=WORDS,
    outcome=st.sampled_from(["done", "partial", "failed", "refused"]),
    reason=st.none() | WORDS,
    bytes=st.none() | st.integers(0, 2**63 - 1),
    sha256=st.none() | WORDS,
    asked=st.none() | WORDS,
    format=st.none() | WORDS,
    layouts=TUPLES,
    speakers=COUNTS,
    turns=COUNTS,
    unattributed=COUNTS,
    confidence=st.none() | st.floats(0, 1),
    reviews=COUNTS,
    notes=TUPLES,
    written=TUPLES,
    seconds=st.none() | st.floats(0, 1e6),
)


def path_of(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ledger") / "ledger.jsonl"


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(ROWS, max_size=8), cut=st.integers(1, 40))
def test_whatever_cuts_it_off_whole_rows_remain(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row], cut: int
) -> None:
    path = path_of(tmp_path_factory)
    with Ledger(path) as ledger:
        ledger.append(rows)
    assert list(rows_of(path)) == rows
    os.truncate(path, max(0, path.stat().st_size - cut))
    remaining = list(rows_of(path))
    assert remaining == rows[: len(remaining)]
    with Ledger(path) as ledger:
        ledger.append(rows)
    assert list(rows_of(path)) == [*remaining, *rows]


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(ROWS, max_size=8))
def test_the_table_holds_the_last_row_of_each_document(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row]
) -> None:
    path = path_of(tmp_path_factory)
    with Ledger(path) as ledger:
        ledger.append(rows)
    last = {row.path: row for row in rows}
    expected = [last[name] for name in sorted(last, key=str.encode)]
    table = path.with_suffix(".parquet")
    write_table(latest(path), table)
    assert list(rows_of_ledger(table)) == list(rows_of_ledger(path)) == expected
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".")] == []


def test_two_runs_do_not_write_to_one_ledger(tmp_path: Path) -> None:
    with (
        Ledger(tmp_path / "ledger.jsonl"),
        pytest.raises(LedgerInUse, match=r"another run is writing to .*ledger\.jsonl"),
    ):
        Ledger(tmp_path / "ledger.jsonl")
    Ledger(tmp_path / "ledger.jsonl").__exit__(None, None, None)


@pytest.mark.parametrize("line", ["{", "[]", "1", '{"path": "a"}', '{"path": "a", "outcome": "done", "more": 1}'])
def test_what_is_no_row_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text('{"path": "a", "outcome": "done"}\n' + line + "\n")
    with pytest.raises(BadLedger, match=r"ledger\.jsonl, line 2: this is no row of a ledger"):
        list(rows_of(path))


@pytest.mark.parametrize("content", [b"", b"PAR1", b"words"])
def test_what_is_no_table_is_no_ledger(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ledger.parquet"
    path.write_bytes(content)
    with pytest.raises(BadLedger, match="is no ledger"):
        list(rows_of_ledger(path))


FILLING = """
import resource, signal, sys
from pathlib import Path
from transcript.batch.ledger import Ledger
from transcript.batch.rows import Row
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
with Ledger(Path(sys.argv[1])) as ledger:
    for number in range(100):
        try:
            ledger.append([Row(f"tape-{number}.txt", "done"), Row(f"other-{number}.txt", "done")])
        except OSError:
            print(number)
            break
"""


def test_a_disk_that_fills_up_leaves_whole_portions(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: the write that crosses it comes half through."""
    path = tmp_path / "ledger.jsonl"
    output = subprocess.check_output([sys.executable, "-c", FILLING, str(path)], text=True)
    portions = int(output)
    assert portions > 0
    assert [row.path for row in rows_of(path)] == [
        name for number in range(portions) for name in (f"tape-{number}.txt", f"other-{number}.txt")
    ]
