"""The marks of Markdown in text that stays as it was sent, so that every offset is one of the file.

Asterisks and hashes are ``syntax`` marks. Only that part of Markdown that tells speech from the rest is read
(CommonMark 0.31, sections 2.4, 4.2, 5.1 and 6.2); an underscore within a word and a lone asterisk stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcript.model import Mark, MarkKind

_HEADING = re.compile(r"(?m)^[ ]{0,3}(\#{1,6})[ \t]+(?=\S)([^\n]*?)[ \t\r]*(?:[ \t]\#+[ \t\r]*)?$")
_QUOTE = re.compile(r"(?m)^[ ]{0,3}(>(?:[ ]?>)*(?=[ \r\n]|\Z))(?!>)[ ]?([^\n]*)")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:(?!---)[^\n]*\n){1,200}?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_STRONG = re.compile(
    r"""(?<![\\*])(?P<open>\*\*\*?)(?=[^\s*])            # two or three asterisks, then a word
        (?P<inner>[^*\n\\]*+(?:(?:\\[^\n]|\*(?!\*)|\n(?![ \t\r]*\n))[^*\n\\]*+){0,20}?)
        (?<=[^\s\\])(?P=open)(?!\*)""",
    re.VERBOSE,
)
_STAR = re.compile(r"(?<![\\*\w])(\*)(?=[^\s*])([^*\n]{1,400}+)(?<=[^\s*\\])\*(?!\*)")
_UNDERSCORE = re.compile(r"(?<![\\\w])(_{1,3})(?=[^\s_])([^_\n]{1,400}+)(?<=[^\s_\\])\1(?!\w)")
_UNCLOSED = re.compile(r"(?m)^[ \t]*(\*\*)(?=[^\s*][^*\n]{0,80}[:：])")
_ESCAPE = re.compile(r"(\\)[][*_#`<>.()+\\|~&={}!-]")


def marks_of(text: str) -> tuple[Mark, ...]:
    """Every mark of the text, sorted by start; the byte order mark is one."""
    marks: list[Mark] = []
    if text.startswith("\ufeff"):
        marks.append(Mark("syntax", 0, 1))
    if matter := _FRONT_MATTER.match(text):
        marks.append(Mark("metadata", matter.start(), matter.end()))
    if "#" in text:
        marks += _headings(text)
    if ">" in text:
        for quote in _QUOTE.finditer(text):
            marks.append(Mark("syntax", *quote.span(1)))
            if quote[2].strip():
                marks.append(Mark("quote", *quote.span(2)))
    if "*" in text:
        marks += _emphasis(text)
    if "_" in text:
        marks += _pairs(_UNDERSCORE, text)
    if "\\" in text:
        marks += (Mark("syntax", *escape.span(1)) for escape in _ESCAPE.finditer(text))
    marks.sort(key=lambda mark: (mark.start, mark.end))
    return tuple(marks)


def _headings(text: str) -> Iterator[Mark]:
    for heading in _HEADING.finditer(text):
        yield Mark("syntax", *heading.span(1))
        yield Mark("heading", *heading.span(2), value=float(len(heading[1])))


def _emphasis(text: str) -> list[Mark]:
    marks = list(_pairs(_STRONG, text))
    closed = {mark.start for mark in marks}
    marks += (Mark("syntax", *found.span(1)) for found in _UNCLOSED.finditer(text) if found.start(1) not in closed)
    taken = {at for mark in marks if mark.kind == "syntax" for at in range(mark.start, mark.end)}
    marks += (mark for mark in _pairs(_STAR, text) if mark.start not in taken and mark.end - 1 not in taken)
    return marks


def _pairs(pattern: re.Pattern[str], text: str) -> Iterator[Mark]:
    for found in pattern.finditer(text):
        sign = found.end(1) - found.start(1)
        kind: MarkKind = "italic" if sign == 1 else "bold"
        yield Mark("syntax", found.start(), found.start() + sign)
        yield Mark("syntax", found.end() - sign, found.end())
        yield Mark(kind, found.start() + sign, found.end() - sign)
