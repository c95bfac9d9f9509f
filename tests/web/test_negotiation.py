"""The format of an answer."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

TEXT = b"Wray: Who was it?\n\nCalder: I cannot say.\n"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (None, "application/json"),
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("application/json", "application/json"),
        ("application/tei+xml", "application/tei+xml"),
        ("application/xml", "application/tei+xml"),
        ("text/xml, */*;q=0.1", "application/tei+xml"),
        ("application/json;q=0.5, application/tei+xml;q=0.6", "application/tei+xml"),
        ("application/json;q=0.5, application/*;q=0.6", "application/tei+xml"),
        ("application/json;q=0, */*", "application/tei+xml"),
        ("application/tei+xml; charset=utf-8", "application/tei+xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/vtt;q=0.9, text/html", "text/html"),
        ("APPLICATION/JSON", "application/json"),
    ],
)
def test_the_best_quality_wins_and_the_closest_range_tells_it(
    client: FlaskClient, accept: str | None, kind: str
) -> None:
    headers = {"Accept": accept} if accept else {}
    response = client.post("/v1/transcripts", data=TEXT, content_type="text/plain", headers=headers)
    assert (response.status_code, response.mimetype) == (200, kind)
    assert "Accept" in response.headers["Vary"]


def test_to_wins_over_accept(client: FlaskClient) -> None:
    headers = {"Accept": "application/json"}
    response = client.post("/v1/transcripts?to=tei", data=TEXT, content_type="text/plain", headers=headers)
    assert response.mimetype == "application/tei+xml"
