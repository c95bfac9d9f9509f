"""The clients in examples/ and the unit in deploy/ do what they say."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.server import ROOT, SECONDS, Server, running
from tests.web.test_problems import TEXT

EXPECTED = "Wray (interviewer): 3 turns\nCalder (interviewee): 3 turns\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "light.txt").write_bytes(TEXT)
    (tmp_path / "empty.txt").write_bytes(b"")
    return tmp_path


def run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def needs(program: str) -> str:
    found = shutil.which(program)
    if not found:
        pytest.skip(f"{program} is not installed")
    return found


def test_the_python_client(server: Server, folder: Path) -> None:
    client = ROOT / "examples" / "client.py"
    assert run(sys.executable, client, folder / "light.txt", f"http://127.0.0.1:{server.port}") == EXPECTED


def test_the_javascript_client(server: Server, folder: Path) -> None:
    client = ROOT / "examples" / "client.mjs"
    assert run(needs("node"), client, folder / "light.txt", f"http://127.0.0.1:{server.port}") == EXPECTED


def test_the_batch_of_a_folder(server: Server, folder: Path) -> None:
    needs("jq"), needs("curl")
    said = run("sh", ROOT / "examples" / "batch.sh", folder, f"http://127.0.0.1:{server.port}")
    assert said == f"422 {folder}/empty.txt\n200 {folder}/light.txt\n"


def test_the_unit_is_one_that_systemd_understands(tmp_path: Path) -> None:
    analyze = needs("systemd-analyze")
    unit = (ROOT / "deploy" / "transcript.service").read_text().replace("/opt/transcript", str(ROOT))
    executable = str(Path(sys.executable).with_name("gunicorn"))
    unit = unit.replace(f"{ROOT}/.venv/bin/gunicorn", executable)
    (tmp_path / "transcript.service").write_text(unit)
    done = subprocess.run(
        [analyze, "verify", "--man=no", tmp_path / "transcript.service"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_service_tells_systemd_when_it_is_ready(tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(address)
        manager.settimeout(SECONDS)
        with running(NOTIFY_SOCKET=address):
            assert b"READY=1" in manager.recv(1024)
