"""One list of corrections, the same bytes: by HTTP, from a file on the command line, and in Python."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from transcript import convert
from transcript.cli import cli
from transcript.options import Options, Rename, SetRole
from transcript.web import create_app

TEXT = "Nora Beck: When?\n\nIvo Lund: In 1971.\n\nNora Beck: Who?\n\nIvo Lund: My aunt.\n"
LIST: list[dict[str, Any]] = [
    {"kind": "rename", "speaker": "Ivo Lund", "name": "Ivar Lund"},
    {"kind": "role", "speaker": "Nora Beck", "role": "other"},
]
OPTIONS = Options(corrections=(Rename("Ivo Lund", "Ivar Lund"), SetRole("Nora Beck", "other")))
TOML = """\
[[corrections]]
kind = "rename"
speaker = "Ivo Lund"
name = "Ivar Lund"

[[corrections]]
kind = "role"
speaker = "Nora Beck"
role = "other"
"""


@pytest.fixture
def client() -> FlaskClient:
    return create_app().test_client()


def on_the_command_line(folder: Path, *arguments: str) -> bytes:
    result = CliRunner().invoke(cli, ["convert", "-", *arguments], input=TEXT, catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout_bytes


@pytest.mark.parametrize("to", ["json", "tei", "markdown"])
def test_every_way_gives_the_same_bytes(to: str, tmp_path: Path, client: FlaskClient) -> None:
    as_json, as_toml, whole = tmp_path / "c.json", tmp_path / "c.toml", tmp_path / "whole.json"
    as_json.write_text(json.dumps({"corrections": LIST}))
    as_toml.write_text(TOML)
    whole.write_text(json.dumps({"corrections": LIST, "metadata": {}, "cast": []}))
    expected = convert(TEXT.encode(), to=to, options=OPTIONS)
    assert b"Ivar Lund" in expected
    assert on_the_command_line(tmp_path, "--to", to, "--corrections", str(as_json)) == expected
    assert on_the_command_line(tmp_path, "--to", to, "--corrections", str(as_toml)) == expected
    assert on_the_command_line(tmp_path, "--to", to, "--metadata", str(whole)) == expected
    answer = client.post(f"/v1/transcripts?to={to}", json={"text": TEXT, "corrections": LIST})
    assert answer.data == expected


def test_a_document_is_corrected_as_its_text_is(client: FlaskClient) -> None:
    document = json.loads(convert(TEXT.encode(), to="json"))
    answer = client.post("/v1/transcripts", json={"document": document, "corrections": LIST})
    assert answer.data == convert(TEXT.encode(), to="json", options=OPTIONS)


def test_other_corrections_have_another_tag(client: FlaskClient) -> None:
    answers = [
        client.post("/v1/transcripts", json={"text": TEXT, "corrections": made}) for made in ([], LIST[:1], LIST, LIST)
    ]
    tags = [answer.headers["ETag"] for answer in answers]
    assert len(set(tags)) == 3
    assert tags[2] == tags[3]


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"kind": "renam"}, "kind", "Must be one of: rename, merge, split, assign, not-a-speaker, role, begin, end"),
    ({"kind": "rename", "speaker": "A"}, "name", "Missing data for required field."),
    ({"kind": "rename", "speaker": "A", "name": " "}, "name", "May not be blank."),
    ({"kind": "merge", "speakers": ["A"]}, "speakers", "Shorter than minimum length 2."),
    ({"kind": "assign", "speaker": "A"}, "", "Give one of: label, start with end."),
    ({"kind": "assign", "speaker": "A", "label": "B", "start": 0, "end": 1}, "", "Give one of: label, start with end."),
    ({"kind": "assign", "speaker": "A", "start": 4}, "end", "Give both start and end."),
    ({"kind": "split", "start": 4, "end": 4}, "end", "Must come after start."),
    ({"kind": "not-a-speaker"}, "", "Give one of: speaker, label, start with end."),
    ({"kind": "not-a-speaker", "speaker": "A", "becomes": "air"}, "becomes", "Must be one of: passage, speech."),
    ({"kind": "role", "speaker": "A", "role": "boss"}, "role", "Must be one of: interviewer, interviewee, other."),
    ({"kind": "begin", "at": -1}, "at", "Must be greater than or equal to 0 and less than or equal to"),
    ({"kind": "end", "at": "7"}, "at", "Not a valid integer."),
    ({"kind": "end", "at": 7, "to": 8}, "to", "Unknown field; there are: kind, at."),
]


@pytest.mark.parametrize(("correction", "field", "reason"), REFUSED)
def test_what_makes_no_sense_is_refused_with_field_and_reason(
    client: FlaskClient, correction: dict[str, Any], field: str, reason: str
) -> None:
    answer = client.post("/v1/transcripts", json={"text": TEXT, "corrections": [correction]})
    assert answer.status_code == 422
    (error,) = answer.json["errors"] if answer.json else []
    assert error["field"] == f"corrections.0.{field}".rstrip(".")
    assert error["reasons"][0].startswith(reason)


def test_a_file_of_corrections_that_holds_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(json.dumps({"corrections": LIST, "metadata": {"title": "T"}}))
    result = CliRunner().invoke(cli, ["convert", "-", "--corrections", str(path)], input=TEXT)
    assert result.exit_code == 2
    assert "holds metadata: give it as --metadata" in result.stderr
