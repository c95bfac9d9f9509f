"""What the service is put through. Each trial takes its size, and gives the books of the clients."""

from __future__ import annotations

import os
import random
import signal
import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass

from tests.soak.clients import Books, answer, for_seconds, meanwhile, memory, post, send, workers
from tests.soak.hostile import bombs, liars, requests
from tests.web.server import Server, running
from tests.web.test_problems import TEXT
from transcript.web.openapi import contract

ORDINARY = post(TEXT * 20)
SLOW = b"POST /v1/transcripts HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: 999\r\n\r\n"
DOCUMENTED = {int(status) for status in contract()["paths"]["/v1/transcripts"]["post"]["responses"]}
BY_THE_SERVER = {400, 408, 414, 417, 431, 501, 503}  # before there is a request that the application could see


@dataclass
class Trial:
    """One row of the report. Memory is in kilobytes, that of all workers."""

    name: str
    books: Books
    faults: str
    before: int
    after: int
    alive: bool


def load(seconds: float, *, clients: int = 8) -> Trial:
    """Ordinary requests, as fast as they are answered; each answer must be the right one."""
    with running() as server:
        return _under_load(server, "load", "none", seconds, clients)


def reloads(seconds: float, *, clients: int = 8, pause: float = 0.5) -> Trial:
    """The same, while SIGHUP replaces the workers again and again."""
    with running() as server:

        def reload(books: Books) -> None:
            server.process.send_signal(signal.SIGHUP)
            books.faults += 1

        return _disturbed(server, "reload under load", "{} SIGHUP", seconds, clients, pause, reload)


def kills(seconds: float, *, clients: int = 8, pause: float = 0.5) -> Trial:
    """The same, while a worker is killed again and again. Who is with it is lost, nobody else."""
    with running() as server:
        chance = random.Random(1)  # noqa: S311

        def kill(books: Books) -> None:
            if present := workers(server):
                os.kill(chance.choice(present), signal.SIGKILL)
                books.faults += 1

        return _disturbed(server, "workers killed under load", "{} SIGKILL", seconds, clients, pause, kill)


def slow_clients(seconds: float, *, slow: int = 100, idle: int = 100, clients: int = 4) -> Trial:
    """Ordinary requests among clients who send a byte now and then, and clients who say nothing."""
    with running(TRANSCRIPT_RECEIVE_SECONDS="5") as server, ExitStack() as open_:

        def dawdle(stop: threading.Event) -> None:
            lazy: list[socket.socket] = []
            while not stop.wait(0.1):
                while len(lazy) < slow:
                    lazy.append(open_.enter_context(server.dial()))
                    lazy[-1].sendall(SLOW)
                for client in list(lazy):
                    try:
                        client.send(b"A")
                    except OSError:
                        lazy.remove(client)

        for _ in range(idle):
            open_.enter_context(server.dial())
        faults = f"{slow} clients that send 10 bytes a second, {idle} that say nothing"
        with meanwhile(dawdle):
            return _under_load(server, "slow and silent clients", faults, seconds, clients)


def crowd(count: int) -> Trial:
    """More half-open connections than the workers have room for."""
    with running() as server, ExitStack() as open_:
        before = _settled(server)
        for _ in range(count):
            open_.enter_context(server.dial()).sendall(b"POST /v1/transcripts HTTP/1.1\r\n")
        books = Books()
        send(server, [ORDINARY] * 200, books, clients=4, expected=lambda status, _: status == 200)
        return Trial("half-open connections", books, f"{count} left open", before, memory(server), _lives(server))


def hostile_bodies(count: int, *, clients: int = 4) -> Trial:
    """Bodies that are damaged, or were never meant to be read."""
    return _trial("hostile bodies", requests(count), f"{count} bodies", clients)


def lies(times: int) -> Trial:
    """Headers that lie of the body, chunks that break, and what is no HTTP."""
    with running(TRANSCRIPT_RECEIVE_SECONDS="2") as server:
        return _hurled(server, "lying headers", [lie for _ in range(times) for lie in liars()], "each request one", 4)


def unpacking(size: int, *, times: int = 1) -> Trial:
    """Bodies that unpack to far more than the limit, and entities that do so when they are read."""
    hurled = list(bombs(size)) * times
    return _trial("gzip, zip and entity bombs", hurled, f"each unpacks to {size >> 20} MB or more", 2)


def _trial(name: str, hurled: Iterable[bytes], faults: str, clients: int) -> Trial:
    with running() as server:
        return _hurled(server, name, hurled, faults, clients)


def _hurled(server: Server, name: str, hurled: Iterable[bytes], faults: str, clients: int) -> Trial:
    send(server, requests(1_000, seed=2), Books(), clients=4, expected=lambda *_: True)  # imports every reader
    before = _settled(server)
    books = Books()
    send(server, hurled, books, clients=clients, expected=lambda status, _: status in DOCUMENTED | BY_THE_SERVER)
    return Trial(name, books, faults, before, memory(server), _lives(server))


def _under_load(server: Server, name: str, faults: str, seconds: float, clients: int) -> Trial:
    before = _settled(server)
    books, right = Books(), answer(server, ORDINARY)
    send(server, for_seconds(seconds, ORDINARY), books, clients=clients, expected=lambda *given: given == right)
    return Trial(name, books, faults, before, memory(server), _lives(server))


def _disturbed(
    server: Server, name: str, faults: str, seconds: float, clients: int, pause: float, disturb: Callable[[Books], None]
) -> Trial:
    before = _settled(server)
    books, right = Books(), answer(server, ORDINARY)

    def work(stop: threading.Event) -> None:
        while not stop.wait(pause):
            disturb(books)

    with meanwhile(work):
        send(server, for_seconds(seconds, ORDINARY), books, clients=clients, expected=lambda *given: given == right)
    return Trial(name, books, faults.format(books.faults), before, memory(server), _lives(server))


def _settled(server: Server) -> int:
    """The memory after the first requests, which import what later ones need."""
    send(server, [ORDINARY] * 200, Books(), clients=4, expected=lambda *_: True)
    return memory(server)


def _lives(server: Server) -> bool:
    return answer(server, b"GET /ready HTTP/1.1\r\n\r\n")[0] == 200
