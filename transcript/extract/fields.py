"""JSON that is not ours: its fields are asked for with care, and named by their path where they are wrong."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any

import orjson

from transcript.errors import UnreadableInput

Json = dict[str, Any]


def parsed(data: bytes) -> Any:
    """The value that is written in the bytes; a byte order mark is no part of it.

    :raises UnreadableInput: not JSON; the error says where.
    """
    try:
        return orjson.loads(data.removeprefix(codecs.BOM_UTF8))
    except orjson.JSONDecodeError as error:
        reason = error.msg.partition(":")[0]
        raise UnreadableInput(f"not JSON at line {error.lineno}, column {error.colno}: {reason}") from None


def objects(value: Any, path: str) -> Iterator[tuple[str, Json]]:
    """The objects of a list with their paths; of null, none."""
    if not isinstance(value, list):
        if value is None:
            return
        raise UnreadableInput(f"{path}: no list")
    for at, item in enumerate(value):
        if not isinstance(item, dict):
            raise UnreadableInput(f"{path}.{at}: no object")
        yield f"{path}.{at}", item


def within(value: Any, *keys: str) -> Any:
    """What stands at the end of a path of keys; None where it breaks off."""
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def text_of(item: Json, *keys: str) -> str:
    """The first of these fields that is a text, without white space around it."""
    return next((found.strip() for key in keys if isinstance(found := item.get(key), str)), "")


def speaker_of(value: Any) -> str | None:
    """A label for what identifies a speaker: names as they are, numbers and letters as ``Speaker 1``, ``Speaker A``."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    name = " ".join(str(value).split())
    return f"Speaker {name}" if name.isdecimal() or len(name) == 1 else name or None
