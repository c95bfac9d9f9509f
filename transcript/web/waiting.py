"""Clients whose request has not fully come: kept aside, so that none of them holds a worker.

What is decided here only says *when* gunicorn's parser is asked, never what a request is. A wrong guess makes the
worker wait for the rest of one request; it cannot change an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from socket import socket
from typing import Any

_HEAD_LIMIT = 64 * 1024
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
_CONTINUE = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE)
_STREAMED = re.compile(rb"POST [^ ?\r\n]*:batch[? ]")  # read while it comes
_LAST_CHUNK = re.compile(rb"\r\n0[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n\Z")


@dataclass(eq=False, slots=True)
class Guest:
    """One connection. ``deadline`` is on the monotonic clock; ``whole`` says that nothing more will come."""

    sock: socket
    address: Any
    listener: Any
    deadline: float
    buffer: bytearray = field(default_factory=bytearray)
    head: int = 0
    awaited: int | None = None
    whole: bool = False
    leaving: bool = False
    drained: int = 0

    def add(self, data: bytes, limit: int) -> bool:
        """Take what came; True when there is no reason to wait any longer.

        :param limit: largest body that is waited for; a larger one is for the application to refuse.
        """
        seen = max(0, len(self.buffer) - 3)
        self.buffer += data
        if not self.head:
            end = self.buffer.find(b"\r\n\r\n", seen)
            if end < 0:
                return len(self.buffer) > _HEAD_LIMIT
            self.head = end + 4
            if self._no_reason_to_wait(bytes(self.buffer[: end + 2]), limit):
                return True
        if self.awaited is None:
            tail = bytes(self.buffer[max(self.head - 2, len(self.buffer) - 1024) :])
            self.whole = _LAST_CHUNK.search(tail) is not None
            return self.whole or len(self.buffer) > self.head + limit
        self.whole = len(self.buffer) >= self.head + self.awaited
        return self.whole

    def _no_reason_to_wait(self, head: bytes, limit: int) -> bool:
        if _STREAMED.match(head):
            return True
        if _CHUNKED.search(head):
            self._encourage(head)
            return False
        length = _LENGTH.search(head)
        self.awaited = int(length[1]) if length else 0
        if self.awaited > limit:
            return True
        self._encourage(head)
        return False

    def _encourage(self, head: bytes) -> None:
        """Ask a client that waits for leave to go on (RFC 9110, section 10.1.1)."""
        if _CONTINUE.search(head):
            self.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")


class WaitingRoom:
    """The guests in order of arrival, bounded in number and in bytes."""

    def __init__(self, *, places: int, size: int) -> None:
        self._places = places
        self._size = size
        self._guests: dict[Guest, None] = {}

    def __len__(self) -> int:
        return len(self._guests)

    def __contains__(self, guest: Guest) -> bool:
        return guest in self._guests

    def admit(self, guest: Guest) -> None:
        """Keep a guest; may overfill the room, see :meth:`crowded_out`."""
        self._guests[guest] = None

    def release(self, guest: Guest) -> None:
        """Forget a guest."""
        del self._guests[guest]

    def overdue(self, now: float) -> list[Guest]:
        """Guests whose time is over."""
        return [guest for guest in self._guests if guest.deadline <= now]

    def crowded_out(self) -> Iterator[Guest]:
        """The guests that waited longest, as many as the room holds too many; the caller releases each."""
        while len(self._guests) > self._places or sum(len(guest.buffer) for guest in self._guests) > self._size:
            yield next(iter(self._guests))

    def hurry(self, deadline: float) -> None:
        """Let nobody stay longer than that."""
        for guest in self._guests:
            guest.deadline = min(guest.deadline, deadline)
