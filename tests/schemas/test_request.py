"""What a JSON request may hold, and what a client reads when it holds something else."""

from __future__ import annotations

from typing import Any

import pytest
from marshmallow import ValidationError

from schemas.request import REQUEST
from tests.documents import SAMPLE
from transcript.wire import dump

DEFAULTS = {
    "explain": False,
    "profile": "default",
    "max_turns": 200_000,
    "words_per_minute": None,
    "wall_clock": "refuse",
    "cue_times": "known",
}


def test_a_text_alone_is_a_request() -> None:
    known: dict[str, Any] = {"cast": [], "metadata": {}, "corrections": []}
    assert REQUEST.load({"text": "A: Yes."}) == {"text": "A: Yes.", "options": DEFAULTS, **known}


def test_a_document_alone_is_a_request() -> None:
    document = dump(SAMPLE)
    assert REQUEST.load({"document": document})["document"] == document


def test_a_document_may_leave_out_what_has_a_default() -> None:
    source = {"format": "plain", "characters": 0, "sha256": "0" * 64}
    loaded = REQUEST.load({"document": {"version": "1.0", "source": source}})["document"]
    assert (loaded["segments"], loaded["confidence"], loaded["metadata"]["title"]) == ([], 1.0, None)


def test_only_the_metadata_that_is_given_is_kept() -> None:
    """A null unsets what the text says; what is left out stays as the text says it."""
    loaded = REQUEST.load({"text": "", "metadata": {"date": "1962-04", "title": None}})
    assert loaded["metadata"] == {"date": "1962-04", "title": None}


def test_a_member_of_the_cast_needs_only_a_name() -> None:
    cast = REQUEST.load({"text": "", "cast": [{"name": "Inés Calder"}]})["cast"]
    assert cast == [{"name": "Inés Calder", "role": None, "description": None, "ref": None, "labels": []}]


@pytest.mark.parametrize("date", ["1962", "1962-04", "1962-04-30", "2000-02-29"])
def test_a_date_may_be_a_year_or_a_month(date: str) -> None:
    assert REQUEST.load({"text": "", "metadata": {"date": date}})["metadata"] == {"date": date}


@pytest.mark.parametrize("tag", ["en", "pt-BR", "zh-Hant-TW", "de-CH-1901", "sl-rozaj-biske", "x-own", "de-x-own"])
def test_a_language_is_a_tag(tag: str) -> None:
    assert REQUEST.load({"text": "", "metadata": {"language": tag}})["metadata"] == {"language": tag}


ONE = "Give either text or document."
DAY = "Must be a date: YYYY, YYYY-MM or YYYY-MM-DD."
TAG = "Must be a BCP 47 tag, such as en or pt-BR."
REFUSED: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {"_schema": [ONE]}),
    ({"text": "", "document": dump(SAMPLE)}, {"_schema": [ONE]}),
    ({"text": None}, {"text": ["Field may not be null."]}),
    ({"text": 7}, {"text": ["Not a valid string."]}),
    ({"document": None}, {"document": ["Field may not be null."]}),
    ({"document": {**dump(SAMPLE), "confidence": 2}}, {"document": {"confidence": [
        "Must be greater than or equal to 0 and less than or equal to 1."]}}),
    ({"txt": ""}, {"txt": ["Unknown field; there are: cast, metadata, corrections, text, document, options."]}),
    ({"text": "", "options": {"profile": "mine"}}, {"options": {"profile": ["Must be one of: default, spoken."]}}),
    ({"text": "", "options": {"explain": 1}}, {"options": {"explain": ["Not a valid boolean."]}}),
    ({"text": "", "options": {"max_turns": 200_001}}, {"options": {"max_turns": [
        "Must be greater than or equal to 1 and less than or equal to 200000."]}}),
    ({"text": "", "cast": {}}, {"cast": ["Not a valid list."]}),
    ({"text": "", "cast": [{}]}, {"cast": {0: {"name": ["Missing data for required field."]}}}),
    ({"text": "", "cast": [{"name": " "}]}, {"cast": {0: {"name": ["May not be blank."]}}}),
    ({"text": "", "cast": [{"name": "A", "role": "host"}]}, {"cast": {0: {"role": [
        "Must be one of: interviewer, interviewee, other."]}}}),
    ({"text": "", "cast": [{"name": "A", "ref": "a  b"}]}, {"cast": {0: {"ref": [
        "Must be addresses parted by one blank."]}}}),
    ({"text": "", "cast": [{"name": "A", "labels": ["A", ""]}]}, {"cast": {0: {"labels": {1: ["May not be blank."]}}}}),
    *(({"text": "", "metadata": {"date": date}}, {"metadata": {"date": [DAY]}})
      for date in ("62", "1962-13", "1962-02-30", "1962-4-1", "19620401", "1962-04-01T00:00", "April 1962", "٢٠١٩")),
    *(({"text": "", "metadata": {"language": tag}}, {"metadata": {"language": [TAG]}})
      for tag in ("", "e", "English (UK)", "en_GB", "en-", "en-GB\n")),
]  # fmt: skip


@pytest.mark.parametrize(("request_", "errors"), REFUSED)
def test_a_refusal_says_which_field_and_why(request_: dict[str, Any], errors: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        REQUEST.load(request_)
    assert caught.value.messages == errors


def test_a_list_that_is_wrong_throughout_is_not_read_to_its_end() -> None:
    with pytest.raises(ValidationError) as caught:
        REQUEST.load({"text": "", "cast": [7] * 1_000})
    assert len(caught.value.messages_dict["cast"]) == 100
