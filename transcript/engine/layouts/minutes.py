"""A bare name, then ``1 minute 12 seconds`` on the next line, then the words, as Teams prints them.

Copied from its window the same comes twice, ``1 minute 12 seconds1:12`` and below it ``Name 1 minute 12 seconds``: once
for the eye and once to be read aloud.
"""

from __future__ import annotations

import re

from transcript.engine.cues import TIME, Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page
from transcript.model import Printed, Time

# The unit words of the interface languages: only their order and the digits matter.
_SPOKEN = re.compile(
    r"(?:(?:(\d{1,2})\s?[^\W\d]{1,9}\s)?(?:(\d{1,3})\s?[^\W\d]{1,9}\s)?(\d{1,2})\s?s[^\W\d]{0,9}\.?|(\d{1,2})\s?(?:秒|초|сек\w*))"
    rf"(?:{TIME})?$"
)
_LONGEST_NAME = 60


def propose(page: Page) -> list[Cue]:
    """A cue for each line with a spoken-out time below it."""
    text, lines = page.text, page.lines
    cues: list[Cue] = []
    for index in range(len(lines) - 1):
        below = lines[index + 1]
        if below.end - below.start > 40 or not text[below.start].isdigit() or below.blank:
            continue
        found = _SPOKEN.match(text, below.start, below.end)
        line = lines[index]
        if not found or line.end - line.start > _LONGEST_NAME or ":" in text[line.start : line.end]:
            continue
        hours, minutes, secs = (int(found[n] or 0) for n in (1, 2, 3))
        if found[1] and not found[2]:
            hours, minutes = 0, hours
        at = hours * 3600 + minutes * 60 + secs + int(found[4] or 0)
        end = _aloud(page, index, text[below.start : found.end(3) if found[3] else below.end])
        code = Printed(text[below.start : below.end], below.start, below.end)
        cues.append(
            Cue(
                "name-minutes",
                index,
                line.start,
                end,
                text[line.start : line.end],
                line.start,
                line.end,
                inline=False,
                form="m",
                time=Time(float(at), code=code),
                weight=2.5,
            )
        )
    return cues


def _aloud(page: Page, index: int, spoken: str) -> int:
    """Where the name and the time end, with the line that says both once more where it stands below."""
    text, lines = page.text, page.lines
    name, below = lines[index], lines[index + 1]
    if index + 2 < len(lines):
        again = lines[index + 2]
        words = text[again.start : again.end]
        if len(words) < 120 and words.startswith(f"{text[name.start : name.end]} {spoken}"):
            return again.end
    return below.end


LAYOUT = Layout("name-minutes", "Name, below it 1 minute 12 seconds, then the words", propose)
