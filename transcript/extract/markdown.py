"""The marks of Markdown in text that stays as it was sent, so that every offset is one of the file.

Asterisks and hashes are ``syntax`` marks. Only that part of Markdown that tells speech from the rest is read
(CommonMark 0.31, sections 2.4, 4.2, 5.1 and 6.2); an underscore within a word and a lone asterisk stay words.

Pages in Markdown may hold tags of HTML (section 6.6), for an anchor or a picture. They are syntax on a page that begins
with one; where none does, people may well talk of tags.
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
_DELIMITERS = re.compile(r"(?m)^[ \t]{0,3}\|(?:[ \t]*:?-{2,80}:?[ \t]*\|){1,20}[ \t\r]*$")
_BAR = re.compile(r"(?<!\\)\|")
_NAMES = "a|b|center|details|div|em|font|h[1-6]|i|p|small|span|strong|sub|summary|sup|u"
_TAG = re.compile(
    r"""(?i)<a\s[^<>]{0,300}?href=["']?\#[^<>]{0,300}>[#¶§]</a>"""  # a sign by which to link to a paragraph
    rf"|<(?P<close>/?)(?P<name>{_NAMES})(?:\s[^<>]{{0,600}})?/?>|<(?:br|hr|img)(?:\s[^<>]{{0,600}})?/?>"
)
_STARTS = re.compile(rf"(?i)\ufeff?\s*<(?:{_NAMES}|br|hr|img)\b")
_WORDLESS = re.compile(rb"(?is)<!--.{0,2000}?-->|<(script|style|head)\b.{0,4000}?</\1\s*>")
_PARTED = re.compile(rb"\n[ \t\r]*\n\s*")
_ANY_TAG = re.compile(rb"<[^<>]{0,600}>")
_PRINTS = re.compile(rb"(?i)</?(?:p|li|d[dt]|t[dhr]|h[1-6]|br|b|strong|i|em|u|span|font|cite|time|pre)\b")


def is_markdown(data: bytes) -> bool:
    """Whether what begins with a tag is a text with a few tags: most of its words stand in paragraphs without one that
    would print them, parted by blank lines as in Markdown; in HTML those mean nothing.
    """
    plain = tagged = paragraphs = 0
    for piece in _PARTED.split(_WORDLESS.sub(b"", data)):
        words = len(_ANY_TAG.sub(b" ", piece).split())
        if _PRINTS.search(piece):
            tagged += words
        elif words:
            plain += words
            paragraphs += 1
    return paragraphs > 1 and plain > tagged


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
    if "|" in text and "--" in text:
        marks += _bars(text)
    if "<" in text and _STARTS.match(text, matter.end() if matter else 0):
        marks += _tags(text)
    if "\\" in text:
        marks += (Mark("syntax", *escape.span(1)) for escape in _ESCAPE.finditer(text))
    marks.sort(key=lambda mark: (mark.start, mark.end))
    return tuple(_apart(marks))


def _apart(marks: list[Mark]) -> Iterator[Mark]:
    """The marks without those that lie over one of their kind before them, as in ``*_a*_``."""
    reached: dict[MarkKind, int] = {}
    for mark in marks:
        if mark.start >= reached.get(mark.kind, 0):
            reached[mark.kind] = mark.end
            yield mark


def _tags(text: str) -> Iterator[Mark]:
    """Tags of HTML, those that are closed again or never are, and what is bold between two of them."""
    found = list(_TAG.finditer(text))
    closed = {tag["name"].lower() for tag in found if tag["close"]}
    bold = -1
    for tag in found:
        name = (tag["name"] or "").lower()
        if name and name not in closed:
            continue
        yield Mark("syntax", *tag.span())
        if name in ("b", "strong"):
            if tag["close"] and 0 <= bold < tag.start():
                yield Mark("bold", bold, tag.start())
            bold = -1 if tag["close"] else tag.end()


def _bars(text: str) -> Iterator[Mark]:
    """The bars of tables, as GitHub reads them: rows between bars, with a row of dashes below the first of them."""
    at = 0
    for delimiters in _DELIMITERS.finditer(text):
        row = text.rfind("\n", 0, max(0, delimiters.start() - 1)) + 1
        if row < at:
            continue
        yield Mark("syntax", delimiters.start(), delimiters.end())
        while row < len(text) and text[row : row + 4].lstrip(" ")[:1] == "|":
            end = text.find("\n", row)
            end = len(text) if end < 0 else end
            if row != delimiters.start():
                yield from (Mark("syntax", *bar.span()) for bar in _BAR.finditer(text, row, end))
            row = at = end + 1


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
