"""The service with one more endpoint, which only gives the body back: the least that any endpoint costs."""

from __future__ import annotations

from flask import Response, request

from wsgi import app

__all__ = ["app"]


@app.post("/echo")
def echo() -> Response:
    """The body as it came."""
    return Response(request.get_data(cache=False), content_type="text/plain")
