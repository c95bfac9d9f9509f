"""Corrections of what is speech: no speaker after all, and where the interview begins and ends."""

from __future__ import annotations

from dataclasses import replace

from transcript.corrections.draft import Draft, Unmatched, beginning
from transcript.corrections.joining import continued, joined, passages_of
from transcript.model import Part, Segment, Turn
from transcript.options import Begin, End, NotASpeaker


def not_a_speaker(draft: Draft, correction: NotASpeaker) -> None:
    """Make turns passages, or speech of whoever spoke before them; where nobody did, passages all the same."""
    if correction.speaker is None:
        turns = draft.at(correction.label, correction.start, correction.end)
    else:
        known = draft.find(correction.speaker)
        draft.touch(known)
        turns = draft.turns_of(known)
    chosen = set(turns)
    result: list[Segment] = []
    before: Turn | None = None
    for index, segment in enumerate(draft.segments):
        if index not in chosen:
            result.append(segment)
        else:
            result += _silenced(draft, result, segment, before if correction.becomes == "speech" else None)
        if result and isinstance(result[-1], Turn):
            before = result[-1]
    draft.segments = sorted(result, key=lambda segment: segment.start)


def _silenced(draft: Draft, result: list[Segment], turn: Segment, before: Turn | None) -> list[Segment]:
    assert isinstance(turn, Turn)  # noqa: S101 - what finds indexes finds turns
    draft.settle(turn)
    draft.touch(turn.speaker)
    floor = result[-1].end if result else 0
    if before is None:
        return passages_of(turn, floor)
    *printed, words = continued(turn, floor, before)
    if printed or result[-1] is not before or before.part != words.part:
        return [*printed, words]
    result.pop()
    return [joined(before, words)]


def begin(draft: Draft, correction: Begin) -> None:
    """Make what ends before the offset front matter, and the front matter behind it part of the interview."""
    _check(draft, correction.at)
    cut = sum(segment.end <= correction.at for segment in draft.segments)
    front, rest = draft.segments[:cut], draft.segments[cut:]
    draft.segments = [*_unspoken(draft, front, "front"), *_body(rest, "front")]


def end(draft: Draft, correction: End) -> None:
    """Make what begins at the offset or after it back matter, and the back matter before it part of the interview."""
    _check(draft, correction.at)
    inside = (index for index, segment in enumerate(draft.segments, 1) if beginning(segment) < correction.at)
    cut = max(inside, default=0)
    rest, back = draft.segments[:cut], draft.segments[cut:]
    draft.segments = [*_body(rest, "back"), *_unspoken(draft, back, "back")]


def _check(draft: Draft, offset: int) -> None:
    if offset > draft.document.source.characters:
        raise Unmatched("the source is not so long")


def _unspoken(draft: Draft, segments: list[Segment], part: Part) -> list[Segment]:
    result: list[Segment] = []
    for segment in segments:
        found = [segment] if not isinstance(segment, Turn) else _silenced(draft, result, segment, None)
        result += [_in(piece, part) for piece in found]
    return sorted(result, key=lambda segment: segment.start)


def _body(segments: list[Segment], part: Part) -> list[Segment]:
    """What is no longer of that part is of the interview."""
    return [_in(segment, "body") if segment.part == part else segment for segment in segments]


def _in(segment: Segment, part: Part) -> Segment:
    if isinstance(segment, Turn):
        directions = tuple(replace(direction, part=part) for direction in segment.directions)
        return replace(segment, part=part, directions=directions)
    return replace(segment, part=part)
