"""What a person should know of a reading: how sure it is, where to look first, and why each thing was decided."""

from __future__ import annotations

from transcript.engine.conversation import signs_of_talk
from transcript.engine.evidence import THRESHOLD, Verdict
from transcript.engine.layouts import LAYOUTS
from transcript.engine.lines import Page
from transcript.engine.reading import Reading
from transcript.model import Note, Reason, Review, Segment, Turn

_DOUBTFUL = 0.9
_UNREAD = 0.1  # there are turns, and none of them is found
_AT_MOST = 50


def confidence_of(page: Page, reading: Reading, segments: list[Segment], notes: list[Note]) -> float:
    """How sure it is that not one turn is wrong: as sure as the least sure turn; see ``benchmarks/README.md``."""
    turns = [segment for segment in segments if isinstance(segment, Turn)]
    if any(note.code == "columns-beside" for note in notes):
        return _UNREAD
    if not turns:
        if signs_of_talk(page):
            return 0.5
        nearest = max((verdict.weight for verdict in reading.verdicts), default=-THRESHOLD)
        return 0.9 if nearest < 0 else 0.8 if nearest < THRESHOLD else 0.6
    sure = min(turn.confidence for turn in turns)
    if any(turn.speaker is None for turn in turns) or any(note.code == "speaker-ambiguous" for note in notes):
        sure = min(sure, 0.7)
    return sure


def review_of(segments: list[Segment], notes: list[Note], doubts: dict[int, str]) -> tuple[Review, ...]:
    """The places to look at first, the most doubtful first: at most fifty.

    :param doubts: by the start of a turn, what speaks against it.
    """
    places = []
    said = {note.start: note.message for note in notes if note.code == "speaker-ambiguous"}
    for segment in segments:
        if not isinstance(segment, Turn):
            continue
        at = segment.label.start if segment.label else segment.start
        if segment.speaker is None:
            reason = said.get(segment.label.start if segment.label else None, "nobody is named for this turn")
            places.append(Review(at, segment.end, reason, 0.0))
        elif segment.confidence < _DOUBTFUL:
            reason = doubts.get(segment.start, "little speaks for it")
            places.append(Review(at, segment.end, reason, segment.confidence))
    places.sort(key=lambda place: (place.confidence, place.start))
    return tuple(places[:_AT_MOST])


def explanation_of(reading: Reading) -> tuple[Reason, ...]:
    """Each layout and each label, whether it was taken, and the evidence in words."""
    found = [Reason("layout", layout.name, layout.name in reading.layouts, (layout.looks_like,)) for layout in LAYOUTS]
    verdicts = sorted(reading.verdicts, key=lambda verdict: verdict.cues[0].start)
    return (*found, *(_reason(verdict) for verdict in verdicts))


def _reason(verdict: Verdict) -> Reason:
    return Reason("label", verdict.label.text, verdict.taken, tuple(verdict.reasons))
