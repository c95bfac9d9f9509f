"""Files that say what the transcript does not: about the interview (``--metadata``), who speaks (``--cast``), and what
is to be put right (``--corrections``).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from transcript.cli.words import shown
from transcript.errors import InvalidDocument, UnreadableInput, reason_of
from transcript.options import Options


def with_sidecars(options: Options, metadata: str | None, cast: str | None, corrections: str | None = None) -> Options:
    """The options, with what the files say. The file of ``--metadata`` may hold all; those of the others win.

    :raises click.BadParameter: a file cannot be read, or is not valid; the message names each wrong field.
    """
    if metadata is not None:
        known = _known(metadata, "--metadata")
        options = replace(options, cast=known.cast, metadata=known.metadata, corrections=known.corrections)
    if cast is not None:
        options = replace(options, cast=_known(cast, "--cast", holding="cast").cast)
    if corrections is not None:
        known = _known(corrections, "--corrections", holding="corrections")
        options = replace(options, corrections=known.corrections)
    return options


def _known(name: str, option: str, holding: str | None = None) -> Options:
    """What a file holds; nothing else than ``holding``, where that is given."""
    known = _loaded(name, option)
    for part in ("metadata", "cast", "corrections"):
        if holding and part != holding and getattr(known, part):
            raise _refusal(name, option, f"holds {part}: give it as --metadata")
    return known


def _loaded(name: str, option: str) -> Options:
    from transcript.sidecar import each_field, load_sidecar  # a third of the start, for those who need it

    try:
        return load_sidecar(Path(name).read_bytes(), name)
    except InvalidDocument as error:
        raise _refusal(name, option, "\n  ".join(["is not valid:", *each_field(error)])) from None
    except (OSError, UnreadableInput) as error:
        raise _refusal(name, option, reason_of(error)) from None


def _refusal(name: str, option: str, reason: str) -> click.BadParameter:
    return click.BadParameter(f"{shown(name)} {reason}", param_hint=f"'{option}'")
