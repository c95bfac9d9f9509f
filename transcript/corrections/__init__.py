"""What a person knows better, made good in the document, so that every format is written from what is right.

A correction that finds nothing to correct is no error: a note says which it was, and the others are made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from transcript.corrections import matter, people, pseudonyms
from transcript.corrections.draft import Draft, Unmatched
from transcript.corrections.finish import finished
from transcript.model import Document, Note
from transcript.options import (
    Assign,
    Begin,
    Correction,
    End,
    Merge,
    NotASpeaker,
    Pseudonymise,
    Rename,
    SetRole,
    Split,
)

__all__ = ["corrected"]

_MAKE: dict[type, Callable[[Draft, Any], None]] = {
    Rename: people.rename,
    Merge: people.merge,
    Split: people.split,
    Assign: people.assign,
    NotASpeaker: matter.not_a_speaker,
    SetRole: people.set_role,
    Begin: matter.begin,
    End: matter.end,
    Pseudonymise: pseudonyms.pseudonymise,
}


def corrected(document: Document, corrections: tuple[Correction, ...]) -> Document:
    """The document with the corrections made in their order, pseudonyms last."""
    if not corrections:
        return document
    draft = Draft(document)
    for number, correction in sorted(enumerate(corrections, 1), key=lambda pair: isinstance(pair[1], Pseudonymise)):
        try:
            _MAKE[type(correction)](draft, correction)
        except Unmatched as why:
            draft.notes.append(_unmatched(number, correction, str(why), document.source.characters))
    draft.refresh()
    pseudonyms.hide(draft)
    return finished(draft)


def _unmatched(number: int, correction: Correction, why: str, characters: int) -> Note:
    start, end = getattr(correction, "start", None), getattr(correction, "end", None)
    if end is None or end > characters:
        start = end = None
    message = f"correction {number} ({_in_words(correction)}) found nothing to correct: {why}"
    return Note("correction-unmatched", message, start, end)


def _in_words(correction: Correction) -> str:
    """The correction as a person would point to it. Whom a pseudonym should have hidden is not told."""
    match correction:
        case Pseudonymise():
            return "pseudonymise"
        case Merge(speakers):
            return f"merge {' and '.join(f'“{speaker}”' for speaker in speakers)}"
        case Begin(at) | End(at):
            return f"{type(correction).__name__.lower()} at {at}"
        case Rename(speaker) | SetRole(speaker):
            return f"{'rename' if isinstance(correction, Rename) else 'role of'} “{speaker}”"
        case NotASpeaker(speaker=str(speaker)):
            return f"not a speaker: “{speaker}”"
        case Split() | Assign() | NotASpeaker():
            verb = {Split: "split", Assign: "assign", NotASpeaker: "not a speaker:"}[type(correction)]
            place = f"{correction.start} to {correction.end}" if correction.label is None else f"“{correction.label}”"
            return f"{verb} {place}"
