"""``P. words`` and ``R. words``: a capital letter, or ``Pregunta`` and ``Respuesta``, and a full stop.

Spanish and Italian papers and courts print so. A list of points is lettered so too; so the letters must be few, and
each must recur.
"""

from __future__ import annotations

import re
from collections import Counter

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page
from transcript.engine.words import ANSWERS, ASKS, fold

_CUE = re.compile(r"([^\W\d_]{1,12})\s?(?:\.[-–—]?|[-–—])(?=[ \t]+\S)")


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with one of the two to four letters that recur, or with the word for one."""
    text = page.text
    cues = []
    for index, line in enumerate(page.lines):
        if line.closed or not text[line.start].isupper():
            continue
        found = _CUE.match(text, line.start, line.end)
        if found and (len(found[1]) == 1 or fold(found[1]) in ASKS or fold(found[1]) in ANSWERS):
            end = found.end()
            cues.append(Cue("letter", index, line.start, end, found[1], line.start, end, inline=True, form="l"))
    counts = Counter(cue.label[0] for cue in cues)
    kept = {letter for letter, count in counts.items() if count >= 2}
    if not 2 <= len(kept) <= 4:
        return []
    return [cue for cue in cues if cue.label[0] in kept]


LAYOUT = Layout("letter", "P. words, R. words", propose, kind="alone")
