"""The profile over HTTP."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from transcript.web import create_app

TEXT = b"Ann: When was that?\n\nBen: In spring.\n\nAnn: Of which year?\n\nBen: I forget.\n"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app().test_client()


@pytest.mark.parametrize("content", [{"data": TEXT, "content_type": "text/plain"}, {"json": {"text": TEXT.decode()}}])
def test_the_query_chooses_the_profile_whatever_the_body(client: FlaskClient, content: dict[str, object]) -> None:
    default = client.post("/v1/transcripts?to=tei", **content)  # type: ignore[arg-type]
    spoken = client.post("/v1/transcripts?to=tei&profile=spoken", **content)  # type: ignore[arg-type]
    assert (default.data.count(b"<sp "), spoken.data.count(b"<u ")) == (4, 4)
    assert default.headers["ETag"] != spoken.headers["ETag"]


def test_there_is_no_other_profile(client: FlaskClient) -> None:
    answer = client.post("/v1/transcripts?to=tei&profile=sung", data=TEXT, content_type="text/plain")
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json["errors"]] == ["profile"]


def test_tei_goes_in_as_it_came_out(client: FlaskClient) -> None:
    written = client.post("/v1/transcripts?to=tei&profile=spoken", data=TEXT, content_type="text/plain")
    json = client.post("/v1/transcripts", data=TEXT, content_type="text/plain")
    again = client.post("/v1/transcripts", data=written.data, content_type="application/tei+xml")
    assert again.data == json.data


def test_hostile_xml_is_a_problem_with_its_line(client: FlaskClient) -> None:
    answer = client.post("/v1/transcripts", data=b"\n<TEI", content_type="application/tei+xml")
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/unreadable-input")
    assert "line 2" in answer.json["detail"]
