"""Markdown. Nothing in its content tells it from plain text, and plain text is read the same way."""

from __future__ import annotations

import hashlib

from transcript.encoding import decode
from transcript.extract.markdown import marks_of
from transcript.model import Source


def sniff(data: bytes) -> bool:
    """Never: a suffix or a media type says it."""
    return False


def read(data: bytes) -> Source:
    """Decode and mark a Markdown text.

    :raises UnreadableInput: empty, or not text.
    """
    text, encoding = decode(data)
    return Source(text, "markdown", hashlib.sha256(data).hexdigest(), marks_of(text), encoding)
