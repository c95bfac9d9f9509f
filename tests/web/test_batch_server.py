"""Batches as they run: answered while they come, by clients who listen and by clients who do not."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.web.server import Server, everything, running, until
from tests.web.test_problems import TEXT

HEAD = (
    b"POST /v1/transcripts:batch HTTP/1.1\r\nHost: localhost\r\n"
    b"Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
)
LONG = TEXT.decode().replace("fog", "fog, and the fog's own fog, " * 400)
ITEM = json.dumps({"text": LONG}).encode() + b"\n"
END = b"0\r\n\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        yield server
        assert server.stop() == 0


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def test_each_line_is_answered_before_the_next_is_sent(server: Server) -> None:
    with server.dial() as connection:
        connection.sendall(HEAD)
        for index in range(5):
            connection.sendall(chunk(ITEM))
            answer = until(connection, b"}\n\r\n")
            assert b'{"index":%d,"status":200' % index in answer
        connection.sendall(END)
        assert everything(connection).endswith(END)


def test_a_client_that_sends_all_before_it_listens_gets_all_its_answers(server: Server) -> None:
    count = 500
    body = ITEM * count
    response, answer = server.ask("POST", "/v1/transcripts:batch", body, {"Content-Type": "application/x-ndjson"})
    assert response.status == 200
    assert min(len(body), len(answer)) > 10_000_000  # more than the buffers between client and server hold
    answers = [json.loads(line) for line in answer.splitlines()]
    assert [item["index"] for item in answers] == list(range(count))
    assert {item["status"] for item in answers} == {200}


def test_a_batch_under_way_leaves_a_worker_for_others(server: Server) -> None:
    with server.dial() as first:
        first.sendall(HEAD + chunk(ITEM))
        until(first, b"}\n\r\n")
        response, body = server.ask("POST", "/v1/transcripts:batch", ITEM, {"Content-Type": "application/x-ndjson"})
        assert (response.status, json.loads(body)["type"]) == (503, "/problems/overloaded")
        assert response.headers["Retry-After"] == "1"
        response, _ = server.ask("POST", "/v1/transcripts", TEXT, {"Content-Type": "text/plain"})
        assert response.status == 200
        first.sendall(END)
        everything(first)


def test_a_client_that_breaks_off_leaves_its_desk(server: Server) -> None:
    with server.dial() as connection:
        connection.sendall(HEAD + chunk(ITEM))
        until(connection, b"}\n\r\n")
    assert b'{"index":0,"status":200' in when_free(server, chunk(ITEM) + END)


def when_free(server: Server, body: bytes) -> bytes:
    """The answer to a batch, which is sent again while the desk is taken by the one before."""
    for _ in range(1_000):
        with server.dial() as connection:
            connection.sendall(HEAD + body)
            answer = everything(connection)
        if b"/problems/overloaded" not in answer:
            return answer
    pytest.fail("the desk was never left")


def test_broken_chunks_are_told_in_the_last_line(server: Server) -> None:
    answer = when_free(server, chunk(ITEM) + b"nonsense\r\n")
    assert b'{"index":1,"status":400,"problem":{"type":"/problems/truncated-body"' in answer
    assert answer.endswith(END)
