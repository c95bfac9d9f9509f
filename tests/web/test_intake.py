"""The ways in which an interview can be sent."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.test_problems import PLAIN, TEXT, WORDS, problem

SRT = b"1\n00:00:01,000 --> 00:00:02,000\nWray: Who was it?\n"


def turns(response: Any) -> list[tuple[str | None, str]]:
    assert response.status_code == 200, response.text
    return [(item["speaker"], item["text"]) for item in response.json["segments"] if item["kind"] == "turn"]


def test_json_text_is_the_same_text(client: FlaskClient) -> None:
    plain = client.post("/v1/transcripts", data=TEXT, headers=PLAIN)
    assert client.post("/v1/transcripts", json={"text": TEXT.decode()}).json == plain.json


CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Wray>Who was it?\n\n00:02.000 --> 00:03.000\n<v Calder>A & B.\n"


def test_json_text_may_be_captions_whose_offsets_stay_those_of_the_text(client: FlaskClient) -> None:
    answer = client.post("/v1/transcripts", json={"text": CAPTIONS})
    assert turns(answer) == [("wray", "Who was it?"), ("calder", "A & B.")]
    assert (answer.json["source"]["format"], answer.json["source"]["characters"]) == ("vtt", len(CAPTIONS))
    page = client.post("/v1/transcripts", json={"text": "<!DOCTYPE html><p>Wray: Who?</p><p>Calder: No.</p>"})
    assert page.json["source"]["format"] == "plain"


def test_a_byte_order_mark_before_json_is_let_pass(client: FlaskClient) -> None:
    data = b"\xef\xbb\xbf" + json.dumps({"text": TEXT.decode()}).encode()
    assert turns(client.post("/v1/transcripts", data=data, content_type="application/json"))


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_document_is_written_as_it_was_read(client: FlaskClient, wrapped: bool) -> None:
    document = client.post("/v1/transcripts", data=TEXT, headers=PLAIN).json
    again = client.post("/v1/transcripts", json={"document": document} if wrapped else document)
    assert again.json == document


def test_what_the_caller_knows_of_the_interview_stands_in_the_document(client: FlaskClient) -> None:
    response = client.post(
        "/v1/transcripts",
        json={
            "text": TEXT.decode(),
            "metadata": {"title": "The light", "filename": "light.txt"},
            "cast": [{"name": "Ada Wray", "role": "interviewer", "labels": ["Wray"]}],
        },
    )
    document = response.json
    assert document["metadata"]["title"] == "The light"
    assert ("Ada Wray", "interviewer") in [(person["name"], person["role"]) for person in document["speakers"]]
    assert 'filename="light.json"' in response.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        ({}, {""}),
        ([], {""}),
        ("text", {""}),
        ({"text": "A: b", "document": {}}, {"document.version", "document.source"}),
        ({"text": 7}, {"text"}),
        ({"text": "A: b", "cast": [{"name": "Ada"}, {"name": " ", "role": "cook"}]}, {"cast.1.name", "cast.1.role"}),
        ({"text": "A: b", "options": {"explain": "yes", "max_turns": 0}}, {"options.explain", "options.max_turns"}),
        ({"text": "A: b", "metadata": {"date": "soon"}}, {"metadata.date"}),
        ({"text": "A: b", "colour": "red"}, {"colour"}),
        ({"text": "A: b", WORDS: "red"}, {""}),
        (
            {"document": {"version": "1.0", "segments": [{"kind": WORDS}]}},
            {"document.source", "document.segments.0.kind"},
        ),
    ],
)
def test_each_field_that_is_wrong_is_named_with_its_reasons(
    client: FlaskClient, content: Any, fields: set[str]
) -> None:
    errors = problem(client.post("/v1/transcripts", json=content), "invalid-document")["errors"]
    assert fields <= {error["field"] for error in errors}
    assert all(error["reasons"] for error in errors)


def test_a_charset_is_honoured(client: FlaskClient) -> None:
    text = "Wray: Où étiez-vous ?\n\nCalder: À la maison.\n"
    expected = turns(client.post("/v1/transcripts", json={"text": text}))
    for charset in ("utf-8", "utf-16", "iso-8859-1", "cp850"):
        response = client.post(
            "/v1/transcripts", data=text.encode(charset), content_type=f"text/plain; charset={charset}"
        )
        assert turns(response) == expected


def test_bytes_of_no_declared_type_tell_themselves(client: FlaskClient) -> None:
    response = client.post("/v1/transcripts", data=SRT, content_type="application/octet-stream")
    assert response.json["source"]["format"] == "srt"


RECOGNISED = {"segments": [{"text": "Who was it?", "start": 0.5, "end": 2.0, "speaker": "Wray"}]}


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (RECOGNISED, "asr"),
        ({"version": "1.0.0", "segments": [{"speaker": "Wray", "startTime": 0.5, "body": "Who?"}]}, "podcast"),
    ],
)
def test_json_of_others_is_known_as_theirs(client: FlaskClient, content: Any, format: str) -> None:
    response = client.post("/v1/transcripts", json=content)
    assert response.json["source"]["format"] == format


def test_content_says_more_than_its_type_and_the_contradiction_is_a_note(client: FlaskClient) -> None:
    wrong = client.post("/v1/transcripts", data=SRT, content_type="text/html; charset=utf-8")
    right = client.post("/v1/transcripts", data=SRT, content_type="application/x-subrip; charset=utf-8")
    named = client.post("/v1/transcripts", data={"file": (BytesIO(SRT), "talk.vtt", "application/octet-stream")})
    assert [answer.json["source"]["format"] for answer in (wrong, right, named)] == ["srt"] * 3
    found = [
        [note["code"] for note in answer.json["notes"]].count("format-contradiction")
        for answer in (wrong, right, named)
    ]
    assert found == [1, 0, 1]
    assert wrong.headers["ETag"] != right.headers["ETag"]
    asked = client.post("/v1/transcripts?from=html", data=SRT, content_type="application/x-subrip")
    assert asked.json["source"]["format"] == "html"


def test_the_caller_may_name_the_format(client: FlaskClient) -> None:
    response = client.post("/v1/transcripts?from=srt", data=SRT, headers=PLAIN)
    assert response.json["source"]["format"] == "srt"
    errors = problem(client.post("/v1/transcripts?from=maxqda", data=SRT, headers=PLAIN), "unknown-format")["errors"]
    assert [error["field"] for error in errors] == ["from"]


def test_a_corrected_document_has_another_etag(client: FlaskClient) -> None:
    document = client.post("/v1/transcripts", data=TEXT, headers=PLAIN).json
    document["speakers"][0]["name"] = "Somebody else"
    tags = {client.post("/v1/transcripts", data=TEXT, headers=PLAIN).headers["ETag"]}
    for body in (document, {"document": document}):
        tags.add(client.post("/v1/transcripts", json=body).headers["ETag"])
    assert len(tags) == 3


def test_a_text_without_speakers_is_answered_with_a_note(client: FlaskClient) -> None:
    response = client.post("/v1/transcripts", data=b"The tide came in. Nobody spoke.\n", headers=PLAIN)
    assert turns(response) == []
    assert response.json["notes"]


def upload(client: FlaskClient, **parts: Any) -> Any:
    return client.post("/v1/transcripts", data=parts, content_type="multipart/form-data")


def test_a_form_sends_a_file(client: FlaskClient) -> None:
    response = upload(client, file=(BytesIO(TEXT), "lüght.txt"))
    assert turns(response) == turns(client.post("/v1/transcripts", data=TEXT, headers=PLAIN))
    assert "filename*=UTF-8''l%C3%BCght.json" in response.headers["Content-Disposition"]


def test_the_suffix_tells_where_the_browser_does_not(client: FlaskClient) -> None:
    response = upload(client, file=(BytesIO(SRT), "light.srt", "application/octet-stream"))
    assert response.json["source"]["format"] == "srt"


def test_a_form_may_hold_a_request_beside_its_file(client: FlaskClient) -> None:
    response = upload(client, file=(BytesIO(TEXT), "a.txt"), request=json.dumps({"metadata": {"title": "The light"}}))
    assert response.json["metadata"]["title"] == "The light"
    assert response.json["metadata"]["filename"] == "a.txt"


def test_a_request_beside_a_file_is_checked(client: FlaskClient) -> None:
    response = upload(client, file=(BytesIO(TEXT), "a.txt"), request=json.dumps({"metadata": {"titel": "The light"}}))
    assert [error["field"] for error in problem(response, "invalid-document")["errors"]] == ["metadata.titel"]
    problem(upload(client, file=(BytesIO(TEXT), "a.txt"), request="{"), "malformed-json")
    problem(upload(client, file=(BytesIO(TEXT), "a.txt"), request="[]"), "invalid-document")


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"other": (BytesIO(TEXT), "a.txt")},
        {"file": [(BytesIO(TEXT), "a.txt"), (BytesIO(TEXT), "b.txt")]},
        {f"part{number}": "x" for number in range(30)},
    ],
    ids=["no part", "no file", "two files", "many parts"],
)
def test_a_form_without_just_one_file_is_400(client: FlaskClient, parts: dict[str, Any]) -> None:
    problem(upload(client, **parts), "malformed-request")


@pytest.mark.parametrize(
    "header", ["multipart/form-data", "multipart/form-data; boundary=x", "multipart/form-data; boundary="]
)
def test_what_is_no_form_is_400(client: FlaskClient, header: str) -> None:
    problem(client.post("/v1/transcripts", data=TEXT, content_type=header), "malformed-request")


def test_the_address_may_ask_for_reasons(client: FlaskClient) -> None:
    plain = client.post("/v1/transcripts", data=TEXT, headers=PLAIN).json
    told = client.post("/v1/transcripts?explain=true", data=TEXT, headers=PLAIN).json
    assert plain["explanation"] == []
    assert {reason["subject"] for reason in told["explanation"]} == {"layout", "label"}


@pytest.mark.parametrize("query", ["too=tei", "explain=maybe", "profile=verse"])
def test_an_address_that_asks_for_nothing_known_is_refused(client: FlaskClient, query: str) -> None:
    answer = client.post(f"/v1/transcripts?{query}", data=TEXT, headers=PLAIN)
    assert answer.status_code == 422
    assert answer.json["errors"][0]["field"] == query.partition("=")[0]
