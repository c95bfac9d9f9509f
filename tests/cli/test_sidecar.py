"""``--metadata`` and ``--cast``: what the transcript does not say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

TOML = """\
[metadata]
title = "The Bakery"
date = 1998-03-04
language = "en"

[[cast]]
name = "Nora Beckett"
role = "interviewer"
labels = ["Nora Beck"]
"""
AS_JSON = {
    "metadata": {"title": "The Bakery", "date": "1998-03-04", "language": "en"},
    "cast": [{"name": "Nora Beckett", "role": "interviewer", "labels": ["Nora Beck"]}],
}


def converted(run: Run, *arguments: str) -> Any:
    result = run("convert", "bakery.txt", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


@pytest.mark.parametrize(("name", "content"), [("known.toml", TOML), ("known.json", json.dumps(AS_JSON))])
@pytest.mark.usefixtures("interview")
def test_toml_and_json_say_the_same(run: Run, folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content)
    document = converted(run, "--metadata", name)
    metadata = {key: value for key, value in document["metadata"].items() if value}
    assert metadata == {**AS_JSON["metadata"], "filename": "bakery.txt"}  # type: ignore[dict-item]
    assert [speaker["name"] for speaker in document["speakers"]][:1] == ["Nora Beckett"]


@pytest.mark.usefixtures("interview")
def test_the_cast_of_its_own_file_wins(run: Run, folder: Path) -> None:
    (folder / "known.toml").write_text(TOML)
    (folder / "cast.toml").write_text('[[cast]]\nname = "Eleonora Beck"\nlabels = ["Nora Beck"]\n')
    document = converted(run, "--metadata", "known.toml", "--cast", "cast.toml")
    assert document["metadata"]["title"] == "The Bakery"
    assert [speaker["name"] for speaker in document["speakers"]][:1] == ["Eleonora Beck"]


@pytest.mark.usefixtures("interview")
def test_a_filename_that_is_given_wins_over_that_of_the_input(run: Run, folder: Path) -> None:
    (folder / "known.toml").write_text('metadata.filename = "tape-7.wav"')
    assert converted(run, "--metadata", "known.toml")["metadata"]["filename"] == "tape-7.wav"


@pytest.mark.usefixtures("interview")
def test_inspect_takes_them_too(run: Run, folder: Path) -> None:
    (folder / "known.toml").write_text(TOML)
    lines = run("inspect", "bakery.txt", "--metadata", "known.toml").stdout.splitlines()
    assert lines[0] == "Title       The Bakery"
    assert "    2  interviewer  Nora Beckett" in lines


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("bad.toml", '[[cast]]\nname = "A"\nrole = "boss"', "  cast.0.role: Must be one of: "),
        ("bad.toml", '[[cast]]\nrole = "other"', "  cast.0.name: Missing data"),
        ("bad.toml", "[metadata]\ndate = 1998-03-04T10:00:00", "  metadata.date: Must be a date: YYYY"),
        ("bad.toml", "[metadata]\ntitel = 'x'", "  metadata.titel: Unknown field; there are: title, date"),
        ("bad.toml", "title = 'x'", "  title: Unknown field; there are: cast, metadata, corrections."),
        ("bad.toml", "[metadata]\ntitle = \n", "bad.toml is not TOML: Invalid value (at line 2, column 9)"),
        ("bad.json", '{"cast": }', "bad.json is not JSON: Expecting value: line 1 column 10"),
        ("bad.json", "[]", "bad.json is not valid:\n  the whole: Invalid input type."),
        ("bad.json", "[" * 100_000, "bad.json is not JSON: "),
        ("bad.toml", b"title = '\xff'", "bad.toml is not TOML: "),
    ],
)
@pytest.mark.parametrize("command", ["convert", "inspect"])
@pytest.mark.usefixtures("interview")
def test_what_is_wrong_is_named_before_anything_is_done(
    run: Run, folder: Path, command: str, name: str, content: str | bytes, message: str
) -> None:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    result = run(command, "bakery.txt", "--metadata", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.usefixtures("interview")
def test_a_cast_file_that_holds_metadata_is_refused(run: Run, folder: Path) -> None:
    (folder / "known.toml").write_text(TOML)
    result = run("convert", "bakery.txt", "--cast", "known.toml")
    assert result.exit_code == 2
    assert "known.toml holds metadata: give it as --metadata" in result.stderr


def test_a_sidecar_that_is_not_there_is_wrong_use(run: Run) -> None:
    result = run("convert", "bakery.txt", "--cast", "gone.toml")
    assert result.exit_code == 2
    assert "File 'gone.toml' does not exist" in result.stderr
