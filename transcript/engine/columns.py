"""Two pages side by side, as condensed depositions and inquiries print them: no turn can be read from such lines.

The left half of a line and the right half are words of two turns, and offsets in order cannot read one column after
the other. Such a page is known by a second row of line numbers down its middle.
"""

from __future__ import annotations

import re

from transcript.engine.lines import Page
from transcript.model import Note

_NUMBER = re.compile(r"(?<=[ \t]{2})(\d{1,2})(?=[ \t]{2}|$)")
_FURTHEST = 400  # of a line that is looked at


def beside(page: Page) -> Note | None:
    """Where numbers count most lines of the page by one, behind the words of a first column; None if nowhere."""
    text = page.text
    last = found = 0
    first = -1
    for line in page.lines:
        stop = min(line.end, line.start + _FURTHEST)
        if text.find("  ", line.start, stop) < 0 and text.find("\t", line.start, stop) < 0:
            continue
        numbers = {int(number[1]) for number in _NUMBER.finditer(text, line.start + 1, stop)}
        if last + 1 in numbers:
            found += 1
            last += 1
        elif 1 in numbers:
            last = 1
        else:
            continue
        first = line.start if first < 0 else first
    if found < 8 or found * 10 < len(page.lines) * 6:
        return None
    return Note(
        "columns-beside",
        "Two pages stand side by side; they are not read, for each line holds words of both",
        first,
        page.lines[-1].end,
    )
