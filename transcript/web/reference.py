"""The contract, and a page to read and try it. Every asset of the page is local."""

from __future__ import annotations

from pathlib import Path

import orjson
import swagger_ui_bundle  # type: ignore[import-untyped]
from flask import Blueprint, Response, render_template, send_from_directory

from transcript.web.openapi import contract
from transcript.web.problems import KINDS, TYPE_PREFIX, Problem

reference = Blueprint("reference", __name__)

_ASSETS = Path(swagger_ui_bundle.swagger_ui_path)
_SHOWN = ("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png")
_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"


@reference.get("/openapi.json")
def get_contract() -> Response:
    """The contract in OpenAPI 3.1."""
    return Response(orjson.dumps(contract()), content_type="application/json")


@reference.get("/docs")
def show_docs() -> Response:
    """The contract for people."""
    return Response(render_template("docs.html"), headers={"Content-Security-Policy": _POLICY})


@reference.get("/docs/<name>")
def send_asset(name: str) -> Response:
    """A part of that page."""
    if name == "start.js":
        return send_from_directory("static", name, max_age=3600)
    if name not in _SHOWN:
        raise Problem("not-found", "The page has no such part.")
    return send_from_directory(_ASSETS, name, max_age=86_400)


@reference.get("/problems/<code>")
def get_problem(code: str) -> Response:
    """What a type of problem means."""
    if code not in KINDS:
        raise Problem("not-found", "There is no such type of problem.")
    kind = KINDS[code]
    body = {"type": TYPE_PREFIX + kind.code, "title": kind.title, "status": kind.status}
    return Response(orjson.dumps(body), content_type="application/json")
