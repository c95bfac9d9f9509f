"""The bytes of a request, whole or not at all, and never more than the limit."""

from __future__ import annotations

from typing import cast

from flask import Request
from gunicorn.http.errors import ParseException

from transcript.web import packing
from transcript.web.problems import Problem


def read(request: Request, limit: int) -> bytes:
    """The body.

    :param limit: most bytes that are read, and that are unpacked.
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
    if coding_of(request) == "gzip":
        data = _unpacked(data, limit)
    if not data:
        raise Problem("empty-body", "Send the text of an interview.")
    return data


def coding_of(request: Request) -> str:
    """``gzip`` or ``identity``.

    :raises Problem: ``unsupported-media-type`` for another Content-Encoding.
    """
    coding = request.environ.get("HTTP_CONTENT_ENCODING", "identity").strip().lower().removeprefix("x-")
    if coding not in ("gzip", "identity"):
        detail = "Content-Encoding may be gzip, or absent."
        raise Problem("unsupported-media-type", detail, headers={"Accept-Encoding": "gzip"})
    return str(coding)


def too_large(limit: int) -> Problem:
    """The problem of a body over the limit."""
    return Problem("content-too-large", f"At most {limit} bytes are read.")


def _unpacked(data: bytes, limit: int) -> bytes:
    size, pieces = 0, []
    for piece in packing.unpacked([data]):
        size += len(piece)
        if size > limit:
            raise too_large(limit)
        pieces.append(piece)
    return b"".join(pieces)
