"""A name as the item of a list, the words below, an item as well or a paragraph: ``- 糸井`` / ``- words``.

Pages print talks as lists of terms and definitions, and lists are what is left when such a page is saved as text. The
heads of a list recur too ("Pros", "Cons"): so two names or a few must take turns all the way, and somebody must ask.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.recurring import talkative
from transcript.engine.lines import Page

_CUE = re.compile(r"[-*•・][ \t]{1,3}(?P<label>[^\W\d_](?:[^\n:：.!?。！？、,;()（）「」…-]){0,29})$")
_ITEM = re.compile(r"[-*•・][ \t]{1,3}(?=\S)")
_FEW = 4
_TURNS = 8


def propose(page: Page) -> list[Cue]:
    """A cue for each item that is a name which recurs; none unless few names take turns."""
    text, lines = page.text, page.lines
    found = [
        (index, match)
        for index in range(len(lines) - 1)
        if text[lines[index].start] in "-*•・"
        and lines[index].end - lines[index].start <= 34
        and (match := _CUE.match(text, lines[index].start, lines[index].end))
    ]
    counts = Counter(match["label"] for _, match in found)
    names = {label for label, count in counts.items() if count >= 3}
    found = [(index, match) for index, match in found if match["label"] in names]
    changes = sum(1 for (_, one), (_, other) in pairwise(found) if one["label"] != other["label"])
    if not 2 <= len(names) <= _FEW or len(found) < _TURNS or changes * 10 < 8 * (len(found) - 1):
        return []
    if any(after == index + 1 for (index, _), (after, _) in pairwise(found)):
        return []
    cues = [_cue(page, index, match) for index, match in found]
    return cues if len(cues) * 5 >= len(lines) - found[0][0] and talkative(page, cues) else []


def _cue(page: Page, index: int, found: re.Match[str]) -> Cue:
    """The mark of the item that holds the words belongs to the list, not to them."""
    line, below = page.lines[index], page.lines[index + 1]
    item = _ITEM.match(page.text, below.start, below.end)
    end = item.end() if item else line.end
    return Cue("name-item", index, line.start, end, found["label"], line.start, line.end, False, "i", weight=2.0)


LAYOUT = Layout("name-item", "- Name, the words below", propose)
