"""A name in brackets: ``[Speaker 1] words``, ``[SPEAKER_00] (0:01) words``, ``[SPEAKER_00 - 0:05] words``.

Speech recognisers print so. A direction stands in brackets too (``[laughter] words``): a name is one of the few that
recur and open most of the page, and is no known direction. A log prints ``[INFO] words``: unless the brackets hold
words for parts or numbered speakers, the words behind them must be talk.
"""

from __future__ import annotations

import re

from transcript.engine import directions
from transcript.engine.cues import SPAN, TIME, Cue, span_of
from transcript.engine.labels import parse
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.recurring import few_that_recur, is_talk, paragraphs
from transcript.engine.lines import Page
from transcript.model import Time

_CUE = re.compile(
    rf"""(?P<before>[\[(]\s?(?P<first>{SPAN})\s?[\])]\s*)?
         \[(?P<label>[^\W\d_][^\n\[\]():]{{0,48}}?)
           (?:(?:\s*[-–—,|@]\s*|\s)[(]?(?P<within>{SPAN})[)]?)?\]
         (?P<after>[ \t]*[\[(]\s?(?P<second>{SPAN})\s?[\])])?
         (?P<gap>:?$|[ \t]++[-–—]?[ \t]*+(?=\S)(?!{TIME}))""",
    re.VERBOSE,
)
_SURE = frozenset(("role", "numbered"))
_NAMES = frozenset(("name", "titled", "described", "caps", "word", "initials", "script"))
_LEVELS = frozenset(("info", "warn", "warning", "error", "debug", "trace", "fatal", "notice", "critical"))  # of logs
_LONGEST = 120


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with a name in brackets; none where they might be directions or a log's."""
    text = page.text
    if "[" not in text:
        return []
    cues = []
    for index, line in enumerate(page.lines):
        if line.closed or text[line.start] not in "[(":
            continue
        found = _CUE.match(text, line.start, min(line.end, line.start + 2 * _LONGEST))
        if found is None or len(found[0]) > _LONGEST or directions.type_of(found["label"]):
            continue
        if found["label"].lower() in _LEVELS:
            return []
        cues.append(_cue(text, index, line.end, found))
    shapes = {cue.label: parse(cue.label).shape for cue in cues}
    cues = [cue for cue in cues if shapes[cue.label] in _SURE | _NAMES]
    sure = all(shapes[cue.label] in _SURE for cue in cues)
    captions = any(mark.kind == "time" for mark in page.source.marks)
    if not few_that_recur(cues, names=1 if sure else 2):
        return []
    if not captions and len(cues) * (4 if sure else 1.7) < paragraphs(page):
        return []
    return cues if sure or is_talk(page, cues) else []


def _cue(text: str, index: int, stop: int, found: re.Match[str]) -> Cue:
    start = found.start("label") - 1
    end = found.end("gap")
    bracket = text.index("]", found.end("within") if found["within"] else found.end("label")) + 1
    return Cue(
        "name-bracket",
        index,
        found.start(),
        end,
        found["label"].rstrip(" -–—,|"),
        start,
        bracket,
        inline=end < stop,
        form="[n",
        time=_time(text, found),
        weight=2.0,
    )


def _time(text: str, found: re.Match[str]) -> Time | None:
    for group, printed in (("first", "before"), ("within", "within"), ("second", "after")):
        if found[group]:
            start, end = found.span(printed)
            words = text[start:end]
            return span_of(text, start + len(words) - len(words.lstrip()), start + len(words.rstrip()), found[group])
    return None


LAYOUT = Layout("name-bracket", "[Name] words", propose)
