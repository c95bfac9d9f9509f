"""A runner of commands, and a folder to run them in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import CliRunner, Result

from transcript.cli import cli

INTERVIEW = """\
Nora Beck: When did the bakery open?

Ivo Lund: In the spring of 1971.

Nora Beck: Who baked?

Ivo Lund: My aunt, and later everybody.
"""


class Run(Protocol):
    """Runs a command; ``stdin`` is what it reads from standard input."""

    def __call__(self, *arguments: str | Path, stdin: str | bytes = "", color: bool = False) -> Result: ...


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which commands run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """What runs a command in this process; an exception that no message was made of is raised."""

    def invoke(*arguments: str | Path, stdin: str | bytes = "", color: bool = False) -> Result:
        words = [os.fspath(argument) for argument in arguments]
        return CliRunner().invoke(cli, words, input=stdin, color=color, prog_name="transcript", catch_exceptions=False)

    return invoke


@pytest.fixture
def interview(folder: Path) -> Path:
    """The file ``bakery.txt``: two people, two turns each."""
    path = folder / "bakery.txt"
    path.write_text(INTERVIEW)
    return Path(path.name)
