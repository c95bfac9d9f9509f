"""A corrected draft as a document again: ids that go with the names, and nothing left in doubt that was settled."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from transcript.corrections.draft import Draft
from transcript.corrections.labels import id_of
from transcript.model import Document, Note, Turn

_DOUBT = "speaker-ambiguous"


def finished(draft: Draft) -> Document:
    """The document."""
    ids = _ids(draft)
    settled = _within(draft.settled)
    document = draft.document
    segments = tuple(
        replace(segment, speaker=ids[segment.speaker]) if isinstance(segment, Turn) and segment.speaker else segment
        for segment in draft.segments
    )
    kept = (note for note in document.notes if note.code != _DOUBT or note.start is None or not settled(note.start))
    notes = tuple(_with_ids(note, draft, ids) for note in kept)
    return replace(
        document,
        segments=segments,
        speakers=tuple(replace(speaker, id=ids[id_]) for id_, speaker in draft.speakers.items()),
        notes=(*notes, *draft.notes),
        review=tuple(item for item in document.review if not settled(item.start)),
        confidence=_confidence(document, segments, notes) if draft.settled else document.confidence,
    )


def _ids(draft: Draft) -> dict[str, str]:
    """First id -> last id. Who was renamed has one that goes with the name."""
    ids = {id_: id_ for id_ in draft.speakers if id_ not in draft.renamed}
    taken = set(ids)
    for number, (id_, speaker) in enumerate(draft.speakers.items(), 1):
        if id_ in draft.renamed:
            ids[id_] = id_of(speaker.name, taken, f"speaker-{number}")
            taken.add(ids[id_])
    return ids


def _with_ids(note: Note, draft: Draft, ids: dict[str, str]) -> Note:
    known = {speaker.id for speaker in draft.document.speakers}
    candidates: dict[str, None] = {}
    for candidate in note.candidates:
        now = candidate
        while now in draft.successors:
            now = draft.successors[now]
        if now in ids or candidate not in known:
            candidates[ids.get(now, now)] = None
    return replace(note, candidates=tuple(candidates))


def _confidence(document: Document, segments: tuple[object, ...], notes: tuple[Note, ...]) -> float:
    """That of the whole, where some turns are certain now: no surer than the least sure, and never less than before."""
    turns = [segment for segment in segments if isinstance(segment, Turn)]
    if any(note.code == _DOUBT for note in notes):
        return document.confidence
    return max(document.confidence, min((turn.confidence for turn in turns), default=1.0))


def _within(spans: list[tuple[int, int]]) -> Callable[[int], bool]:
    """A test whether an offset lies in one of the spans."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    reach = list(accumulate((end for _, end in ordered), max))

    def test(offset: int) -> bool:
        at = bisect_right(starts, offset)
        return at > 0 and offset < reach[at - 1]

    return test
