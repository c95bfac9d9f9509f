"""A document goes over the wire and comes back; one that breaks a rule does not leave."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from marshmallow import ValidationError

from schemas.document import DOCUMENT, proves
from tests.documents import SAMPLE, documents
from tests.schemas.mutations import Box, spoilt
from transcript import wire
from transcript.errors import InvalidDocument
from transcript.model import Document

Json = dict[str, Any]


@settings(max_examples=150)
@given(documents())
def test_what_is_dumped_loads_as_the_same_document(document: Document) -> None:
    assert wire.load(wire.dump(document)) == document


@settings(max_examples=50)
@given(documents())
def test_json_keeps_every_value(document: Document) -> None:
    assert wire.load(orjson.loads(orjson.dumps(wire.dump(document)))) == document


@settings(max_examples=50)
@given(documents())
def test_what_cannot_be_proven_sound_is_loaded_by_the_schema_as_the_same_document(document: Document) -> None:
    boxed = Box(wire.dump(document))
    assert not proves(boxed)
    assert wire.load(boxed) == document


def test_the_keys_stand_in_the_order_of_the_documentation() -> None:
    data = wire.dump(SAMPLE)
    assert list(data) == [
        "version", "source", "metadata", "speakers", "segments", "notes", "review", "confidence", "explanation",
    ]  # fmt: skip
    turn = data["segments"][4]
    assert list(turn) == [
        "kind", "part", "speaker", "label", "start", "end", "text", "directions", "skipped", "time", "confidence",
    ]  # fmt: skip
    assert turn["skipped"] == [[228, 230]]
    assert turn["time"] == {"start": 35.5, "end": 725.25, "kind": "approximate", "code": None}
    assert turn["label"] == {"text": "Dr. Inés Calder, harbour pilot:", "start": 119, "end": 150}


def test_fields_with_a_default_may_be_left_out() -> None:
    source = {"format": "plain", "characters": 9, "sha256": "0" * 64}
    turn = {"kind": "turn", "speaker": None, "start": 3, "end": 9, "text": "We are"}
    loaded = wire.load({"version": "1.0", "source": source, "segments": [turn]})
    assert (loaded.turns[0].part, loaded.turns[0].confidence, loaded.speakers) == ("body", 1.0, ())


def test_the_check_refuses_exactly_what_the_schema_refuses() -> None:
    """Every hundredth way to spoil the sample."""
    data = wire.dump(SAMPLE)
    refused = 0
    for number, how in enumerate(spoilt(data)):
        if number % 100 == 0:
            reasons = complaint(wire.check, data, InvalidDocument)
            assert bool(reasons) == bool(complaint(DOCUMENT.load, data, ValidationError)), how
            refused += bool(reasons)
    assert refused > 300


def complaint(ask: Callable[[Any], object], data: Json, kind: type[Exception]) -> str:
    try:
        ask(data)
    except kind as error:
        return str(error)
    return ""


def changed(path: str, value: Any) -> Json:
    data: Any = deepcopy(wire.dump(SAMPLE))
    *parents, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    holder = data
    for step in parents:
        holder = holder[step]
    holder[last] = value
    return data  # type: ignore[no-any-return]


NOT_FINITE = "Special numeric values (nan or infinity) are not permitted."
WITHIN = "Must lie in its turn, after the one before."
BROKEN = [
    # what is changed, to what, where it is complained of, the reason
    ("version", "2.0", "version", "Must be equal to 1.0."),
    ("source.sha256", "0" * 63, "source.sha256", "Must be 64 hexadecimal digits."),
    ("source.characters", 100, "segments.4.end", "Lies beyond the source."),
    ("speakers.1.id", "wray", "speakers.1.id", "Is another speaker's id."),
    ("speakers.0.name", "", "speakers.0.name", "May not be blank."),
    ("segments.3.speaker", "nobody", "segments.3.speaker", "Is no speaker's id."),
    ("segments.3.start", True, "segments.3.start", "Not a valid integer."),
    ("segments.3.start", -1, "segments.3.start", "Must be greater than or equal to 0."),
    ("segments.3.end", 60, "segments.3.end", "Must come after start."),
    ("segments.3.confidence", float("nan"), "segments.3.confidence", NOT_FINITE),
    ("segments.0.level", 7, "segments.0.level", "Must be greater than or equal to 1 and less than or equal to 6."),
    ("segments.0.kind", "title", "segments.0.kind", "Must be one of: turn, heading, direction, passage."),
    ("segments.1.start", 5, "segments.1.start", "Begins before what is in front of it has ended."),
    ("segments.3.label.end", 95, "segments.3.label.end", "Must not come after its turn's start."),
    ("segments.3.label.start", 65, "segments.3.time.code.start", "Overlaps something else."),
    ("segments.3.label.start", 55, "segments.3.label.start", "Overlaps something else."),
    ("segments.3.label.end", 70, "segments.3.label.end", "Must come after start."),
    ("segments.3.time.code.end", 95, "segments.3.time.code.start", "Overlaps something else."),
    ("segments.3.time.end", 30.0, "segments.3.time.end", "Must not come before start."),
    ("segments.4.directions.0.end", 500, "segments.4.directions.0.start", WITHIN),
    ("segments.4.skipped.0", [253, 251], "segments.4.skipped.0", WITHIN),
    ("segments.4.skipped.0", [251], "segments.4.skipped.0", "Length must be 2."),
    ("notes.0.end", None, "notes.0.end", "Must be null where start is, and only there."),
    ("review.0.end", 999, "review.0.end", "Lies beyond the source."),
    ("explanation.0.taken", "yes", "explanation.0.taken", "Not a valid boolean."),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "place", "reason"), BROKEN)
def test_an_error_says_where_and_why(path: str, value: Any, place: str, reason: str) -> None:
    with pytest.raises(InvalidDocument) as caught:
        wire.check(changed(path, value))
    assert reason in caught.value.errors[place]


def test_page_furniture_may_part_a_time_or_a_label_from_its_turn() -> None:
    data = wire.dump(SAMPLE)
    turn = data["segments"][3]
    for start, end in ((turn["time"]["code"]["end"], turn["label"]["start"]), (turn["label"]["end"], turn["start"])):
        furniture = {"kind": "passage", "type": "furniture", "start": start, "end": end, "text": ""}
        data["segments"].insert(data["segments"].index(turn), furniture)
    wire.check(data)


def test_what_is_no_object_is_no_document() -> None:
    with pytest.raises(InvalidDocument) as caught:
        wire.load([])
    assert caught.value.errors == {"": ["Invalid input type."]}
    assert str(caught.value) == "this is no document of wire format 1.0; Invalid input type."


def test_an_error_tells_of_three_places_and_counts_the_rest() -> None:
    """And quotes no word of the transcript."""
    data = changed("segments.3.text", None)
    for index in (4, 5, 6, 7):
        data["segments"][index]["text"] = ["Nobody spoke."]
    with pytest.raises(InvalidDocument) as caught:
        wire.check(data)
    assert str(caught.value) == (
        "this is no document of wire format 1.0; segments.3.text: Field may not be null.; "
        "segments.4.text: Not a valid string.; segments.5.text: Not a valid string.; and 2 more"
    )


def whole(value: Any) -> Any:
    """JSON as JavaScript writes it: a number that is whole has no fraction."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: whole(inner) for key, inner in value.items()}
    return [whole(inner) for inner in value] if isinstance(value, list) else value


@given(documents())
def test_a_document_that_went_through_javascript_is_written_as_before(document: Document) -> None:
    assert repr(wire.load(whole(wire.dump(document)))) == repr(document)
