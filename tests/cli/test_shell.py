"""The command as a shell runs it: a process of its own, with pipes and exit codes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.cli.conftest import INTERVIEW
from transcript import __version__

COMMAND = Path(sys.executable).with_name("transcript")
FULL = Path("/dev/full")
HEAVY = (
    "transcript.model", "transcript.engine", "transcript.batch", "dataclasses", "distributed", "flask", "fsspec",
    "gunicorn", "lxml", "marshmallow", "orjson", "pyarrow",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not COMMAND.exists(), reason="the project is not installed beside this interpreter")


def test_the_version_is_that_of_the_package() -> None:
    assert subprocess.check_output([COMMAND, "--version"], text=True) == f"transcript {__version__}\n"


def test_help_loads_nothing_but_click() -> None:
    """How long a start takes depends on the machine; what it loads does not."""
    script = (
        "import sys\nfrom transcript.cli import cli\n"
        "try: cli(['--help'])\n"
        f"finally: print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    output = subprocess.check_output([sys.executable, "-c", script], text=True)
    assert output.startswith("Usage:")
    assert output.endswith("[]\n")


def test_bytes_go_through_a_pipe_unchanged(tmp_path: Path) -> None:
    (tmp_path / "bakery.txt").write_text(INTERVIEW)
    subprocess.run([COMMAND, "convert", "bakery.txt", "-o", "out.json"], cwd=tmp_path, check=True)
    to_a_pipe = subprocess.check_output([COMMAND, "convert", "bakery.txt"], cwd=tmp_path)
    assert to_a_pipe == (tmp_path / "out.json").read_bytes()


@pytest.mark.parametrize("arguments", [["convert", "-"], ["inspect", "-"], ["formats"]])
def test_a_reader_that_goes_away_gets_no_traceback(arguments: list[str]) -> None:
    process = subprocess.Popen(
        [COMMAND, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    process.stdout.close()
    _, complaints = process.communicate(INTERVIEW.encode())
    assert (process.returncode, complaints) == (1, b"")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", [["convert", "-"], ["inspect", "-"], ["formats"]])
def test_a_full_disk_behind_standard_output_is_said(arguments: list[str]) -> None:
    with FULL.open("wb") as full:
        result = subprocess.run(
            [COMMAND, *arguments], input=INTERVIEW.encode(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (result.returncode, result.stderr) == (1, b"transcript: standard output: No space left on device\n")


def test_a_disk_that_fills_up_leaves_the_old_result_and_no_draft(tmp_path: Path) -> None:
    (tmp_path / "bakery.txt").write_text(INTERVIEW)
    (tmp_path / "out.json").write_text("old")
    result = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -f 0; exec "$0" convert bakery.txt -o out.json', COMMAND],
        cwd=tmp_path,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stderr == "transcript: bakery.txt: cannot write out.json: File too large\n"
    assert result.returncode == 1
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"bakery.txt": INTERVIEW, "out.json": "old"}


def test_serve_answers_until_it_is_told_to_stop() -> None:
    command = [COMMAND, "serve", "--bind", "127.0.0.1:0", "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        assert process.stderr
        addresses = (re.search(r"Listening at: (http://\S+)", line) for line in process.stderr)
        address = next(found[1] for found in addresses if found)
        with urllib.request.urlopen(f"{address}/health") as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGTERM)
        process.stderr.read()
    assert process.returncode == 0


@pytest.mark.parametrize("place", ["nonsense", "127.0.0.1:http", "127.0.0.1:70000", "::1:8000"])
def test_serve_refuses_what_is_no_address(place: str) -> None:
    result = subprocess.run([COMMAND, "serve", "--bind", place], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert f"{place!r} is no HOST:PORT" in result.stderr


def test_serve_refuses_no_workers() -> None:
    result = subprocess.run([COMMAND, "serve", "--workers", "0"], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "0 is not in the range x>=1" in result.stderr
