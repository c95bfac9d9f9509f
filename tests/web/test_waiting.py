"""When a client is turned to."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.web.waiting import Guest, WaitingRoom

LIMIT = 1_000
HEAD = b"POST /v1/transcripts HTTP/1.1\r\nHost: localhost\r\n"


@pytest.fixture(scope="module")
def sock() -> Iterator[socket.socket]:
    with socket.socket() as sock:
        yield sock


def pieces(request: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({cut % len(request) for cut in cuts} | {0, len(request)})
    return [request[start:end] for start, end in pairwise(places)]


@given(st.binary(max_size=300), st.lists(st.integers(0, 1000), max_size=6))
def test_a_request_of_known_length_is_turned_to_when_its_last_byte_has_come(body: bytes, cuts: list[int]) -> None:
    request = HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body
    with socket.socket() as sock:
        guest = Guest(sock, None, None, 0.0)
        *early, last = pieces(request, cuts)
        assert not any(guest.add(piece, LIMIT) for piece in early)
        assert guest.add(last, LIMIT)
        assert guest.whole
        assert guest.buffer == request


@given(
    st.lists(st.text("abc: \n", min_size=1, max_size=50), max_size=5),
    st.sampled_from([b"", b"Digest: abc\r\n", b"A: b\r\nC: d\r\n"]),
    st.lists(st.integers(0, 1000), max_size=6),
)
def test_a_request_in_chunks_is_turned_to_when_the_last_has_come(
    parts: list[str], trailer: bytes, cuts: list[int]
) -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part.encode()) for part in parts)
    request = HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n" + trailer + b"\r\n"
    with socket.socket() as sock:
        guest = Guest(sock, None, None, 0.0)
        *early, last = pieces(request, cuts)
        assert not any(guest.add(piece, LIMIT) for piece in early)
        assert guest.add(last, LIMIT)
        assert guest.whole


@pytest.mark.parametrize(
    "request_",
    [
        HEAD + b"Content-Length: 1001\r\n\r\n",
        HEAD.replace(b"transcripts", b"transcripts:batch") + b"Content-Length: 900\r\n\r\n",
        HEAD.replace(b"transcripts", b"transcripts:batch?to=tei") + b"Transfer-Encoding: chunked\r\n\r\n",
        HEAD + b"A: " + b"a" * 70_000,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"a" * 1001,
    ],
    ids=["too large", "batch", "batch in chunks", "endless head", "endless chunks"],
)
def test_some_are_turned_to_before_they_have_said_all(sock: socket.socket, request_: bytes) -> None:
    guest = Guest(sock, None, None, 0.0)
    assert guest.add(request_, LIMIT)
    assert not guest.whole


def guests(sock: socket.socket, *sizes: int) -> list[Guest]:
    return [Guest(sock, None, None, float(number), bytearray(size)) for number, size in enumerate(sizes)]


def test_who_waited_longest_is_crowded_out_first(sock: socket.socket) -> None:
    room = WaitingRoom(places=2, size=100)
    present = guests(sock, 10, 10, 10, 95)
    for guest in present:
        room.admit(guest)
    gone = []
    for guest in room.crowded_out():
        gone.append(guest)
        room.release(guest)
    assert gone == present[:3]
    assert present[3] in room


def test_who_is_overdue_is_known_and_all_can_be_hurried(sock: socket.socket) -> None:
    room = WaitingRoom(places=9, size=9)
    present = guests(sock, 0, 0, 0)
    for guest in present:
        room.admit(guest)
    assert room.overdue(1.0) == present[:2]
    room.hurry(0.5)
    assert room.overdue(0.5) == present
