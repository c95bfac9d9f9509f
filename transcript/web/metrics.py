"""Figures for Prometheus, summed over all workers.

Each worker writes its figures to files of its own in ``PROMETHEUS_MULTIPROC_DIR``. Their names hold the place of the
worker, not its process number, so a new worker counts on where the old one stopped and the files stay few.
"""

from __future__ import annotations

import os
from functools import cache

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
    values,
)
from prometheus_client.multiprocess import MultiProcessCollector

__all__ = ["CONTENT_TYPE_LATEST", "count", "exposition", "take_place"]

_SEVERAL = "PROMETHEUS_MULTIPROC_DIR" in os.environ
_place = 0
if _SEVERAL:
    values.ValueClass = values.MultiProcessValue(lambda: _place)  # type: ignore[no-untyped-call]

_REQUESTS = Counter("transcript_requests", "Requests answered", ["route", "method", "status"])
_SECONDS = Histogram(
    "transcript_request_seconds",
    "Time from the request's arrival at a worker to its last byte",
    ["route"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
_RECEIVED = Counter("transcript_received_bytes", "Bytes of request bodies, as announced", ["route"])


def take_place(place: int) -> None:
    """Count from now on as the worker of that place."""
    global _place
    _place = place


def count(route: str, method: str, status: int, seconds: float, received: int) -> None:
    """One request answered."""
    requests, took, bytes_in = _series(route, method, status)
    requests.inc()
    took.observe(seconds)
    bytes_in.inc(received)


@cache
def _series(route: str, method: str, status: int) -> tuple[Counter, Histogram, Counter]:
    return _REQUESTS.labels(route, method, status), _SECONDS.labels(route), _RECEIVED.labels(route)


def exposition() -> bytes:
    """Everything counted so far, in Prometheus' text format."""
    if not _SEVERAL:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
