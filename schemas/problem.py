"""The problem document (RFC 9457) that answers a request which cannot be met."""

from __future__ import annotations

from marshmallow import fields
from marshmallow.validate import Length, Range

from schemas.document import not_blank
from schemas.fields import Items, StrictSchema, Text


class FieldErrorSchema(StrictSchema):
    """What is wrong with one field of the request, or with one parameter of its address."""

    field = Text(required=True)
    reasons = Items(Text(), required=True, validate=Length(min=1))


class PlaceSchema(StrictSchema):
    """Where in the body the fault lies; lines and columns count from 1, the others from 0."""

    line = fields.Integer(strict=True, validate=Range(min=1))
    column = fields.Integer(strict=True, validate=Range(min=1))
    offset = fields.Integer(strict=True, validate=Range(min=0))
    byte = fields.Integer(strict=True, validate=Range(min=0))


class AvailableSchema(StrictSchema):
    """A format that could have been asked for."""

    name = not_blank()
    media_type = not_blank()


class ProblemSchema(StrictSchema):
    """``type`` is stable, ``title`` and ``detail`` are for people; none of them quotes the transcript."""

    type = Text(required=True)
    title = not_blank()
    status = fields.Integer(strict=True, required=True, validate=Range(min=400, max=599))
    detail = Text()
    instance = Text()
    errors = Items(fields.Nested(FieldErrorSchema))
    place = fields.Nested(PlaceSchema)
    available = Items(fields.Nested(AvailableSchema))
