"""Every mistake of a client gets a problem document that says what, where and what else, and quotes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from transcript.web.content import readable
from transcript.web.problems import KINDS

WORDS = "the lighthouse keeper's daughter"
TEXT = f"""\
Wray: Who was it that you saw?

Calder: It was {WORDS}.

Wray: Did she see you as well?

Calder: She did. We waved, and then the fog came in.

Wray: And after the fog?

Calder: After it there was nobody.
""".encode()
PLAIN = {"Content-Type": "text/plain"}
JSON = {"Content-Type": "application/json"}


def problem(response: TestResponse, code: str) -> dict[str, Any]:
    """The body of a problem of that kind, after the checks that hold for all."""
    assert response.content_type == "application/problem+json"
    body: dict[str, Any] = response.get_json(force=True)
    assert body["type"] == f"/problems/{code}"
    assert (body["status"], body["title"]) == (KINDS[code].status, KINDS[code].title)
    assert response.status_code == KINDS[code].status
    assert WORDS not in response.text
    return body


def test_an_unknown_address_is_404(client: FlaskClient) -> None:
    problem(client.get("/v1/nothing"), "not-found")


def test_a_wrong_method_is_405_and_says_which_are_right(client: FlaskClient) -> None:
    response = client.put("/v1/transcripts", data=TEXT)
    problem(response, "method-not-allowed")
    assert set(response.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


@pytest.mark.parametrize("kind", ["text/plain", "application/json"])
def test_an_empty_body_is_400(client: FlaskClient, kind: str) -> None:
    problem(client.post("/v1/transcripts", data=b"", content_type=kind), "empty-body")


@pytest.mark.parametrize("kind", ["text/plain", "application/json"])
def test_a_body_over_the_limit_is_413_and_names_the_limit(client: FlaskClient, kind: str) -> None:
    response = client.post("/v1/transcripts", data=b"a" * 1_000_001, content_type=kind)
    assert "1000000 bytes" in problem(response, "content-too-large")["detail"]


@pytest.mark.parametrize("kind", ["image/png", "application/x-www-form-urlencoded", "nonsense", ""])
def test_a_body_that_nothing_reads_is_415_and_lists_what_is_read(client: FlaskClient, kind: str) -> None:
    response = client.post("/v1/transcripts", data=TEXT, content_type=kind)
    assert {"name": "plain", "media_type": "text/plain"} in problem(response, "unsupported-media-type")["available"]


@pytest.mark.parametrize("charset", ["klingon", "idna", "hex", "unicode_escape", "\x00"])
def test_an_unknown_charset_is_415(client: FlaskClient, charset: str) -> None:
    response = client.post("/v1/transcripts", data=TEXT, content_type=f'text/plain; charset="{charset}"')
    problem(response, "unsupported-media-type")


@pytest.mark.parametrize("charset", ["utf-8", "UTF-16", "ascii"])
def test_a_body_that_is_not_in_its_charset_is_422(client: FlaskClient, charset: str) -> None:
    data = TEXT + "Wray: Était-ce vous, là ?".encode("latin-1")
    data = data[: len(data) // 2 * 2 - 1]  # of an odd length, as no UTF-16 is
    response = client.post("/v1/transcripts", data=data, content_type=f"text/plain; charset={charset}")
    problem(response, "unreadable-input")


def test_binary_garbage_is_422(client: FlaskClient) -> None:
    problem(client.post("/v1/transcripts", data=bytes(range(256)) * 64, headers=PLAIN), "unreadable-input")


@pytest.mark.parametrize("name", ["klingon", "", "chat"])
def test_a_target_that_nothing_writes_is_422_and_lists_the_targets(client: FlaskClient, name: str) -> None:
    body = problem(
        client.post("/v1/transcripts", query_string={"to": name}, data=TEXT, headers=PLAIN), "unknown-format"
    )
    assert [error["field"] for error in body["errors"]] == ["to"]
    assert {"name": "tei", "media_type": "application/tei+xml"} in body["available"]


@pytest.mark.parametrize("accept", ["image/png", "*/*;q=0", "application/*;q=0, text/*;q=0"])
def test_an_accept_header_that_nothing_fits_is_406_and_lists_the_formats(client: FlaskClient, accept: str) -> None:
    response = client.post("/v1/transcripts", data=TEXT, headers=PLAIN | {"Accept": accept})
    assert {"name": "json", "media_type": "application/json"} in problem(response, "not-acceptable")["available"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b'{"text": "Wray: Who?",\n "cast": [}', {"line": 2, "column": 11, "offset": 33}),
        (b'{"text": "\\ud800"}', {"line": 1, "column": 11, "offset": 10}),
        (b"[" * 5000, {"line": 1, "column": 1026, "offset": 1025}),
    ],
    ids=["broken", "lone surrogate", "deep"],
)
def test_malformed_json_is_400_and_says_where(client: FlaskClient, data: bytes, place: dict[str, int]) -> None:
    body = problem(client.post("/v1/transcripts", data=data, headers=JSON), "malformed-json")
    assert body["place"] == place


@pytest.mark.parametrize("data", [b"\xff\xfe{\x00}\x00", b'{"text": "\xff"}'])
def test_json_that_is_not_utf8_is_400(client: FlaskClient, data: bytes) -> None:
    problem(client.post("/v1/transcripts", data=data, headers=JSON), "malformed-json")


@pytest.mark.parametrize("kind", [row["media_type"] for row in readable()])
@pytest.mark.parametrize("to", ["json", "vtt"])
def test_no_problem_quotes_what_was_sent(client: FlaskClient, kind: str, to: str) -> None:
    for body in (TEXT, TEXT[: TEXT.index(b"daughter") + 8], b"\x00".join(TEXT.split()), b'{"' + TEXT + b'": 1}'):
        for broken in (
            body,
            b"<" + body,
            b"{" + body,
            b"WEBVTT\n\n1\n" + body,
            b"1\n00:00:01 --> " + body,
            b"PK" + body,
        ):
            response = client.post(f"/v1/transcripts?to={to}", data=broken, content_type=kind)
            if response.status_code != 200:
                assert "keeper" not in response.text
                assert response.content_type == "application/problem+json"
