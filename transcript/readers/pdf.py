"""The text layer of PDF, line by line as it is printed, with the indentation and the blank lines that can be seen.

PDF knows glyphs and places, not words and paragraphs. PDFium joins glyphs to lines in the order of the page's content;
what is added here is what a reader sees of the page: a wider gap above a line becomes a blank line, a page's end a form
feed.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from threading import Lock
from typing import Any

from transcript.errors import LimitExceeded, UnreadableInput
from transcript.extract.prose import Prose
from transcript.model import MarkKind, Note, Source

MOST_PAGES = 5_000

_ONE_AT_A_TIME = Lock()  # PDFium is not made for threads
_BOLD = re.compile(r"(?i)bold|black|heavy|demi")
_ITALIC = re.compile(r"(?i)italic|oblique")
_HYPHENS = (0x02, 0xFFFE)  # PDFium's signs for a hyphen that a line break put in
_GAP = 1.3  # times the usual distance between lines
_TALLER = 1.12
_BLANK = 0.4  # of a line's height is about the width of a letter
_WIDEST_INDENT = 40
_ITALIC_FLAG = 1 << 6  # ISO 32000-1, table 123


@dataclass(slots=True)
class _Line:
    """``runs`` are words and their emphasis; places and sizes are points from the lower left corner of the page."""

    runs: list[tuple[str, tuple[MarkKind, ...]]]
    left: float
    base: float
    height: float


def sniff(data: bytes) -> bool:
    """The header of a PDF, which may have a little rubbish before it."""
    return b"%PDF-" in data[:1024]


def read(data: bytes) -> Source:
    """Print every page.

    :raises UnreadableInput: no PDF, damaged, locked by a password, or pictures of pages only.
    :raises LimitExceeded: more than :data:`MOST_PAGES` pages.
    """
    import pypdfium2  # type: ignore[import-untyped]  # 9 MB that only this format needs

    notes: list[Note] = []
    pages: list[list[_Line]] = []
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UnreadableInput(f"not a PDF that can be read: {error}") from None
        try:
            if len(document) > MOST_PAGES:
                raise LimitExceeded(f"{len(document)} pages; at most {MOST_PAGES} are read")
            for number in range(len(document)):
                try:
                    pages.append(list(_lines(document[number])))
                except pypdfium2.PdfiumError as error:
                    notes.append(Note("page-unread", f"page {number + 1}: {error}"))
        finally:
            document.close()
    if not any(pages):
        raise UnreadableInput(f"no text layer: pictures of pages ({len(pages)}) need text recognition first")
    prose = Prose()
    usual = _usual_gap(pages)
    for lines in pages:
        if prose.tail and lines:
            prose.add("\f")
        _print(prose, lines, usual)
    prose.end("verbatim")
    return prose.source("pdf", data, notes=notes)


def _usual_gap(pages: list[list[_Line]]) -> float:
    """The distance of most lines to that above, in points."""
    gaps = [above.base - below.base for lines in pages for above, below in pairwise(lines)]
    return median([gap for gap in gaps if gap > 0] or [0.0])


def _print(prose: Prose, lines: list[_Line], usual: float) -> None:
    """Print the lines of a page, with blank lines and indentation where the page has them."""
    margin = min((line.left for line in lines), default=0.0)
    for at, line in enumerate(lines):
        if at:
            above = lines[at - 1]
            apart = above.base - line.base > _GAP * usual or _differ(above.height, line.height)
            prose.add("\n\n" if apart else "\n")
        indent = (line.left - margin) / (line.height * _BLANK) if line.height > 0 else 0
        prose.add(" " * min(round(indent), _WIDEST_INDENT))
        for words, kinds in line.runs:
            prose.add(words, kinds)


def _differ(one: float, other: float) -> bool:
    """Lines so different in height are of two paragraphs, as a heading is from the text."""
    return max(one, other) > _TALLER * min(one, other)


def _lines(page: Any) -> Iterator[_Line]:
    """The lines of a page that have words, in the order of the page's content."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    view = page.get_textpage()
    try:
        codes = [pdfium.FPDFText_GetUnicode(view, at) for at in range(pdfium.FPDFText_CountChars(view))]
        start = 0
        for at, code in enumerate([*codes, 10]):
            if code in (10, 13):
                first = next((seen for seen in range(start, at) if not chr(codes[seen]).isspace()), None)
                if first is not None:
                    yield _line(pdfium, view, codes, first, at)
                start = at + 1
    finally:
        view.close()
        page.close()


def _line(pdfium: Any, view: Any, codes: list[int], first: int, end: int) -> _Line:
    left, base, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetCharOrigin(view, first, left, base)
    pdfium.FPDFText_GetLooseCharBox(view, first, box)
    runs: list[tuple[str, tuple[MarkKind, ...]]] = []
    word = first
    while chr(codes[end - 1]).isspace():
        end -= 1
    for at in range(first, end):
        if at + 1 == end or (chr(codes[at]).isspace() and not chr(codes[at + 1]).isspace()):
            runs.append((_text(codes[word : at + 1]), _emphasis(pdfium, view, word)))
            word = at + 1
    return _Line(runs, left.value, base.value, abs(box.top - box.bottom))


def _text(codes: list[int]) -> str:
    """Code points, perhaps cut into surrogates, as text."""
    text = "".join("-" if code in _HYPHENS else chr(code) if code >= 32 else " " for code in codes)
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _emphasis(pdfium: Any, view: Any, at: int) -> tuple[MarkKind, ...]:
    """Bold and italic, by the name of the font, since few say it otherwise, or its weight."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(view, at, name, 128, flags)
    font = name.value.decode("utf-8", "replace")
    bold = _BOLD.search(font) or pdfium.FPDFText_GetFontWeight(view, at) >= 600
    italic = _ITALIC.search(font) or flags.value & _ITALIC_FLAG
    return (*(("bold",) if bold else ()), *(("italic",) if italic else ()))
