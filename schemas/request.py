"""The JSON envelope that POST /v1/transcripts takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import fields
from marshmallow.validate import OneOf, Range, Regexp

from schemas.correction import corrections as list_of_corrections
from schemas.document import DocumentSchema, MetadataSchema, addresses, not_blank, optional, proves, role_or_null
from schemas.fields import Flag, Items, StrictSchema, Text

PROFILES = ("default", "spoken")
WALL_CLOCKS = ("refuse", "from-first")
CUE_TIMES = ("known", "divided")
MOST_TURNS = 200_000
MOST_WORDS_PER_MINUTE = 1_000


class Proven(fields.Nested):
    """A document, loaded field by field only where it cannot be proven sound at once."""

    def _load(self, value: Any, partial: Any = None) -> Any:
        return value if proves(value) else super()._load(value, partial)


class CastMemberSchema(StrictSchema):
    """A person whom the caller names."""

    name = not_blank()
    role = role_or_null()
    description = optional(Text)
    ref = addresses()
    labels = Items(Text(validate=Regexp(r"\s*\S", error="May not be blank.")), load_default=list)


class OptionsSchema(StrictSchema):
    """Choices that hold for one conversion."""

    explain = Flag(load_default=False)
    profile = Text(load_default="default", validate=OneOf(PROFILES))
    max_turns = fields.Integer(strict=True, load_default=MOST_TURNS, validate=Range(min=1, max=MOST_TURNS))
    words_per_minute = fields.Integer(strict=True, load_default=None, validate=Range(min=1, max=MOST_WORDS_PER_MINUTE))
    wall_clock = Text(load_default="refuse", validate=OneOf(WALL_CLOCKS))
    cue_times = Text(load_default="known", validate=OneOf(CUE_TIMES))


def one_of_both(request: Mapping[str, Any]) -> Iterator[tuple[tuple[str], str]]:
    """There is a text, or a document that is structured already."""
    if ("text" in request) is ("document" in request):
        yield ("_schema",), "Give either text or document."


class KnownSchema(StrictSchema):
    """What a caller knows of an interview beside its text, and better than what is found in it.

    ``metadata`` keeps only the fields that were given; a null unsets what the text says.
    """

    cast = Items(fields.Nested(CastMemberSchema), load_default=list)
    metadata = fields.Nested(MetadataSchema(partial=True), load_default=dict)
    corrections = list_of_corrections()


class RequestSchema(KnownSchema):
    """A text to structure, or a document to write in another format, and what the caller knows or wishes."""

    text = Text()
    document = Proven(DocumentSchema)
    options = fields.Nested(OptionsSchema, load_default=lambda: OptionsSchema().load({}))

    rules = (one_of_both,)


class QuerySchema(StrictSchema):
    """What may stand in the address: formats, which :mod:`transcript.formats` knows, and the commonest options."""

    to = Text()
    source_format = Text(data_key="from")
    profile = Text(validate=OneOf(PROFILES))
    explain = Text(validate=OneOf(("true", "false")))


KNOWN = KnownSchema()
QUERY = QuerySchema()
REQUEST = RequestSchema()
