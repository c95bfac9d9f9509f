"""Interviews put together turn by turn, for tests that look at names, words and times and not at offsets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.documents import words
from transcript.model import Direction, Document, Metadata, Origin, Printed, Segment, Speaker, Time, TimeKind, Turn

if TYPE_CHECKING:
    from tests.documents import Draw

PEOPLE = (
    Speaker("ann", "Ann", role="interviewer"),
    Speaker("bo", "Bo Lee", role="interviewee", description="carpenter"),
    Speaker("q", "Q", kind="group"),
)


def said(
    speaker: str | None,
    text: str,
    start: float | None = None,
    end: float | None = None,
    *,
    kind: TimeKind = "exact",
    label: str | None = None,
    directions: tuple[Direction, ...] = (),
) -> Turn:
    """A turn; times are seconds. Its offsets are those of a source that :func:`interview` has yet to make."""
    return Turn(
        speaker,
        0,
        len(text),
        text,
        label=Printed(label, 0, len(label)) if label else None,
        directions=directions,
        time=None if start is None and end is None else Time(start, end, kind),
    )


def event(text: str) -> Direction:
    """A direction, of the type ``laughter``."""
    return Direction("laughter", text, 0, len(text))


def interview(*segments: Segment, speakers: tuple[Speaker, ...] = PEOPLE, **metadata: Any) -> Document:
    """A document of these segments, one after the other."""
    placed: list[Segment] = []
    at = 0
    for segment in segments:
        if isinstance(segment, Turn):
            placed.append(_placed(segment, at))
        else:
            placed.append(replace(segment, start=at, end=at + len(segment.text)))
        at = placed[-1].end + 1
    return Document(Origin("plain", at, "0" * 64), tuple(placed), speakers, Metadata(**metadata))


def _placed(turn: Turn, at: int) -> Turn:
    label = replace(turn.label, start=at, end=at + len(turn.label.text)) if turn.label else None
    start = label.end + 1 if label else at
    directions: list[Direction] = []
    found = 0
    for direction in turn.directions:
        left = turn.text.index(direction.text, found)
        found = left + len(direction.text)
        directions.append(replace(direction, start=start + left, end=start + found))
    return replace(turn, start=start, end=start + len(turn.text), label=label, directions=tuple(directions))


@st.composite
def timed_interviews(draw: Draw, text: st.SearchStrategy[str] = words) -> Document:
    """A document whose times, where it has any, never run backwards; at least one turn has one."""
    now = 0.0
    segments: list[Segment] = []
    last = draw(st.integers(0, 5))
    for number in range(last + 1):
        paragraphs = "\n\n".join(draw(st.lists(text, min_size=1, max_size=3)))
        now += draw(st.integers(0, 4000)) / 8
        start = now if number == last or draw(st.booleans()) else None
        end = now + draw(st.integers(-8, 4000)) / 8 if start is not None and draw(st.booleans()) else None
        segments.append(said(draw(st.sampled_from(("ann", "bo", "q", None))), paragraphs, start, end and max(0.0, end)))
        if draw(st.integers(0, 4)) == 0:
            segments.append(event("[applause, no speech]"))
    return interview(*segments)
