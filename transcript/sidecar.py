"""A file beside a transcript that says what the text does not: about the interview, who speaks, and what is wrong."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from typing import Any

from transcript import wire
from transcript.errors import InvalidDocument, UnreadableInput
from transcript.options import Options


def load_sidecar(data: bytes, name: str) -> Options:
    """What a sidecar says, as options that are else the defaults. It is JSON where its name ends so, else TOML.

    :raises UnreadableInput: it is not TOML or JSON; the message has the line and the column.
    :raises InvalidDocument: with the path of each error, such as ``cast.0.role``.
    """
    kind = "JSON" if name.lower().endswith(".json") else "TOML"
    try:
        content = json.loads(data) if kind == "JSON" else _with_iso_dates(tomllib.loads(data.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"is not {kind}: {error}") from None
    return wire.load_known(content)


def each_field(error: InvalidDocument) -> list[str]:
    """A line for each field that is wrong, with its reasons."""
    return [f"{field or 'the whole'}: {' '.join(reasons)}" for field, reasons in error.errors.items()]


def _with_iso_dates(value: Any) -> Any:
    """A date of TOML as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _with_iso_dates(inner) for key, inner in value.items()}
    return [_with_iso_dates(item) for item in value] if isinstance(value, list) else value
