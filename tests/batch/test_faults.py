"""Nothing is lost, nothing is done twice, nothing is half written, whatever ends a run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster

from tests.batch import deadly
from tests.batch.conftest import fill, tree
from transcript.batch import cluster
from transcript.batch.ledger import Ledger, rows_of
from transcript.batch.listing import listing_of
from transcript.batch.plan import Plan
from transcript.batch.rows import Row
from transcript.batch.run import Tally, run
from transcript.batch.storage import DRAFTS, Store
from transcript.batch.work import Job
from transcript.options import Options

COMMAND = Path(sys.executable).with_name("transcript")
TAIL = shutil.which("tail")
UNSHARE = ["unshare", "--user", "--map-root-user", "--mount"]

Seen = Callable[[Sequence[Row]], None]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough interviews for a dozen portions."""
    return fill(tmp_path_factory.mktemp("archive"), 70, turns=240)


@pytest.fixture(scope="module")
def undisturbed(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The results of a run that nothing disturbs."""
    out = tmp_path_factory.mktemp("undisturbed")
    with cluster.processes(2) as client:
        assert done(client, archive, out, nothing).outcomes == {"done": 70}
    return results(out)


def nothing(rows: Sequence[Row]) -> None:
    """See rows, and do nothing about it."""


def done(client: Client, source: str | Path, out: Path, seen: Seen, seconds: int = 120) -> Tally:
    """Run, going on where the ledger ends."""
    job = Job(Store(str(source)).address, str(out), ("json", "tei"), None, Options(), 1_000_000, seconds)
    with Plan(job.formats, fold=True) as plan, Ledger(out / "ledger.jsonl") as ledger:
        plan.add(listing_of(job.source))
        plan.settle(rows_of(ledger.path))
        Store(str(out)).clear_drafts()
        return run(client, job, plan, ledger, seen)


def results(out: Path) -> dict[str, bytes]:
    """What lies in the folder, without what was begun and not finished."""
    return {name: data for name, data in tree(out).items() if not name.startswith(DRAFTS)}


def once(action: Callable[[], None]) -> Seen:
    """Do something when the first rows are seen: in mid-run, for more portions are at the cluster."""
    pending = [action]

    def seen(rows: Sequence[Row]) -> None:
        if pending:
            pending.pop()()

    return seen


def paths(out: Path) -> list[str]:
    return [row.path for row in rows_of(out / "ledger.jsonl")]


def test_a_worker_that_is_killed_in_mid_run_loses_nothing(
    archive: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    with cluster.processes(2) as client:
        victim = next(iter(client.run(os.getpid).values()))
        tally = done(client, archive, tmp_path, once(lambda: os.kill(victim, signal.SIGKILL)))
        assert victim not in client.run(os.getpid).values()
    assert tally.outcomes == {"done": 70}
    assert Counter(paths(tmp_path)).most_common(1)[0][1] == 1
    assert results(tmp_path) == undisturbed


def test_an_interrupted_run_goes_on_to_the_same_bytes(
    archive: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    with cluster.processes(2) as client:
        tally = done(client, archive, tmp_path, once(lambda: os.kill(os.getpid(), signal.SIGINT)))
    settled = paths(tmp_path)
    assert tally.halt == "interrupted"
    assert 0 < len(settled) < 70
    assert results(tmp_path).items() <= undisturbed.items()
    assert not (tmp_path / "ledger.parquet").exists()
    with cluster.processes(2) as client:
        tally = done(client, archive, tmp_path, nothing)
    assert tally.outcomes == {"done": 70 - len(settled), "unchanged": len(settled)}
    assert len(paths(tmp_path)) == len(set(paths(tmp_path))) == 70
    assert results(tmp_path) == undisturbed


@pytest.mark.skipif(TAIL is None, reason="there is no tail here, to wait for a first line")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_command_that_is_ended_from_outside_goes_on_with_resume(
    archive: Path, undisturbed: dict[str, bytes], tmp_path: Path, end: signal.Signals
) -> None:
    """Ctrl-C reaches every process of the terminal, and so does this, but for a kill, which reaches the first alone."""
    command = [COMMAND, "batch", archive, tmp_path, "--to", "json,tei", "--workers", "1"]
    (tmp_path / "ledger.jsonl").touch()
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        ) as process,
        subprocess.Popen(
            [TAIL or "tail", "--follow", f"--pid={process.pid}", tmp_path / "ledger.jsonl"], stdout=subprocess.PIPE
        ) as follower,
    ):
        assert follower.stdout
        assert follower.stdout.readline()
        if end == signal.SIGKILL:
            process.kill()
        else:
            os.killpg(process.pid, end)
        printed, complaints = process.communicate()
        follower.communicate()
    if end == signal.SIGINT:
        assert process.returncode == 1
        assert complaints.splitlines()[-1] == "transcript: stopped: interrupted; go on with --resume"
        assert "not done" in printed
    assert results(tmp_path).items() <= undisturbed.items()
    finished = subprocess.run([*command, "--resume"], capture_output=True, text=True, check=False)
    assert finished.returncode == 0
    assert tree(tmp_path) == undisturbed
    assert sorted(set(paths(tmp_path))) == sorted(paths(tmp_path))


def test_a_document_that_kills_its_process_or_has_no_end_is_the_only_one_that_fails(
    archive: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    source = tmp_path / "in"
    shutil.copytree(archive, source)
    for name in ("deadly.txt", "box-04/endless.txt"):
        (source / name).write_text("Ada Finch: Yes?\n\nAmos Tull: No.\n")
    deadly.register()
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",
            silence_logs="CRITICAL",
            preload=["tests.batch.deadly"],
        ) as processes,
        Client(processes, set_as_default=False) as client,
    ):
        tally = done(client, f"deadly://{source}", tmp_path / "out", nothing, seconds=2)
    assert tally.outcomes == {"done": 70, "failed": 2}
    assert {row.path for row in tally.problems} == {"box-04/endless.txt", "deadly.txt"}
    assert all((row.reason or "").startswith("its process died") for row in tally.problems)
    assert len(paths(tmp_path / "out")) == 72
    assert results(tmp_path / "out") == undisturbed


@pytest.fixture
def small_disk(tmp_path: Path) -> list[str]:
    """The words before a shell script that let it run with a disk of its own, ``$1``, of 256 kB."""
    (tmp_path / "disk").mkdir()
    mount = 'mount -t tmpfs -o size=256k none "$1"'
    tried = subprocess.run([*UNSHARE, "/bin/sh", "-c", mount, "-", tmp_path / "disk"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("no disk can be mounted here")
    return [*UNSHARE, "/bin/sh", "-c", f'{mount}; . "$2"', "-", str(tmp_path / "disk")]


FULL_DISK = """
"$TRANSCRIPT" batch "$ARCHIVE" "$1/out" --to json,tei --workers 1
echo "code $?"
ls -a "$1/out"
cp -r "$1/out" "$KEPT"
mount -o remount,size=32m "$1"
"$TRANSCRIPT" batch "$ARCHIVE" "$1/out" --to json,tei --workers 1 --resume
echo "code $?"
cp -r "$1/out" "$WHOLE"
"""


def test_a_full_disk_stops_the_run_and_more_room_lets_it_go_on(
    archive: Path, undisturbed: dict[str, bytes], tmp_path: Path, small_disk: list[str]
) -> None:
    script = tmp_path / "script.sh"
    script.write_text(FULL_DISK)
    kept, whole = tmp_path / "kept", tmp_path / "whole"
    environment = {"TRANSCRIPT": str(COMMAND), "ARCHIVE": str(archive), "KEPT": str(kept), "WHOLE": str(whole)}
    finished = subprocess.run(
        [*small_disk, script], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert [line for line in finished.stdout.splitlines() if line.startswith("code")] == ["code 1", "code 0"]
    assert "No space left on device; go on with --resume" in finished.stderr
    assert 0 < len(results(kept)) < len(undisturbed)
    assert results(kept).items() <= undisturbed.items()
    assert not (kept / DRAFTS).exists()
    assert results(whole) == undisturbed
    assert len(paths(whole)) == len(set(paths(whole))) == 70
