"""``Name – words``: a dash in place of the colon."""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_CUE = re.compile(
    r"""(?x)(?P<label>[^\W\d_](?:[^\n:：.!?,;–—]|(?<=[A-Z])\.|(?<=Dr|Mr|Ms)\.|(?<=Mrs)\.|(?<=Prof)\.){0,40}?
        (?:(?<=[A-ZÀ-Ý])\s-\s[A-ZÀ-Ý][A-ZÀ-Ý.'’ ]{1,40}?(?=\s-\s)){0,2})   # O SR. PRESIDENTE - CAIO MATOS - PXY - words
        (?P<dash>\s[-–—]{1,2}\s|\s?—\s?)(?=\S)"""
)

_ROMAN = re.compile(r"[IVXLC]+$")  # an enumeration
_REACH = 120


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with a few capitalised words and a dash."""
    text = page.text
    if not any(dash in text for dash in ("–", "—", " - ", " -- ")):
        return []
    cues = []
    for index, line in enumerate(page.lines):
        stop = min(line.end, line.start + _REACH)
        head = text[line.start : min(stop, line.start + 60)]
        if not ("–" in head or "—" in head or " - " in head or " -- " in head) or line.closed or not head[0].isalpha():
            continue
        found = _CUE.match(text, line.start, stop)
        if found and len(found["label"].split(" - ")[0].split()) <= 5:
            label = found["label"]
            cues.append(
                Cue(
                    "name-dash",
                    index,
                    line.start,
                    found.end(),
                    label,
                    line.start,
                    found.end("dash"),
                    inline=True,
                    form="d" + found["dash"].strip(),
                    weight=-0.6,
                )
            )
    numbers = {cue.label for cue in cues if _ROMAN.match(cue.label)}
    return [cue for cue in cues if cue.label not in numbers] if len(numbers) > 1 else cues  # "I" alone is a person


LAYOUT = Layout("name-dash", "Name – words", propose, kind="alone")
