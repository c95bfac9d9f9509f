"""Interview text in, speaker-labelled turns out, nothing lost, every decision explained."""

from __future__ import annotations

from transcript.convert import convert, read, structure, write
from transcript.errors import TranscriptError
from transcript.model import Document, Source
from transcript.options import CastMember, Options

__version__ = "0.1.0"
__all__ = [
    "CastMember",
    "Document",
    "Options",
    "Source",
    "TranscriptError",
    "convert",
    "read",
    "structure",
    "write",
]
