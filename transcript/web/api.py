"""Version 1 of the API: what goes in, a call, what comes out."""

from __future__ import annotations

from typing import cast

import orjson
from flask import Blueprint, Response, current_app, request

from transcript.formats import FORMATS
from transcript.web import answers, batch, deadline, intake, negotiation
from transcript.web.settings import Settings

api = Blueprint("api", __name__)


@api.post("/v1/transcripts")
def create_transcript() -> Response:
    """Structure one interview."""
    settings = cast(Settings, current_app.extensions["transcript"])
    target = negotiation.target(request)
    with deadline.limit(settings.conversion_seconds):
        wanted = intake.read(request, settings.max_bytes)
        return answers.made(request, wanted, target, gzip=bool(settings.gzip))


@api.post("/v1/sources")
def create_source() -> Response:
    """Read one interview, and find nothing in it yet."""
    settings = cast(Settings, current_app.extensions["transcript"])
    with deadline.limit(settings.conversion_seconds):
        wanted = intake.read(request, settings.max_bytes)
        return answers.read(request, wanted.source, gzip=bool(settings.gzip))


@api.post("/v1/transcripts:batch")
def create_transcripts() -> Response:
    """Structure many interviews, a line each."""
    target = negotiation.named(request.args.get("to", "json"))
    return batch.answered(request, target, current_app.extensions)


@api.get("/v1/formats")
def list_formats() -> Response:
    """What can be read and what can be written."""
    rows = [
        {
            "name": row.name,
            "title": row.title,
            "media_types": row.media_types,
            "suffixes": row.suffixes,
            "reads": row.reads,
            "writes": row.writes,
        }
        for row in FORMATS
    ]
    return Response(orjson.dumps({"formats": rows}), content_type="application/json")
