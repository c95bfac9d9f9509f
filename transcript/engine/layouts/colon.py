"""``Name: words``, in every dress: titles, roles, remarks in parentheses, times before and behind, bold, full width.

The words follow on the same line or below. The label runs to the first colon of the line that no digit and no
``//`` follows, and holds at most 200 characters.
"""

from __future__ import annotations

import re

from transcript.engine.cues import RANGE, SPAN, TIME, Cue, span_of, time_of
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_CUE = re.compile(
    rf"""(?P<date>\[?\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}},?\s+(?P<clock>{TIME})                    # 12/8/23, 9:04 -
            (?:\s?[AaPp]\.?\s?[Mm]\.?)?\]?\s*[-–:]?\s+)?
         (?P<before>[\[(<]?\s?(?P<first>{TIME})(?:\s*[-–—]\s*{TIME})?\s?[\])>]?\s*[-–—|]?\s+)?   # [00:00:05] NAME:
         (?P<chevrons>>>+\s*|[-–—]\s+(?=[A-Z]{{2}}))?                                            # >> NAME:
         (?P<label>(?:[^\n:：()\[\]（）]{{1,200}}+|\((?:[^\n()]|\([^\n()]{{0,60}}\)){{0,140}}\)|（[^\n（）]{{0,40}}）|\[[^\n\[\]]{{0,80}}\]){{1,20}}?)
         (?:(?<=[A-Z])\))?\s*(?P<colon>：|:(?!//|\d))
         (?:\s*[—–](?=\s))?                                                                  # O Sr. Presidente: — Boa
         (?P<after>\s*[\[(]?(?P<second>{TIME})(?:\s*[-–—]\s*(?P<until>{TIME}))?[\])]?(?=\s|$))?  # Name: 00:00:18
      """,
    re.VERBOSE,
)
_WITHIN = re.compile(rf"\s*[\[(]\s*({SPAN})\s*[\])]\s*$")
# [0.8s - 2.5s] NAME:, 5.2–22.1  NAME:, [00:00:01.000 --> 00:00:04.000] NAME:, #00:00:05-0# NAME:
_SPAN_FIRST = re.compile(rf"(?:\[\s?({SPAN})\s?\]|\(\s?({SPAN})\s?\)|({RANGE})|#({TIME})(?:-\d{{1,3}})?#)\s+(?=\S)")
_LONGEST = 300
_SENTENCE = re.compile(r"[^\W\d_]{5,}\)?[.!?]\s|\).?[.!?]\s")


def propose(page: Page) -> list[Cue]:
    """A cue for each line that holds a colon after a possible label."""
    text = page.text
    cues: list[Cue] = []
    wide = "：" in text
    for index, line in enumerate(page.lines):
        start = line.start
        stop = min(line.end, start + _LONGEST)
        if line.closed or (text.find(":", start, stop) < 0 and not (wide and text.find("：", start, stop) >= 0)):
            continue
        spoken = _SPAN_FIRST.match(text, start, stop) if text[start] in "[(#0123456789" else None
        found = _CUE.match(text, spoken.end() if spoken else start, stop)
        if found is None:
            continue
        date, first, label, colon, second = found.group("date", "first", "label", "colon", "second")
        if " " in label and _SENTENCE.search(label):
            continue
        label_start = found.start("label")
        time = None
        if spoken:
            time = span_of(text, *_trim(text, *spoken.span()), spoken[spoken.lastindex or 0])
        if date:
            time = time_of(text, *_trim(text, *found.span("date")), found["clock"], kind="wall-clock")
        if first:
            time = time_of(text, *_trim(text, *found.span("before")), first)
        if label[-1] in ")] \t" and (within := _WITHIN.search(label)):
            time = span_of(text, *_trim(text, label_start + within.start(), label_start + within.end()), within[1])
            label = label[: within.start()]
        if second:
            time = time_of(text, *_trim(text, *found.span("after")), second, found["until"])
        label = label.rstrip()
        end = found.end()
        bold = line.emphasis >= label_start + len(label) > line.start or label_start in page.emphases
        cues.append(
            Cue(
                "name-colon",
                index,
                spoken.start() if spoken else found.start(),
                end,
                label,
                label_start,
                found.end("colon"),
                inline=end < line.end,
                form=("#" if line.level else "*" if bold else "-") + colon,
                time=time,
            )
        )
    return cues


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


LAYOUT = Layout("name-colon", "Name: words", propose)
