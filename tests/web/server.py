"""The real server, on a loopback port that the system chose."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

ROOT = Path(__file__).parents[2]
SECONDS = 30.0  # the longest that anything here waits


@dataclass(frozen=True)
class Server:
    """A running gunicorn. What it says, on both of its streams, is in ``said``."""

    port: int
    process: subprocess.Popen[bytes]
    said: IO[bytes]

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[HTTPResponse, bytes]:
        """One request on a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()

    def dial(self) -> socket.socket:
        """A connection that says nothing yet."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS)

    def raw(self, request: bytes) -> bytes:
        """All that comes back for these bytes."""
        with self.dial() as connection:
            connection.sendall(request)
            return everything(connection)

    def stop(self) -> int:
        """The exit code, after SIGTERM."""
        self.process.terminate()
        return self.process.wait(SECONDS)

    def log(self) -> str:
        """What the server has said so far."""
        self.said.seek(0)
        return self.said.read().decode()


def until(connection: socket.socket, mark: bytes) -> bytes:
    """What comes up to and with the mark."""
    heard = b""
    while mark not in heard:
        piece = connection.recv(65_536)
        assert piece, heard
        heard += piece
    return heard


def everything(connection: socket.socket) -> bytes:
    """What comes until the other side closes."""
    parts = iter(lambda: connection.recv(65_536), b"")
    return b"".join(parts)


@contextmanager
def running(**environment: str) -> Iterator[Server]:
    """The service as ``make serve`` runs it, stopped by SIGTERM at the end.

    The socket listens before the server starts, so nobody need wait for it: the first request does.
    """
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener, TemporaryFile() as said:
        port = listener.getsockname()[1]
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "wsgi:app"],
            cwd=ROOT,
            env={**os.environ, "BIND": f"fd://{listener.fileno()}", **environment},
            pass_fds=[listener.fileno()],
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        listener.close()
        try:
            yield Server(port, process, said)
        finally:
            process.terminate()
            try:
                process.wait(SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
