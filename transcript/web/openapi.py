"""The contract in OpenAPI 3.1, made from the schemas, the table of formats and the kinds of problems."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from marshmallow import Schema, fields

import transcript
from schemas.document import DocumentSchema
from schemas.fields import Either
from schemas.problem import ProblemSchema
from schemas.request import PROFILES, RequestSchema
from schemas.service import (
    BatchAnswerSchema,
    BatchItemSchema,
    FormatsSchema,
    ProblemKindSchema,
    SourceSchema,
    StateSchema,
    VersionSchema,
)
from transcript.formats import FORMATS
from transcript.web import batch, content, problems

Json = dict[str, Any]

_SCHEMAS: dict[str, type[Schema]] = {
    "Document": DocumentSchema,
    "Request": RequestSchema,
    "Problem": ProblemSchema,
    "Formats": FormatsSchema,
    "Source": SourceSchema,
    "State": StateSchema,
    "Version": VersionSchema,
    "ProblemKind": ProblemKindSchema,
    "BatchItem": BatchItemSchema,
    "BatchAnswer": BatchAnswerSchema,
}
_EITHER: Json = {
    "if": {"required": ["text"]},
    "then": {"not": {"required": ["document"]}},
    "else": {"required": ["document"]},
}
_RULES = {"Request": _EITHER, "BatchItem": _EITHER}  # which fields alone cannot say
_ABOUT = """\
Interview text in, speaker-labelled turns out, nothing lost, every decision explained.

Errors are problem documents (RFC 9457) and never quote the transcript. What is sent is gone when it is answered."""


@cache
def contract() -> Json:
    """The whole contract."""
    plugin = MarshmallowPlugin(schema_name_resolver=_name)
    spec = APISpec(
        title="transcript",
        version=transcript.__version__,
        openapi_version="3.1.0",
        plugins=[plugin],
        info={"description": _ABOUT},
        security=[{}, {"key": []}],
    )
    converter = cast(OpenAPIConverter, plugin.converter)
    for function in (_tuple, _either, _pattern):
        converter.add_attribute_function(function)  # type: ignore[no-untyped-call]
    spec.components.security_scheme("key", {"type": "http", "scheme": "bearer"})
    for name, schema in _SCHEMAS.items():
        spec.components.schema(name, component=_RULES.get(name), schema=schema)
    for path, operations in _PATHS.items():
        spec.path(path, operations=operations)
    return spec.to_dict()


def _name(schema: Schema | type[Schema]) -> str:
    kind = schema if isinstance(schema, type) else type(schema)
    given = "Given" if isinstance(schema, Schema) and schema.partial else ""
    return given + kind.__name__.removesuffix("Schema")


def _tuple(self: OpenAPIConverter, field: fields.Field[Any], **_: Any) -> Json:
    if not isinstance(field, fields.Tuple):
        return {}
    items = [self.field2property(item) for item in field.tuple_fields]
    return {"type": "array", "prefixItems": items, "items": items[0], "minItems": len(items), "maxItems": len(items)}


def _either(self: OpenAPIConverter, field: fields.Field[Any], **_: Any) -> Json:
    if not isinstance(field, Either):
        return {}
    choices = {
        tag: self.resolve_nested_schema(schema)  # type: ignore[no-untyped-call]
        for tag, schema in field.choices.items()
    }
    mapping = {tag: choice["$ref"] for tag, choice in choices.items()}
    return {"oneOf": list(choices.values()), "discriminator": {"propertyName": field.tag, "mapping": mapping}}


def _pattern(self: OpenAPIConverter, field: fields.Field[Any], ret: Json, **_: Any) -> Json:
    r"""Python's patterns begin at the start, and end at ``\Z``; those of JSON Schema say so otherwise."""
    if "pattern" not in ret:
        return {}
    return {"pattern": f"^(?:{ret['pattern']})".replace(r"\Z", "$")}


