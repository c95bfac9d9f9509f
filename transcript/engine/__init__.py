"""A source to a document: the text is read as a whole, a module a question."""

from __future__ import annotations

from transcript.model import Document, Origin, Source
from transcript.options import DEFAULTS, Options

__all__ = ["structure"]


def structure(source: Source, options: Options = DEFAULTS) -> Document:
    """Find the turns of a source and who speaks them."""
    return Document(source=Origin(source.format, len(source.text), source.sha256))
