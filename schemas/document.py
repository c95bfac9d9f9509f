"""The document, wire format 1. Offsets count code points of the source and are half-open; times are seconds."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from marshmallow import ValidationError, fields
from marshmallow.validate import Equal, OneOf, Range, Regexp

from schemas.fields import Either, Flag, Items, Number, StrictSchema, Text
from schemas.proof import prover
from schemas.rules import asides_in_place, in_place, known_speakers

VERSION = "1.0"
MOST_CHARACTERS = 2**53 - 1
"""The greatest integer that every reader of JSON keeps exact; no offset is greater."""

PARTS = ("front", "body", "back")
ROLES = ("interviewer", "interviewee", "other")
SPEAKER_KINDS = ("person", "group")
TIME_KINDS = ("exact", "approximate", "wall-clock")
DIRECTION_TYPES = (
    "applause", "crosstalk", "foreign", "gesture", "inaudible", "incident", "kinesic", "laughter", "media", "music",
    "pause", "phonetic", "redacted", "setting", "silence", "timecode", "uncertain", "vocal", "other",
)  # fmt: skip
PASSAGE_TYPES = ("narration", "legend", "furniture", "metadata")
SUBJECTS = ("layout", "label")

_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?\Z")
_LANGUAGE = r"([a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,15}|[xX](-[a-zA-Z0-9]{1,8}){1,15})\Z"
_ADDRESSES = r"\S+( \S+)*\Z"


def optional(field: type[fields.Field[Any]], *validate: Any) -> fields.Field[Any]:
    """A field that may be null and may be left out."""
    return field(load_default=None, validate=validate)


def not_blank() -> Text:
    """A text that is not blank."""
    return Text(required=True, validate=Regexp(r"\s*\S", error="May not be blank."))


def addresses() -> fields.Field[Any]:
    """Authority addresses, parted by one blank; may be null."""
    return optional(Text, Regexp(_ADDRESSES, error="Must be addresses parted by one blank."))


def role_or_null() -> fields.Field[Any]:
    """What a speaker does in the interview; may be null."""
    return optional(Text, OneOf(ROLES))


def texts() -> Items:
    """A list of texts, perhaps empty."""
    return Items(Text(), load_default=list)


def on_the_calendar(value: str) -> None:
    """An ISO 8601 date, perhaps only a year or a year and month.

    :raises ValidationError: it is none, or there is no such day.
    """
    try:
        known = _DATE.match(value) and date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        known = None
    if not known:
        raise ValidationError("Must be a date: YYYY, YYYY-MM or YYYY-MM-DD.")


def _one_of(choices: tuple[str, ...], default: str) -> Text:
    return Text(validate=OneOf(choices), load_default=default)


def _kind(value: str) -> Text:
    return Text(required=True, validate=Equal(value))


def _offset() -> fields.Integer:
    return fields.Integer(strict=True, required=True, validate=Range(min=0))


def _confidence(**options: Any) -> Number:
    return Number(validate=Range(min=0, max=1), **options)


class PrintedSchema(StrictSchema):
    """Words as printed, and where they stand."""

    text = Text(required=True)
    start = _offset()
    end = _offset()


class TimeSchema(StrictSchema):
    """Seconds; unknown is null."""

    start = Number(required=True, allow_none=True, validate=Range(min=0))
    end = optional(Number, Range(min=0))
    kind = _one_of(TIME_KINDS, "exact")
    code = fields.Nested(PrintedSchema, load_default=None)


class SpeakerSchema(StrictSchema):
    """One person, or one label that names nobody in particular."""

    id = Text(required=True, validate=Regexp(r"\S+\Z", error="Must be one word."))
    name = not_blank()
    role = role_or_null()
    kind = _one_of(SPEAKER_KINDS, "person")
    description = optional(Text)
    ref = addresses()
    labels = texts()


class InlineSchema(StrictSchema):
    """A direction within a turn."""

    part = _one_of(PARTS, "body")
    type = Text(required=True, validate=OneOf(DIRECTION_TYPES))
    text = Text(required=True)
    start = _offset()
    end = _offset()
    time = optional(Number, Range(min=0))


class DirectionSchema(InlineSchema):
    """A direction that stands alone."""

    kind = _kind("direction")


class TurnSchema(StrictSchema):
    """What one speaker says at a stretch; ``skipped`` holds pairs of offsets."""

    kind = _kind("turn")
    part = _one_of(PARTS, "body")
    speaker = Text(required=True, allow_none=True)
    label = fields.Nested(PrintedSchema, load_default=None)
    start = _offset()
    end = _offset()
    text = Text(required=True)
    directions = Items(fields.Nested(InlineSchema), load_default=list)
    skipped = Items(fields.Tuple((_offset(), _offset())), load_default=list)
    time = fields.Nested(TimeSchema, load_default=None)
    confidence = _confidence(load_default=1.0)


class HeadingSchema(StrictSchema):
    """A title between the turns."""

    kind = _kind("heading")
    part = _one_of(PARTS, "body")
    level = fields.Integer(strict=True, required=True, validate=Range(min=1, max=6))
    start = _offset()
    end = _offset()
    text = Text(required=True)


class PassageSchema(StrictSchema):
    """Words that nobody in the interview speaks."""

    kind = _kind("passage")
    part = _one_of(PARTS, "body")
    type = _one_of(PASSAGE_TYPES, "narration")
    start = _offset()
    end = _offset()
    text = Text(required=True)


class NoteSchema(StrictSchema):
    """Something a person should know; ``start`` and ``end`` are both null where it concerns the whole."""

    code = not_blank()
    message = Text(required=True)
    start = fields.Integer(strict=True, load_default=None, validate=Range(min=0))
    end = fields.Integer(strict=True, load_default=None, validate=Range(min=0))
    candidates = texts()


class ReviewSchema(StrictSchema):
    """A place that a person should look at, and why."""

    start = _offset()
    end = _offset()
    reason = Text(required=True)
    confidence = _confidence(required=True)


class OriginSchema(StrictSchema):
    """What the document was made from."""

    format = not_blank()
    characters = fields.Integer(strict=True, required=True, validate=Range(min=0, max=MOST_CHARACTERS))
    sha256 = Text(required=True, validate=Regexp(r"[0-9a-f]{64}\Z", error="Must be 64 hexadecimal digits."))
    layouts = texts()


class MetadataSchema(StrictSchema):
    """What is known of the interview; unknown is null."""

    title = optional(Text)
    date = optional(Text, on_the_calendar)
    place = optional(Text)
    language = optional(Text, Regexp(_LANGUAGE, error="Must be a BCP 47 tag, such as en or pt-BR."))
    publisher = optional(Text)
    repository = optional(Text)
    collection = optional(Text)
    identifier = optional(Text)
    licence = optional(Text)
    rights = optional(Text)
    recording = optional(Text)
    filename = optional(Text)


class ReasonSchema(StrictSchema):
    """Why a layout or a label was taken or refused."""

    subject = Text(required=True, validate=OneOf(SUBJECTS))
    name = Text(required=True)
    taken = Flag(required=True)
    reasons = texts()


SEGMENTS = {
    "turn": TurnSchema(),
    "heading": HeadingSchema(),
    "direction": DirectionSchema(),
    "passage": PassageSchema(),
}


class DocumentSchema(StrictSchema):
    """A structured interview; segments are in reading order and do not overlap."""

    version = Text(required=True, validate=Equal(VERSION))
    source = fields.Nested(OriginSchema, required=True)
    metadata = fields.Nested(MetadataSchema, load_default=lambda: MetadataSchema().load({}))
    speakers = Items(fields.Nested(SpeakerSchema), load_default=list)
    segments = Items(Either("kind", SEGMENTS), load_default=list)
    notes = Items(fields.Nested(NoteSchema), load_default=list)
    review = Items(fields.Nested(ReviewSchema), load_default=list)
    confidence = _confidence(load_default=1.0)
    explanation = Items(fields.Nested(ReasonSchema), load_default=list)

    rules = (known_speakers, in_place, asides_in_place)


DOCUMENT = DocumentSchema()
proves = prover(DOCUMENT)
"""True only for what :data:`DOCUMENT` would load unchanged; see :mod:`schemas.proof`."""
