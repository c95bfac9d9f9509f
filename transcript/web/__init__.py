"""The HTTP face: a Flask application that knows nothing which :func:`transcript.convert` does not."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Flask
from flask_cors import CORS
from werkzeug.middleware.proxy_fix import ProxyFix

from transcript.web import keys, problems, rates
from transcript.web.api import api
from transcript.web.batch import Desks
from transcript.web.journal import Journal
from transcript.web.operations import operations
from transcript.web.page import page
from transcript.web.reference import reference
from transcript.web.settings import Settings

_EXPOSED = ["Content-Disposition", "ETag", "Retry-After", "X-Request-Id"]  # to the scripts of other origins

__all__ = ["Settings", "create_app"]


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The application.

    :param config: fields of :class:`Settings` that win over the environment.
    :raises ValueError: a setting in the environment is not of its type.
    """
    app = Flask(__name__)
    settings = replace(Settings.from_environment(os.environ), **(config or {}))
    app.extensions["transcript"] = settings
    app.extensions["transcript.desks"] = Desks(settings.workers)
    app.extensions["transcript.pulse"] = lambda: None  # a worker of gunicorn puts its own here
    problems.register(app)
    keys.register(app, settings)
    rates.register(app, settings)
    if settings.cors_origins:
        origins = [origin.strip() for origin in settings.cors_origins.split(",")]
        CORS(app, origins=origins, expose_headers=_EXPOSED, max_age=600)
    app.register_blueprint(api)
    app.register_blueprint(operations)
    app.register_blueprint(reference)
    app.register_blueprint(page)
    app.wsgi_app = Journal(app.wsgi_app, (rule.rule for rule in app.url_map.iter_rules()))  # type: ignore[method-assign]
    if hops := settings.trusted_proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    return app
