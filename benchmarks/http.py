"""Processor time of one request in a worker, and what of it is HTTP's own.

python -m benchmarks.http [REQUESTS]
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.soak.clients import answer, post, workers
from tests.web.server import Server, running
from transcript import pipeline

QUESTION = "Wray: What did you do about the lighthouse in winter number {}, when the ferry was late?\n\n"
ANSWER = "Calder: Winter {} was a hard one. We rowed out, and nobody spoke until the light came up; then we sang.\n\n"
TEXT = "".join((QUESTION + ANSWER).format(number, number) for number in range(300)).encode()


def main() -> None:
    """Print microseconds of processor time for each kind of request."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with running(WEB_CONCURRENCY="1", TRANSCRIPT_MAX_REQUESTS="0") as server:
        status, document = answer(server, post(TEXT))
        assert status == 200
        requests = {
            "GET /health": b"GET /health HTTP/1.1\r\n\r\n",
            f"{len(TEXT) // 1000} kB of text to JSON": post(TEXT),
            "the same, packed": post(TEXT, "Accept-Encoding: gzip"),
            "the same, to TEI": post(TEXT, path="/v1/transcripts?to=tei"),
            f"{len(document) // 1000} kB of document to JSON": post(document, kind="application/json"),
        }
        for name, request in requests.items():
            print(f"{name:32}{_in_worker(server, request, count):8.0f} µs")
    whole = _alone(lambda: pipeline.convert(TEXT, to="json", format="plain"), count)
    print(f"{'text to JSON without HTTP':32}{whole:8.0f} µs")


def _in_worker(server: Server, request: bytes, count: int) -> float:
    answer(server, request)
    before = _spent(server)
    for _ in range(count):
        answer(server, request)
    return 1e6 * (_spent(server) - before) / count


def _spent(server: Server) -> float:
    (worker,) = workers(server)
    fields = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _alone(work: Callable[[], object], count: int) -> float:
    work()
    started = time.process_time()
    for _ in range(count):
        work()
    return 1e6 * (time.process_time() - started) / count


if __name__ == "__main__":
    main()
