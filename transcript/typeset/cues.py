"""What captions show, and when.

No time is invented. A turn whose time is known begins a cue, which lasts to its known end, or else to the next
known time. A turn whose time is not known follows the one before it: from that one's end where it is known, else
within the same cue. Where the text begins with such turns, they are a cue of their own from 0, or share the
first. Only one time may have to be guessed, the end of the last cue. Every cue of which not all is known says so
in its remark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from transcript.model import Document, Turn
from transcript.options import Options
from transcript.typeset.characters import xml_safe
from transcript.typeset.paragraphs import Paragraph, paragraphs_of
from transcript.typeset.timeline import Entry, Spoken, reading_time, timeline_of

READING_RATE = 150
"""Words a minute, to guess the end of the last cue by."""

_BRACKETS = ("()", "[]", "{}", "**", "__", "（）", "【】")


@dataclass(frozen=True, slots=True)
class Voice:
    """What one turn says within a cue, line by line, and its own end where that is known (milliseconds).

    ``turn`` is None where a direction stands alone.
    """

    lines: tuple[str, ...]
    turn: Turn | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """Times are milliseconds; the end is after the start. No cue starts before another that stands before it."""

    start: int
    end: int
    voices: tuple[Voice, ...]
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Captions:
    """Cues, and what must be known of all their times."""

    cues: tuple[Cue, ...]
    remark: str | None = None
    synthetic: bool = False


@dataclass(slots=True)
class _Span:
    """A cue in the making. ``start`` is None where no known time stands before it."""

    start: int | None
    end: int | None = None
    entries: list[Entry] = field(default_factory=list)


def captions_of(document: Document, options: Options) -> Captions:
    """Cues for every turn, and for the directions between turns.

    :raises CannotWrite: the times are missing, or of no use: see :func:`transcript.typeset.timeline.timeline_of`.
    """
    timeline = timeline_of(document, options)
    return Captions(tuple(_cues(_spans(timeline.entries))), timeline.remark, timeline.synthetic)


def lines_of(segment: Spoken) -> tuple[str, ...]:
    """The words as captions show them: a line a paragraph or list item, directions in square brackets."""
    if isinstance(segment, Turn):
        return tuple(line for paragraph in paragraphs_of(segment) for line in _lines(paragraph))
    return (xml_safe(_bracketed(" ".join(segment.text.split()))),)


def _lines(paragraph: Paragraph) -> Iterator[str]:
    runs = (replace(run, text=_bracketed(run.text)) if run.direction else run for run in paragraph.runs)
    yield from xml_safe(replace(paragraph, runs=tuple(runs)).text).split("\n")


def _bracketed(words: str) -> str:
    inner = words[1:-1].strip() if words[:1] + words[-1:] in _BRACKETS else words
    return f"[{inner or words}]"


def _spans(entries: tuple[Entry, ...]) -> list[_Span]:
    """The entries, by the last known time that stands before them."""
    following = _following(entries)
    spans: list[_Span] = []
    for entry, next_start in zip(entries, following, strict=True):
        last = spans[-1] if spans else None
        ended = last.end if last and last.end is not None and (next_start is None or last.end < next_start) else None
        if last and entry.start is None and ended is not None and isinstance(entry.segment, Turn):
            spans.append(_Span(ended, None, [entry]))
        elif last and (entry.start is None or (entry.start == last.start and entry.end is None and last.end is None)):
            last.entries.append(entry)
        else:
            spans.append(_Span(entry.start, entry.end, [entry]))
    return _led_in(spans)


def _following(entries: tuple[Entry, ...]) -> list[int | None]:
    """For each entry, the next known start after it."""
    following: list[int | None] = []
    upcoming: int | None = None
    for entry in reversed(entries):
        following.append(upcoming)
        upcoming = upcoming if entry.start is None else entry.start
    return following[::-1]


def _led_in(spans: list[_Span]) -> list[_Span]:
    """The spans; what stands before the first known time is one from 0, or part of that which begins there."""
    first, rest = spans[0], spans[1:]
    if first.start is None and rest[0].start == 0:
        rest[0].entries[:0] = first.entries
        return rest
    return spans


def _cues(spans: list[_Span]) -> Iterator[Cue]:
    ends = _ends(spans)
    for span, end in zip(spans, ends, strict=True):
        start = span.start or 0
        voices = tuple(
            Voice(lines_of(entry.segment), entry.segment if isinstance(entry.segment, Turn) else None, entry.end)
            for entry in span.entries
        )
        remarks = list(_remarks(span))
        if end is None:
            end = start + reading_time(" ".join(line for voice in voices for line in voice.lines), READING_RATE)
            remarks.append(f"Its end is a guess, at {READING_RATE} words a minute.")
        yield Cue(start, end, voices, " ".join(remarks) or None)


def _ends(spans: list[_Span]) -> list[int | None]:
    """For each span its known end, else the next start that is later than its own; None for want of one."""
    ends: list[int | None] = []
    upcoming: list[int] = []
    for span in reversed(spans):
        start = span.start or 0
        while upcoming and upcoming[-1] <= start:
            upcoming.pop()
        ends.append(span.end if span.end is not None else (upcoming[-1] if upcoming else None))
        upcoming.append(start)
    return ends[::-1]


def _remarks(span: _Span) -> Iterator[str]:
    turns = [entry for entry in span.entries if isinstance(entry.segment, Turn)]
    if turns and span.entries[0].start is None:
        yield "When this cue begins is not known: not before the time it shows."
    if len(turns) > 1:
        yield f"{len(turns)} turns share this cue: not all of their times are known."
