"""A name, a time in brackets, then the words in the same line: ``Name [00:00:05] words``, ``[00:00:05] Name words``.

No colon says that the words before the time are a name. So they must be few, recur and take turns, the times must
follow each other as those of a recording do (Bible verses start again), and the words be talk. Where the time stands
first, the name ends with its bold type, with the number of the speaker, or where the words that open all lines end.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from transcript.engine.cues import SPAN, Cue, span_of
from transcript.engine.labels import parse
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.recurring import few_that_recur, is_talk, paragraphs
from transcript.engine.lines import Page
from transcript.engine.words import GRAMMAR, fold

_NAME = r"[^\W_](?:[^\n:!?;,()\[\]<>]|,(?=[ ][A-Z])){0,48}?"
_CODE = rf"(?P<code>[\[(][ ]?(?P<time>{SPAN})[ ]?[\])])[ \t]++"
_BEHIND = re.compile(rf"(?P<label>{_NAME}(?:\([^()\n\d]{{1,40}}\))?)[ \t]{{0,4}}{_CODE}(?=[^\s:：–—-])")
_BEFORE = re.compile(rf"{_CODE}(?=[^\W_])")
_NUMBERED = re.compile(r"[A-Z][A-Za-z]{1,14}[_ ]\d{1,2}(?=[ \t])")
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_LONGEST = 140
_SHAPES = frozenset(("role", "numbered", "name", "titled", "described", "caps", "word", "initials", "script", "lower"))
_FEW = 6


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with a name and a time; none where they might be anything else."""
    text = page.text
    if not page.holds_times:
        return []
    behind: list[Cue] = []
    before: list[re.Match[str]] = []
    lines: list[int] = []
    for index, line in enumerate(page.lines):
        stop = min(line.end, line.start + _LONGEST)
        if text.find("(", line.start, stop) < 0 and text.find("[", line.start, stop) < 0:
            continue
        if line.closed:
            continue
        if text[line.start] in "[(":
            if found := _BEFORE.match(text, line.start, stop):
                before.append(found)
                lines.append(index)
        elif found := _BEHIND.match(text, line.start, stop):
            form = "*w" if line.start < line.emphasis < found.end() else "-w"
            behind.append(_cue(page, index, found, *found.span("label"), found.end(), form))
    colons = sum(1 for time in before if text.find(":", time.end(), time.end() + 50) >= 0)
    if colons * 10 >= 9 * len(before):
        before = []  # "[00:00:05] Name: words"
    cues = behind if len(behind) >= len(before) else _named(page, before, lines)
    return cues if _are_turns(page, cues) else []


def _are_turns(page: Page, cues: list[Cue]) -> bool:
    if not few_that_recur(cues) or len(cues) * 4 < paragraphs(page):
        return False
    strange = [cue.label for cue in cues if parse(cue.label).shape not in _SHAPES]
    if len(strange) * 10 > len(cues) or len(set(strange)) < len(strange):
        return False
    n = len(cues)
    changes = sum(1 for cue, after in pairwise(cues) if cue.label != after.label)
    times = [cue.time.start for cue in cues if cue.time and cue.time.start is not None]
    back = sum(1 for time, after in pairwise(times) if after < time)
    return changes * 3 >= n and len(times) == n and back * 12 <= n and is_talk(page, cues)


def _named(page: Page, found: list[re.Match[str]], lines: list[int]) -> list[Cue]:
    """The cues of lines that open with a time, where a name stands behind it in all of them."""
    bold = {mark.start: mark.end for mark in page.source.marks if mark.kind == "bold"}
    ends = [_end_of_name(page, time.end(), bold) for time in found]
    if 0 in ends:
        ends = _opening_words(page, [time.end() for time in found])
    return [
        _cue(page, index, time, _skip(page.text, time.end()), end, _skip(page.text, end), "-W")
        for time, index, end in zip(found, lines, ends, strict=True)
        if end
    ]


def _end_of_name(page: Page, start: int, bold: dict[int, int]) -> int:
    """Where the bold words or the numbered speaker at the offset end; 0 where neither stands there."""
    if end := bold.get(start):
        return end if end - start <= 50 else 0
    numbered = _NUMBERED.match(page.text, start, start + 20)
    return numbered.end() if numbered else 0


def _opening_words(page: Page, starts: list[int]) -> list[int]:
    """Where the name ends in each line, 0 where it has none: one of few words in capitals that open the lines, and as
    many more as all lines with this first word share, a capital behind them.
    """
    text = page.text
    opened: dict[str, list[int]] = defaultdict(list)
    words = [_WORD.findall(text, start, start + 80)[:5] for start in starts]
    for at, row in enumerate(words):
        opened[row[0] if row else ""].append(at)
    ends = [0] * len(starts)
    named = 0
    for first, group in list(opened.items()) if len(opened) <= _FEW else ():
        if len(group) < 3 or not first[:1].isupper() or fold(first) in GRAMMAR:
            continue
        shared = _shared([words[at] for at in group])
        name = re.compile(r"[ \t]+".join(map(re.escape, shared)) + r"[ \t]+(?=[^\Wa-zß-ÿ_])")
        for at in group:
            if found := name.match(text, starts[at], starts[at] + 100):
                ends[at] = found.end()
                named += 1
    return ends if named == len(starts) else [0] * len(starts)  # a name that opens one line is not known


def _shared(rows: list[list[str]]) -> list[str]:
    """The words, each with a capital, that all rows begin with; three at most."""
    shared: list[str] = []
    for column in list(zip(*rows, strict=False))[:3]:
        if len(Counter(column)) > 1 or not column[0][0].isupper() or fold(column[0]) in GRAMMAR:
            break
        shared.append(column[0])
    return shared


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    return at


def _cue(page: Page, index: int, found: re.Match[str], start: int, end: int, words: int, form: str) -> Cue:
    text = page.text
    label = text[start:end].rstrip()
    time = span_of(text, *found.span("code"), found["time"])
    return Cue("name-time-words", index, found.start(), words, label, start, start + len(label), True, form, time, 2.0)


LAYOUT = Layout("name-time-words", "Name [0:05] words", propose)
