"""``transcript batch`` and ``transcript report``."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import INTERVIEW, Run

COMMAND = Path(sys.executable).with_name("transcript")


@pytest.fixture
def archive(folder: Path) -> Path:
    """The folder ``in`` with two interviews, one of them below it."""
    (folder / "in" / "x").mkdir(parents=True)
    (folder / "in" / "a.txt").write_text(INTERVIEW)
    (folder / "in" / "x" / "b.txt").write_text(INTERVIEW)
    return Path("in")


def test_an_archive_is_converted_and_reported(run: Run, folder: Path, archive: Path) -> None:
    (folder / "known.toml").write_text('metadata.publisher = "Quay"')
    result = run("batch", archive, "out", "--to", "json, tei", "--metadata", "known.toml", "--workers", "1")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (0, "2 documents, 0.0 MB")
    assert re.fullmatch(r" +2 done\n +2 in \d+\.\d s, \d+\.\d a second; ledger: .*/out/ledger\.jsonl\n", result.stdout)
    names = sorted(str(path.relative_to("out")) for path in Path("out").rglob("*") if path.is_file())
    assert names == ["a.json", "a.tei.xml", "ledger.jsonl", "ledger.parquet", "x/b.json", "x/b.tei.xml"]
    assert json.loads(Path("out/x/b.json").read_text())["metadata"]["publisher"] == "Quay"

    again = run("batch", archive, "out", "--to", "json,tei")
    assert again.exit_code == 2
    assert "is of an earlier run: say --resume" in again.stderr

    for ledger in ("out/ledger.parquet", "out/ledger.jsonl"):
        shown = run("report", ledger, "--worst", "1")
        assert (shown.exit_code, shown.stderr) == (0, "")
        assert [line.split()[0] for line in shown.stdout.splitlines()] == ["OUTCOME", "done"]
    assert "out: 2 documents" in Path("out/ledger.html").read_text()


def test_what_went_wrong_is_said_and_is_the_exit_code(run: Run, folder: Path, archive: Path) -> None:
    for number in range(12):
        (folder / archive / f"empty-{number:02}.txt").touch()
    result = run("batch", archive, "out", "--workers", "1")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines.count("transcript: empty-00.txt: the input is empty") == 1
    assert re.fullmatch(r"transcript: and 2 more: transcript report .*/out/ledger\.jsonl", lines[-1])
    assert [line.split() for line in result.stdout.splitlines()[:2]] == [["2", "done"], ["12", "failed"]]


@pytest.mark.usefixtures("archive")
def test_on_a_terminal_a_bar_shows_the_rate_and_the_time_left(folder: Path) -> None:
    terminal, end = pty.openpty()
    command = [COMMAND, "batch", "in", "out", "--workers", "1"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=end):
        os.close(end)
        shown = b""
        try:
            while piece := os.read(terminal, 4096):
                shown += piece
        except OSError:  # the other end is closed
            pass
    os.close(terminal)
    assert re.search(rb"2/2  \d+\.\d a second", shown)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gone", "out"], "gone: there is no such folder or file"),
        (["in/*.wav", "out"], "in/*.wav: there is no document that can be read"),
        (["in", "in"], "the results would lie among the documents"),
        (["in/x", "in"], "the results would lie among the documents"),
        (["in", "memory://out"], "say --ledger FILE"),
        (["nowhere://in", "out"], "nowhere"),
        (["in", "out", "--to", "json,pdf"], "pdf can be read, not written"),
        (["in", "out", "--to", "json,,tei"], "unknown format ''"),
        (["in", "out", "--ledger", "ledger.txt"], "the name of a ledger ends in .jsonl"),
        (["list.jsonl", "out"], "list.jsonl, line 1 is not JSON"),
        (["in", "in/a.txt/out"], "Not a directory"),
        (["in", "out", "--max-bytes", "0"], "0 is not in the range"),
    ],
)
@pytest.mark.usefixtures("archive")
def test_wrong_use_is_said_before_anything_is_done(run: Run, folder: Path, arguments: list[str], message: str) -> None:
    (folder / "list.jsonl").write_text("{\n")
    result = run("batch", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (folder / "out").exists()


@pytest.mark.usefixtures("archive")
def test_a_ledger_that_is_none_is_wrong_use(run: Run, folder: Path) -> None:
    (folder / "ledger.jsonl").write_text("words\n")
    result = run("batch", "in", "out", "--ledger", "ledger.jsonl", "--resume")
    assert result.exit_code == 2
    assert "ledger.jsonl, line 1: this is no row of a ledger" in result.stderr


@pytest.mark.usefixtures("archive")
def test_a_scheduler_that_is_not_there_is_wrong_use(run: Run) -> None:
    result = run("batch", "in", "out", "--scheduler", "nonsense")
    assert result.exit_code == 2
    assert "missing port number in address 'nonsense'" in result.stderr
    assert not Path("out").exists()


def test_a_ledger_that_cannot_be_read_or_a_page_that_cannot_be_written_is_said(run: Run, folder: Path) -> None:
    (folder / "ledger.jsonl").write_text('{"path": "a.txt", "outcome": "done"}\n')
    (folder / "bad.jsonl").write_text("words\n")
    (folder / "page").mkdir()
    assert run("report", "bad.jsonl").stderr == "transcript: bad.jsonl: bad.jsonl, line 1: this is no row of a ledger\n"
    result = run("report", "ledger.jsonl", "-o", "page")
    assert (result.exit_code, result.stderr) == (1, "transcript: page: Is a directory\n")


@pytest.mark.parametrize("command", [["batch", "in", "out"], ["report", "ledger.jsonl"]])
def test_what_must_be_installed_is_said(folder: Path, command: list[str]) -> None:
    (folder / "ledger.jsonl").touch()
    script = (
        "import sys\nfor name in ('distributed', 'fsspec', 'pyarrow'): sys.modules[name] = None\n"
        "from transcript.cli import main\nmain()"
    )
    result = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "pip install 'transcript[archive]'" in result.stderr
