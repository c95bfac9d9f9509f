"""A name, a gap, the words.

``市長　　おはよう``, ``DC HOLLIS      So, the geese.``: columns part the two,
with blanks, an ideographic space or a tab. The same few names must open most such lines.
"""

from __future__ import annotations

import re
from collections import Counter

from transcript.engine.cues import TIME, Cue, time_of
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_CUE = re.compile(
    rf"""(?:(?P<time>\d{{1,2}}\.\d\d|{TIME})[ \t]{{2,}})?
         (?P<label>[^\W\d_](?:[^\s:：。、，,!?]|[ ](?![ ])){{0,28}}?(?:[(（][^()（）\n]{{1,20}}[)）])?)
         (?P<gap>[ ]{{2,}}|\u3000+|\t+)(?=[^\s.·…])""",
    re.VERBOSE,
)
_GAP = re.compile(r"  |[\u3000\t]")


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with a name that recurs so, and a gap."""
    text = page.text
    if "  " not in text and "\u3000" not in text and "\t" not in text:
        return []
    found = []
    for index, line in enumerate(page.lines):
        stop = min(line.end, line.start + 80)
        if line.closed or not _GAP.search(text, line.start, stop):
            continue
        cue = _CUE.match(text, line.start, stop)
        if cue and page.source.text[cue.start("gap") : cue.end("gap")].isspace():  # not the asterisks of Markdown
            found.append((index, cue))
    counts = Counter(cue["label"].split("（")[0].split("(")[0] for _, cue in found)
    names = {label for label, count in counts.items() if count >= 3}
    most = sum(count for label, count in counts.items() if label in names)
    answers = "――" in text or "──" in text  # the questions have a dash, and one name answers
    if (
        len(names) < (1 if answers else 2)
        or most * 10 < len(found) * 6
        or most * 4 < sum(1 for line in page.lines if line.blank)
    ):
        return []
    return [_cue(page, index, cue) for index, cue in found]


def _cue(page: Page, index: int, found: re.Match[str]) -> Cue:
    line = page.lines[index]
    start, end = found.span("label")
    code = found["time"]
    time = time_of(page.text, *found.span("time"), code) if code and ":" in code else None
    return Cue("name-gap", index, line.start, found.end(), found["label"], start, end, inline=True, form="g", time=time)


LAYOUT = Layout("name-gap", "Name   words, in two columns", propose, kind="alone")
