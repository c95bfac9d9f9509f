"""A name, below it a time, then the words: ``Maria Olsen`` / ``(00:00:05)`` / words.

Editors of podcasts, players of video and chats print so. The time stands alone, or in brackets before the words; on
pages in Markdown it is a link into the recording. Captions pasted as text are words above a time as well, so the lines
above the times must be few and recur.
"""

from __future__ import annotations

import re
from itertools import pairwise

from transcript.engine.cues import TIME, Cue, clock_of, time_of
from transcript.engine.layouts.dated import STAMP
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.recurring import few_that_recur
from transcript.engine.lines import Line, Page
from transcript.model import Time

_HALF = r"(?:\s?(?P<half>[AaPp])\.?\s?[Mm]\.?)?"
_DATED = STAMP.replace("CLOCK", "clock").replace("HALF", "noon")
_TIME = re.compile(
    rf"""(?P<alone>{TIME}){_HALF}$
       |(?:{_DATED}|\d{{1,2}}/\d{{1,2}}[ ](?P<time>\d{{1,2}}:\d\d)[ ](?P<part>[AaPp])\.?[Mm]\.?)$
       |(?P<link>\[)?[\[(]?\s?(?P<enclosed>{TIME})\s?[\])]{{1,2}}(?(link)(?:\(https?://[^\s()]{{1,300}}\))?)
        (?:$|[ \t]++(?=\S))""",
    re.VERBOSE,
)
_STOP = r"(?<=\b[A-Z])\.|(?<=\b[DMS][rs])\.|(?<=\bProf)\.|\.(?=[^\s.])"  # of an abbreviation, within a handle
_NAME = re.compile(rf"@?[^\W\d_](?:[^\n:：.!?;,…\"“”]|{_STOP}){{0,58}}(?:, [^\n:.!?]{{1,40}})?$")


def propose(page: Page) -> list[Cue]:
    """A cue for each short line above a time; none unless such lines recur."""
    text, lines = page.text, page.lines
    if not page.holds_times:
        return []
    cues: list[Cue] = []
    for index in range(len(lines) - 1):
        below = lines[index + 1]
        if below.blank > 1 or (text[below.start] not in "[(0123456789" and not _may_be_dated(text, below)):
            continue
        line = lines[index]
        if line.closed or line.end - line.start > 60 or (cues and cues[-1].end > line.start):
            continue
        found = _TIME.match(text, below.start, below.end)
        name = found and _NAME.match(text, line.start, line.end)
        if not found or not name:
            continue
        label = text[line.start : line.end]
        cues.append(
            Cue(
                "name-over-time",
                index,
                line.start,
                found.end(),
                label,
                line.start,
                line.end,
                inline=found.end() < below.end,
                form="*v" if line.emphasised else "-v",
                time=_time(text, found),
                weight=2.5,
            )
        )
    return cues if few_that_recur(cues) and _words_between(cues) else []


def _may_be_dated(text: str, line: Line) -> bool:
    """``Mar 12, 2026 9:05 am``: few characters, the last a figure or the end of "am" and "pm"."""
    return (
        line.end - line.start <= 32 and text[line.end - 1] in "0123456789mM" and text.find(":", line.start) < line.end
    )


def _words_between(cues: list[Cue]) -> bool:
    """Whether lines stand between the time of a cue and the next one: captions are a line, a time, a line, a time."""
    between = sum(1 for cue, after in pairwise(cues) if cue.inline or after.line > cue.line + 2)
    return between * 5 >= 4 * (len(cues) - 1)


def _time(text: str, found: re.Match[str]) -> Time:
    start, end = found.span()
    end -= len(found[0]) - len(found[0].rstrip())
    for code, half in (("clock", "noon"), ("time", "part"), ("alone", "half")):
        if found[code] and (found[half] or code != "alone"):
            return clock_of(text, start, end, found[code], found[half] or "")
    return time_of(text, start, end, found["alone"] or found["enclosed"])


LAYOUT = Layout("name-over-time", "Name, below it 0:05, then the words", propose)
