"""An application, and a client of it, without a server."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from transcript.web import create_app


@pytest.fixture(scope="session")
def app() -> Flask:
    return create_app({"max_bytes": 1_000_000})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
