"""The bytes of a request, whole or not at all, and never more than the limit."""

from __future__ import annotations

from typing import cast

from flask import Request
from gunicorn.http.errors import ParseException

from transcript.web.problems import Problem


def read(request: Request, limit: int) -> bytes:
    """The body.

    :param limit: most bytes that are read.
    :raises Problem: ``content-too-large``, ``empty-body``, ``truncated-body`` where fewer bytes came than announced or
        the chunks are broken.
    """
    length = request.content_length
    if length is not None and length > limit:
        raise too_large(limit)
    if length is None and not request.environ.get("wsgi.input_terminated"):
        length = 0
    try:
        data = cast(bytes, request.environ["wsgi.input"].read(limit + 1 if length is None else length))
    except (OSError, ParseException):
        raise Problem(
            "truncated-body", "The connection ended, or its chunks broke, before the body was whole."
        ) from None
    if length is not None and len(data) < length:
        raise Problem("truncated-body", f"Content-Length announces {length} bytes; {len(data)} came.")
    if len(data) > limit:
        raise too_large(limit)
    if not data:
        raise Problem("empty-body", "Send the text of an interview.")
    return data


def too_large(limit: int) -> Problem:
    """The problem of a body over the limit."""
    return Problem("content-too-large", f"At most {limit} bytes are read.")
