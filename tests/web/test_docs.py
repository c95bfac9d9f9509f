"""The pages on the service say what it does."""

from __future__ import annotations

import json
import re
from dataclasses import fields

from flask.testing import FlaskClient

from schemas.request import REQUEST
from tests.web.server import ROOT
from transcript.web.problems import KINDS
from transcript.web.settings import Settings

HTTP = (ROOT / "docs" / "http.md").read_text()
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()


def test_the_table_of_settings_is_that_of_the_program() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \| (.*) \|$", OPERATIONS, re.MULTILINE)
    expected = [
        (row.metadata["variable"], f"`{row.default}`" if row.default != "" else "", row.metadata["meaning"])
        for row in fields(Settings)
    ]
    assert rows == expected


def test_every_variable_that_the_pages_name_exists() -> None:
    known = {row.metadata["variable"] for row in fields(Settings)}
    assert set(re.findall(r"TRANSCRIPT_[A-Z_]+", HTTP + OPERATIONS)) <= known


def test_the_table_of_problems_is_that_of_the_program() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (\d{3}) \| (.*) \|$", HTTP, re.MULTILINE)
    assert rows == [(kind.code, str(kind.status), kind.title) for kind in KINDS.values()]


def test_the_limits_are_the_defaults() -> None:
    assert f"{Settings().max_bytes // 1024**2} MiB (`TRANSCRIPT_MAX_BYTES`)" in HTTP
    assert f"{Settings().batch_bytes // 1024**3} GiB (`TRANSCRIPT_BATCH_BYTES`)" in HTTP
    assert f"{Settings().conversion_seconds:g} s (`TRANSCRIPT_CONVERSION_SECONDS`)" in HTTP
    assert f"{Settings().receive_seconds:g} s (`TRANSCRIPT_RECEIVE_SECONDS`)" in HTTP


def test_the_envelope_is_one_that_is_accepted(client: FlaskClient) -> None:
    envelope = next(json.loads(block) for block in blocks("json") if '"cast"' in block)
    assert REQUEST.fields.keys() - envelope.keys() == {"document"}
    assert client.post("/v1/transcripts", json=envelope).status_code == 200


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", HTTP, re.MULTILINE | re.DOTALL)
