"""The answers of speech recognisers as utterances.

Each says who speaks and when in a way of its own: seconds, milliseconds, ticks, ``"1.500s"``; utterances, sentences,
words.
"""

from __future__ import annotations

from typing import Any

from transcript.errors import UnreadableInput
from transcript.extract.recognisers.shapes import SHAPES
from transcript.extract.utterances import Utterance, all_told

__all__ = ["fits", "utterances_of"]


def fits(content: Any) -> bool:
    """Whether this looks like the answer of a recogniser that is known here."""
    return any(shape.fits(content) for shape in SHAPES)


def utterances_of(content: Any) -> list[Utterance]:
    """The utterances of an answer, by the first shape that fits.

    :raises UnreadableInput: none does, or the answer breaks its shape; the error says where.
    """
    for shape in SHAPES:
        if shape.fits(content):
            return all_told(shape.utterances(content))
    known = ", ".join(dict.fromkeys(shape.name for shape in SHAPES))
    raise UnreadableInput(f"JSON, but no answer of a recogniser that is known here ({known})")
