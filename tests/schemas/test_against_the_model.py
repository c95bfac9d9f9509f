"""The schemas may not import the model; here each is held to its class: same fields, kinds, values and defaults."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import marshmallow
import pytest
from marshmallow.validate import OneOf

from schemas import correction, request
from schemas import document as wire_format
from schemas.fields import Either, Flag, Items, Number, StrictSchema, Text
from transcript import model, options, wire

PAIRS: list[tuple[type[StrictSchema], type, set[str], set[str]]] = [
    # schema, class, fields of the schema alone, fields of the class alone
    (wire_format.PrintedSchema, model.Printed, set(), set()),
    (wire_format.TimeSchema, model.Time, set(), set()),
    (wire_format.SpeakerSchema, model.Speaker, set(), set()),
    (wire_format.InlineSchema, model.Direction, set(), set()),
    (wire_format.DirectionSchema, model.Direction, {"kind"}, set()),
    (wire_format.TurnSchema, model.Turn, {"kind"}, set()),
    (wire_format.HeadingSchema, model.Heading, {"kind"}, set()),
    (wire_format.PassageSchema, model.Passage, {"kind"}, set()),
    (wire_format.NoteSchema, model.Note, set(), set()),
    (wire_format.ReviewSchema, model.Review, set(), set()),
    (wire_format.OriginSchema, model.Origin, set(), set()),
    (wire_format.MetadataSchema, model.Metadata, set(), set()),
    (wire_format.ReasonSchema, model.Reason, set(), set()),
    (wire_format.DocumentSchema, model.Document, {"version"}, set()),
    (request.CastMemberSchema, options.CastMember, set(), set()),
    (request.OptionsSchema, options.Options, set(), {"cast", "metadata", "corrections"}),
    *((type(schema), wire.CORRECTIONS[kind], {"kind"}, set()) for kind, schema in correction.CORRECTIONS.items()),
]
KINDS = {str: Text, int: marshmallow.fields.Integer, float: Number, bool: Flag}
SHARED = [
    pytest.param(schema().fields[field.name], field, get_type_hints(cls)[field.name], id=f"{cls.__name__}.{field.name}")
    for schema, cls, _, alone in PAIRS
    if schema is not wire_format.InlineSchema
    for field in fields(cls)
    if field.name not in alone
]


@pytest.mark.parametrize(("schema", "cls", "ours", "theirs"), PAIRS)
def test_a_schema_has_the_fields_of_its_class(
    schema: type[StrictSchema], cls: type, ours: set[str], theirs: set[str]
) -> None:
    assert set(schema().fields) - ours == {field.name for field in fields(cls)} - theirs


@pytest.mark.parametrize(("field", "member", "hint"), SHARED)
def test_a_field_is_of_the_type_of_its_member(field: Any, member: Field[Any], hint: Any) -> None:
    """Null where None is allowed, the same values where they are listed, the same kind of value elsewhere."""
    choices = get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)
    assert field.allow_none == (NoneType in choices)
    values = [choice for choice in choices if choice is not NoneType]
    if get_origin(values[0]) is Literal:
        (listed,) = [check for check in field.validators if isinstance(check, OneOf)]
        assert tuple(listed.choices) == get_args(values[0])
    elif get_origin(values[0]) is tuple:
        assert type(field) is Items
        assert_items_are(field.inner, get_args(values[0])[0])
    elif values[0] in KINDS:
        assert type(field) is KINDS[values[0]]
    else:
        assert_items_are(field, values[0])


def assert_items_are(inner: Any, cls: Any) -> None:
    """An item is a text, a pair for a span, one of several for a segment, otherwise an object of its class's schema."""
    if cls is str:
        assert type(inner) is Text
    elif cls is model.Span:
        assert [type(end) for end in inner.tuple_fields] == [marshmallow.fields.Integer] * 2
    elif cls == model.Segment:
        assert isinstance(inner, Either)
        found = {tag: type(schema) for tag, schema in inner.choices.items()}
        assert found == {
            name.__name__.lower(): getattr(wire_format, f"{name.__name__}Schema") for name in get_args(model.Segment)
        }
    elif cls is not dict[str, str | None]:
        assert (type(inner.schema), cls) in [(schema, cls) for schema, cls, *_ in PAIRS]


@pytest.mark.parametrize(("field", "member", "hint"), SHARED)
def test_a_field_is_left_out_where_its_member_has_a_default(field: Any, member: Field[Any], hint: Any) -> None:
    """And what it then loads as is that default."""
    if member.default is MISSING and member.default_factory is MISSING:
        assert field.required
        return
    assert not field.required
    default = member.default_factory() if member.default_factory is not MISSING else member.default
    loaded = field.load_default() if callable(field.load_default) else field.load_default
    if isinstance(default, tuple):
        assert tuple(loaded) == default
    elif isinstance(default, model.Metadata):
        assert model.Metadata(**loaded) == default
    else:
        assert loaded == default


def test_the_bound_on_turns_is_the_default() -> None:
    assert options.DEFAULTS.max_turns == request.MOST_TURNS
