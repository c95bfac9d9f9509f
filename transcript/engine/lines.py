r"""Cut a source into lines with features, in one linear pass.

The page is a view of the source that is exactly as long: what belongs to the format or the page and not to the words
(asterisks, tags, line numbers, running heads) is blanked out, and every kind of line break is a ``\\n``. So every
offset of the view is one of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from transcript.model import Mark, Source, Span

_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_ITEM = re.compile(r"(?:[-*•‣▪◦●·+]|\(?\d{1,3}[.)]|[a-z][.)])(?=[ \t])|[•‣▪◦●](?=\S)")

_CLOCK = re.compile(r":\d\d")


@dataclass(slots=True)
class Line:
    """A line that is not blank.

    ``start`` and ``end`` enclose its visible words; ``blank`` counts the blank lines above it.
    ``emphasis`` is where the emphasis that opens the line ends, 0 where none does; ``level`` is that of a heading, 0
    for other lines.
    """

    start: int
    end: int
    indent: int
    blank: int
    emphasis: int = 0
    italic: bool = False
    level: int = 0
    quote: bool = False
    closed: bool = False  # inside a block where no label stands

    @property
    def emphasised(self) -> bool:
        """The whole line is bold or italic."""
        return self.emphasis >= self.end > 0


@dataclass
class Page:
    """The view of a source, its lines, and what was blanked out."""

    source: Source
    text: str
    lines: list[Line]
    starts: list[int] = field(default_factory=list)
    emphases: set[int] = field(default_factory=set)  # where bold or italic words begin
    skipped: list[Span] = field(default_factory=list)
    skipped_starts: list[int] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)
    numbered: bool = False  # the lines are those of a sheet, each with its number
    meant: dict[int, str] = field(default_factory=dict)  # what syntax stands for, by its start

    @cached_property
    def prose(self) -> bool:
        """Nearly every line of some length ends in a stop, as edited text does and the notes of a machine do not."""
        long = [line for line in self.lines if line.end - line.start > 60]
        stops = sum(1 for line in long if self.text[line.end - 1] in '.!?…。！？"”’»)]:')
        return len(long) >= 4 and stops >= 0.9 * len(long)

    @cached_property
    def holds_times(self) -> bool:
        """Whether a time may be printed somewhere: ``0:05``, or seconds in brackets. Asked once for all layouts."""
        return _CLOCK.search(self.text) is not None or "s]" in self.text or "s)" in self.text

    def line_at(self, offset: int) -> int:
        """Index of the line that holds, or stands last before, the offset; -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def skip(self, spans: list[Span]) -> None:
        """Blank the spans out. Where one lies within what is blank already, they become one."""
        merged: list[Span] = []
        for span in sorted([*self.skipped, *spans], key=lambda span: (span.start, span.end)):
            if merged and span.start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        self.text = blanked(self.text, spans)
        self.skipped = merged
        self.skipped_starts = [span.start for span in merged]

    def skipped_in(self, start: int, end: int) -> tuple[Span, ...]:
        """What is blanked out within the range."""
        if not self.skipped:
            return ()
        at = bisect_left(self.skipped_starts, start)
        stop = bisect_left(self.skipped_starts, end, at)
        return tuple(self.skipped[at:stop])

    def visible(self, start: int, end: int) -> str:
        """The range without what is blanked out, and with what syntax stands for in its place."""
        if not self.skipped:
            return self.text[start:end]
        pieces = []
        for span in self.skipped_in(start, end):
            pieces.append(self.text[start : span.start])
            if span.start in self.meant:
                pieces.append(self.meant[span.start])
            start = span.end
        if not pieces:
            return self.text[start:end]
        pieces.append(self.text[start:end])
        return "".join(pieces)


def page_of(source: Source) -> Page:
    """Blank out the syntax of the format, cut into lines, and note what the marks say of each."""
    skipped = [Span(mark.start, mark.end) for mark in source.marks if mark.kind == "syntax"]
    text = source.text
    if "\r\n" in text:
        text = text.replace("\r\n", " \n")
    for sign in _BREAKS:
        if sign in text:
            text = text.replace(sign, "\n")
    text = text.replace("\u00a0", " ")
    page = Page(source, text, [])
    page.meant = {
        mark.start: mark.value for mark in source.marks if mark.kind == "syntax" and isinstance(mark.value, str)
    }
    page.skip(skipped)
    page.lines = _cut(page.text)
    page.starts = [line.start for line in page.lines]
    _mark(page, source.marks)
    return page


def blanked(text: str, spans: list[Span]) -> str:
    """The text with every character of the spans turned into a blank, line breaks kept."""
    if not spans:
        return text
    pieces = []
    at = 0
    for span in spans:
        if span.start < at:
            continue
        hole = text[span.start : span.end]
        pieces.append(text[at : span.start])
        pieces.append(" " * len(hole) if "\n" not in hole else re.sub(r"[^\n]", " ", hole))
        at = span.end
    pieces.append(text[at:])
    return "".join(pieces)


def _cut(text: str) -> list[Line]:
    lines: list[Line] = []
    append = lines.append
    at = blank = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            indent = raw.index(words[0]) if len(words) < len(raw) else 0
            append(Line(at + indent, at + indent + len(words), indent, blank))
            blank = 0
        else:
            blank += 1
        at += len(raw) + 1
    if lines:
        lines[0].blank = 99
    return lines


def _mark(page: Page, marks: tuple[Mark, ...]) -> None:
    lines, starts = page.lines, page.starts
    for mark in marks:
        kind = mark.kind
        if kind == "syntax" or kind == "time" or kind == "voice":
            continue
        at = max(0, bisect_right(starts, mark.start) - 1)
        if at < len(lines) and lines[at].end <= mark.start:
            at += 1
        if at >= len(lines):
            continue
        line = lines[at]
        if kind in ("bold", "italic"):
            page.emphases.add(mark.start)
            if mark.start <= line.start or line.emphasis >= mark.start - 1 > 0:
                while at < len(lines) and lines[at].start < mark.end:
                    lines[at].italic = kind == "italic"
                    lines[at].emphasis = max(lines[at].emphasis, min(mark.end, lines[at].end))
                    at += 1
        elif kind == "heading" and mark.start <= line.start:
            line.level = int(mark.value or 1)
        elif kind in ("quote", "metadata"):
            while at < len(lines) and lines[at].start < mark.end:
                lines[at].quote = lines[at].quote or kind == "quote"
                lines[at].closed = lines[at].closed or kind == "metadata"
                at += 1


def item_marker(text: str, start: int, end: int) -> str | None:
    """The marker that opens a list item: a dash, a bullet, a number; None where the range is no item."""
    found = _ITEM.match(text, start, end)
    return found[0] if found else None
