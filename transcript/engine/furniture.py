"""Page furniture: running heads, page numbers, what stands in the margin (:mod:`transcript.engine.margins`). It is
blanked out before anything is read.

Two signs are needed before a line is taken from the words: it speaks of a page (``Page 12``, ``[[Page S8536]]``, a form
feed beside it), or it recurs with a number that grows. A short turn that recurs ("Yeah.") is never furniture.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from transcript.engine.lines import Line, Page
from transcript.engine.margins import line_numbers, list_marks
from transcript.model import Span

_PAGE = re.compile(
    r"(?i)[\[\W_]*(?:page|p\.|pg\.?|seite|página|pagina|pag\.|стр\.?|страница|tape|folio)\b\s*[:#.]?\s*[a-z]?\d[\w./-]*(?:\s*(?:of|/|von|de|из)\s*\d+)?\W*$"
    r"|第?\s*\d+\s*[页頁ページ]+$|_(?:page|tape)\s*:.{0,30}$|[-–—]\s*\d{1,4}\s*[-–—]$"
)
_DIGITS = re.compile(r"\d+")
_EDGE_NUMBER = re.compile(
    r"^(\d{1,5})[\t ]{1,}\D|[\t ]{2,}(\d{1,5})$|\t(\d{1,5})$|\s\s(?:Page|Seite|Página|Pagina|Стр\.|Blz\.)\s(\d{1,5})$"
)

_CAPITALS = re.compile(r"(?<=\s)((?:[A-Z0-9][A-Z0-9.,:;'’&/-]*\s){4,24})\d{1,4}$")


def remove(page: Page) -> None:
    """Blank out the furniture of the page, in place."""
    for margin in (line_numbers, list_marks):
        if spans := margin(page):
            if page.numbered and sum(1 for line in page.lines if line.blank) * 10 >= len(page.lines) * 9:
                for line in page.lines:
                    line.blank = 0  # the sheet is printed with a blank line between all
            _blank(page, spans)
    if page.numbered:
        for above, line in itertools.pairwise(page.lines):
            line.blank = line.blank or int(line.indent > above.indent + 1)  # set in, it opens a paragraph
    if spans := _titles_again(page):
        _blank(page, spans)
    spans = [*_running_heads(page)]
    if spans:
        page.furniture = spans
        _blank(page, spans)


def _blank(page: Page, spans: list[Span]) -> None:
    page.skip(spans)
    text = page.text
    kept: list[Line] = []
    blank = 0
    for line in page.lines:
        words = text[line.start : line.end]
        left = words.lstrip()
        if not left:
            blank += line.blank + 1
            continue
        line.indent += len(words) - len(left)
        line.start = line.end - len(left)
        line.end = line.start + len(left.rstrip())
        line.blank += blank
        blank = 0
        kept.append(line)
    page.lines = kept
    page.starts = [line.start for line in kept]


def _titles_again(page: Page) -> list[Span]:
    """Words of the title in capitals and the number of a page, where a page without line breaks ends or begins."""
    text, lines = page.text, page.lines
    title = text[lines[0].start : lines[0].end][:1000] if lines else ""
    if len(title) < 40 or not title.isupper():
        return []
    spans = []
    for line in lines[1:]:
        if line.end - line.start < 160 or not text[line.end - 1].isdigit():
            continue
        start = line.end - 150
        if not (found := _CAPITALS.search(text, start, line.end)):
            continue
        words = [word.span() for word in re.finditer(r"\S+", found[1])]
        for begin, _ in words[:-3]:
            if found[1][begin:].strip() in title:
                spans.append(Span(found.start() + begin, line.end))
                break
    return spans


def _running_heads(page: Page) -> list[Span]:
    text, lines = page.text, page.lines
    source = page.source.text
    sure: list[int] = []
    skeletons: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        length = line.end - line.start
        if length > 160:
            continue
        words = text[line.start : line.end]
        if (
            length <= 40
            and (words[-1].isdigit() or words[-1] in "])-–—页頁ジ" or words[0] == "_")
            and _PAGE.match(words)
        ) or (length <= 4 and line.indent >= 20 and words.isdigit()):
            sure.append(index)
        elif length >= 12 and (words[0].isdigit() or words[-1].isdigit()) and _EDGE_NUMBER.search(words):
            skeletons[_DIGITS.sub("#", words)].append(index)
    feeds = "\x0c" in source
    found = set(sure)
    if len(sure) < 2 and not feeds and not any("[[" in text[lines[i].start : lines[i].end] for i in sure):
        found = {i for i in sure if lines[i].blank and (i + 1 == len(lines) or lines[i + 1].blank)}
    for indexes in skeletons.values():
        if len(indexes) >= 3 and _grows([text[lines[i].start : lines[i].end] for i in indexes]):
            found.update(indexes)
    if feeds or len(sure) >= 3:
        found.update(_beside_pages(page, found))
    return [Span(lines[index].start, lines[index].end) for index in sorted(found)]


def _grows(words: list[str]) -> bool:
    numbers = []
    for line in words:
        edge = _EDGE_NUMBER.search(line)
        if edge:
            numbers.append(int(next(group for group in edge.groups() if group)))
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    return bool(steps) and sum(1 for step in steps if 0 < step < 20) * 10 >= len(steps) * 7


def _beside_pages(page: Page, found: set[int]) -> set[int]:
    """Lines that stand beside a page break three times or more, in capitals twice, always the same words."""
    text, lines, source = page.text, page.lines, page.source.text
    beside: dict[str, set[int]] = defaultdict(set)
    anchors = set(found)
    for index in range(1, len(lines)):
        if "\x0c" in source[lines[index - 1].end : lines[index].start + 1]:
            anchors.update((index - 1, index))
    for anchor in anchors:
        for index in (anchor - 1, anchor, anchor + 1):
            if 0 <= index < len(lines) and index not in found:
                words = text[lines[index].start : lines[index].end]
                if len(words) <= 90:
                    beside[_DIGITS.sub("#", words)].add(index)
    total: dict[str, int] = defaultdict(int)
    for line in lines:
        if line.end - line.start <= 90:
            total[_DIGITS.sub("#", text[line.start : line.end])] += 1
    return {
        index
        for words, indexes in beside.items()
        if len(indexes) >= (2 if words.isupper() else 3) and total[words] == len(indexes)
        for index in indexes
    }
