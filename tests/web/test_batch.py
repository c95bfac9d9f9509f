"""Many interviews in one request."""

from __future__ import annotations

import gzip
import json
from base64 import b64decode
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from tests.web.test_problems import TEXT, WORDS, problem
from transcript.web.inlet import Inlet, lines

NDJSON = {"Content-Type": "application/x-ndjson"}
ITEM = {"text": TEXT.decode()}


def answers(client: FlaskClient, body: bytes, to: str = "json", **headers: str) -> list[dict[str, Any]]:
    response = client.post("/v1/transcripts:batch", query_string={"to": to}, data=body, headers=NDJSON | headers)
    assert (response.status_code, response.mimetype) == (200, "application/x-ndjson")
    return [json.loads(line) for line in response.text.splitlines()]


def ndjson(*items: object) -> bytes:
    return b"".join(json.dumps(item).encode() + b"\n" for item in items)


def test_each_line_is_answered_in_order(client: FlaskClient) -> None:
    single = client.post("/v1/transcripts", json=ITEM).json
    answered = answers(client, ndjson(ITEM, {"id": "tape 2", **ITEM}, ITEM))
    assert [(item["index"], item.get("id"), item["status"]) for item in answered] == [
        (0, None, 200),
        (1, "tape 2", 200),
        (2, None, 200),
    ]
    assert all(item["document"] == single for item in answered)


def test_a_line_that_is_wrong_does_not_stop_the_rest(client: FlaskClient) -> None:
    wrong = [{"text": 7}, {"text": ""}, [], {"id": 7, **ITEM}, {"id": "x" * 201, **ITEM}, {WORDS: WORDS}]
    body = b"{\n" + ndjson(*wrong) + b'{"text": "' + b"a" * 1_000_001 + b'"}\n\xff\n' + ndjson(ITEM)
    answered = answers(client, body)
    assert [item["status"] for item in answered] == [400, 422, 422, 422, 422, 422, 422, 413, 400, 200]
    assert [item["problem"]["status"] for item in answered[:-1]] == [item["status"] for item in answered[:-1]]
    assert WORDS not in json.dumps(answered[:-1])


def test_a_line_that_cannot_be_written_has_its_reason(client: FlaskClient) -> None:
    timed = {"document": client.post("/v1/transcripts", json=ITEM).json, "options": {"words_per_minute": 120}}
    untimed, with_times = answers(client, ndjson(ITEM, timed), to="vtt")
    assert untimed["problem"]["type"] == "/problems/cannot-write"
    assert with_times["media_type"] == "text/vtt"
    assert with_times["content"].startswith("WEBVTT")


def test_what_is_no_text_comes_in_base64(client: FlaskClient) -> None:
    (answered,) = answers(client, ndjson(ITEM), to="docx")
    assert b64decode(answered["base64"]).startswith(b"PK")


def test_empty_lines_are_no_items(client: FlaskClient) -> None:
    assert answers(client, b"") == []
    body = b"\n\r\n" + ndjson(ITEM) + b"\n  \n" + ndjson(ITEM).rstrip()
    assert [item["index"] for item in answers(client, body)] == [0, 1]


def test_a_batch_may_be_packed_both_ways(client: FlaskClient) -> None:
    plain = client.post("/v1/transcripts:batch", data=ndjson(ITEM, ITEM), headers=NDJSON)
    headers = NDJSON | {"Content-Encoding": "gzip", "Accept-Encoding": "gzip"}
    packed = client.post("/v1/transcripts:batch", data=gzip.compress(ndjson(ITEM, ITEM)), headers=headers)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data


@pytest.mark.parametrize("length", [10, 100])
def test_a_packed_batch_that_breaks_off_says_so_in_its_last_line(client: FlaskClient, length: int) -> None:
    packed = gzip.compress(ndjson(*[ITEM] * 50))
    headers = {"Content-Encoding": "gzip"}
    *_, last = answers(client, packed[:-length], **headers)
    assert (last["status"], last["problem"]["type"]) == (400, "/problems/truncated-body")


def test_a_batch_over_its_limit_says_so_in_its_last_line() -> None:
    inlet = Inlet(iter([b"a\n" * 600, b"b\n" * 600]), limit=1500)
    assert list(lines(inlet, 10)) == [b"a"] * 600
    assert inlet.fault is not None
    assert inlet.fault.kind.status == 413


def test_a_batch_of_another_type_is_415(client: FlaskClient) -> None:
    response = client.post("/v1/transcripts:batch", data=ndjson(ITEM), content_type="text/plain")
    assert problem(response, "unsupported-media-type")["available"][0]["media_type"] == "application/x-ndjson"


@given(st.lists(st.binary(max_size=50), max_size=10), st.integers(0, 60))
def test_lines_are_the_same_however_they_come(chunks: list[bytes], limit: int) -> None:
    whole = b"".join(chunks).split(b"\n")
    expected = [line if len(line) <= limit else None for line in (whole if whole[-1] else whole[:-1])]
    assert list(lines(chunks, limit)) == expected
