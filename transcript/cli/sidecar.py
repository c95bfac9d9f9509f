"""Files that say what the transcript does not: about the interview (``--metadata``), and who speaks (``--cast``)."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from transcript.cli.words import reason_of, shown
from transcript.errors import InvalidDocument
from transcript.options import Options


def with_sidecars(options: Options, metadata: str | None, cast: str | None) -> Options:
    """The options, with what the files of ``--metadata`` and ``--cast`` say. The cast of ``--cast`` wins.

    :raises click.BadParameter: a file cannot be read, or is not valid; the message names each wrong field.
    """
    if metadata is not None:
        known = _known(metadata, "--metadata")
        options = replace(options, cast=known.cast, metadata=known.metadata)
    if cast is not None:
        known = _known(cast, "--cast")
        if known.metadata:
            raise _refusal(cast, "--cast", "holds metadata: give it as --metadata")
        options = replace(options, cast=known.cast)
    return options


def _known(name: str, option: str) -> Options:
    from transcript import wire  # a third of the start, for those who need it

    try:
        return wire.load_known(_content(Path(name)))
    except InvalidDocument as error:
        fields = (f"{field or 'the whole'}: {' '.join(reasons)}" for field, reasons in error.errors.items())
        raise _refusal(name, option, "\n  ".join(["is not valid:", *fields])) from None
    except OSError as error:
        raise _refusal(name, option, reason_of(error)) from None
    except (ValueError, RecursionError) as error:  # of the two parsers, with line and column
        raise _refusal(name, option, f"is not {_kind(Path(name))}: {error}") from None


def _refusal(name: str, option: str, reason: str) -> click.BadParameter:
    return click.BadParameter(f"{shown(name)} {reason}", param_hint=f"'{option}'")


def _content(path: Path) -> Any:
    data = path.read_bytes()
    if _kind(path) == "JSON":
        return json.loads(data)
    return _with_iso_dates(tomllib.loads(data.decode("utf-8-sig")))


def _kind(path: Path) -> str:
    return "JSON" if path.suffix.lower() == ".json" else "TOML"


def _with_iso_dates(value: Any) -> Any:
    """A date of TOML as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _with_iso_dates(inner) for key, inner in value.items()}
    return [_with_iso_dates(item) for item in value] if isinstance(value, list) else value
