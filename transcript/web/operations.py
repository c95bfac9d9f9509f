"""What the people and machines that run the service ask for."""

from __future__ import annotations

import orjson
from flask import Blueprint, Response

import transcript

operations = Blueprint("operations", __name__)


@operations.get("/health")
def health() -> Response:
    """The process is alive."""
    return Response(b'{"status":"ok"}', content_type="application/json")


@operations.get("/version")
def version() -> Response:
    """Of the program, and of the JSON that it writes."""
    body = {"name": "transcript", "version": transcript.__version__, "wire": "1.0"}
    return Response(orjson.dumps(body), content_type="application/json")
