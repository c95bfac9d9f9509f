"""What a Content-Type header says of a body."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from werkzeug.http import parse_options_header

from transcript.formats import BY_NAME, FORMATS
from transcript.web.problems import Problem

UPLOAD = "multipart/form-data"
ENVELOPE = "application/json"
ANY = "application/octet-stream"
# Python codecs that are no character sets of texts; some of them take quadratic time.
_NO_CHARSETS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}
_FORMATS: dict[str, str | None] = {ANY: None, ENVELOPE: None}  # of these the content must tell
for _row in FORMATS:
    if _row.reads:
        for _kind in _row.media_types:
            _FORMATS.setdefault(_kind, _row.name)


@dataclass(frozen=True, slots=True)
class Declared:
    """``format`` is the name of the row that must read the body; ``charset`` is a name that Python knows."""

    kind: Literal["text", "json", "upload"]
    format: str | None = None
    media_type: str = ""
    charset: str | None = None
    boundary: bytes = b""


@lru_cache(maxsize=256)
def declared_by(header: str, name: str | None = None) -> Declared:
    """What the header declares, and a name of a format that wins over it.

    :raises Problem: ``unsupported-media-type``, ``unknown-format``.
    """
    kind, parameters = parse_options_header(header)
    kind = kind.lower()
    named = None if name is None else _readable(name)
    if kind == UPLOAD:
        return Declared("upload", named, boundary=parameters.get("boundary", "").encode("latin-1", "replace"))
    if kind == ENVELOPE and named is None:
        return Declared("json")
    if kind not in _FORMATS and named is None:
        raise Problem("unsupported-media-type", "Say in Content-Type what the body is.", available=readable())
    return Declared("text", named, kind, _charset(parameters.get("charset")))


def _readable(name: str) -> str:
    row = BY_NAME.get(name)
    if row is None or not row.reads:
        reason = "one of " + ", ".join(row.name for row in FORMATS if row.reads)
        raise Problem("unknown-format", "No such format can be read.", errors={"from": [reason]}, available=readable())
    return name


def readable() -> list[dict[str, str]]:
    """Name and media type of everything that is read."""
    named = {UPLOAD: "upload", **_FORMATS, ENVELOPE: "json", ANY: "any"}
    return [{"name": name or "any", "media_type": kind} for kind, name in named.items()]


def _charset(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        charset = codecs.lookup(name).name
    except (LookupError, ValueError):
        charset = "undefined"
    if charset in _NO_CHARSETS or not codecs.lookup(charset)._is_text_encoding:
        raise Problem("unsupported-media-type", "Nothing here knows the charset that Content-Type names.")
    return charset
