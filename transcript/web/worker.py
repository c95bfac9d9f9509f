"""gunicorn's sync worker with a waiting room: a request is served when it has come, not while it comes.

One request a process suits work that is all CPU, but gunicorn's own sync worker stands still while a client sends,
or says nothing at all: two idle connections stop a service of two workers. Here a worker only turns to clients who
have sent their request; the others wait aside, and are told so when their time is over.
"""

from __future__ import annotations

import os
import select
import selectors
import socket
import time
from contextlib import suppress
from http import HTTPStatus
from typing import Any, cast

import orjson
from flask import Flask
from gunicorn import http
from gunicorn.http import errors
from gunicorn.workers.sync import SyncWorker

from transcript.web import metrics
from transcript.web.problems import MEDIA_TYPE, Problem
from transcript.web.settings import Settings
from transcript.web.waiting import Guest, WaitingRoom

_READ = 65_536
_PATIENCE = 0.001  # seconds that a new client who has begun is listened to, before the client is asked to wait aside
_ROUND = 16  # new clients that are served before those who wait are heard again
_LINGER = 5.0  # seconds, and
_LINGER_BYTES = 64 * 1024 * 1024  # bytes, of a refused body that are let pass so that the client hears the refusal
_LAST_CALL = 3.0  # seconds for those who wait when the worker is asked to stop
_REFUSALS = (
    (errors.LimitRequestLine, "request-line-too-long"),
    (errors.LimitRequestHeaders, "headers-too-large"),
    (errors.ExpectationFailed, "expectation-failed"),
    (errors.UnsupportedTransferCoding, "unsupported-transfer-coding"),
    (errors.ParseException, "malformed-request"),
    (errors.NoMoreData, "malformed-request"),
)


class PatientWorker(SyncWorker):
    """Set as ``worker_class``; limits are those of the application that it serves."""

    def run(self) -> None:
        """Serve until told to stop, then serve those who have come already.

        :raises RuntimeError: gunicorn is asked for TLS, which belongs to a proxy in front.
        """
        if self.cfg.is_ssl:
            raise RuntimeError("this worker does not speak TLS: let a proxy in front of the service do so")
        extensions = cast(Flask, self.wsgi).extensions
        extensions["transcript.pulse"] = self.notify
        settings = cast(Settings, extensions["transcript"])
        self.receive_seconds, self.receive_bytes = settings.receive_seconds, settings.max_bytes
        self.room = WaitingRoom(places=256, size=8 * self.receive_bytes)
        self.door = selectors.DefaultSelector()
        self.door.register(self.PIPE[0], selectors.EVENT_READ)
        for listener in self.sockets:
            listener.setblocking(False)
            self.door.register(listener, selectors.EVENT_READ, listener)
        while self.alive and self.is_parent_alive():
            self._look_around()
        for listener in self.sockets:
            self.door.unregister(listener)
        self.room.hurry(time.monotonic() + _LAST_CALL)
        while len(self.room) and self.is_parent_alive():
            self._look_around()

    def _look_around(self) -> None:
        self.notify()
        for key, _ in self.door.select(1.0):
            if key.fd == self.PIPE[0]:
                os.read(self.PIPE[0], 4096)
            elif isinstance(key.data, Guest):
                self._hear(key.data)
            else:
                self._welcome_round(key.data)
        for guest in self.room.overdue(time.monotonic()):
            self._dismiss(guest, Problem("request-timeout", f"Not all of it came in {self.receive_seconds:g} s."))
        for guest in self.room.crowded_out():
            _say(guest.sock, Problem("overloaded", "Too many requests are under way; try again."))
            self._part(guest)

    def _welcome_round(self, listener: Any) -> None:
        for _ in range(_ROUND):
            if not self._welcome(listener):
                return

    def _welcome(self, listener: Any) -> bool:
        """Take one new client; False where there is none."""
        try:
            sock, address = listener.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return False  # another worker was quicker, or the client changed its mind
        sock.setblocking(False)
        guest = Guest(sock, address, listener, time.monotonic() + self.receive_seconds)
        while self._hear(guest):
            if not (guest.buffer and _readable(sock, _PATIENCE)):
                self.room.admit(guest)
                self.door.register(sock, selectors.EVENT_READ, guest)
                break
        return True

    def _hear(self, guest: Guest) -> bool:
        """Take what a guest says; True while there is more to wait for."""
        try:
            data = guest.sock.recv(_READ)
        except BlockingIOError:
            return True
        except OSError:
            data = b""
        if guest.leaving:
            guest.drained += len(data)
            if data and guest.drained < _LINGER_BYTES:
                return True
            self._part(guest)
        elif data and not guest.add(data, self.receive_bytes):
            return True
        elif guest.buffer:
            self._serve(guest)
        else:
            self._part(guest)
        return False

    def _serve(self, guest: Guest) -> None:
        guest.sock.settimeout(min(self.receive_seconds, self.timeout))
        parser = http.get_parser(self.cfg, guest.sock, guest.address)
        parser.unreader.unread(bytes(guest.buffer))
        guest.buffer.clear()
        request = None
        try:
            request = next(parser)
            self.handle_request(guest.listener, request, guest.sock, guest.address)
        except errors.NoMoreData as error:
            self.handle_error(request, guest.sock, guest.address, error)
        except (OSError, StopIteration) as error:
            self.log.debug("a client went away: %s", type(error).__name__)
        except BaseException as error:
            self.handle_error(request, guest.sock, guest.address, error)
        self._let_go(guest)

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        """Answer what gunicorn refuses, or the application let through, with a problem document."""
        code = next((code for kind, code in _REFUSALS if isinstance(exc, kind)), "internal-error")
        self.log.warning("answered %s: %s", code, type(exc).__name__)
        _say(client, Problem(code, "The server in front of the application could not take it."))

    def _dismiss(self, guest: Guest, problem: Problem) -> None:
        if guest.leaving or not guest.buffer:
            self._part(guest)
        else:
            _say(guest.sock, problem)
            self._let_go(guest)

    def _let_go(self, guest: Guest) -> None:
        """Close at once if all was read; else let the rest pass first, as closing would throw the answer away."""
        if guest.whole:
            self._part(guest)
            return
        try:
            guest.sock.setblocking(False)
            guest.sock.shutdown(socket.SHUT_WR)
        except OSError:
            self._part(guest)
            return
        guest.leaving = True
        guest.deadline = time.monotonic() + _LINGER
        guest.buffer.clear()
        if guest not in self.room:
            self.room.admit(guest)
            self.door.register(guest.sock, selectors.EVENT_READ, guest)

    def _part(self, guest: Guest) -> None:
        if guest in self.room:
            self.room.release(guest)
            self.door.unregister(guest.sock)
        guest.sock.close()


def _readable(sock: socket.socket, seconds: float) -> bool:
    poll = select.poll()
    poll.register(sock, select.POLLIN)
    return bool(poll.poll(seconds * 1000))


def _say(sock: socket.socket, problem: Problem) -> None:
    body = orjson.dumps(problem.body())
    status = problem.kind.status
    metrics.count("unknown", "other", status, 0.0, 0)
    head = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nConnection: close\r\nContent-Type: {MEDIA_TYPE}\r\n"
    with suppress(OSError):
        sock.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
