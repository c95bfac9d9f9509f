"""How things are said to a person at a terminal."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

from transcript.errors import TranscriptError

_PROGRAM = Path(__file__).parents[1]


def shown(text: str) -> str:
    """Words from elsewhere on one line, safe for a terminal: what controls it, or turns writing round, is escaped."""
    return "".join(character if character.isprintable() else _visible(character) for character in text)


def _visible(character: str) -> str:
    return " " if character.isspace() else character.encode("unicode_escape").decode()


def reason_of(error: Exception) -> str:
    """What went wrong, without a traceback; for a fault of this program, where it happened."""
    if isinstance(error, TranscriptError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    ours = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_PROGRAM)]
    place = f"{Path(ours[-1].filename).relative_to(_PROGRAM)}, line {ours[-1].lineno}"
    return f"a fault of this program, not of the file: {type(error).__name__} in {place}"
