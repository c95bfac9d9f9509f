"""Local evidence: a cue is a place that may open a turn. Many cues are wrong; the whole document decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transcript.model import Printed, Time, TimeKind

# A clock time or a time code: 0:05, 00:12:05, 01:02:12:26 (days), 00:00:05.790, 0:0:5.790 (Teams); at most an hour-like
# number first.
TIME = r"(?:-?\d{1,3}(?::\d{2}){1,3}(?:[.,]\d{1,3})?|\d{1,2}:\d{1,2}:\d{1,2}[.,]\d{1,3})"
# A line that is nothing but a time, or from when to when.
TIME_ALONE = re.compile(rf"[\[(]?\s*({TIME})(?:\s*(?:-->|[-–—])\s*({TIME}))?\s*[\])]?$")
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
    whole, _, fraction = code.replace(",", ".").partition(".")
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
    """The time printed in this range of the text."""
    return Time(seconds(first), seconds(last) if last else None, kind, Printed(text[start:end], start, end))
