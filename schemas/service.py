"""What the service answers beside documents and problems, and what a batch is made of."""

from __future__ import annotations

from marshmallow import fields
from marshmallow.validate import Equal, Length, OneOf, Range

from schemas.document import DocumentSchema, not_blank
from schemas.fields import Flag, Items, StrictSchema, Text
from schemas.problem import ProblemSchema
from schemas.request import RequestSchema


class FormatSchema(StrictSchema):
    """One format: its name after ``to``, and how it is known."""

    name = not_blank()
    title = not_blank()
    media_types = Items(not_blank(), required=True, validate=Length(min=1))
    suffixes = Items(not_blank(), required=True, validate=Length(min=1))
    reads = Flag(required=True)
    writes = Flag(required=True)


class FormatsSchema(StrictSchema):
    """Every format."""

    formats = Items(fields.Nested(FormatSchema), required=True)


class SourceSchema(StrictSchema):
    """What was read, before anything was found in it; ``text`` is what every offset counts code points of.

    A format that keeps a document, as JSON does, keeps no text: then it is null.
    """

    format = not_blank()
    characters = fields.Integer(strict=True, required=True, validate=Range(min=0))
    sha256 = Text(required=True)
    encoding = Text(required=True, allow_none=True)
    text = Text(required=True, allow_none=True)


class StateSchema(StrictSchema):
    """That the service lives, or is ready."""

    status = Text(required=True, validate=OneOf(("ok", "ready")))


class VersionSchema(StrictSchema):
    """Which program this is."""

    name = Text(required=True, validate=Equal("transcript"))
    version = not_blank()


class ProblemKindSchema(StrictSchema):
    """What a ``type`` of problem means."""

    type = not_blank()
    title = not_blank()
    status = fields.Integer(strict=True, required=True, validate=Range(min=400, max=599))


class BatchItemSchema(RequestSchema):
    """One line of a batch; ``id`` comes back in its answer."""

    id = Text(allow_none=True, validate=Length(max=200))


class BatchAnswerSchema(StrictSchema):
    """The answer to one line: a document, the content of another format as text or in base64, or a problem."""

    index = fields.Integer(strict=True, required=True, validate=Range(min=0))
    id = Text()
    status = fields.Integer(strict=True, required=True, validate=Range(min=200, max=599))
    document = fields.Nested(DocumentSchema)
    media_type = Text()
    content = Text()
    base64 = Text()
    problem = fields.Nested(ProblemSchema)
