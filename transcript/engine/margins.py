"""What stands in the margin before the words of a line and belongs to the paper: numbers of lines, marks of a list.

``12``, ``0006:12`` (a page and a line), ``12.`` on every line of a paste, ``012`` before each turn, ``-``, ``*`` or
``•`` before each ``Name:``. A number is taken for that of a line only where the whole page is counted; a mark before a
label only where names come again behind it in one list: a list of points has each of its heads once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from transcript.engine.lines import Page
from transcript.model import Span

_LINE = re.compile(r"(\d{1,2})(?=[ \t]|$)")
_PAGE_LINE = re.compile(r"(\d{1,5}):(\d{1,2})(?=[ \t]|$)")
_COUNTED = re.compile(r"[\[(]?(\d{1,5})(?:[\])][.:]?|[.:])?(?=[ \t]|$)")
_TIME = r"[\[(]?\d{1,2}(?::\d{2}){1,2}[\])]?"
_LABEL = re.compile(
    rf"""[ \t]*(?:{_TIME}[ \t]*[-–]?[ \t]*)?([^\W\d_][^\n:：!?]{{0,60}}?)[ \t]*
         (?:(?<=[\s(\[]){_TIME}[ \t]*)?(?::(?=\s|$)|：)""",
    re.VERBOSE,
)
_BULLETS = frozenset("-*•‣▪◦●·–—+")
_BLANK = (" ", "\t")
_OPENS_NUMBER = frozenset("0123456789[(")
_MOST_LINES = 30  # that a page of a transcript has
_DEEPEST = 12
_LONGEST = 160


@dataclass(slots=True)
class _Listed:
    """The labels behind the marks of one kind, list by list."""

    spans: dict[int, Span] = field(default_factory=dict)  # of the marks, by the index of the line
    labels: Counter[str] = field(default_factory=Counter)
    again: Counter[str] = field(default_factory=Counter)  # labels that stood in the same list before
    seen: set[str] = field(default_factory=set)
    number: int = 0  # of the list that they were seen in

    def add(self, index: int, mark: Span, label: str, number: int = 0) -> None:
        if number != self.number:
            self.seen, self.number = set(), number
        self.spans[index] = mark
        self.labels[label] += 1
        if label in self.seen:
            self.again[label] += 1
        self.seen.add(label)

    @property
    def talk(self) -> bool:
        """Two names or more come again in one list, and names that do so are a good part of all."""
        again = self.again.total()
        return len(self.again) >= 2 and again >= 3 and again * 3 >= self.labels.total()


def _label(text: str, start: int, end: int) -> str | None:
    """The words before a colon that the range opens with."""
    end = min(end, start + _LONGEST)
    if text.find(":", start, end) < 0 and text.find("：", start, end) < 0:
        return None
    found = _LABEL.match(text, start, end)
    return found[1] if found else None


def line_numbers(page: Page) -> list[Span]:
    """The numbers of lines. Where they count the lines of a sheet, the page is said to be wrapped."""
    text = page.text
    if not any(text[line.start] in _OPENS_NUMBER for line in page.lines):
        return []
    spans = _pages_and_lines(page) or _sheets(page)
    if spans:
        page.numbered = len(spans) * 5 >= len(page.lines) * 4
        return spans
    return _runs(page) or _counted(page)


def _pages_and_lines(page: Page) -> list[Span]:
    """``0006:12``: a page and a line, on nearly every line, that grow; and most lines are next to each other."""
    spans, last, steps, next_to = [], (0, 0), 0, 0
    for line in page.lines:
        if not page.text[line.start].isdigit() or not (found := _PAGE_LINE.match(page.text, line.start, line.end)):
            continue
        here = (int(found[1]), int(found[2]))
        if here <= last or here[1] > _MOST_LINES:
            return []  # times grow as well, but pass the half of a minute
        steps += 1
        next_to += here == (last[0], last[1] + 1)
        last = here
        spans.append(Span(*found.span()))
    return spans if steps >= 12 and steps * 10 >= len(page.lines) * 9 and next_to * 2 >= steps else []


def _sheets(page: Page) -> list[Span]:
    """The numbers 1 to 25 down the margin of nearly every line, with gaps where lines were left out or are blank."""
    spans, last, next_to, sheets = [], 0, 0, 1
    for line in page.lines:
        if not page.text[line.start].isdigit() or line.indent > _DEEPEST:
            continue
        found = _LINE.match(page.text, line.start, line.end)
        if not found:
            continue
        number = int(found[1])
        if not 0 < number <= _MOST_LINES:
            return []
        next_to += number == last + 1
        sheets += number <= last
        last = number
        spans.append(Span(*found.span(1)))
    sure = len(spans) >= 16 and len(spans) * 10 >= len(page.lines) * 9
    return spans if sure and next_to * 2 >= len(spans) and sheets * 4 <= len(spans) else []


def _runs(page: Page) -> list[Span]:
    """The numbers 1 to 25 down the margin: runs of at least eight that count by one and start again at one."""
    text = page.text
    runs: list[list[Span]] = []
    run: list[Span] = []
    last = 0
    for line in page.lines:
        if not text[line.start].isdigit():
            continue
        found = _LINE.match(text, line.start, line.end)
        if not found or line.indent > 8:
            continue
        number = int(found[1])
        if number != last + 1:
            runs.append(run)
            run = []
        if number == last + 1 or number == 1:
            run.append(Span(*found.span(1)))
            last = number
        else:
            last = 0
    runs.append(run)
    if not any(len(run) >= 8 for run in runs):
        return []
    return [span for run in runs if len(run) >= 2 for span in run]


def _counted(page: Page) -> list[Span]:
    """Numbers that count the lines, or the turns, of a whole text by one: ``12.`` on each line, ``012`` before labels.

    Some of them stand alone, which no point of a list does, or names come again behind them.
    """
    text = page.text
    spans: list[Span] = []
    listed = _Listed()
    first = last = empty = 0
    for index, line in enumerate(page.lines):
        head = text[line.start]
        if not (head.isdigit() or head in "[(") or not (found := _COUNTED.match(text, line.start, line.end)):
            continue
        number = int(found[1])
        if number > 1 and (not spans or number != last + 1):
            continue  # a year, a page
        if number <= 1 and (not spans or number != last + 1):
            if len(spans) >= 8:
                break
            spans, listed, empty, first = [], _Listed(), 0, index
        last = number
        spans.append(Span(*found.span()))
        if found.end() == line.end:
            empty += 1
        elif label := _label(text, found.end(), line.end):
            listed.add(index, spans[-1], label)
    return spans if _counts(page, first, spans, listed, empty) else []


def _counts(page: Page, first: int, spans: list[Span], listed: _Listed, empty: int) -> bool:
    """Whether numbers that grow by one are those of lines or turns, and no points of a list.

    :param empty: how many of them stand alone on their lines.
    """
    if len(spans) < 4:
        return False
    lines = page.line_at(spans[-1].start) + 1 - first
    whole = len(spans) * 10 >= lines * 9
    if whole and empty >= 2 and len(spans) >= 10:
        return True
    labelled = listed.labels.total()
    most = labelled * 10 >= len(spans) * 6
    if listed.talk:
        return most or (whole and labelled * 5 >= len(spans))
    asked = most and len(listed.again) == 1 and listed.again.total() >= 2
    return asked and _is_answered(page, first, listed.labels)


def _is_answered(page: Page, first: int, asked: Counter[str]) -> bool:
    """Between the numbers another name without one comes again and again, as ``Ada:`` among ``1. Interviewer:``."""
    text = page.text
    others = Counter(_label(text, line.start, line.end) for line in page.lines[first:] if text[line.start].isalpha())
    del others[None]
    return any(count >= 3 and count * 2 >= asked.total() for label, count in others.items() if label not in asked)


def list_marks(page: Page) -> list[Span]:
    """The bullets before labels, where names come again behind them in one list and few stand without."""
    text, lines = page.text, page.lines
    if not any(text[line.start] in _BULLETS for line in lines):
        return []
    kinds: dict[tuple[str, int], _Listed] = defaultdict(_Listed)
    marked: Counter[tuple[str, int]] = Counter()
    bare: Counter[str] = Counter()
    number = 0
    for index, line in enumerate(lines):
        head = text[line.start]
        if head not in _BULLETS:
            if line.blank or line.level:
                number += 1  # a paragraph or a heading parts two lists
            if head.isalpha() and (label := _label(text, line.start, line.end)):
                bare[label] += 1
        elif text[line.start + 1 : line.start + 2] in _BLANK or (
            head in "-–" and text[line.start + 1 : line.start + 2].isalpha()
        ):
            kind = (head, line.indent)
            marked[kind] += 1
            if label := _label(text, line.start + 1, line.end):
                kinds[kind].add(index, Span(line.start, line.start + 1), label, number)
    spans: list[Span] = []
    for kind, listed in kinds.items():
        if not listed.talk or sum(bare[label] for label in listed.again) * 4 > len(listed.spans):
            continue
        begin, stop = min(listed.spans), max(listed.spans) + 1
        if marked[kind] * 10 >= (len(lines) - begin) * 9:  # every line has one, as those of captions have
            stop = len(lines)
            spans += (
                Span(line.start, line.start + 1)
                for line in lines[begin:stop]
                if text[line.start] == kind[0] and line.indent == kind[1]
            )
        else:
            spans += listed.spans.values()
    return spans
