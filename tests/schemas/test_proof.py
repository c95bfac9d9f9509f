"""What is proven, the schema takes: no spoilt document may slip past the cheap check."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshmallow import Schema, ValidationError, fields, post_load, validate

from schemas.document import DOCUMENT, proves
from schemas.fields import Either, Flag, Items, Number, StrictSchema, Text
from schemas.proof import prover
from tests.documents import SAMPLE, documents
from tests.schemas.mutations import ODD, WAYS, places, spoilt, values
from transcript.model import Document
from transcript.wire import dump


def taken(schema: Schema, value: Any) -> bool:
    try:
        loaded = schema.load(value)
    except ValidationError:
        return False
    return bool(plain(loaded) == value)


def plain(value: Any) -> Any:
    """With lists for the tuples that marshmallow makes of pairs."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def test_a_sample_spoilt_in_every_way_at_every_place_is_never_proven_wrongly() -> None:
    data = dump(SAMPLE)
    proven = refused = 0
    for how in spoilt(data):
        if proves(data):
            proven += 1
            assert taken(DOCUMENT, data), how
        else:
            refused += 1
    assert proven > 1_000, "texts may be exchanged for texts, and so on"
    assert refused > 40_000
    assert data == dump(SAMPLE), "every spoiling has been undone"


@settings(max_examples=100)
@given(documents(), st.integers(0, 2**32))
def test_a_document_spoilt_at_random_is_never_proven_wrongly(document: Document, seed: int) -> None:
    """At several places at once, with values from anywhere in the document."""
    chance = Random(seed)  # noqa: S311
    for _ in range(50):
        data = dump(document)
        for _ in range(chance.randint(1, 3)):
            spoil(data, chance)
        if proves(data):
            assert taken(DOCUMENT, data)


def spoil(data: dict[str, Any], chance: Random) -> None:
    holder, key = chance.choice(list(places(data)))
    if chance.random() < 0.5:
        chance.choice(WAYS)(holder, key)
    else:
        holder[key] = deepcopy(chance.choice([*values(data), *ODD]))


@settings(max_examples=150)
@given(documents())
def test_every_document_is_proven_so_that_none_is_loaded_to_be_checked(document: Document) -> None:
    assert proves(dump(document))


def _even(value: int) -> None:
    if value % 2:
        raise ValidationError("Must be even.")


def _schema(fields_: dict[str, Any]) -> StrictSchema:
    return StrictSchema.from_dict(fields_)()  # type: ignore[return-value]


KNOWN = {
    "text": Text(),
    "nullable": Text(allow_none=True),
    "pattern": Text(validate=validate.Regexp("b")),
    "choice": Text(validate=validate.OneOf(["body", "front"])),
    "constant": Text(validate=validate.Equal("1.0")),
    "length": Text(validate=validate.Length(min=2, max=3)),
    "integer": fields.Integer(strict=True),
    "coercing": fields.Integer(),
    "range": fields.Integer(strict=True, validate=validate.Range(min=1)),
    "own rule": fields.Integer(strict=True, validate=_even),
    "number": Number(),
    "open range": Number(validate=validate.Range(min=0, max=1, min_inclusive=False)),
    "flag": Flag(),
    "list": Items(fields.Integer(strict=True), validate=validate.Length(min=2)),
    "list of unknown": Items(fields.Raw()),
    "pair": fields.Tuple((fields.Integer(strict=True), Number(validate=validate.Range(max=1)))),
    "object": fields.Nested(_schema({"kind": Text()})),
    "either": Either("kind", {"turn": _schema({"kind": Text()})}),
}
DOUBTED = {
    "anything": fields.Raw(),
    "made of a string": fields.Boolean(),
    "under another key": Text(data_key="other"),
    "kept elsewhere": Text(attribute="other"),
    "changed afterwards": Text(post_load=str.upper),
    "changed before": Text(pre_load=str.strip),
    "many objects": fields.Nested(_schema({"kind": Text()}), many=True),
    "foreign object": fields.Nested(Schema.from_dict({"kind": Text()})),
}


@pytest.mark.parametrize("field", KNOWN.values(), ids=KNOWN)
def test_a_known_field_is_proven_only_for_what_it_takes(field: fields.Field[Any]) -> None:
    schema = _schema({"value": field})
    proven = [value for value in ODD if prover(schema)({"value": value})]
    assert proven
    assert all(taken(schema, {"value": value}) for value in proven)


@pytest.mark.parametrize("field", DOUBTED.values(), ids=DOUBTED)
def test_a_field_that_is_not_known_is_never_proven(field: fields.Field[Any]) -> None:
    proves_it = prover(_schema({"value": field}))
    assert not any(proves_it({"value": value}) or proves_it({"other": value}) for value in ODD)


def test_a_schema_that_changes_what_it_loads_is_never_proven() -> None:
    class Changing(StrictSchema):
        value = Text()

        @post_load
        def change(self, data: dict[str, str], **_: Any) -> dict[str, str]:
            return {**data, "value": data["value"] * 2}

    assert not prover(Changing())({"value": "a"})


def test_the_rules_of_a_nested_schema_are_kept() -> None:
    class Ordered(StrictSchema):
        first = fields.Integer(strict=True)
        second = fields.Integer(strict=True)
        rules = (lambda pair: iter([(("second",), "Must not come first.")] if pair["second"] < pair["first"] else []),)

    proves_it = prover(_schema({"pair": fields.Nested(Ordered)}))
    assert proves_it({"pair": {"first": 1, "second": 2}})
    assert not proves_it({"pair": {"first": 2, "second": 1}})
