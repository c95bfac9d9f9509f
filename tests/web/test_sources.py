"""``POST /v1/sources``: the text that offsets count."""

from __future__ import annotations

from io import BytesIO

from flask.testing import FlaskClient

from schemas.service import SourceSchema
from tests.documents import SAMPLE
from transcript import write

SAID = ["Is it on? 🎙", "It is.", "Still?", "Still & always."]
PAGE = (
    "".join(f"<p><b>{'AB'[at % 2]}:</b> {words}</p>" for at, words in enumerate(SAID))
    .replace(" & ", " &amp; ")
    .encode()
)


def test_offsets_of_a_document_are_those_of_the_text_of_its_source(client: FlaskClient) -> None:
    text = client.post("/v1/sources", data=PAGE, content_type="text/html").json
    document = client.post("/v1/transcripts", data=PAGE, content_type="text/html").json
    assert text
    assert document
    assert SourceSchema().load(text) == text
    assert (text["characters"], text["sha256"]) == (document["source"]["characters"], document["source"]["sha256"])
    turns = [segment for segment in document["segments"] if segment["kind"] == "turn"]
    found = [text["text"][turn["start"] : turn["end"]].partition("<")[0] for turn in turns]
    assert [words.replace("&amp;", "&") for words in found] == [turn["text"] for turn in turns] == SAID


def test_a_file_is_read_as_it_would_be_structured(client: FlaskClient) -> None:
    answer = client.post("/v1/sources", data={"file": (BytesIO(PAGE), "talk.html")})
    assert answer.json == client.post("/v1/sources", data=PAGE, content_type="text/html").json


def test_a_document_has_no_text(client: FlaskClient) -> None:
    answer = client.post("/v1/sources", data=write(SAMPLE, "json"), content_type="application/json").json
    assert answer == {
        "format": "plain",
        "characters": SAMPLE.source.characters,
        "sha256": SAMPLE.source.sha256,
        "encoding": None,
        "text": None,
    }


def test_a_long_text_is_packed_for_who_takes_it(client: FlaskClient) -> None:
    answer = client.post("/v1/sources", json={"text": "Ann: Yes.\n" * 500}, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.data) < 500


def test_what_cannot_be_read_is_a_problem(client: FlaskClient) -> None:
    assert client.post("/v1/sources", data=b"", content_type="text/plain").status_code == 400
    assert client.post("/v1/sources", data=b"PK\x03\x04", content_type="application/pdf").status_code == 422
