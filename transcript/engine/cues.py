"""Local evidence: a cue is a place that may open a turn. Many cues are wrong; the whole document decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transcript.model import Printed, Time, TimeKind

# A clock time or a time code: 0:05, 00:12:05, 01:02:12:26 (days), 00:00:05.790, 0:0:5.790 (Teams); at most an hour-like
# number first.
TIME = r"(?:-?\d{1,3}(?::\d{2}){1,3}(?:[.,]\d{1,3})?|\d{1,2}:\d{1,2}:\d{1,2}[.,]\d{1,3})"
# Seconds as recognisers print them, 12.5s, and, where both ends of a range stand there, 12.5. With a fraction always:
# "the 1990s" is no time.
SECONDS = r"\d{1,6}[.,]\d{1,3}(?:\s?s(?:ecs?)?)?"
RANGE = rf"(?:{TIME}\s*(?:--?>|[-–—])\s*{TIME}|{SECONDS}\s*(?:--?>|[-–—])\s*{SECONDS})"
SPAN = rf"(?:{RANGE}|{TIME}|\d{{1,6}}[.,]\d{{1,3}}\s?s(?:ecs?)?)"
_RANGE = re.compile(rf"({TIME}|[\d.,]+(?:\s?s(?:ecs?)?)?)(?:\s*(?:--?>|[-–—])\s*(.+))?$")
# #00:00:05-0#, a stamp of programs that play a recording to the transcriber (f4, MAXQDA).
STAMP = r"#\d{1,2}:\d{2}:\d{2}(?:[-.,]\d{1,3})?#"
# A line that is nothing but a time, or from when to when.
TIME_ALONE = re.compile(rf"[\[(#]?\s*({TIME})(?:(?:-\d{{1,3}})?#)?(?:\s*(?:-->|[-–—])\s*({TIME}))?\s*[\])]?$")
_PARTS = re.compile(r"\d+")


@dataclass(slots=True)
class Cue:
    """A place that may open a turn.

    ``start`` is where the cue begins, label or time, and ``end`` where the words begin; ``line`` is the index of its
    line. ``label`` holds the words of the label without punctuation, "" where typography alone is the cue.
    ``inline``: words follow on the same line. ``form`` is the dress of the label, compared with that of its fellows.
    """

    layout: str
    line: int
    start: int
    end: int
    label: str
    label_start: int
    label_end: int
    inline: bool
    form: str = ""
    time: Time | None = None
    weight: float = 0.0


def seconds(code: str) -> float | None:
    """Seconds of a time code; None where a field is out of range (4:75) or it stands before zero."""
    if code.startswith("-"):
        return None
    whole, _, fraction = code.rstrip("sec ").replace(",", ".").partition(".")
    fields = [int(part) for part in _PARTS.findall(whole)]
    if any(part > 59 for part in fields[1:]) or (len(fields) == 4 and fields[1] > 23):
        return None
    total = 0
    for part in fields[-3:]:
        total = total * 60 + part
    if len(fields) == 4:
        total += fields[0] * 86_400
    return total + (float("0." + fraction) if fraction else 0.0)


def time_of(text: str, start: int, end: int, first: str, last: str | None = None, kind: TimeKind = "exact") -> Time:
    """The time printed in this range of the text. An end before the beginning is a slip, and not known."""
    begins = seconds(first)
    return Time(begins, end_of(begins, last), kind, Printed(text[start:end], start, end))


def end_of(begins: float | None, code: str | None) -> float | None:
    """Seconds of the second code of a range; None where it stands before the first."""
    ends = seconds(code) if code else None
    return None if ends is not None and begins is not None and ends < begins else ends


def span_of(text: str, start: int, end: int, printed: str) -> Time:
    """The time printed in this range of the text as a :data:`SPAN`: one time, or from when to when."""
    found = _RANGE.match(printed)
    first, last = (found[1], found[2]) if found else (printed, None)
    return time_of(text, start, end, first, last)


def clock_of(text: str, start: int, end: int, code: str, half: str = "") -> Time:
    """The time of day printed in this range of the text: ``9:05``, ``9:05:12``, and ``AM`` or ``PM``."""
    hour, minute, *rest = (int(part) for part in _PARTS.findall(code)[:3])
    if half:
        hour = hour % 12 + 12 * (half[0] in "Pp")
    second = rest[0] if rest else 0
    known = hour < 24 and minute < 60 and second < 60
    seconds_of_day = float(hour * 3600 + minute * 60 + second) if known else None
    return Time(seconds_of_day, None, "wall-clock", Printed(text[start:end], start, end))
