"""A file that a form sends (RFC 7578): the part ``file``, and perhaps ``request`` with JSON beside it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.formparser import MultiPartParser

from transcript.web.problems import Problem

_PARTS = 16  # of one form
_REQUEST = 1 << 20  # bytes of the part ``request``


@dataclass(frozen=True, slots=True)
class Parts:
    """What the form held. ``request`` is JSON, or empty."""

    file: bytes
    name: str | None
    media_type: str
    request: bytes


def parts_of(data: bytes, boundary: bytes) -> Parts:
    """The parts of a form that a program sends.

    :raises Problem: ``malformed-request``: it is no form, or has not just one file.
    """
    form, sent = _parsed(data, boundary, _REQUEST)
    if len(sent) != 1:
        reason = "Send one file by this name." if not sent else "Send one file; several are a batch."
        raise Problem("malformed-request", "The form lacks its file.", errors={"file": [reason]})
    file = sent[0]
    return Parts(file.read(), file.filename, file.mimetype, form.get("request", "").encode())


def form_of(data: bytes, boundary: bytes) -> tuple[dict[str, str], Parts | None]:
    """The fields of a form that a browser sends, and the file, if the reader chose one.

    :raises Problem: ``malformed-request``: it is no form.
    """
    form, sent = _parsed(data, boundary, len(data))
    chosen = next((file for file in sent if file.filename), None)
    return form.to_dict(), Parts(chosen.read(), chosen.filename, chosen.mimetype, b"") if chosen else None


def _parsed(data: bytes, boundary: bytes, memory: int) -> tuple[MultiDict[str, str], list[FileStorage]]:
    parser = MultiPartParser(_in_memory, max_form_memory_size=memory, max_form_parts=_PARTS)
    try:
        form, files = parser.parse(BytesIO(data), boundary, len(data))
    except (ValueError, HTTPException):
        raise Problem("malformed-request", "The body is not multipart/form-data, or has too many parts.") from None
    return form, files.getlist("file")


def _in_memory(*_: Any, **__: Any) -> BytesIO:
    return BytesIO()
