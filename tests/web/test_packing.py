"""gzip in and out."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from tests.web.test_problems import PLAIN, TEXT, problem
from transcript.web.packing import unpacked
from transcript.web.problems import Problem

LONG = TEXT * 100


def cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@given(st.lists(st.binary(max_size=200_000), min_size=1, max_size=3), st.integers(1, 100_000))
def test_whatever_was_packed_is_unpacked_however_it_comes(parts: list[bytes], size: int) -> None:
    packed = b"".join(gzip.compress(part) for part in parts)
    assert b"".join(unpacked(cut(packed, size))) == b"".join(parts)


@given(st.binary(max_size=1000), st.data())
def test_a_packed_body_that_ends_too_early_is_noticed(content: bytes, data: st.DataObject) -> None:
    packed = gzip.compress(content)
    end = data.draw(st.integers(1, len(packed) - 1))
    with pytest.raises(Problem) as caught:
        list(unpacked([packed[:end]]))
    assert caught.value.kind.code == "truncated-body"


def test_a_packed_body_reads_as_the_same_unpacked(client: FlaskClient) -> None:
    plain = client.post("/v1/transcripts", data=LONG, headers=PLAIN)
    packed = client.post("/v1/transcripts", data=gzip.compress(LONG), headers=PLAIN | {"Content-Encoding": "gzip"})
    assert (packed.status_code, packed.json["segments"]) == (200, plain.json["segments"])


def test_a_bomb_is_413(client: FlaskClient) -> None:
    bomb = gzip.compress(bytes(200_000_000))
    assert len(bomb) < 1_000_000
    problem(
        client.post("/v1/transcripts", data=bomb, headers=PLAIN | {"Content-Encoding": "gzip"}), "content-too-large"
    )


@pytest.mark.parametrize(
    "data",
    [b"nothing packed at all", gzip.compress(TEXT) + b"and more that is not packed", gzip.compress(b"") * 100],
    ids=["plain", "more behind", "many parts"],
)
def test_what_is_not_packed_as_it_says_is_400(client: FlaskClient, data: bytes) -> None:
    problem(
        client.post("/v1/transcripts", data=data, headers=PLAIN | {"Content-Encoding": "gzip"}), "malformed-request"
    )


def test_another_coding_is_415_and_says_which_is_right(client: FlaskClient) -> None:
    response = client.post("/v1/transcripts", data=TEXT, headers=PLAIN | {"Content-Encoding": "br"})
    problem(response, "unsupported-media-type")
    assert response.headers["Accept-Encoding"] == "gzip"


@pytest.mark.parametrize("accepted", ["gzip", "gzip, deflate, br", "*", "br;q=1, gzip;q=0.1"])
def test_the_answer_is_packed_for_who_accepts_it(client: FlaskClient, accepted: str) -> None:
    plain = client.post("/v1/transcripts", data=LONG, headers=PLAIN)
    packed = client.post("/v1/transcripts", data=LONG, headers=PLAIN | {"Accept-Encoding": accepted})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] == plain.headers["ETag"]
    assert "Accept-Encoding" in plain.headers["Vary"]


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0, *", "identity"])
def test_the_answer_is_not_packed_for_others(client: FlaskClient, accepted: str) -> None:
    response = client.post("/v1/transcripts", data=LONG, headers=PLAIN | {"Accept-Encoding": accepted})
    assert "Content-Encoding" not in response.headers
