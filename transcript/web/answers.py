"""What goes out: the document in the format that was asked for, with what a client needs to name and to keep it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath
from urllib.parse import quote

import orjson
from flask import Request, Response
from werkzeug.http import parse_etags

from transcript.formats import Format
from transcript.model import Document, Origin, Source
from transcript.web import packing
from transcript.web.intake import Wanted
from transcript.web.problems import Problem

_STEM = "transcript"  # of the file name where the client gave none


def made(request: Request, wanted: Wanted, target: Format, *, gzip: bool) -> Response:
    """The answer. The same request has the same ETag, and is not converted again for a client that has the answer.

    :raises Problem: ``not-changed`` (RFC 9110, section 13.1.2: a POST is answered 412, not 304).
    """
    tag = wanted.fingerprint(target.name)
    if known := request.environ.get("HTTP_IF_NONE_MATCH"):
        _refuse_known(tag, known)
    data = wanted.written_as(target.name)
    headers = {
        "Content-Type": content_type(target),
        "Content-Disposition": disposition(wanted.name, target.suffix),
        "ETag": f'W/"{tag}"',
        "Vary": "Accept, Accept-Encoding",
    }
    return _packed(request, data, headers, gzip=gzip)


def read(request: Request, source: Source | Document, *, gzip: bool) -> Response:
    """What was read, with the text that offsets count; a document has none."""
    origin = source.source if isinstance(source, Document) else source
    found = {
        "format": origin.format,
        "characters": origin.characters if isinstance(origin, Origin) else len(origin.text),
        "sha256": origin.sha256,
        "encoding": None if isinstance(origin, Origin) else origin.encoding,
        "text": None if isinstance(origin, Origin) else origin.text,
    }
    data = orjson.dumps(found)
    headers = {"Content-Type": "application/json", "Vary": "Accept-Encoding"}
    return _packed(request, data, headers, gzip=gzip)


def _packed(request: Request, data: bytes, headers: dict[str, str], *, gzip: bool) -> Response:
    if gzip and packing.is_welcome(request.environ.get("HTTP_ACCEPT_ENCODING"), len(data)):
        data = packing.pack(data)
        headers["Content-Encoding"] = "gzip"
    return Response(data, 200, headers)


def content_type(row: Format) -> str:
    """The media type that the format is answered with."""
    return f"{row.media_type}; charset=utf-8" if row.media_type.startswith("text/") else row.media_type


def _refuse_known(tag: str, known: str) -> None:
    if parse_etags(known).contains_weak(tag):
        raise Problem("not-changed", "The ETag is one of If-None-Match.", headers={"ETag": f'W/"{tag}"'})


@lru_cache(maxsize=64)
def disposition(name: str | None, suffix: str) -> str:
    """A file name for the answer (RFC 6266): that of the client's file, with the suffix of the format."""
    whole = (PurePath(name.replace("\\", "/")).name.partition(".")[0] if name else "") or _STEM
    printable = "".join(sign for sign in whole if sign.isprintable())[:100] + suffix
    plain = "".join(sign if sign.isascii() and sign not in '"\\%' else "_" for sign in printable)
    star = "" if plain == printable else f"; filename*=UTF-8''{quote(printable, safe='')}"
    return f'attachment; filename="{plain}"{star}'
