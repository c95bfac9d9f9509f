"""What a client needs to name and to keep an answer."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.test_problems import PLAIN, TEXT, problem
from transcript.web.answers import disposition


def test_the_same_request_has_the_same_answer_and_etag(client: FlaskClient) -> None:
    first, second = (client.post("/v1/transcripts", data=TEXT, headers=PLAIN) for _ in range(2))
    assert (first.data, first.headers["ETag"]) == (second.data, second.headers["ETag"])


def test_what_changes_the_answer_changes_the_etag(client: FlaskClient) -> None:
    answers = [
        client.post("/v1/transcripts", data=TEXT, headers=PLAIN),
        client.post("/v1/transcripts", data=TEXT + b"!", headers=PLAIN),
        client.post("/v1/transcripts?to=tei", data=TEXT, headers=PLAIN),
        client.post("/v1/transcripts", data=TEXT, content_type="text/plain; charset=cp037"),
        client.post("/v1/transcripts", json={"text": TEXT.decode(), "metadata": {"title": "On the rocks"}}),
    ]
    assert len({answer.headers["ETag"] for answer in answers}) == len(answers)


@pytest.mark.parametrize("known", ["{}", '"elsewhere", {}', "*"])
def test_a_client_that_has_the_answer_is_told_so(client: FlaskClient, known: str) -> None:
    tag = client.post("/v1/transcripts", data=TEXT, headers=PLAIN).headers["ETag"]
    response = client.post("/v1/transcripts", data=TEXT, headers=PLAIN | {"If-None-Match": known.format(tag)})
    problem(response, "not-changed")
    assert response.headers["ETag"] == tag


def test_a_client_that_has_another_answer_gets_this_one(client: FlaskClient) -> None:
    response = client.post("/v1/transcripts", data=TEXT, headers=PLAIN | {"If-None-Match": 'W/"elsewhere"'})
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("name", "header"),
    [
        (None, 'attachment; filename="transcript.tei.xml"'),
        ("ferry.txt", 'attachment; filename="ferry.tei.xml"'),
        ("C:\\tapes\\ferry.docx", 'attachment; filename="ferry.tei.xml"'),
        ("../../etc/passwd", 'attachment; filename="passwd.tei.xml"'),
        ("Überfahrt.txt", "attachment; filename=\"_berfahrt.tei.xml\"; filename*=UTF-8''%C3%9Cberfahrt.tei.xml"),
        ('a"b.txt', "attachment; filename=\"a_b.tei.xml\"; filename*=UTF-8''a%22b.tei.xml"),
        ("a\r\nSet-Cookie: b", 'attachment; filename="aSet-Cookie: b.tei.xml"'),
        (".txt", 'attachment; filename="transcript.tei.xml"'),
    ],
)
def test_the_answer_is_named_as_the_file_was(name: str | None, header: str) -> None:
    assert disposition(name, ".tei.xml") == header
