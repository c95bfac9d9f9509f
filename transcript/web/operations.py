"""What the people and machines that run the service ask for."""

from __future__ import annotations

from functools import cache

import orjson
from flask import Blueprint, Response

import transcript
from transcript import pipeline
from transcript.web import metrics

operations = Blueprint("operations", __name__)


@operations.get("/health")
def health() -> Response:
    """The process is alive."""
    return Response(b'{"status":"ok"}', content_type="application/json")


@operations.get("/ready")
def ready() -> Response:
    """The process can convert: it has done so once."""
    _rehearse()
    return Response(b'{"status":"ready"}', content_type="application/json")


@operations.get("/version")
def version() -> Response:
    """Of the program."""
    return Response(
        orjson.dumps({"name": "transcript", "version": transcript.__version__}), content_type="application/json"
    )


@operations.get("/metrics")
def show_metrics() -> Response:
    """Figures of all workers, for Prometheus."""
    return Response(metrics.exposition(), content_type=metrics.CONTENT_TYPE_LATEST)


@cache
def _rehearse() -> None:
    pipeline.convert(b"A: Are we ready?\n\nB: We are.\n", to="json", format="plain")
