"""A table in Markdown with a row for each turn: ``| 0:05 | Maria Olsen | words |``.

One column holds few different short words that recur, as names do, and the last the words. Where more columns than
times stand beside it, the row of headers must tell which one is that of the names.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from transcript.engine.cues import SPAN, Cue, span_of
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.recurring import few_that_recur, is_talk
from transcript.engine.lines import Line, Page
from transcript.engine.words import fold

_TIME = re.compile(rf"[\[(]?({SPAN})[\])]?$")
_HEADERS = frozenset((
    "speaker", "name", "who", "participant", "person", "sprecher", "sprecherin", "redner", "locuteur", "intervenant",
    "hablante", "orador", "falante", "parlante", "говорящий", "说话人", "发言人", "發言者", "話者", "발화자",
))  # fmt: skip
_LONGEST = 60
_Cells = list[tuple[int, int]]


def propose(page: Page) -> list[Cue]:
    """A cue for each row of the table; none unless one column is surely that of the names."""
    if not page.skipped or "|" not in page.source.text:
        return []
    rows = [(index, cells) for index, line in enumerate(page.lines) if len(cells := _cells(page, line)) > 1]
    if len(rows) < 3 or len(rows) * 10 < len(page.lines) * 6:
        return []
    columns = Counter(len(cells) for _, cells in rows).most_common(1)[0][0]
    rows = [(index, cells) for index, cells in rows if len(cells) == columns]
    headers = [fold(page.text[start:end]) for start, end in rows[0][1]]
    named = [column for column in range(columns - 1) if headers[column] in _HEADERS]
    chosen = named if named else range(columns - 1)
    found = [cues for column in chosen if few_that_recur(cues := _cues(page, rows[1:], column, alone=not named))]
    return found[0] if len(found) == 1 and is_talk(page, found[0]) else []


def _cells(page: Page, line: Line) -> _Cells:
    """The ranges of the words of each cell; none where the line is no row: its bars are syntax."""
    source = page.source.text
    at = source.find("|", line.start - line.indent, line.start)
    if at < 0:
        return []
    stop = source.find("\n", line.end)
    stop = len(source) if stop < 0 else stop
    bars = []
    while 0 <= at < stop:
        if page.text[at] == " ":
            bars.append(at)
        at = source.find("|", at + 1, stop)
    return [_trimmed(page.text, bar + 1, after) for bar, after in pairwise(bars)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _cues(page: Page, rows: list[tuple[int, _Cells]], column: int, *, alone: bool) -> list[Cue]:
    """The cues if the names stood in this column; none where one is too long, or other words than a time stand between.

    :param alone: nothing but times may stand in the other columns.
    """
    text = page.text
    cues = []
    for index, cells in rows:
        start, end = cells[column]
        others = [cell for at, cell in enumerate(cells[:-1]) if at != column and cell[0] < cell[1]]
        times = [(cell, found) for cell in others if (found := _TIME.match(text, *cell))]
        words = cells[-1][0]
        if start >= end or words >= cells[-1][1]:
            continue  # the same person goes on, or says nothing
        if end - start > _LONGEST or not text[start].isalpha():
            return []
        if any(cell not in [time for time, _ in times] for cell in others if alone or cell[0] > start):
            return []
        time = span_of(text, *times[0][0], times[0][1][1]) if times else None
        cue_start = page.lines[index].start
        cues.append(Cue("table-row", index, cue_start, words, text[start:end], start, end, True, "|", time, 2.5))
    return cues if len(cues) * 10 >= len(rows) * 8 else []


LAYOUT = Layout("table-row", "| Name | words |", propose)
