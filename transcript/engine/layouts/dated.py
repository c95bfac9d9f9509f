"""A name and a date with a time on a line of its own: ``Name, [12/03/2026 14:05]``, ``[05/11/2026 9:05 AM] name``.

Chats print so when they are copied or exported (Telegram, Discord); the words stand below. A diary may
have a date and a place there, but asks nothing.
"""

from __future__ import annotations

import re

from transcript.engine.cues import Cue, clock_of
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.recurring import asks, few_that_recur
from transcript.engine.lines import Page

STAMP = r"""(?:\d{1,4}[./-](?:\d{1,2}|[^\W\d_]{3})[./-]\d{2,4}(?:,|[ ]at)?   # 12/03/2026, 05-Nov-26
              |[^\W\d_]{3,10}\.?[ ]\d{1,2},?[ ]\d{4}(?:,|[ ]at)?               # Mar 12, 2026 at
              |\d{1,2}\.?[ ][^\W\d_]{3,10}\.?[ ]\d{4}(?:,|[ ]at)?              # 12 March 2026
              |(?:Today|Yesterday)[ ]at)
             [ ](?P<CLOCK>\d{1,2}:\d{2}(?::\d{2})?)(?:[ ]?(?P<HALF>[AaPp])\.?[Mm]\.?)?"""
_FIRST = STAMP.replace("CLOCK", "clock").replace("HALF", "half")
_LAST = STAMP.replace("CLOCK", "till").replace("HALF", "noon")
_CUE = re.compile(
    rf"""\[{_FIRST}\][ ]+(?P<name>[^\W_][^\n:\[\]<>]{{0,48}})$
       |(?P<label>[^\W_][^\n:\[\]<>]{{0,48}}?)[ ]?(?P<stamp>(?:,[ ]\[|\[|\(|[ ][—–-][ ]|,[ ]){_LAST}[\])]?):?$""",
    re.VERBOSE,
)
_LONGEST = 110


def propose(page: Page) -> list[Cue]:
    """A cue for each line that is a name and a date; none unless names recur so, and somebody asks."""
    text = page.text
    if not page.holds_times:
        return []
    cues = []
    for index, line in enumerate(page.lines):
        if line.closed or line.end - line.start > _LONGEST or text.find(":", line.start, line.end) < 0:
            continue
        found = _CUE.match(text, line.start, line.end)
        if found is None:
            continue
        label = "name" if found["name"] else "label"
        code, half = ("clock", "half") if found["name"] else ("till", "noon")
        start, end = found.span("stamp") if found["stamp"] else (line.start, found.start("name"))
        stamp = text[start:end]
        start, end = start + len(stamp) - len(stamp.lstrip(" ,")), start + len(stamp.rstrip())
        cues.append(
            Cue(
                "name-date",
                index,
                line.start,
                line.end,
                found[label],
                *found.span(label),
                inline=False,
                form="-d",
                time=clock_of(text, start, end, found[code], found[half] or ""),
                weight=2.5,
            )
        )
    return cues if few_that_recur(cues) and asks(page, cues) else []


LAYOUT = Layout("name-date", "Name, [12/03/2026 14:05], the words below", propose)
