"""What each speaker is called in an output: one line, never blank, and never the same for two people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from transcript.model import Document, Turn
from transcript.typeset.characters import one_line

UNKNOWN = "Unknown speaker"
"""Printed where a turn has no speaker: in most formats no name at all means "still the same speaker"."""


@dataclass(frozen=True, slots=True)
class Names:
    """The printed names of a document's speakers by id. ``without`` are characters that no name may hold."""

    by_id: dict[str, str]
    taken: frozenset[str]
    without: str

    def of(self, turn: Turn) -> str:
        """The name of the turn's speaker, or that it has none."""
        return self.by_id.get(turn.speaker, UNKNOWN) if turn.speaker else UNKNOWN

    def label(self, turn: Turn) -> str:
        """The name to print before a turn for people to read.

        A turn without a speaker keeps its printed label, which claims no more than the source does, unless that is
        the name of a speaker.
        """
        if turn.speaker in self.by_id or not turn.label:
            return self.of(turn)
        printed = one_line(turn.label.text, self.without).rstrip(".:：-–— ")
        return printed if printed and printed.casefold() not in self.taken else UNKNOWN


def names_of(document: Document, *, without: str = "", longest: int | None = None) -> Names:
    """Names for each speaker of the document.

    :param without: characters that the format cannot hold within a name; a blank takes their place.
    :param longest: characters; a longer name is cut.
    """
    by_id: dict[str, str] = {}
    taken: set[str] = set()
    met: Counter[str] = Counter()
    for speaker in document.speakers:
        name = one_line(speaker.name, without) or speaker.id
        name = name[:longest].rstrip()
        while name.casefold() in taken:
            met[name.casefold()] += 1
            suffix = f" {met[name.casefold()] + 1}"
            name = name[: longest - len(suffix) if longest else None].rstrip() + suffix
        by_id[speaker.id] = name
        taken.add(name.casefold())
    return Names(by_id, frozenset(taken), without)
