"""Labels in the middle of a line.

``Good evening. PETROVA: Good evening. ANCHOR: What changed?``

Pages lose their line breaks on the way. A label then stands behind the end of a sentence, or behind a bracket or dash.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from transcript.engine.cues import TIME, Cue, time_of
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_SHORT = "Dr Mr Mrs Ms Prof Sen Rep Gov Gen Lt Col St Jr Sr Rev Hon"
_PIECE = (
    rf"(?:(?:{'|'.join([*_SHORT.split(), *_SHORT.upper().split()])}|[A-Z])\.|[^\W\d_a-zß-öø-ÿ][\w'’-]*|[#№]?\d{{1,2}})"
)
_WORD = r"(?:[A-Z0-9][\w&'’/.-]*|of|the|and|for|at|in|&|\([^()\n]{1,40}\))"
_DESCRIBED = rf"(?:,\s{_WORD}(?:,?\s{_WORD}){{0,9}})?"
_LABEL = re.compile(
    rf"""(?:(?<=[.!?…”"’)\]–—:;-])|(?<=[^\W\d_]))[ \t]+
         (?:[\[(](?P<time>{TIME})[\])]\s+)?
         (?P<label>{_PIECE}(?:\s(?:of|van|von|der|de|del|da|di|la|le|al|bin|\#)\b|\s{_PIECE}){{0,4}}
           (?:\s\([^()\n]{{1,40}}\))?{_DESCRIBED}(?:\s\([^()\n]{{1,40}}\))?)$""",
    re.VERBOSE,
)
_GLUED = re.compile(r"(?<=[a-z][.!?])(?P<label>[A-Z]{3,}(?:\s[A-Z]{2,}){0,2})$")
_COLON = re.compile(r":(?=[ \t\n]|$)")
_BEFORE = frozenset('.!?…”"’)]–—:;-')
_LONGEST = 130


def propose(page: Page) -> list[Cue]:
    """A cue for each label within a line that follows the end of a sentence."""
    text, lines, starts = page.text, page.lines, page.starts
    cues: list[Cue] = []
    floor = 0
    for colon in _COLON.finditer(text):
        at = colon.start()
        index = bisect_right(starts, at) - 1
        if index < 0 or lines[index].closed:
            continue
        start = max(lines[index].start, floor, at - _LONGEST)
        if at - start < 5 or at >= lines[index].end:
            continue
        window = text[start:at]
        found = _LABEL.search(window)
        if found is None:
            found = _GLUED.search(window)
        elif window[found.start() - 1] not in _BEFORE and not _in_capitals(found["label"]):
            continue
        if found:
            cues.append(_cue(text, index, start, found, at + 1))
            floor = at + 1
    return cues


def _in_capitals(label: str) -> bool:
    return len(label) > 2 and label.split(",")[0].isupper()


def _cue(text: str, index: int, base: int, found: re.Match[str], end: int) -> Cue:
    label_start = base + found.start("label")
    start, time = label_start, None
    weight = -1.0
    if found.re is _LABEL:
        weight = -0.8 if text[base + found.start() - 1] in _BEFORE else -1.5
        if found["time"]:
            start = base + found.start("time") - 1
            time = time_of(text, start, base + found.end("time") + 1, found["time"])
    return Cue(
        "run-in", index, start, end, found["label"], label_start, end, inline=True, form="m:", time=time, weight=weight
    )


LAYOUT = Layout("run-in", "words. NAME: words, in the middle of a line", propose)
