"""Clients that keep books: what was sent, what came back, how long it took, what was lost."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.web.server import SECONDS, Server, everything


@dataclass
class Books:
    """``statuses`` counts the answers, ``lost`` the requests that had none; ``wrong`` answers are not as expected."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    lost: int = 0
    wrong: int = 0
    faults: int = 0

    @property
    def sent(self) -> int:
        """Requests sent, answered or not."""
        return sum(self.statuses.values()) + self.lost

    def quantile(self, share: float) -> float:
        """Milliseconds in which that share of the answers came."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def post(body: bytes, *headers: str, path: str = "/v1/transcripts", kind: str = "text/plain") -> bytes:
    """A request as it goes over the wire."""
    lines = [f"POST {path} HTTP/1.1", "Host: localhost", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, *headers, "", ""]).encode() + body


def answer(server: Server, request: bytes) -> tuple[int, bytes]:
    """Status and body; the status is 0 where no answer came, or not all of it.

    What the server sends counts even if it stops reading before all is sent.
    """
    heard = b""
    try:
        with server.dial() as connection:
            try:
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            heard = everything(connection)
    except OSError:
        pass
    head, _, body = heard.partition(b"\r\n\r\n")
    announced = re.search(rb"\r\nContent-Length: (\d+)", head)
    whole = head.startswith(b"HTTP/1.1 ") and (announced is None or int(announced[1]) == len(body))
    return (int(head.split(b" ", 2)[1]), body) if whole else (0, b"")


def send(
    server: Server, requests: Iterable[bytes], books: Books, *, clients: int, expected: Callable[[int, bytes], bool]
) -> None:
    """Send the requests, each once, from so many clients at a time; write down what comes."""
    source, lock = iter(requests), threading.Lock()

    def client() -> None:
        while True:
            with lock:
                request = next(source, None)
            if request is None:
                return
            started = time.perf_counter()
            status, body = answer(server, request)
            took = time.perf_counter() - started
            with lock:
                if status:
                    books.statuses[status] += 1
                    books.seconds.append(took)
                    books.wrong += not expected(status, body)
                else:
                    books.lost += 1

    with ThreadPoolExecutor(clients) as pool:
        for done in [pool.submit(client) for _ in range(clients)]:
            done.result()


def for_seconds(seconds: float, request: bytes) -> Iterator[bytes]:
    """The same request again and again, until the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield request


@contextmanager
def meanwhile(work: Callable[[threading.Event], None]) -> Iterator[None]:
    """Do something beside the block, which is told by the event when to stop."""
    stop = threading.Event()
    thread = threading.Thread(target=work, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(SECONDS)


def workers(server: Server) -> list[int]:
    """The process numbers of the workers."""
    pid = server.process.pid
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def memory(server: Server) -> int:
    """Kilobytes that the workers hold for themselves alone."""
    return sum(_private(pid) for pid in workers(server))


def _private(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Clean", "Private_Dirty")))
