"""``P. words`` and ``R. words``: one capital letter and a full stop, as Spanish and Italian papers and courts print.

A list of points is lettered so too; so the letters must be few, and each must recur.
"""

from __future__ import annotations

import re
from collections import Counter

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_CUE = re.compile(r"([^\W\d_])(?:\.[-–—]?|[-–—])(?=[ \t]+\S)")


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with one of the two to four letters that recur."""
    text = page.text
    cues = []
    for index, line in enumerate(page.lines):
        if text.startswith((".", "-", "–"), line.start + 1) and not line.closed:
            found = _CUE.match(text, line.start, line.end)
            if found and found[1].isupper():
                cues.append(
                    Cue(
                        "letter",
                        index,
                        line.start,
                        found.end(),
                        found[1],
                        line.start,
                        found.end(),
                        inline=True,
                        form="l",
                    )
                )
    counts = Counter(cue.label for cue in cues)
    kept = {letter for letter, count in counts.items() if count >= 2}
    if not 2 <= len(kept) <= 4:
        return []
    return [cue for cue in cues if cue.label in kept]


LAYOUT = Layout("letter", "P. words, R. words", propose, kind="alone")
