"""The contract is that of the service: what it says holds, and a stranger's tools can read it."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from tests.web.server import running
from tests.web.test_problems import TEXT
from transcript.formats import FORMATS
from transcript.web import content, create_app, problems
from transcript.web.batch import MEDIA_TYPES
from transcript.web.openapi import contract

PAGES = {"/docs", "/docs/<name>", "/static/<path:filename>"}
RAW = {row["media_type"] for row in content.readable()} - {content.ENVELOPE, content.UPLOAD}
CONTRACT = schemathesis.openapi.from_wsgi("/openapi.json", create_app({"gzip": 0}))


@schemathesis.serializer(*MEDIA_TYPES, *RAW)
def as_it_is(context: Any, value: Any) -> bytes:
    """What has no structure of its own is sent as it is."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


@CONTRACT.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_sent_the_answer_is_one_that_the_contract_names(case: schemathesis.Case) -> None:
    # A schema cannot say that offsets are in order; a batch answers each line, not the whole; and who says that JSON
    # is plain text has it read as such.
    otherwise = case.path.endswith(":batch") or "from" in (case.query or {})
    excluded = [positive_data_acceptance, *([negative_data_rejection] if otherwise else [])]
    case.call_and_validate(excluded_checks=excluded)


def test_every_address_of_the_service_is_in_the_contract(app: Flask) -> None:
    rules = {re.sub("<(.*?)>", r"{\1}", rule.rule) for rule in app.url_map.iter_rules() if rule.rule not in PAGES}
    assert rules - {"/"} == contract()["paths"].keys()


def test_every_format_that_can_be_written_is_in_the_contract() -> None:
    operation = contract()["paths"]["/v1/transcripts"]["post"]
    written = {row.name: row.media_type for row in FORMATS if row.writes}
    assert operation["parameters"][0]["schema"]["enum"] == list(written)
    assert operation["responses"]["200"]["content"].keys() == set(written.values())


def test_every_pattern_of_the_contract_is_one_that_javascript_knows() -> None:
    patterns = re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', json.dumps(contract()))
    assert patterns
    assert all(pattern.startswith("^") and "\\Z" not in pattern for pattern in patterns)


def test_every_type_of_problem_can_be_looked_up(client: FlaskClient) -> None:
    for code, kind in problems.KINDS.items():
        assert client.get(f"/problems/{code}").json == {
            "type": f"/problems/{code}",
            "title": kind.title,
            "status": kind.status,
        }
    assert client.get("/problems/nothing").status_code == 404


def test_the_page_of_the_contract_asks_nobody_else(client: FlaskClient) -> None:
    page = client.get("/docs")
    assert page.mimetype == "text/html"
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(addresses) == 5
    for address in addresses:
        with client.get(f"/{address}") as part:
            assert part.status_code == 200, address
    assert client.get("/docs/swagger-ui.js.map").status_code == 404


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A client that openapi-python-client makes from the contract, as a package."""
    folder = tmp_path_factory.mktemp("client")
    (folder / "contract.json").write_text(json.dumps(contract()))
    (folder / "config.yml").write_text("post_hooks: []\n")
    arguments = "generate --meta none --path contract.json --config config.yml --output-path made_client"
    generator = Path(sys.executable).with_name("openapi-python-client")
    made = subprocess.run([generator, *arguments.split()], cwd=folder, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    sys.path.insert(0, str(folder))
    yield importlib.import_module("made_client")
    sys.path.remove(str(folder))


def test_a_generated_client_works(generated: Any) -> None:
    create = importlib.import_module("made_client.api.transcripts.create_transcript")
    formats = importlib.import_module("made_client.api.transcripts.list_formats")
    models = importlib.import_module("made_client.models")
    with running() as server, generated.Client(base_url=f"http://127.0.0.1:{server.port}") as client:
        document = create.sync(client=client, body=models.Request(text=TEXT.decode()))
        assert [speaker.name for speaker in document.speakers] == ["Wray", "Calder"]
        assert [segment.kind for segment in document.segments] == ["turn"] * 6
        again = create.sync(client=client, body=models.Request(document=document))
        assert again.to_dict() == document.to_dict()
        assert [row.name for row in formats.sync(client=client).formats] == [row.name for row in FORMATS]
        refused = create.sync_detailed(client=client, body=models.Request(text="  "))
        assert (refused.status_code, refused.parsed.type_) == (422, "/problems/unreadable-input")
