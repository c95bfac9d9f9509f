"""The page for people: paste, look, correct, take. Its scripts ask the API; without them a form does the plain part."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import Any, cast

from flask import Blueprint, Response, current_app, render_template, request

from transcript import pipeline
from transcript.formats import FORMATS
from transcript.model import Document, Metadata, Turn
from transcript.options import Options
from transcript.suffixes import known_suffix
from transcript.web import answers, body, deadline, intake, keys, negotiation, upload
from transcript.web.content import declared_by
from transcript.web.problems import Problem, from_error
from transcript.web.settings import Settings

page = Blueprint("page", __name__)

_COLOURS = 8  # that the style sheet has for speakers
_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "connect")),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
_LABELS = {
    "identifier": "Identifier or call number",
    "recording": "Address of the recording",
    "date": "Date (YYYY-MM-DD)",
}


@page.get("/")
def show() -> Response:
    """The page."""
    return _rendered(200)


@page.post("/")
def convert() -> Response:
    """What a browser sends that runs no scripts: the page with the result, or a file."""
    settings = cast(Settings, current_app.extensions["transcript"])
    fields_of: dict[str, str] = {}
    try:
        with deadline.limit(settings.conversion_seconds):
            declared = declared_by(request.environ.get("CONTENT_TYPE", ""))
            data = body.read(request, settings.max_bytes)
            fields_of, file = upload.form_of(data, declared.boundary)
            keys.admit(fields_of.get("key", ""))
            wanted = _wanted(fields_of, file)
            if fields_of.get("to", "page") != "page":
                target = negotiation.named(fields_of["to"])
                return answers.made(request, wanted, target, gzip=bool(settings.gzip))
            return _rendered(200, document=wanted.structured(), text="" if file else fields_of.get("text", ""))
    except Exception as error:
        problem = from_error(error)
        request.environ["transcript.problem"] = problem.kind.code
        return _rendered(problem.kind.status, problem=problem, text=fields_of.get("text", ""))


def _wanted(form: dict[str, str], file: upload.Parts | None) -> intake.Wanted:
    if file:
        source = pipeline.read(file.file, suffix=known_suffix(file.name or ""), media_type=file.media_type)
        return intake.wanted_of(source, Options(metadata={"filename": file.name}), file.file)
    text = form.get("text", "").replace("\r\n", "\n")  # a form sends line ends that nobody typed
    if not text.strip():
        raise Problem("empty-body", "Paste the text of an interview, or choose a file.")
    return intake.wanted_of(intake.from_text(text), Options(), text.encode())


def _rendered(status: int, **shown: Any) -> Response:
    settings = cast(Settings, current_app.extensions["transcript"])
    document = shown.get("document")
    html = render_template(
        "page.html",
        writes=[row for row in FORMATS if row.writes],
        suffixes=[suffix for row in FORMATS if row.reads for suffix in row.suffixes],
        metadata=[(field.name, _LABELS.get(field.name, field.name.capitalize())) for field in fields(Metadata)],
        keys=keys.are_asked_for(),
        limit=settings.max_bytes,
        **shown,
        **(_portrait(document) if document else {}),
    )
    return Response(html, status, {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"})


def _portrait(document: Document) -> dict[str, Any]:
    """What the template shows of a document beside it."""
    turns = Counter(turn.speaker for turn in document.turns)
    letters = Counter[str | None]()
    for turn in document.turns:
        letters[turn.speaker] += len(turn.text)
    whole = sum(letters.values()) or 1
    return {
        "colours": {speaker.id: number % _COLOURS for number, speaker in enumerate(document.speakers)},
        "names": {speaker.id: speaker.name for speaker in document.speakers},
        "turns": turns,
        "shares": {id_: round(100 * count / whole) for id_, count in letters.items()},
        "kinds": [(_kind(segment), segment) for segment in document.segments],
    }


def _kind(segment: object) -> str:
    return "turn" if isinstance(segment, Turn) else type(segment).__name__.lower()
