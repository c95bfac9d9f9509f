"""The service as it runs: gunicorn, its configuration, and clients with bad manners."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest

from tests.web.server import Server, everything, running

TEXT = b"Wray: Who was it?\n\nCalder: I cannot say, and I will not.\n"
HEAD = b"POST /v1/transcripts HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running(TRANSCRIPT_RECEIVE_SECONDS="2", TRANSCRIPT_MAX_BYTES="1000000") as server:
        yield server
        assert server.stop() == 0
        assert "I cannot say" not in server.log()


def problem(answer: bytes) -> tuple[int, str]:
    """Status and code of a raw answer that is a problem document."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"\r\nContent-Type: application/problem+json\r\n" in head + b"\r\n"
    return int(head.split(b" ", 2)[1]), json.loads(body)["type"].removeprefix("/problems/")


def test_a_transcript_goes_in_and_a_document_comes_out(server: Server) -> None:
    response, body = server.ask("POST", "/v1/transcripts", TEXT, {"Content-Type": "text/plain"})
    assert (response.status, response.headers.get_content_type()) == (200, "application/json")
    assert json.loads(body)["source"]["characters"] == len(TEXT)


def test_a_body_in_chunks_is_read_whole(server: Server) -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (TEXT[:20], TEXT[20:])) + b"0\r\n\r\n"
    answer = server.raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunks)
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["source"]["characters"] == len(TEXT)


def test_a_client_that_waits_for_leave_is_asked_to_go_on(server: Server) -> None:
    with server.dial() as connection:
        connection.sendall(HEAD + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(TEXT))
        assert connection.recv(100).startswith(b"HTTP/1.1 100 Continue")
        connection.sendall(TEXT)
        assert b"HTTP/1.1 200 OK" in everything(connection)


def test_silent_clients_keep_nobody_waiting(server: Server) -> None:
    idle = [server.dial() for _ in range(20)]
    slow = [server.dial() for _ in range(20)]
    for connection in slow:
        connection.sendall(HEAD + b"Content-Length: 100000\r\n\r\nWray:")
    response, _ = server.ask("GET", "/health")
    assert response.status == 200
    for connection in idle:
        assert everything(connection) == b""
        connection.close()
    for connection in slow:
        assert problem(everything(connection)) == (408, "request-timeout")
        connection.close()


@pytest.mark.parametrize("announced", [len(TEXT) + 1, 999_999])
def test_a_body_shorter_than_announced_is_400(server: Server, announced: int) -> None:
    with server.dial() as connection:
        connection.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % announced + TEXT)
        connection.shutdown(socket.SHUT_WR)
        assert problem(everything(connection)) == (400, "truncated-body")


def test_a_body_in_broken_chunks_is_400(server: Server) -> None:
    with server.dial() as connection:
        connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + TEXT)
        connection.shutdown(socket.SHUT_WR)
        assert problem(everything(connection)) == (400, "truncated-body")


def test_20_mb_are_413_and_the_client_hears_it(server: Server) -> None:
    response, body = server.ask("POST", "/v1/transcripts", b"a" * 20_000_000, {"Content-Type": "text/plain"})
    assert (response.status, json.loads(body)["type"]) == (413, "/problems/content-too-large")


def test_chunks_without_end_are_413(server: Server) -> None:
    body = b"186a0\r\n" + b"a" * 100_000 + b"\r\n"
    answer = server.raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + body * 12)
    assert problem(answer) == (413, "content-too-large")


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (b"nonsense\r\n\r\n", (400, "malformed-request")),
        (b"GET / HTTP/9.9\r\n\r\n", (400, "malformed-request")),
        (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n", (414, "request-line-too-long")),
        (b"GET / HTTP/1.1\r\nA: " + b"a" * 70_000 + b"\r\n\r\n", (431, "headers-too-large")),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n", (431, "headers-too-large")),
        (HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", (400, "malformed-request")),
        (HEAD + b"Content-Length: -1\r\n\r\n", (400, "malformed-request")),
        (HEAD + b"Transfer-Encoding: klingon, chunked\r\n\r\n0\r\n\r\n", (501, "unsupported-transfer-coding")),
        (HEAD + b"Expect: a miracle\r\nContent-Length: 1\r\n\r\na", (417, "expectation-failed")),
    ],
)
def test_what_is_no_request_is_refused_with_a_problem(server: Server, request_: bytes, answer: tuple[int, str]) -> None:
    assert problem(server.raw(request_)) == answer
