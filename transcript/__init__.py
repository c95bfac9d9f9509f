"""Interview text in, speaker-labelled turns out, nothing lost, every decision explained."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from transcript.version import __version__ as __version__

if TYPE_CHECKING:
    from transcript.errors import TranscriptError
    from transcript.model import Document, Source
    from transcript.options import CastMember, Options
    from transcript.pipeline import convert, read, structure, write

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

_HOMES = {
    "transcript.errors": ("TranscriptError",),
    "transcript.model": ("Document", "Source"),
    "transcript.options": ("CastMember", "Options"),
    "transcript.pipeline": ("convert", "read", "structure", "write"),
}

if not TYPE_CHECKING:  # a checker that saw this function would believe in every attribute

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for, so that ``transcript --help`` need not load the engine.

        No module may be called as a public name is: importing it would put the module in the name's place.
        """
        home = next((home for home, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(home), name)
        return value
