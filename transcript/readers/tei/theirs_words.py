"""Words of other people's TEI: paragraphs, lists and directions as one text, white space folded."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from transcript.model import DirectionType
from transcript.readers.tei.parsing import child, name
from transcript.readers.tei.theirs_events import EVENTS, kind_of, printed

_BLANKS = re.compile(r"[ \t\r\n]+")
_PARTS = ("", " ", "\n", "\n\n")
_OPENING = re.compile(r"[(\[{«„“‘¿¡]+")
_SILENT = frozenset({
    "alt", "altGrp", "anchor", "certainty", "facsimile", "figure", "fLib", "fs", "fvLib", "fw", "graphic", "index",
    "interp", "interpGrp", "join", "joinGrp", "link", "linkGrp", "media", "metamark", "precision", "ptr", "respons",
    "shift", "span", "spanGrp", "speaker", "substJoin", "teiHeader", "timeline",
})  # fmt: skip
_PARAGRAPHS = frozenset({"p", "ab", "lg", "list", "table", "quote", "cit", "floatingText"})
_LINES = frozenset({"l", "row", "item", "castItem"})
_BREAKS = frozenset({"pb", "cb", "gb", "milestone"})
_CHOSEN = {"choice": ("orig", "sic", "abbr"), "app": ("lem",)}


class Event(NamedTuple):
    """A direction and its place in the text."""

    kind: DirectionType
    text: str
    start: int
    end: int
    element: etree._Element


@dataclass(slots=True)
class Flow:
    """A text that grows. What parts it from the words that follow is only written when they come.

    :param breaks: a ``lb`` is a line end that means something, as in ours; else it is where a printed line ended.
    """

    breaks: bool = False
    glyphs: dict[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    events: list[Event] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _parting: str = ""

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def part(self, parting: str) -> None:
        """Part what comes from what was: by a blank, a line end, or a blank line; the strongest wins."""
        if self._pieces and not (parting == " " and self._pieces[-1][-1] == " "):
            self._parting = max(self._parting, parting, key=_PARTS.index)

    def add(self, text: str) -> None:
        """Words; white space at their ends parts them from their neighbours."""
        folded = _BLANKS.sub(" ", text)
        words = folded.strip(" ")
        if folded[:1] == " ":
            self.part(" ")
        if words:
            self._put(words)
            if folded[-1] == " ":
                self.part(" ")

    def gather(self, element: etree._Element) -> None:
        """The words within an element."""
        if any(name(within) == "w" for within in element):
            self._tokens(element)
            return
        self.add(element.text or "")
        for within in element:
            self.element(within)
            self.add(within.tail or "")

    def event(self, element: etree._Element) -> None:
        """A direction."""
        described = child(element, "desc")
        words = folded(element if described is None else described)
        if text := printed(element, words):
            start = self._put(text)
            self.events.append(Event(kind_of(element, words), text, start, self._length, element))

    def paragraph(self, element: etree._Element) -> None:
        """A ``seg`` that is a paragraph, or an item of a list."""
        item = element.get("subtype") == "item"
        self.part("\n" if item else "\n\n")
        if item:
            self._put(f"{element.get('n') or '-'} ")
        self.gather(element)
        self.part("\n" if item else "\n\n")

    def leading_code(self) -> str | None:
        """Take away the printed time that the text begins with."""
        first = self.events[0] if self.events else None
        if first is None or first.kind != "timecode" or first.start > 0:
            return None
        behind = self.text[first.end :]
        text = behind.lstrip(" \n")
        shift = first.end + len(behind) - len(text)
        self._pieces = [text]
        self.events = [event._replace(start=event.start - shift, end=event.end - shift) for event in self.events[1:]]
        return first.text

    def _put(self, words: str) -> int:
        if self._parting:
            self._pieces.append(self._parting)
            self._length += len(self._parting)
            self._parting = ""
        self._pieces.append(words)
        start, self._length = self._length, self._length + len(words)
        return start

    def element(self, element: etree._Element) -> None:
        """Whatever stands among words."""
        kind = name(element)
        if kind in EVENTS or (kind == "seg" and element.get("type") == "timecode"):
            self.event(element)
        elif kind == "g" and not len(element) and not element.text:
            self.add(self.glyphs.get(element.get("ref", ""), ""))
        elif kind == "lb" or kind in _BREAKS:
            if element.get("break") != "no":
                self.part("\n" if kind == "lb" and self.breaks else " ")
        elif kind in _CHOSEN:
            self._chosen(element)
        elif kind in _SILENT:
            if kind != "speaker" and folded(element):
                self.left_out[kind] += 1
        else:
            self._block(element, "\n\n" if kind in _PARAGRAPHS else "\n" if kind in _LINES else "")

    def _block(self, element: etree._Element, parting: str) -> None:
        self.part(parting)
        if name(element) == "item":
            self._put(f"{element.get('n') or '-'} ")
        self.gather(element)
        self.part(parting)

    def _chosen(self, element: etree._Element) -> None:
        """Of two readings, the one that was said or printed."""
        wanted = _CHOSEN[name(element)]
        readings = [within for within in element if name(within) in wanted] or list(element)
        for reading in readings[:1]:
            self.gather(reading)

    def _tokens(self, element: etree._Element) -> None:
        """Words that are elements. White space between them means nothing; ``@join`` does, and so does punctuation."""
        glued = False
        for token in element:
            kind = name(token)
            join = token.get("join", "")
            closing = kind == "pc" and not join and not _OPENING.fullmatch(token.text or "")
            if not glued and join not in ("left", "both") and not closing:
                self.part(" ")
            self.element(token)
            opening = kind == "pc" and not join and not closing
            glued = join in ("right", "both") or opening or (glued and kind in _SILENT)


def folded(element: etree._Element | None) -> str | None:
    """All words of an element, in one line; None where there are none."""
    if element is None:
        return None
    flow = Flow()
    flow.gather(element)
    return " ".join(flow.text.split()) or None
