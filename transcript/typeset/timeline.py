"""When each turn of a document begins and ends in the recording, as far as the document tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transcript.errors import CannotWrite
from transcript.model import Direction, Document, Turn
from transcript.options import Options
from transcript.typeset.characters import WIDE
from transcript.typeset.times import DAY, decimal, milliseconds

Spoken = Turn | Direction

_WIDE = re.compile(f"[{WIDE}]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A turn, or a direction between turns. Times are milliseconds. One that is unknown is None, and so is
    an end that is not after its start.
    """

    segment: Spoken
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries in reading order, whose starts never run backwards, and what must be known of all their times."""

    entries: tuple[Entry, ...]
    remark: str | None = None
    synthetic: bool = False


def timeline_of(document: Document, options: Options) -> Timeline:
    """The entries with the times that the document tells; where it tells none, and they are asked for, synthetic ones.

    :raises CannotWrite: no turn has a time and none are asked for; times of day; times that run backwards.
    """
    timed = [turn.time for turn in document.turns if turn.time and milliseconds(turn.time.start) is not None]
    if not timed:
        return _synthetic(document, options)
    if not any(time.kind == "wall-clock" for time in timed):
        remark = "Times are approximate." if any(time.kind == "approximate" for time in timed) else None
        return Timeline(_in_order(_recorded(document)), remark)
    if any(time.kind != "wall-clock" for time in timed):
        raise CannotWrite("some times are times of day and some count from the start of a recording")
    if options.wall_clock == "refuse":
        raise CannotWrite("the times are times of day; captions need times of a recording (see the option wall_clock)")
    return Timeline(_in_order(_from_first(document)), "Times are times of day, counted from the first of them.")


def _spoken(document: Document) -> Iterator[Spoken]:
    """Turns, and the directions between them but for bare times."""
    for segment in document.segments:
        if isinstance(segment, Turn) or (isinstance(segment, Direction) and segment.type != "timecode"):
            yield segment


def _synthetic(document: Document, options: Options) -> Timeline:
    rate = options.words_per_minute
    if not document.turns:
        raise CannotWrite("captions need turns, and the document has none")
    if rate is None:
        raise CannotWrite(
            "captions need times and no turn has one (words_per_minute makes synthetic ones; in the shell,"
            " --words-per-minute)"
        )
    entries: list[Entry] = []
    now = 0
    for segment in _spoken(document):
        if isinstance(segment, Turn):
            start, now = now, now + reading_time(segment.text, rate)
            entries.append(Entry(segment, start, now))
        else:
            entries.append(Entry(segment))
    return Timeline(tuple(entries), f"Times are synthetic: no time is known, {rate} words a minute are assumed.", True)


def reading_time(words: str, rate: int) -> int:
    """Milliseconds, at least 1, that the words take at that many words a minute; two wide characters are one word."""
    return max(1, (2 * len(words.split()) + len(_WIDE.findall(words))) * 30_000 // rate)


def _recorded(document: Document) -> Iterator[Entry]:
    for segment in _spoken(document):
        time = segment.time if isinstance(segment, Turn) else None
        yield _entry(segment, milliseconds(time.start), milliseconds(time.end)) if time else Entry(segment)


def _entry(segment: Spoken, start: int | None, end: int | None) -> Entry:
    if start is None or (end is not None and end <= start):
        end = None
    return Entry(segment, start, end)


def _from_first(document: Document) -> Iterator[Entry]:
    """Times of day less the first one. A time far before the latest is one of the next day."""
    first = latest = None
    days = 0
    for entry in _recorded(document):
        if entry.start is None:
            yield entry
            continue
        if latest is not None and entry.start + days + DAY // 2 < latest:
            days += DAY
        latest = max(latest or 0, entry.start + days)
        first = entry.start if first is None else first
        shift = days - first
        yield Entry(entry.segment, entry.start + shift, entry.end + shift if entry.end is not None else None)


def _in_order(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    """The entries.

    :raises CannotWrite: one begins before another that stands before it.
    """
    kept: list[Entry] = []
    latest = turns = 0
    for entry in entries:
        turns += isinstance(entry.segment, Turn)
        if entry.start is not None and entry.start < latest:
            early = decimal(latest - entry.start)
            raise CannotWrite(
                f"captions are of one recording, but turn {turns} begins {early} s before the one above it"
            )
        latest = latest if entry.start is None else entry.start
        kept.append(entry)
    return tuple(kept)
