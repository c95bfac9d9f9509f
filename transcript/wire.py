"""A document as plain JSON values, checked: the only module that knows both the model and the schemas.

Law: ``load(dump(document)) == document``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any, cast

from marshmallow import ValidationError
from marshmallow.exceptions import SCHEMA

from schemas.document import DOCUMENT, VERSION, proves
from schemas.request import KNOWN
from transcript.errors import InvalidDocument
from transcript.model import (
    Direction,
    Document,
    Heading,
    Metadata,
    Note,
    Origin,
    Passage,
    Printed,
    Reason,
    Review,
    Segment,
    Span,
    Speaker,
    Time,
    Turn,
)
from transcript.options import (
    Assign,
    Begin,
    CastMember,
    Correction,
    End,
    Merge,
    NotASpeaker,
    Options,
    Pseudonymise,
    Rename,
    SetRole,
    Split,
)

Json = dict[str, Any]

_METADATA = tuple(field.name for field in fields(Metadata))


def check(data: object) -> None:
    """Refuse what the schema of the document refuses, at a twentieth of its cost where nothing is wrong.

    :raises InvalidDocument: with the path of each error, such as ``segments.3.start``.
    """
    _sound(data)


def load(data: object) -> Document:
    """The document that :func:`dump` has dumped, or that somebody has written as it would.

    :raises InvalidDocument: with the path of each error, such as ``segments.3.start``.
    """
    sound = _sound(data)
    return Document(
        source=Origin(**_with_tuple(sound["source"], "layouts")),
        segments=tuple([_LOADS[item["kind"]](item) for item in sound["segments"]]),
        speakers=tuple([Speaker(**_with_tuple(item, "labels")) for item in sound["speakers"]]),
        metadata=Metadata(**sound["metadata"]),
        notes=tuple([Note(**_with_tuple(item, "candidates")) for item in sound["notes"]]),
        review=tuple([Review(**{**item, "confidence": float(item["confidence"])}) for item in sound["review"]]),
        confidence=float(sound["confidence"]),
        explanation=tuple([Reason(**_with_tuple(item, "reasons")) for item in sound["explanation"]]),
    )


def load_known(data: object) -> Options:
    """What a caller knows of an interview beside its text, as options: ``cast``, ``metadata`` and ``corrections``.

    :raises InvalidDocument: with the path of each error, such as ``cast.0.role``.
    """
    try:
        known = KNOWN.load(cast(Json, data))
    except ValidationError as error:
        raise _invalid(error, "these are not the cast, the metadata and the corrections of an interview") from None
    return known_options(known)


def known_options(known: Json) -> Options:
    """What the schema has let pass of the same, as options."""
    return Options(
        cast=tuple([CastMember(**_with_tuple(item, "labels")) for item in known["cast"]]),
        metadata=known["metadata"],
        corrections=tuple([_load_correction(item) for item in known["corrections"]]),
    )


CORRECTIONS: dict[str, type[Any]] = {
    "rename": Rename,
    "merge": Merge,
    "split": Split,
    "assign": Assign,
    "not-a-speaker": NotASpeaker,
    "role": SetRole,
    "begin": Begin,
    "end": End,
    "pseudonymise": Pseudonymise,
}
"""The value of ``kind`` in JSON, and what it loads as."""


def _load_correction(item: Json) -> Correction:
    fields_of = {name: tuple(value) if isinstance(value, list) else value for name, value in item.items()}
    del fields_of["kind"]
    return cast(Correction, CORRECTIONS[item["kind"]](**fields_of))


def _sound(data: object) -> Json:
    """What the schema makes of the data; where it provably makes nothing else of it, the data."""
    if proves(data):
        return cast(Json, data)
    try:
        return cast(Json, DOCUMENT.load(cast(Json, data)))
    except ValidationError as error:
        raise _invalid(error, f"this is no document of wire format {VERSION}") from None


def _invalid(error: ValidationError, what: str) -> InvalidDocument:
    errors = {".".join(path): reasons for path, reasons in _by_path(error.messages)}
    return InvalidDocument("; ".join([what, *_sentences(errors)]), errors)


def _by_path(messages: Any) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    if isinstance(messages, list):
        yield (), messages
        return
    for step, inner in messages.items():
        for path, reasons in _by_path(inner):
            yield path if step == SCHEMA else (str(step), *path), reasons


def _sentences(errors: dict[str, list[str]]) -> Iterator[str]:
    for path, reasons in list(errors.items())[:3]:
        yield f"{path}: {reasons[0]}" if path else reasons[0]
    if len(errors) > 3:
        yield f"and {len(errors) - 3} more"


# --- Dump: dict literals in the order in which a reader wants the keys; nothing here is called for what is not there --


def dump(document: Document) -> Json:
    """The document as dicts, lists, strings, numbers, booleans and None. Nothing is checked."""
    source, metadata = document.source, document.metadata
    return {
        "version": VERSION,
        "source": {
            "format": source.format,
            "characters": source.characters,
            "sha256": source.sha256,
            "layouts": list(source.layouts),
        },
        "metadata": {name: getattr(metadata, name) for name in _METADATA},
        "speakers": [_dump_speaker(speaker) for speaker in document.speakers],
        "segments": [_DUMPS[type(segment)](segment) for segment in document.segments],
        "notes": [_dump_note(note) for note in document.notes],
        "review": [
            {"start": item.start, "end": item.end, "reason": item.reason, "confidence": item.confidence}
            for item in document.review
        ],
        "confidence": document.confidence,
        "explanation": [
            {"subject": item.subject, "name": item.name, "taken": item.taken, "reasons": list(item.reasons)}
            for item in document.explanation
        ],
    }


def _dump_speaker(speaker: Speaker) -> Json:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "role": speaker.role,
        "kind": speaker.kind,
        "description": speaker.description,
        "ref": speaker.ref,
        "labels": list(speaker.labels),
    }


def _dump_note(note: Note) -> Json:
    return {
        "code": note.code,
        "message": note.message,
        "start": note.start,
        "end": note.end,
        "candidates": list(note.candidates),
    }


def _dump_printed(printed: Printed) -> Json:
    return {"text": printed.text, "start": printed.start, "end": printed.end}


def _dump_time(time: Time) -> Json:
    return {"start": time.start, "end": time.end, "kind": time.kind, "code": time.code and _dump_printed(time.code)}


def _dump_inline(direction: Direction) -> Json:
    return {
        "part": direction.part,
        "type": direction.type,
        "text": direction.text,
        "start": direction.start,
        "end": direction.end,
        "time": direction.time,
    }


def _dump_direction(direction: Direction) -> Json:
    return {"kind": "direction", **_dump_inline(direction)}


def _dump_turn(turn: Turn) -> Json:
    return {
        "kind": "turn",
        "part": turn.part,
        "speaker": turn.speaker,
        "label": turn.label and _dump_printed(turn.label),
        "start": turn.start,
        "end": turn.end,
        "text": turn.text,
        "directions": [_dump_inline(direction) for direction in turn.directions] if turn.directions else [],
        "skipped": [[span.start, span.end] for span in turn.skipped] if turn.skipped else [],
        "time": turn.time and _dump_time(turn.time),
        "confidence": turn.confidence,
    }


def _dump_heading(heading: Heading) -> Json:
    return {
        "kind": "heading",
        "part": heading.part,
        "level": heading.level,
        "start": heading.start,
        "end": heading.end,
        "text": heading.text,
    }


def _dump_passage(passage: Passage) -> Json:
    return {
        "kind": "passage",
        "part": passage.part,
        "type": passage.type,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


_DUMPS: dict[type, Callable[[Any], Json]] = {
    Turn: _dump_turn,
    Heading: _dump_heading,
    Direction: _dump_direction,
    Passage: _dump_passage,
}


# --- Load: the fields of the schemas are those of the classes, so most of it is passing them on -----------------------


def _with_tuple(item: Json, name: str) -> Json:
    return {**item, name: tuple(item[name])}


def _seconds(number: float | None) -> float | None:
    """JavaScript writes 1.0 as 1; what is written from it later shall be the same all the same."""
    return None if number is None else float(number)


def _load_time(item: Json) -> Time:
    code = item["code"]
    return Time(_seconds(item["start"]), _seconds(item["end"]), item["kind"], code and Printed(**code))


def _load_direction(item: Json) -> Direction:
    return Direction(item["type"], item["text"], item["start"], item["end"], _seconds(item["time"]), item["part"])


def _load_turn(item: Json) -> Turn:
    return Turn(
        speaker=item["speaker"],
        start=item["start"],
        end=item["end"],
        text=item["text"],
        label=item["label"] and Printed(**item["label"]),
        directions=tuple([_load_direction(direction) for direction in item["directions"]]),
        time=item["time"] and _load_time(item["time"]),
        confidence=float(item["confidence"]),
        skipped=tuple([Span(start, end) for start, end in item["skipped"]]),
        part=item["part"],
    )


def _load_untagged(segment: type[Segment]) -> Callable[[Json], Segment]:
    def load_one(item: Json) -> Segment:
        return segment(**{name: value for name, value in item.items() if name != "kind"})

    return load_one


_LOADS: dict[str, Callable[[Json], Segment]] = {
    "turn": _load_turn,
    "heading": _load_untagged(Heading),
    "direction": _load_direction,
    "passage": _load_untagged(Passage),
}
