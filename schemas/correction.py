"""What a person knows better of a document: a small tagged union; ``kind`` says which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import fields
from marshmallow.validate import Equal, Length, OneOf, Range

from schemas.document import MOST_CHARACTERS, not_blank, optional, role_or_null
from schemas.fields import Either, Items, StrictSchema, Text

BECOMES = ("passage", "speech")
MOST_CORRECTIONS = 10_000

Broken = Iterator[tuple[tuple[str], str]]


def _kind(value: str) -> Text:
    return Text(required=True, validate=Equal(value))


def _offset(**options: Any) -> fields.Integer:
    return fields.Integer(strict=True, validate=Range(min=0, max=MOST_CHARACTERS), **options)


def one_place(correction: Mapping[str, Any]) -> Broken:
    """It is told in one way what is meant: by ``speaker``, where the correction knows it, by label, or by range."""
    start, end = correction["start"], correction["end"]
    if (start is None) is not (end is None):
        yield ("end",), "Give both start and end."
    elif start is not None and end <= start:
        yield ("end",), "Must come after start."
    by = ["label", "start"] + (["speaker"] if correction["kind"] == "not-a-speaker" else [])
    if sum(correction[name] is not None for name in by) != 1:
        yield ("_schema",), f"Give one of: {'speaker, ' if 'speaker' in by else ''}label, start with end."


class RenameSchema(StrictSchema):
    """The speaker is called so, in every format."""

    kind = _kind("rename")
    speaker = not_blank()
    name = not_blank()


class MergeSchema(StrictSchema):
    """These are one person, who keeps the name of the first."""

    kind = _kind("merge")
    speakers = Items(not_blank(), required=True, validate=Length(min=2))


class SplitSchema(StrictSchema):
    """The turns under a label, or in a range, are those of somebody else."""

    kind = _kind("split")
    label = optional(Text)
    start = _offset(load_default=None)
    end = _offset(load_default=None)
    name = optional(Text, Length(min=1))

    rules = (one_place,)


class AssignSchema(StrictSchema):
    """The turns under a label, or in a range, are those of that speaker, or of nobody known."""

    kind = _kind("assign")
    speaker = Text(required=True, allow_none=True)
    label = optional(Text)
    start = _offset(load_default=None)
    end = _offset(load_default=None)

    rules = (one_place,)


class NotASpeakerSchema(StrictSchema):
    """Turns of a speaker, under a label or in a range are none."""

    kind = _kind("not-a-speaker")
    speaker = optional(Text)
    label = optional(Text)
    start = _offset(load_default=None)
    end = _offset(load_default=None)
    becomes = Text(validate=OneOf(BECOMES), load_default="passage")

    rules = (one_place,)


class SetRoleSchema(StrictSchema):
    """What the speaker does in the interview."""

    kind = _kind("role")
    speaker = not_blank()
    role = Text(required=True, allow_none=True, validate=role_or_null().validators)


class BeginSchema(StrictSchema):
    """The interview begins with the segment that holds this offset, or the next one."""

    kind = _kind("begin")
    at = _offset(required=True)


class EndSchema(StrictSchema):
    """The interview ends before the first segment that begins at this offset or after it."""

    kind = _kind("end")
    at = _offset(required=True)


class PseudonymiseSchema(StrictSchema):
    """The speaker is called so wherever the name, a label or one of the further words stood."""

    kind = _kind("pseudonymise")
    speaker = not_blank()
    name = not_blank()
    words = Items(not_blank(), load_default=list)


CORRECTIONS = {
    "rename": RenameSchema(),
    "merge": MergeSchema(),
    "split": SplitSchema(),
    "assign": AssignSchema(),
    "not-a-speaker": NotASpeakerSchema(),
    "role": SetRoleSchema(),
    "begin": BeginSchema(),
    "end": EndSchema(),
    "pseudonymise": PseudonymiseSchema(),
}


def corrections() -> Items:
    """A list of corrections, perhaps empty."""
    return Items(Either("kind", CORRECTIONS), load_default=list, validate=Length(max=MOST_CORRECTIONS))
