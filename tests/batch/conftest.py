"""Archives of invented interviews."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from distributed import Client

from transcript.batch import cluster

PLACES = ("bakery", "ferry", "mill", "school", "orchard", "quarry", "lighthouse")


def interview(number: int, turns: int = 4) -> str:
    """Two people talk; every interview has words of its own."""
    lines = [f"The {PLACES[number % len(PLACES)]}, tape {number}", ""]
    for turn in range(turns // 2):
        lines += [f"Nora Beck: What came after the year {1900 + turn}?", ""]
        lines += [f"Ivo Lund: On tape {number} I said it was the year {1901 + turn}, and I say so still.", ""]
    return "\n".join(lines)


def fill(folder: Path, count: int, turns: int = 4) -> Path:
    """A folder with that many interviews, seven in each folder below it."""
    for number in range(count):
        path = folder / f"box-{number // 7:02}" / f"tape-{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(interview(number, turns))
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, without those of the ledger."""
    files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in files.items() if not name.startswith("ledger.")}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with nine interviews."""
    return fill(tmp_path / "in", 9)


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    """The store at ``memory://``, empty."""
    files = fsspec.filesystem("memory")
    files.store.clear()
    yield files
    files.store.clear()


@pytest.fixture(scope="session")
def workers() -> Iterator[Client]:
    """Two real processes, for all tests that kill none."""
    with cluster.processes(2) as client:
        yield client
