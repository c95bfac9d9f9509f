"""``P. words`` and ``R. words``: a capital letter, initials, or ``Pregunta`` and ``Respuesta``, and a full stop.

Spanish and Italian papers and courts print so. A list of points is lettered so too; so the letters must be few, and
each must recur.
"""

from __future__ import annotations

import re
from collections import Counter

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page
from transcript.engine.words import ANSWERS, ASKS, GRAMMAR, TALK, fold

_CUE = re.compile(
    r"((?:[^\W\d_]\.[ ]?){1,2}[^\W\d_](?=\.[ \t]+[^\W\da-zß-ÿ])|[^\W\d_]{1,12})\s?(?:\.[-–—]?|[-–—])(?=[ \t]+\S)"
)


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with one of the two to four letters that recur, or with the word for one."""
    text = page.text
    cues = []
    for index, line in enumerate(page.lines):
        if line.closed or not text[line.start].isupper():
            continue
        found = _CUE.match(text, line.start, line.end)
        if found and (len(found[1]) == 1 or "." in found[1] or fold(found[1]) in ASKS or fold(found[1]) in ANSWERS):
            end = found.end()
            label = f"{found[1]}." if "." in found[1] else found[1]
            cues.append(Cue("letter", index, line.start, end, label, line.start, end, inline=True, form="l"))
    counts = Counter(_letter(cue) for cue in cues)
    surnames = {cue.label for cue in cues if "." in cue.label and not _begins(text, cue)}
    kept = {letter for letter, count in counts.items() if count >= 2 and letter not in surnames}
    if not 2 <= len(kept) <= 4:
        return []
    return [cue for cue in cues if _letter(cue) in kept]


_STARTS = GRAMMAR | TALK | {"well", "so", "oh", "ah", "yeah", "okay", "ok", "right", "bon", "eh", "also", "na", "bueno"}


def _begins(text: str, cue: Cue) -> bool:
    """What follows initials begins a sentence: no surname in "J.R. Hale came home"."""
    words = text[cue.end : cue.end + 60].split(maxsplit=2)
    return fold(words[0].strip(",.?!")) in _STARTS or len(words) < 2 or not words[1][0].islower()


def _letter(cue: Cue) -> str:
    """What must recur: initials, or the first letter of a word."""
    return cue.label if "." in cue.label else cue.label[0]


LAYOUT = Layout("letter", "P. words, R. words", propose, kind="alone")
