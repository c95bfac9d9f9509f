"""The lines of a body that is read while it is answered."""

from __future__ import annotations

import select
import weakref
from collections.abc import Iterable, Iterator
from socket import socket
from tempfile import TemporaryFile
from typing import Any

from flask import Request
from gunicorn.http.body import ChunkedReader
from gunicorn.http.errors import ParseException

from transcript.web import packing
from transcript.web.body import coding_of, too_large
from transcript.web.problems import Problem

_READ = 65_536
_SPOOL = 1 << 30  # bytes that are read ahead


class Inlet:
    """The chunks of a body, as they come. Those that come while the client takes no answers wait in a nameless file.

    A client may send all it has before it reads the first answer. Without the file both sides would wait for each
    other, as soon as the answers fill the buffers between them. ``fault`` is set where the body broke off, or went
    over the limit.
    """

    def __init__(self, chunks: Iterable[bytes], limit: int, sock: socket | None = None) -> None:
        self.fault: Problem | None = None
        self._limit = self._left = limit
        self._chunks = iter(chunks)
        self._sock = sock
        self._spool = TemporaryFile()  # noqa: SIM115 - see close, and the next line
        weakref.finalize(self, self._spool.close)
        self._read = self._written = 0
        self._ended = False

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self._read == self._written:
            chunk = self._receive()
            if chunk is None:
                raise StopIteration
            return chunk
        self._spool.seek(self._read)
        chunk = self._spool.read(_READ)
        self._read += len(chunk)
        if self._read == self._written:
            self._read = self._written = self._spool.seek(0)
            self._spool.truncate()
        return chunk

    def close(self) -> None:
        """Throw away what was read ahead."""
        self._spool.close()

    def make_way(self) -> None:
        """Come back when the client takes answers, or nothing more can be read ahead."""
        while self._sock and not self._ended and self._written < _SPOOL and _only_sends(self._sock):
            if chunk := self._receive():
                self._spool.seek(self._written)
                self._written += self._spool.write(chunk)

    def _receive(self) -> bytes | None:
        try:
            chunk = None if self._ended else next(self._chunks, None)
        except Problem as fault:
            chunk, self.fault = None, fault
        except (OSError, ParseException):
            chunk, self.fault = None, Problem("truncated-body", "The body ended, or its chunks broke, on the way.")
        self._left -= len(chunk or b"")
        if self._left < 0:
            chunk, self.fault = None, too_large(self._limit)
        self._ended = chunk is None
        return chunk


def of(request: Request, limit: int) -> Inlet:
    """The inlet of a request, for so many bytes, packed or unpacked."""
    chunks = _as_they_come(request.environ["wsgi.input"], request.content_length or 0)
    unpacked = packing.unpacked(chunks) if coding_of(request) == "gzip" else chunks
    return Inlet(unpacked, limit, request.environ.get("gunicorn.socket"))


def lines(chunks: Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    r"""What stands between the ``\n``, without empty lines; None in place of a line of more bytes than the limit."""
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        *ends, rest = chunk.split(b"\n")
        for end in ends:
            size += len(end)
            yield b"".join([*parts, end]) if size <= limit else None
            parts, size = [], 0
        size += len(rest)
        if size > limit:
            parts.clear()
        else:
            parts.append(rest)
    if size:
        yield b"".join(parts) if size <= limit else None


def _as_they_come(stream: Any, announced: int) -> Iterator[bytes]:
    reader = getattr(stream, "reader", None)
    if isinstance(reader, ChunkedReader) and reader.parser:
        yield from reader.parser  # read() would wait for more than has come
        return
    left = announced
    while left:
        chunk = stream.read(min(_READ, left))
        if not chunk:
            raise Problem("truncated-body", f"{left} of the announced bytes did not come.")
        left -= len(chunk)
        yield chunk


def _only_sends(sock: socket) -> bool:
    """Whether the client has sent something, and takes nothing."""
    poll = select.poll()
    poll.register(sock, select.POLLIN | select.POLLOUT)
    return all(event == select.POLLIN for _, event in poll.poll())
