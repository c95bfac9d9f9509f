"""What can go wrong. Every error of this project that a caller may meet is one of these."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

_PROGRAM = Path(__file__).parent


class TranscriptError(Exception):
    """Base of all errors raised on purpose. ``code`` is stable and names the problem type of an HTTP answer."""

    code = "error"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail

    def __str__(self) -> str:
        return self.detail


class UnreadableInput(TranscriptError):
    """The bytes are not what they are said to be, or hold no text."""

    code = "unreadable-input"


class UnknownFormat(TranscriptError):
    """No reader or writer has that name."""

    code = "unknown-format"


class LimitExceeded(TranscriptError):
    """A documented limit was passed: too many turns, too large a text."""

    code = "limit-exceeded"


class InvalidDocument(TranscriptError):
    """A document or an option breaks its schema. ``errors`` maps each field's path to its reasons."""

    code = "invalid-document"

    def __init__(self, detail: str, errors: dict[str, list[str]] | None = None) -> None:
        Exception.__init__(self, detail, errors)
        self.detail = detail
        self.errors = errors or {}


class CannotWrite(TranscriptError):
    """The document lacks what the format needs, as captions need times."""

    code = "cannot-write"


def reason_of(error: Exception) -> str:
    """What went wrong, without a traceback; for a fault of this program, where it happened."""
    if isinstance(error, TranscriptError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    ours = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_PROGRAM)]
    place = f" in {Path(ours[-1].filename).relative_to(_PROGRAM)}, line {ours[-1].lineno}" if ours else ""
    return f"a fault of this program, not of the file: {type(error).__name__}{place}"
