"""What can go wrong over HTTP, as problem documents (RFC 9457). No problem quotes the transcript."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import orjson
from flask import Flask, Response, request
from marshmallow import ValidationError
from marshmallow.exceptions import SCHEMA
from werkzeug.exceptions import HTTPException

from transcript.errors import InvalidDocument, TranscriptError

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "/problems/"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem. ``code`` closes its ``type``; both are stable, the title is for people."""

    code: str
    status: int
    title: str


KINDS = {
    kind.code: kind
    for kind in (
        Kind("malformed-request", 400, "The request is malformed"),
        Kind("malformed-json", 400, "The body is not JSON"),
        Kind("empty-body", 400, "The body is empty"),
        Kind("truncated-body", 400, "The body ended too early"),
        Kind("unauthorised", 401, "A key is needed"),
        Kind("not-found", 404, "There is nothing at this address"),
        Kind("method-not-allowed", 405, "This address does not answer to that method"),
        Kind("not-acceptable", 406, "No format that can be written is acceptable to the client"),
        Kind("request-timeout", 408, "The request did not come in time"),
        Kind("not-changed", 412, "The answer is the one that the client has"),
        Kind("content-too-large", 413, "The body is larger than the limit"),
        Kind("limit-exceeded", 413, "A documented limit was passed"),
        Kind("request-line-too-long", 414, "The address is too long"),
        Kind("expectation-failed", 417, "The service cannot do what the Expect header asks"),
        Kind("unsupported-media-type", 415, "No reader for this type of body"),
        Kind("unknown-format", 422, "There is no such format"),
        Kind("unreadable-input", 422, "The body is not what it is said to be"),
        Kind("invalid-document", 422, "The request breaks its schema"),
        Kind("cannot-write", 422, "The document lacks what the format needs"),
        Kind("too-costly", 422, "The conversion took too long"),
        Kind("rate-limited", 429, "Too many requests"),
        Kind("headers-too-large", 431, "The headers are too large"),
        Kind("internal-error", 500, "The service failed"),
        Kind("unsupported-transfer-coding", 501, "The service does not know that transfer coding"),
        Kind("overloaded", 503, "The service has too much to do"),
    )
}
_STEP = re.compile(r"[a-z][a-z_]{0,30}\Z|\d{1,9}\Z")  # as the schemas name their fields, and lists count
_HEADERS = {
    "unauthorised": {"WWW-Authenticate": 'Bearer realm="transcript"'},
    "overloaded": {"Retry-After": "1"},
}
_BY_STATUS = {400: "malformed-request", 404: "not-found", 405: "method-not-allowed", 413: "content-too-large"}


class Problem(TranscriptError):
    """Raised anywhere in a request; becomes its answer.

    ``errors`` maps the dotted path of each field, or the name of a parameter, to its reasons, ``place`` says where in
    the body, ``available`` lists what could have been asked for; ``headers`` go with the answer.
    """

    def __init__(
        self,
        code: str,
        detail: str,
        *,
        errors: Mapping[str, Sequence[str]] | None = None,
        place: Mapping[str, int] | None = None,
        available: Sequence[Mapping[str, str]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.kind = KINDS[code]
        self.errors = errors
        self.place = place
        self.available = available
        self.headers = {**_HEADERS.get(code, {}), **(headers or {})}

    def body(self) -> dict[str, Any]:
        """The problem document, without the members that do not apply."""
        listed = [{"field": name, "reasons": list(reasons)} for name, reasons in (self.errors or {}).items()]
        members = {
            "type": TYPE_PREFIX + self.kind.code,
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail,
            "errors": listed,
            "place": self.place,
            "available": self.available,
        }
        return {name: value for name, value in members.items() if value}


def register(app: Flask) -> None:
    """Answer every error of the application with a problem document."""
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(Exception, lambda error: _answer(from_error(error)))


def from_error(error: Exception) -> Problem:
    """The problem that an error is to the client; what nobody foresaw is logged, without its message."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, InvalidDocument):
        return Problem(error.code, "It is no document of this format.", errors=_fields(error.errors.items()))
    if isinstance(error, ValidationError):
        return Problem("invalid-document", "The request breaks its schema.", errors=_fields(_reasons(error.messages)))
    if isinstance(error, TranscriptError):
        return Problem(error.code, error.detail)
    log.error("not foreseen", exc_info=error)
    return Problem("internal-error", "The fault is not in the request. It has been logged.")


def _reasons(messages: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, list[str]]]:
    if isinstance(messages, list):
        yield ".".join(path), messages
        return
    for step, inner in messages.items():
        yield from _reasons(inner, path if step == SCHEMA else (*path, str(step)))


def _fields(reasons: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    """The reasons by field; names that the client made up, which may be words of a transcript, are left out."""
    fields: dict[str, list[str]] = {}
    for path, said in reasons:
        known = ".".join(takewhile(_STEP.match, path.split(".")))
        fields.setdefault(known, []).extend(said)
    return fields


def _answer(problem: Problem) -> Response:
    request.environ["transcript.problem"] = problem.kind.code
    return Response(orjson.dumps(problem.body()), problem.kind.status, problem.headers, content_type=MEDIA_TYPE)


def _of_http(error: HTTPException) -> Response:
    original = error.get_response()
    if error.code in _BY_STATUS:
        answer = _answer(Problem(_BY_STATUS[error.code], error.description or error.name))
    else:
        blank = {"type": "about:blank", "title": error.name, "status": original.status_code}
        answer = Response(orjson.dumps(blank), original.status_code, content_type=MEDIA_TYPE)
    for name in ("Allow", "Retry-After"):
        if name in original.headers:
            answer.headers[name] = original.headers[name]
    return answer
