"""``Mr. WARNER.``, ``The PRESIDING OFFICER (Mr. Kyl).``, ``Q.`` and ``A.``: a full stop in place of the colon.

Congressional Record, Hansard and depositions print so. The surname stands in capitals, so that prose cannot be
taken for a label.
"""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_CAPS = r"(?:Ma?c|O['’]|D['’]|de[ ]|De|La|Le|van[ ]|Van)?[A-Z][A-Z'’]+(?:-(?:Ma?c)?[A-Z][A-Z'’]+)*"
_CUE = re.compile(
    rf"""(?P<label>
           (?:(?:Mrs?|Ms|Miss|Dr|Sen|Rep|Hon|Gen|Prof)\.?|Senator|Representative|Chairman|Chairwoman|Secretary|The|Mme|M|Herr|Frau|Sir|Dame|Baroness|Lord|Lady|Admiral|General|Judge|Justice)
           [ ]{_CAPS}(?:[ ]{_CAPS}){{0,3}}(?:[ ]pro[ ]tempore|[ ]of[ ][A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)?
           (?:[ ]\([^()\n]{{1,50}}\))?
         )(?P<stop>\.|:--|\.--|—)(?=\s|$|[—"“(])
         |(?P<letter>[QA])(?P<mark>\.|\)|(?=[ \t]{{2,}}\S|\t))(?=\s)
         |(?P<by>(?:BY\ )(?:MR|MS|MRS|DR)\.\ [A-Z][A-Z'’-]+):
      """,
    re.VERBOSE,
)


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with a label in capitals and a full stop, or with Q or A."""
    text = page.text
    cues: list[Cue] = []
    for index, line in enumerate(page.lines):
        if line.closed:
            continue
        found = _CUE.match(text, line.start, min(line.end, line.start + 120))
        if not found or found["by"]:
            continue
        group = "label" if found["label"] else "letter"
        label_end = max(found.end("stop"), found.end("mark"), found.end(group))
        cues.append(
            Cue(
                "name-period" if group == "label" else "q-and-a",
                index,
                line.start,
                found.end(),
                found[group],
                line.start,
                label_end,
                inline=found.end() < line.end,
                form="." if group == "label" else "q" + (found["mark"] or " "),
                weight=6.0 if group == "label" else 0.5,
            )
        )
    return cues


LAYOUT = Layout("name-period", "Mr. NAME. words; Q. words", propose)
