"""Which pages may ask."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.test_problems import PLAIN, TEXT
from transcript.web import create_app

HOME, STRANGER = "https://archive.example", "https://elsewhere.example"
KEY = "anne-0123456789abcdef"


@pytest.fixture(scope="module")
def open_to_home() -> FlaskClient:
    return create_app({"cors_origins": f"{HOME}, https://desk.example", "keys": f"anne:{KEY}"}).test_client()


def test_without_a_setting_no_page_may_ask(client: FlaskClient) -> None:
    response = client.post("/v1/transcripts", data=TEXT, headers=PLAIN | {"Origin": HOME})
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize(
    ("origin", "allowed"), [(HOME, HOME), ("https://desk.example", "https://desk.example"), (STRANGER, None)]
)
def test_a_named_origin_may_ask(open_to_home: FlaskClient, origin: str, allowed: str | None) -> None:
    headers = PLAIN | {"Origin": origin, "Authorization": f"Bearer {KEY}"}
    response = open_to_home.post("/v1/transcripts", data=TEXT, headers=headers)
    assert response.headers.get("Access-Control-Allow-Origin") == allowed
    if allowed:
        assert "Origin" in response.headers.getlist("Vary")
        assert "ETag" in response.headers["Access-Control-Expose-Headers"]


def test_a_browser_may_ask_whether_it_may_ask_without_a_key(open_to_home: FlaskClient) -> None:
    headers = {
        "Origin": HOME,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    response = open_to_home.options("/v1/transcripts", headers=headers)
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == HOME
    assert "authorization" in response.headers["Access-Control-Allow-Headers"].lower()


def test_an_error_too_is_told_to_the_page(open_to_home: FlaskClient) -> None:
    response = open_to_home.post("/v1/transcripts", data=TEXT, headers=PLAIN | {"Origin": HOME})
    assert (response.status_code, response.headers["Access-Control-Allow-Origin"]) == (401, HOME)
