"""The trials of ``make soak``, for a moment each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak.scenarios import (
    Trial,
    crowd,
    hostile_bodies,
    kills,
    lies,
    load,
    reloads,
    slow_clients,
    unpacking,
)
from tests.web.server import ROOT


@pytest.mark.parametrize(
    "trial",
    [
        pytest.param(lambda: load(2), id="load"),
        pytest.param(lambda: reloads(2, pause=0.3), id="reloads"),
        pytest.param(lambda: slow_clients(2, slow=20, idle=20), id="slow clients"),
        pytest.param(lambda: crowd(300), id="half-open connections"),
        pytest.param(lambda: hostile_bodies(300), id="hostile bodies"),
        pytest.param(lambda: lies(1), id="lying headers"),
        pytest.param(lambda: unpacking(1 << 25), id="bombs"),
    ],
)
def test_nothing_is_lost_and_every_answer_is_a_documented_one(trial: object) -> None:
    result: Trial = trial()
    assert result.alive
    assert result.books.sent > 0
    assert (result.books.lost, result.books.wrong) == (0, 0), result.books


def test_a_worker_that_is_killed_takes_nobody_along_but_who_is_with_it() -> None:
    result = kills(2, clients=4, pause=0.3)
    assert result.alive
    assert result.books.faults > 0
    assert result.books.lost <= 4 * result.books.faults
    assert result.books.wrong == 0


def test_fuzzing_finds_no_error_but_our_own(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.soak.fuzz", str(tmp_path), "-runs=1500", "-seed=1", "-max_total_time=60"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
