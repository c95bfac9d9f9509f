"""A name and a time: ``Anya Petrova  0:05``, ``[Name] 13:00:38``, ``[Role] (0:01 - 0:11)``, ``Name (8:22) - words``.

Exports of Otter, Teams, Zoom and their kind put this on a line of its own, with the words below.
"""

from __future__ import annotations

import re
from dataclasses import replace

from transcript.engine.cues import SECONDS, TIME, Cue, clock_of, time_of
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.recurring import asks, few_that_recur
from transcript.engine.lines import Page
from transcript.model import Printed, Time

_HALF = r"(?:\s?[AaPp]\.?[Mm]\.?)?"
_HALF_SAID = re.compile(r"\d\s?([AaPp])\.?[Mm]\b")
_LINK = r"(?:\(https?://[^\s()]{1,300}\))?"
_SPOT = rf"(?:{TIME}|{SECONDS})"
_CUE = re.compile(
    rf"""(?P<label>\[[^\]\n]{{1,60}}\]|(?:[^\W\d]|\+\d)[^\n:\[\]<>()]{{0,70}}?(?:\([^\n()\d]{{1,40}}\))?)
         [ \t,|·•@–-]*
         (?P<time>[\[(][ ]?(?P<first>{_SPOT}){_HALF}(?:\s*[-–—]+>?\s*(?P<until>{_SPOT}))?[ ]?[\])]{_LINK}
               |(?<=[\s\],|–-])(?P<clock>{TIME})(?:\s*(?:[-–—]+>?|to)\s*(?P<till>{TIME}))?{_HALF})
         (?P<tail>[ \t]*$|[ \t]+[-–—][ \t]+|[ \t]*\t[ \t]*)""",
    re.VERBOSE,
)
_BEFORE = re.compile(
    rf"[\[(](?P<first>{TIME})(?:\s*[-–—]+>?\s*(?P<until>{TIME}))?{_HALF}[\])]\s*+[-–—]?\s*+"
    r"(?P<label>[^\W\d_][^\n:.?!\[\]]{1,48})$"
)
_BRACKETS = re.compile(
    rf"[\[(](?P<first>{TIME})(?:\s*[-–—]+>?\s*(?P<until>{TIME}))?[\])]\s*[\[(<](?P<label>[^\W\d_][^\n\[\]()<>:]{{0,48}})[\])>]:?(?=\s+\S)"
)
_DATE = re.compile(
    r"(?i)(?:\w+day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|märz"
    r"|okt|dez|ene|abr|ago|dic|gen|mag|giu|lug|set|ott)\w*\.? \d{1,2}\b"
)
_BARE = re.compile(rf"(?P<first>{TIME})(?P<until>)[ \t]+(?P<label>[^\W\d_][^\n:.?!\[\](){{}}]{{1,40}})$")  # Trint
_BARRED = re.compile(  # 0:05 - Name (Acme), 0:05 | Name
    rf"(?P<first>{TIME})(?P<until>)[ \t]+[-–—|][ \t]+"
    r"(?P<label>[^\W\d_][^\n:?!\[\](){}]{1,40}(?:\([^()\n]{1,40}\))?)$"
)
_LONGEST = 120


def propose(page: Page) -> list[Cue]:
    """A cue for each line that is a name and a time, and for each that opens with both."""
    text = page.text
    if not page.holds_times:
        return []
    cues: list[Cue] = []
    barred: list[Cue] = []
    for index, line in enumerate(page.lines):
        start = line.start
        stop = min(line.end, start + _LONGEST)
        if line.closed or not (_holds_a_time(text, start, stop) or text.startswith(("s]", "s)"), stop - 2)):
            continue
        if text[start].isdigit() and (found := _BARRED.match(text, start, stop)) and stop == line.end:
            barred.append(_time_first(text, index, found))
            continue
        if text[start].isdigit() and (bare := _BARE.match(text, start, stop)) and stop == line.end:
            (cues if line.blank else barred).append(_time_first(text, index, bare))
            continue
        if text[start] in "[(":
            if before := _BEFORE.match(text, start, line.end) or _BRACKETS.match(text, start, stop):
                cues.append(_time_first(text, index, before))
            if before or not text.startswith("[", start):
                continue
        found = _CUE.match(text, start, stop)
        if found is None or (found.end() < line.end and not found["tail"].strip(" ")):
            continue
        if _DATE.match(found["label"]):
            continue
        first, until = found["first"] or found["clock"], found["until"] or found["till"]
        label = found["label"].rstrip(" \t,|·•@–-")
        inline = found.end() < line.end
        bracket = label[0] == "["
        cues.append(
            Cue(
                "name-time",
                index,
                start,
                found.end(),
                label,
                start,
                start + len(label),
                inline=inline,
                form=_form(bracket, line.emphasis >= start + len(label), bool(found["first"]), inline),
                time=_time(
                    text, *found.span("time"), first, until, bracket and first.count(":") == 2 and not found["first"]
                ),
                weight=1.5,
            )
        )
    if few_that_recur(barred) and asks(page, barred):  # else the chapters of a recording
        cues = sorted([*cues, *barred], key=lambda cue: cue.start)
    return cues


def _time(text: str, start: int, end: int, first: str, until: str | None, of_day: bool = False) -> Time:
    """The time printed in this range: one of the day where "AM" or "PM" says so."""
    half = _HALF_SAID.search(text, start, end)
    if half and not until:
        return clock_of(text, start, end, first, half[1])
    return time_of(text, start, end, first, until, "wall-clock" if of_day else "exact")


def _holds_a_time(text: str, start: int, stop: int) -> bool:
    at = text.find(":", start, stop)
    while at >= 0:
        if text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit():
            return True
        at = text.find(":", at + 1, stop)
    return False


def _time_first(text: str, index: int, found: re.Match[str]) -> Cue:
    """``[00:00:04] - Name`` on a line of its own, ``[00:00:04 --> 00:00:09] [Name] words``."""
    start, end = found.span("label")
    if inline := found.re is _BRACKETS:
        start, end = start - 1, found.end()
    time = _time(text, found.start(), start, found["first"], found["until"] or None)
    code = text[found.start() : start].rstrip()
    time = replace(time, code=Printed(code, found.start(), found.start() + len(code)))
    return Cue(
        "name-time",
        index,
        found.start(),
        end,
        found["label"],
        start,
        end,
        inline,
        "[t1" if inline else "-t0",
        time,
        weight=1.0,
    )


def _form(bracket: bool, bold: bool, enclosed: bool, inline: bool) -> str:
    return f"{'[' if bracket else '*' if bold else '-'}{'(' if enclosed else '.'}{inline:d}"


LAYOUT = Layout("name-time", "Name 0:05, the words below", propose)
