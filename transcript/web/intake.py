"""What a client sent, as the engine wants it: a source or a document, with the caller's choices."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, cast

import orjson
from flask import Request

import transcript
from schemas.request import QUERY, REQUEST
from transcript import pipeline, wire
from transcript.formats import FORMATS
from transcript.model import Document, Source
from transcript.options import DEFAULTS, Options, Profile
from transcript.suffixes import known_suffix
from transcript.web import body, upload
from transcript.web.content import ENVELOPE, Declared, declared_by
from transcript.web.problems import Problem

_LONGEST_IDENTITY = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """One conversion that a client asks for. ``digest`` tells one input from another."""

    digest: str
    source: Source | Document
    options: Options = DEFAULTS

    @property
    def name(self) -> str | None:
        """Of the client's file."""
        return self.options.metadata.get("filename")

    def fingerprint(self, target: str) -> str:
        """What decides every byte of the answer, in 32 letters and digits."""
        options = "" if self.options is DEFAULTS else repr(self.options)
        said = f"{transcript.__version__} {target} {self.digest} {options}"
        return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def structured(self) -> Document:
        """The document that every format is made from.

        :raises TranscriptError: the source passes a limit.
        """
        return pipeline.structure(self.source, self.options)

    def written_as(self, name: str) -> bytes:
        """The document in the format of that name; raises as :meth:`structured` does, and ``CannotWrite``."""
        return pipeline.write(self.structured(), name, self.options)


def read(request: Request, limit: int) -> Wanted:
    """The conversion that the request asks for.

    :raises Problem: the body is missing, too large, cut short, or of a type that nothing reads.
    :raises ValidationError: it breaks its schema.
    :raises UnreadableInput: it is not of the type that it is said to be.
    """
    declared = declared_by(request.environ.get("CONTENT_TYPE", ""), request.args.get("from"))
    data = body.read(request, limit)
    if declared.kind == "text":
        wanted = wanted_of(_source(data, declared), DEFAULTS, data)
    elif declared.kind == "json":
        wanted = from_content(parsed(data), data)
    else:
        wanted = _from_upload(data, declared)
    return replace(wanted, options=_asked(wanted.options, request.args)) if request.args else wanted


def parsed(data: bytes) -> Any:
    """The JSON value; a byte order mark is no part of it.

    :raises Problem: ``malformed-json``, with the place.
    """
    try:
        return orjson.loads(data.removeprefix(codecs.BOM_UTF8))
    except orjson.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno, "offset": error.pos}
        raise Problem("malformed-json", f"Not JSON: {error.msg.partition(':')[0]}.", place=place) from None


def from_content(content: Any, data: bytes) -> Wanted:
    """The conversion that a JSON request asks for; JSON that some reader knows as its own may come by itself.

    :param data: the bytes that the content was parsed from.
    :raises ValidationError: it is neither, or breaks its schema.
    """
    keys = content.keys() if isinstance(content, dict) else set()
    if keys >= {"source", "segments"}:
        return wanted_of(wire.load(content), DEFAULTS, data)
    if not keys or keys - REQUEST.fields.keys():
        known = next((row.name for row in FORMATS if ENVELOPE in row.media_types and row.recognises(data)), None)
        if known:
            return wanted_of(pipeline.read(data, known), DEFAULTS, data)
    request = cast(dict[str, Any], REQUEST.load(content))
    options = _options(request)
    if "document" in request:
        return wanted_of(wire.load(request["document"]), options, data)
    return wanted_of(from_text(request["text"]), options, data)


def from_text(text: str) -> Source | Document:
    """The source of a text that may be captions or CHAT: of nothing in which offsets would be those of another text."""
    data = text.encode()
    known = (row.name for row in FORMATS if row.verbatim and row.recognises(data))
    return pipeline.read(data, next(known, "plain"))


def taken_identity(content: Any) -> str | None:
    """What a client calls an item of a batch; taken out of the item.

    :raises Problem: ``invalid-document``.
    """
    identity = content.pop("id", None) if isinstance(content, dict) else None
    if identity is not None and not (isinstance(identity, str) and len(identity) <= _LONGEST_IDENTITY):
        reason = f"Must be a string of at most {_LONGEST_IDENTITY} characters."
        raise Problem("invalid-document", "The item breaks its schema.", errors={"id": [reason]})
    return identity


def _from_upload(data: bytes, declared: Declared) -> Wanted:
    parts = upload.parts_of(data, declared.boundary)
    options = _options(_choices(parsed(parts.request))) if parts.request else DEFAULTS
    if parts.name and "filename" not in options.metadata:
        options = replace(options, metadata={**options.metadata, "filename": parts.name})
    suffix = known_suffix(parts.name or "")
    source = pipeline.read(parts.file, declared.format, suffix=suffix, media_type=parts.media_type)
    return wanted_of(source, options, parts.file)


def _choices(content: Any) -> dict[str, Any]:
    whole = {**content, "text": ""} if isinstance(content, dict) else content
    return cast(dict[str, Any], REQUEST.load(whole))


def _source(data: bytes, declared: Declared) -> Source | Document:
    charset = declared.charset
    if charset is None:
        return pipeline.read(data, declared.format, media_type=declared.media_type)
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        detail = f"The body is not in {charset}, as its Content-Type says."
        raise Problem("unreadable-input", detail, place={"byte": error.start}) from None
    if charset == "utf-8":
        return pipeline.read(data, declared.format, media_type=declared.media_type)
    source = pipeline.read(text.encode(), declared.format, media_type=declared.media_type)
    if isinstance(source, Document):
        return source
    return replace(source, sha256=sha256(data).hexdigest(), encoding=charset)


def wanted_of(source: Source | Document, options: Options, data: bytes) -> Wanted:
    """A source knows the digest of its bytes; a document that of the bytes which it was once made from.

    The same bytes may come by another name, which only the notes tell.
    """
    if isinstance(source, Document):
        return Wanted(f"{sha256(data).hexdigest()} {source.notes}", source, options)
    return Wanted(f"{source.format} {source.encoding} {source.sha256} {source.notes}", source, options)


def _asked(options: Options, query: Mapping[str, str]) -> Options:
    """The options with those of the query.

    :raises ValidationError: nothing of that name can be asked, or not so.
    """
    asked = QUERY.load(dict(query))
    if "profile" in asked:
        options = replace(options, profile=cast(Profile, asked["profile"]))
    if "explain" in asked:
        options = replace(options, explain=asked["explain"] == "true")
    return options


def _options(request: dict[str, Any]) -> Options:
    options = replace(wire.known_options(request), **request["options"])
    return DEFAULTS if options == DEFAULTS else options
