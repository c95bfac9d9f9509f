"""What the people and machines that run the service ask for."""

from __future__ import annotations

import orjson
from flask import Blueprint, Response

import transcript
from transcript.web import metrics
from transcript.web.rehearsal import rehearse

operations = Blueprint("operations", __name__)


@operations.get("/health")
def health() -> Response:
    """The process is alive."""
    return Response(b'{"status":"ok"}', content_type="application/json")


@operations.get("/ready")
def ready() -> Response:
    """The process can convert: it has done so once."""
    rehearse()
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
