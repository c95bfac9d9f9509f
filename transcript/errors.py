"""What can go wrong. Every error of this project that a caller may meet is one of these."""

from __future__ import annotations


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
