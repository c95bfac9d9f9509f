"""A name, below it a time, then the words: ``Maria Olsen`` / ``(00:00:05)`` / words.

Editors of podcasts, players of video and chats print so. The time stands alone, or in brackets before the words; on
pages in Markdown it is a link into the recording. Captions pasted as text are words above a time as well, so the lines
above the times must be few and recur.
"""

from __future__ import annotations

import re
from itertools import pairwise

from transcript.engine.cues import TIME, Cue, clock_of, time_of
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.recurring import few_that_recur
from transcript.engine.lines import Page
from transcript.model import Time

_HALF = r"(?:\s?(?P<half>[AaPp])\.?\s?[Mm]\.?)?"
_TIME = re.compile(
    rf"""(?P<alone>{TIME}){_HALF}$
       |(?P<link>\[)?[\[(]?\s?(?P<enclosed>{TIME})\s?[\])]{{1,2}}(?(link)(?:\(https?://[^\s()]{{1,300}}\))?)
        (?:$|[ \t]++(?=\S))""",
    re.VERBOSE,
)
_STOP = r"(?<=\b[A-Z])\.|(?<=\b[DMS][rs])\.|(?<=\bProf)\.|\.(?=[^\s.])"  # of an abbreviation, within a handle
_NAME = re.compile(rf"@?[^\W\d_](?:[^\n:：.!?;,…\"“”]|{_STOP}){{0,58}}(?:, [^\n:.!?]{{1,40}})?$")


def propose(page: Page) -> list[Cue]:
    """A cue for each short line above a time; none unless such lines recur."""
    text, lines = page.text, page.lines
    cues: list[Cue] = []
    for index in range(len(lines) - 1):
        below = lines[index + 1]
        if text[below.start] not in "[(0123456789" or below.blank > 1:
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


def _words_between(cues: list[Cue]) -> bool:
    """Whether lines stand between the time of a cue and the next one: captions are a line, a time, a line, a time."""
    between = sum(1 for cue, after in pairwise(cues) if cue.inline or after.line > cue.line + 2)
    return between * 5 >= 4 * (len(cues) - 1)


def _time(text: str, found: re.Match[str]) -> Time:
    start, end = found.span()
    end -= len(found[0]) - len(found[0].rstrip())
    if half := found["half"]:
        return clock_of(text, start, end, found["alone"], half)
    return time_of(text, start, end, found["alone"] or found["enclosed"])


LAYOUT = Layout("name-over-time", "Name, below it 0:05, then the words", propose)
