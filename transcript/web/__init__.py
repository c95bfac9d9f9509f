"""The HTTP face: a Flask application that knows nothing which :func:`transcript.convert` does not."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Flask

from transcript.web import problems
from transcript.web.api import api
from transcript.web.operations import operations
from transcript.web.settings import Settings

__all__ = ["Settings", "create_app"]


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The application.

    :param config: fields of :class:`Settings` that win over the environment.
    :raises ValueError: a setting in the environment is not of its type.
    """
    app = Flask(__name__)
    app.extensions["transcript"] = replace(Settings.from_environment(os.environ), **(config or {}))
    problems.register(app)
    app.register_blueprint(api)
    app.register_blueprint(operations)
    return app
