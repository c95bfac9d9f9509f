"""A document while it is corrected: people by their first id, segments in a list, and what has been settled."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from transcript.corrections.labels import bare, id_of, key_of
from transcript.model import Document, Note, Segment, Speaker, Turn
from transcript.options import Pseudonymise


class Unmatched(Exception):
    """A correction finds nothing to correct; the message says why."""


class Draft:
    """Ids stay what they were until the end, so that a person keeps one however often it is renamed.

    ``successors`` says who took the place of a speaker that was merged, ``pseudonyms`` who shall be called what.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.segments: list[Segment] = list(document.segments)
        self.speakers: dict[str, Speaker] = {speaker.id: speaker for speaker in document.speakers}
        self.successors: dict[str, str] = {}
        self.pseudonyms: dict[str, Pseudonymise] = {}
        self.renamed: set[str] = set()
        self.settled: list[tuple[int, int]] = []
        self.notes: list[Note] = []
        self._touched: set[str] = set()

    # --- Finding -----------------------------------------------------------------------------------------------------

    def find(self, word: str) -> str:
        """The id of the one speaker who has this label; where several or none have it, of the one of this name.

        :raises Unmatched: nobody, or more than one, fits.
        """
        self.refresh()
        wanted = key_of(word)
        named = [id_ for id_, speaker in self.speakers.items() if wanted and key_of(speaker.name) == wanted]
        fits = [
            id_
            for id_, speaker in self.speakers.items()
            if id_ in named or any(wanted and key_of(label) == wanted for label in speaker.labels)
        ]
        for found in (fits, named):
            if len(found) == 1:
                return found[0]
        raise Unmatched("more than one speaker fits" if fits else "no speaker has that label or name")

    def at(self, label: str | None, start: int | None, end: int | None) -> list[int]:
        """Indexes of the turns under a label, or else of those that a range touches.

        :raises Unmatched: there is none.
        """
        if label is not None:
            found, why = list(self._under(key_of(label))), "no turn has that label"
        else:
            found, why = list(self._between(start or 0, end or 0)), "no turn stands there"
        if not found:
            raise Unmatched(why)
        return found

    def _under(self, wanted: str) -> Iterator[int]:
        """A turn without a label goes on with the one before, if it is the same speaker's."""
        before: Turn | None = None
        for index, segment in enumerate(self.segments):
            if not isinstance(segment, Turn):
                continue
            if segment.label:
                before = segment if wanted and key_of(segment.label.text) == wanted else None
            elif before and segment.speaker != before.speaker:
                before = None
            if before:
                yield index

    def _between(self, start: int, end: int) -> Iterator[int]:
        first = bisect_right(self.segments, start, key=lambda segment: segment.end)
        for index in range(first, len(self.segments)):
            segment = self.segments[index]
            if isinstance(segment, Turn) and beginning(segment) < end:
                yield index
            if segment.start >= end:
                return

    def turns_of(self, id_: str | None) -> list[int]:
        """Indexes of the turns of that speaker."""
        return [i for i, segment in enumerate(self.segments) if isinstance(segment, Turn) and segment.speaker == id_]

    def label_at(self, index: int) -> str:
        """The label of a turn, bare; empty where none is printed."""
        turn = self.segments[index]
        return bare(turn.label.text) if isinstance(turn, Turn) and turn.label else ""

    # --- Changing ----------------------------------------------------------------------------------------------------

    def call(self, id_: str, name: str) -> None:
        """Give a speaker a name, and the id that goes with it."""
        if self.speakers[id_].name != name:
            self.speakers[id_] = replace(self.speakers[id_], name=name)
            self.renamed.add(id_)

    def named(self, name: str) -> str:
        """The id of the speaker of exactly that name; a new one, where there is none."""
        for id_, speaker in self.speakers.items():
            if speaker.name == name:
                return id_
        known = {*self.speakers, *self.successors, *(speaker.id for speaker in self.document.speakers)}
        id_ = id_of(name, known, f"speaker-{len(known) + 1}")
        self.speakers[id_] = Speaker(id_, name)
        self.renamed.add(id_)
        return id_

    def give(self, indexes: Iterable[int], id_: str | None, *, surely: bool) -> None:
        """Make turns those of a speaker; ``surely`` where a person has said so of these very turns."""
        for index in indexes:
            turn = self.segments[index]
            assert isinstance(turn, Turn)  # noqa: S101 - what finds indexes finds turns
            self.touch(turn.speaker, id_)
            self.segments[index] = replace(turn, speaker=id_, confidence=1.0 if surely else turn.confidence)
            if surely:
                self.settle(turn)

    def settle(self, turn: Turn) -> None:
        """Nothing about this turn is in doubt, or up for review, any more."""
        self.settled.append((beginning(turn), turn.end))

    def touch(self, *ids: str | None) -> None:
        """Remember whose turns have changed."""
        self._touched.update(id_ for id_ in ids if id_)

    def refresh(self) -> None:
        """Give those whose turns have changed the labels of their turns; who has lost all turns is no speaker."""
        if not self._touched:
            return
        spoken = self._spoken()
        for id_ in self._touched & self.speakers.keys():
            if id_ not in spoken:
                del self.speakers[id_]
                continue
            elsewhere = (label for label in self.speakers[id_].labels if key_of(label) not in self._printed)
            labels = dict.fromkeys((*(label for found in spoken[id_].values() for label in found), *elsewhere))
            self.speakers[id_] = replace(self.speakers[id_], labels=tuple(labels))
        self._touched.clear()

    @cached_property
    def _printed(self) -> set[str]:
        """Keys of the labels that the turns had at first; a speaker may have others, which a caller gave."""
        return {key_of(turn.label.text) for turn in self.document.turns if turn.label}

    def _spoken(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """For each speaker the labels of the turns by key, in order of appearance, as the document spells them."""
        spellings: dict[str, tuple[str, ...]] = {}
        for label in (label for speaker in self.document.speakers for label in speaker.labels):
            spellings[key_of(label)] = (*spellings.get(key_of(label), ()), label)
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for segment in self.segments:
            if isinstance(segment, Turn) and segment.speaker:
                labels = found.setdefault(segment.speaker, {})
                if segment.label and (key := key_of(segment.label.text)):
                    labels.setdefault(key, spellings.get(key) or (bare(segment.label.text),))
        return found


def beginning(segment: Segment) -> int:
    """Where a segment begins, its label and its printed time included."""
    if not isinstance(segment, Turn):
        return segment.start
    code = segment.time.code if segment.time else None
    return min(part.start for part in (segment, segment.label, code) if part)
