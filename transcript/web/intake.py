"""What a client sent, as the engine wants it: bytes of a known format, or a document, with the caller's choices."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

import orjson
from flask import Request
from werkzeug.http import parse_options_header

from transcript import pipeline
from transcript.formats import FORMATS
from transcript.model import Document, Source
from transcript.options import DEFAULTS, Options
from transcript.web import body
from transcript.web.problems import Problem

_FORMAT_OF = {kind: row.name for row in FORMATS if row.reads for kind in row.media_types}
_ENVELOPE = "application/json"
# Python codecs that are no character sets of texts; some of them take quadratic time.
_NO_CHARSETS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}


@dataclass(frozen=True, slots=True)
class Declared:
    """What the Content-Type header says. ``format`` is None for the JSON envelope."""

    format: str | None
    charset: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """One conversion that a client asks for; a ``document`` needs no reading."""

    data: bytes = b""
    declared: Declared = Declared("plain", None)
    document: Document | None = None
    options: Options = DEFAULTS

    def structured(self) -> Document:
        """The document that every format is made from.

        :raises TranscriptError: the bytes cannot be read, or pass a limit.
        """
        if self.document is not None:
            return self.document
        return pipeline.structure(self._source(), self.options)

    def written_as(self, name: str) -> bytes:
        """The document in the format of that name; raises as :meth:`structured` does, and ``CannotWrite``."""
        return pipeline.write(self.structured(), name, self.options)

    def _source(self) -> Source:
        charset = self.declared.charset
        if charset in (None, "utf-8"):
            source = pipeline.read(self.data, self.declared.format)
            if charset and source.encoding != charset:
                raise Problem("unreadable-input", "The body is not in utf-8, as its Content-Type says.")
            return source
        try:
            text = self.data.decode(charset)
        except UnicodeDecodeError as error:
            detail = f"The body is not in {charset}, as its Content-Type says."
            raise Problem("unreadable-input", detail, place={"byte": error.start}) from None
        source = pipeline.read(text.encode("utf-8", "surrogatepass"), self.declared.format)
        return replace(source, sha256=sha256(self.data).hexdigest(), encoding=charset)


def read(request: Request, limit: int) -> Wanted:
    """The conversion that the request asks for.

    :raises Problem: the body is missing, too large, cut short, of a type that nothing reads, or breaks its schema.
    """
    declared = _declared(request.environ.get("CONTENT_TYPE", ""))
    data = body.read(request, limit)
    return Wanted(data, declared) if declared.format else _from_envelope(data)


@lru_cache(maxsize=256)
def _declared(header: str) -> Declared:
    kind, parameters = parse_options_header(header)
    kind = kind.lower()
    if kind == _ENVELOPE:
        return Declared(None, None)
    if kind not in _FORMAT_OF:
        available = [{"name": name, "media_type": known} for known, name in {_ENVELOPE: "json", **_FORMAT_OF}.items()]
        raise Problem("unsupported-media-type", "Say in Content-Type what the body is.", available=available)
    return Declared(_FORMAT_OF[kind], _charset(parameters.get("charset")))


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


def _from_envelope(data: bytes) -> Wanted:
    try:
        content: Any = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno, "offset": error.pos}
        raise Problem("malformed-json", f"Not JSON: {error.msg.partition(':')[0]}.", place=place) from None
    return Wanted(content["text"].encode())
