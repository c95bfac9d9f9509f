"""Processor time of one request in the workers, over that of an endpoint which gives the body back."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

from benchmarks.speed.rows import Row
from benchmarks.speed.texts import ORDINARY, text_of

ROOT = Path(__file__).parents[2]
ROUNDS = 8
REQUESTS = 60
"""A round: enough to cover the clock's grain, few enough that the contestants share every spell of the machine."""
_FASTAPI = "the same with FastAPI"


@dataclass
class Endpoint:
    """Where to ask, and what the asking has cost so far: the best round's processor time, and every delay."""

    server: Server
    path: str
    cost: float = float("inf")
    delays: list[float] = field(default_factory=list)

    def measure(self, body: bytes) -> None:
        """One round."""
        before = self.server.spent()
        for _ in range(REQUESTS):
            started = perf_counter()
            self.server.post(self.path, body)
            self.delays.append(perf_counter() - started)
        self.cost = min(self.cost, (self.server.spent() - before) / REQUESTS)

    def delay(self, share: float) -> float:
        """Seconds within which this share of the answers came."""
        return sorted(self.delays)[int(share * (len(self.delays) - 1))]


@dataclass(frozen=True)
class Server:
    """A master with workers."""

    port: int
    master: int

    def post(self, path: str, body: bytes) -> bytes:
        """The answer, on a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST", path, body, {"Content-Type": "text/plain"})
            response = connection.getresponse()
            data = response.read()
            assert response.status == 200, data[:500]
            return data
        finally:
            connection.close()

    def spent(self) -> float:
        """Processor seconds of master and workers so far; a master beside workers does next to nothing."""
        workers = Path(f"/proc/{self.master}/task/{self.master}/children").read_text().split()
        return sum(_on_processor(process) for process in (str(self.master), *workers))


def _on_processor(process: str) -> float:
    tasks = Path(f"/proc/{process}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


@contextmanager
def _running(*command: str) -> Iterator[Server]:
    """A server on a socket that listens already; stopped at the end. ``FD`` in the command stands for its number."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        number, port = listener.fileno(), listener.getsockname()[1]
        process = subprocess.Popen(
            [sys.executable, "-m", *(word.replace("FD", str(number)) for word in command)],
            cwd=ROOT,
            env={**os.environ, "WEB_CONCURRENCY": "2", "TRANSCRIPT_MAX_REQUESTS": "0", "BIND": f"fd://{number}"},
            pass_fds=[number],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    try:
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(30)


def services() -> Iterator[Row]:
    """JSON and TEI over an echo in the same application; JSON over the same work done with FastAPI and pydantic."""
    body = text_of(ORDINARY, 60_000).encode()
    with ExitStack() as stack:
        ours = stack.enter_context(_running("gunicorn", "benchmarks.speed.echo:app"))
        endpoints = {
            "echo": Endpoint(ours, "/echo"),
            "JSON": Endpoint(ours, "/v1/transcripts"),
            "TEI": Endpoint(ours, "/v1/transcripts?to=tei"),
        }
        if find_spec("fastapi") and find_spec("uvicorn"):
            peer = stack.enter_context(_running("benchmarks.speed.fastapi_peer", "FD"))
            endpoints[_FASTAPI] = Endpoint(peer, "/v1/transcripts")
        for endpoint in endpoints.values():
            for _ in range(20):
                endpoint.server.post(endpoint.path, body)
        for _ in range(ROUNDS):
            for endpoint in endpoints.values():
                endpoint.measure(body)
    yield from _rows(endpoints)


def _rows(endpoints: dict[str, Endpoint]) -> Iterator[Row]:
    for name, goal in (("JSON", 8.0), ("TEI", 10.0)):
        found = endpoints[name]
        yield Row(f"{name}: to an echo", found.cost / endpoints["echo"].cost, goal, f"{found.cost * 1e3:.2f} ms")
        median = found.delay(0.5)
        yield Row(f"{name}: p99 to p50", found.delay(0.99) / median, 3.0, f"p50 {median * 1e3:.1f} ms")
    if _FASTAPI in endpoints:
        peer = endpoints[_FASTAPI].cost
        yield Row(f"JSON: to {_FASTAPI}", endpoints["JSON"].cost / peer, 1.0, f"{peer * 1e3:.2f} ms")
    else:
        yield Row(f"JSON: to {_FASTAPI}", None, 1.0, "not installed")
