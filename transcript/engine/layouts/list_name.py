"""``- Name`` and the words below, with a hyphen of their own or without, as lists of terms come out of a browser.

The same two to five names take turns. A short answer that recurs (``- Yes``) stands below a name, and is none.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_NAME = re.compile(r"[-–•・*][ \t\u3000]+([^\W\d_][^\n.,:;!?…。、！？：；()（）「」]{0,23})$")
_SIGNS = frozenset("-–•・*")
_LONGEST = 28


def propose(page: Page) -> list[Cue]:
    """A cue for each line that is nothing but a hyphen and one of the few names."""
    text, lines = page.text, page.lines
    found: dict[int, re.Match[str]] = {}
    for index, line in enumerate(lines[:-1]):
        if text[line.start] in _SIGNS and line.end - line.start <= _LONGEST and not line.closed:
            name = _NAME.match(text, line.start, line.end)
            if name and len(name[1].split()) <= 3:
                found[index] = name
    counts = Counter(name[1] for name in found.values())
    below = Counter(
        name[1] for i, name in found.items() if i - 1 in found and counts[found[i - 1][1]] > counts[name[1]]
    )
    names = {name for name, count in counts.items() if count >= 3 and below[name] * 2 < count}
    cues = [(index, name) for index, name in found.items() if name[1] in names]
    changes = sum(1 for (_, one), (_, other) in itertools.pairwise(cues) if one[1] != other[1])
    if not 2 <= len(names) <= 5 or changes < 5 or changes < 0.8 * (len(cues) - 1):
        return []
    if any(other - one == 1 for (one, _), (other, _) in itertools.pairwise(cues)):
        return []  # a name says nothing: points of a list
    return [_cue(page, index, name) for index, name in cues]


def _cue(page: Page, index: int, name: re.Match[str]) -> Cue:
    text, line, below = page.text, page.lines[index], page.lines[index + 1]
    end = line.end
    if text[below.start] in _SIGNS and text[below.start + 1] in " \t\u3000":
        end = below.start + 1
        while text[end].isspace():
            end += 1
    start, stop = name.span(1)
    return Cue("list-name", index, line.start, end, name[1], start, stop, inline=False, form="-|", weight=2.5)


LAYOUT = Layout("list-name", "- Name, below it the words", propose, kind="alone")