def _schema(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(name: str) -> Json:
    return {"application/json": {"schema": _schema(name)}}


def _problems(*statuses: int) -> Json:
    """The answers that are problems, with those that any request may have."""
    kinds: dict[int, list[str]] = {}
    for kind in problems.KINDS.values():
        if kind.status in (*statuses, 500, 503):
            kinds.setdefault(kind.status, []).append(f"`{kind.code}`: {kind.title}")
    return {
        str(status): {"description": ". ".join(said), "content": {problems.MEDIA_TYPE: {"schema": _schema("Problem")}}}
        for status, said in sorted(kinds.items())
    }


def _get(name: str, about: str, tag: str, answer: Json, *statuses: int) -> Json:
    responses = {"200": {"description": about, "content": answer}, **_problems(*statuses)}
    security: list[Json] = [{}, {"key": []}] if 401 in statuses else []
    return {"get": {"operationId": name, "summary": about, "tags": [tag], "security": security, "responses": responses}}


_TO: Json = {
    "name": "to",
    "in": "query",
    "description": "The format of the answer; wins over the Accept header.",
    "schema": {"type": "string", "enum": [row.name for row in FORMATS if row.writes]},
}
_FROM: Json = {
    "name": "from",
    "in": "query",
    "description": "The format of the body; wins over the Content-Type header.",
    "schema": {"type": "string", "enum": [row.name for row in FORMATS if row.reads]},
}
_PROFILE: Json = {
    "name": "profile",
    "in": "query",
    "description": "How TEI encodes turns; wins over the option of that name.",
    "schema": {"type": "string", "enum": list(PROFILES)},
}
_EXPLAIN: Json = {
    "name": "explain",
    "in": "query",
    "description": "Whether the answer says why each layout and label was taken or refused; wins over the option.",
    "schema": {"type": "string", "enum": ["true", "false"]},
}
_KNOWN: Json = {
    "name": "If-None-Match",
    "in": "header",
    "description": "ETags of answers that the client has; one of these is not sent again (412).",
    "schema": {"type": "string"},
}
_BYTES: Json = {"type": "string", "format": "binary"}
_WRITTEN: Json = _json("Document") | {
    row.media_type: {"schema": _BYTES if row.name == "docx" else {"type": "string"}}
    for row in FORMATS
    if row.writes and row.media_type != "application/json"
}
_UPLOAD: Json = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": _BYTES,
        "request": {"type": "string", "description": "In JSON, a Request without text or document."},
    },
}
_SHAPED = (content.ENVELOPE, content.UPLOAD)
_READ: Json = {
    content.ENVELOPE: {"schema": {"anyOf": [_schema("Request"), _schema("Document")]}},
    content.UPLOAD: {"schema": _UPLOAD},
    **{row["media_type"]: {"schema": _BYTES} for row in content.readable() if row["media_type"] not in _SHAPED},
}
_TRANSCRIBE: Json = {
    "operationId": "create_transcript",
    "summary": "Structure one interview",
    "description": "A text without speakers is no error: it has no turns, and a note that says so.",
    "tags": ["transcripts"],
    "parameters": [_TO, _FROM, _PROFILE, _EXPLAIN, _KNOWN],
    "requestBody": {"required": True, "content": _READ},
    "responses": {
        "200": {
            "description": "The interview, in the format that was asked for",
            "headers": {
                "ETag": {"description": "The same for the same request", "schema": {"type": "string"}},
                "Content-Disposition": {"description": "A file name", "schema": {"type": "string"}},
            },
            "content": _WRITTEN,
        },
        **_problems(400, 401, 406, 408, 412, 413, 415, 422, 429),
    },
}
_SOURCE: Json = {
    "operationId": "create_source",
    "summary": "Read one interview, and find nothing in it yet",
    "description": "The text that offsets count, for those who sent a file of another format.",
    "tags": ["transcripts"],
    "parameters": [_FROM],
    "requestBody": {"required": True, "content": _READ},
    "responses": {
        "200": {"description": "What was read", "content": _json("Source")},
        **_problems(400, 401, 408, 413, 415, 422, 429),
    },
}
_BATCH: Json = {
    "operationId": "create_transcripts",
    "summary": "Structure many interviews",
    "description": "Lines of BatchItem in, lines of BatchAnswer out, in the same order, while they come.",
    "tags": ["transcripts"],
    "parameters": [_TO],
    "requestBody": {
        "required": True,
        "content": {
            kind: {"schema": {"type": "string"}, "x-items": _schema("BatchItem")} for kind in batch.MEDIA_TYPES
        },
    },
    "responses": {
        "200": {
            "description": "A line for each line, each with its own status",
            "content": {batch.MEDIA_TYPE: {"schema": {"type": "string"}, "x-items": _schema("BatchAnswer")}},
        },
        **_problems(401, 415, 422, 429),
    },
}
_TEXT: Json = {"text/plain": {"schema": {"type": "string"}}}
_PROBLEM: Json = _get("get_problem", "What a type of problem means", "transcripts", _json("ProblemKind"), 404)
_PROBLEM["get"]["parameters"] = [{"name": "code", "in": "path", "required": True, "schema": {"type": "string"}}]
_PATHS: dict[str, Json] = {
    "/v1/transcripts": {"post": _TRANSCRIBE},
    "/v1/sources": {"post": _SOURCE},
    "/v1/transcripts:batch": {"post": _BATCH},
    "/v1/formats": _get("list_formats", "What can be read and written", "transcripts", _json("Formats"), 401, 429),
    "/problems/{code}": _PROBLEM,
    "/health": _get("get_health", "The service lives", "operations", _json("State")),
    "/ready": _get("get_ready", "The service can convert", "operations", _json("State")),
    "/version": _get("get_version", "Which program this is", "operations", _json("Version")),
    "/metrics": _get("get_metrics", "Figures for Prometheus", "operations", _TEXT, 401),
    "/openapi.json": _get(
        "get_contract", "This contract", "operations", {"application/json": {"schema": {"type": "object"}}}
    ),
}
