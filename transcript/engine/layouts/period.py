"""A full stop in place of the colon: ``Mr. WARNER. words``, ``President. – words``, ``Mme la présidente. words``.

Records of parliaments and hearings print so. The surname stands in capitals, or a form of address stands before it, or
a dash behind the stop, so that prose can hardly be taken for a label. ``Q.`` and ``A.`` of depositions belong here too.
"""

from __future__ import annotations

import re
from collections import Counter

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Line, Page

_TITLE = (
    r"(?:(?:Mrs?|Ms|Miss|Dr|Sen|Rep|Hon|Gen|Prof)\.?|Senator|Representative|Chair(?:man|woman)?|Secretary|Admiral|General"
    r"|Judge|Justice)"
)
_OFFICE = r"(?:Chair(?:man|woman)?|President|Speaker|Clerk|Secretary|Witness|Court)"
_CAPITALS = r"(?:Ma?c|O['’]|D['’]|de[ ]|De|La|Le|van[ ]|Van)?[A-Z][A-Z'’]+(?:-(?:Ma?c)?[A-Z][A-Z'’]+)*"
_NAME = r"[A-Z][\w'’-]+"
_ASIDE = r"(?:[ ]\([^()\n]{1,50}\))?"
_UPPER = r"[A-ZÀ-ÝŠŽΑ-ΫЀ-Я'’]"
_CYRILLIC = "[Ѐ-Я]"
_LABEL = rf"""(?P<capitals>(?:{_TITLE}|The|Mme|M|Herr|Frau|Sir|Dame|Baroness|Lord|Lady)
           [ ]{_CAPITALS}(?:[ ]{_CAPITALS}){{0,3}}
           (?:[ ]pro[ ]tempore|[ ]of[ ][A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)?{_ASIDE})(?:\.|:--|\.--|—)(?=\s|$|[—"“(])
         |(?P<titled>The[ ]{_OFFICE}|{_TITLE}[ ]{_NAME}(?:[ ]{_NAME}){{0,2}}{_ASIDE})\.(?=[ ]+["“(`]*[^\Wa-z])
         |(?P<office>(?:M\.|Mme|MM\.)[ ](?:le|la|les)[ ][a-zà-ÿ-]+(?:[ ][a-zà-ÿ-]+){{0,4}})\.(?=[ ])
         |(?P<upper>{_UPPER}{{3,}}(?:[ ]{_UPPER}{{2,}}){{0,3}}{_ASIDE}(?:,[ ][^.:\n]{{3,120}})?)\.(?=[ ]+[^\W\da-z])
         |(?P<surname>{_CYRILLIC}{{2,}}(?:-{_CYRILLIC}{{2,}})?[ ]{_CYRILLIC}\.[ ]?{_CYRILLIC}\.)(?=\s|$)
         |(?P<letter>[QA]\d{{0,3}})(?:\.|\)|(?=[ \t]{{2,}}\S|\t))(?=\s)
      """
_DASHED = r"""(?P<dashed>(?:(?:M|MM|Dr|Mr|Mrs|Ms|Prof)\.[ ])?[^\W\d_][^\n.:–—]{1,140}?
           (?:\([^()\n]{1,60}\)[^\n.:–—]{0,60}?)?)\.[ ]?[–—][ ]?(?=\S)"""
_CUE = re.compile(_LABEL, re.VERBOSE)
_CUE_OR_DASHED = re.compile(f"{_LABEL}|{_DASHED}", re.VERBOSE)
_DASHES = (".–", ".—", ". –", ". —")
_WEIGHTS = {"capitals": 6.0, "titled": 2.5, "office": 4.0, "upper": -0.8, "surname": -0.2, "dashed": 2.0, "letter": 0.5}
_LONGEST = 230


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with such a label and stands as far in as most of them do."""
    text = page.text
    cues: list[Cue] = []
    pattern = _CUE_OR_DASHED if any(dash in text for dash in _DASHES) else _CUE  # the one is much slower
    for index, line in enumerate(page.lines):
        if line.closed or not text[line.start].isupper():
            continue
        found = pattern.match(text, line.start, min(line.end, line.start + _LONGEST))
        if not found or found.lastgroup is None:
            if line.start < line.emphasis < line.end and text[line.emphasis - 1] == "." and not line.italic:
                cues.append(_bold(text, index, line))
            continue
        kind = found.lastgroup
        cues.append(
            Cue(
                "q-and-a" if kind == "letter" else "name-period",
                index,
                line.start,
                found.end(),
                found[kind],
                line.start,
                found.end(),
                inline=found.end() < line.end,
                form="q" if kind == "letter" else "." + kind[0],
                weight=_WEIGHTS[kind],
            )
        )
    indents = Counter((cue.form, page.lines[cue.line].indent) for cue in cues)
    usual = {form: max(n for (other, _), n in indents.items() if other == form) for form, _ in indents}
    return [cue for cue in cues if indents[cue.form, page.lines[cue.line].indent] * 4 >= usual[cue.form]]


def _bold(text: str, index: int, line: Line) -> Cue:
    """``**M. Aurélien Baptistin.** Madame la présidente``: bold words that end in a full stop."""
    start, end = line.start, line.emphasis
    return Cue("name-period", index, start, end, text[start : end - 1], start, end, inline=True, form="*.", weight=0.8)


LAYOUT = Layout("name-period", "Mr. NAME. words; Name. – words; Q. words", propose)
