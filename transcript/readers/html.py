"""HTML: web pages, word processors' "save as web page", and the transcripts of Podcasting 2.0.

The page is walked from end to end and printed as a browser shows it; :mod:`transcript.extract.webpage` says what little
is left out. ``<cite>Name:</cite><time>0:00</time><p>`` is read as Podcasting 2.0 means it: a voice, a time, words.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lxml import etree

from transcript.encoding import decode
from transcript.extract.markdown import is_markdown
from transcript.extract.prose import Prose
from transcript.extract.webpage import BLOCKS, Webpage, emphasis, front_matter, webpage
from transcript.model import MarkKind, Note, Source

_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>|<!--(?:[^-]|-(?!->)){0,2000}-->|\s)*<(!doctype\s+html|[a-z][a-z0-9]*)\b", re.IGNORECASE
)
_FRONT = re.compile(rb"\s*---[ \t]*\r?\n(?:(?!---)[^\n]*\n){1,200}?---[ \t]*\r?\n")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
_CODECS = re.compile(
    r"cp\d{3,4}|iso8859-\d{1,2}|koi8-[ru]|mac-\w+|gb18030|big5(?:hkscs)?|euc_\w+|iso2022_jp|utf-\d{1,2}(?:-[lb]e)?"
)
_FOLD = re.compile(r"[ \t\n\r\f]+")
_CLOCK = re.compile(r"[\[(]?(?:(\d{1,3}):)?(\d{1,3}):(\d\d(?:[.,]\d{1,3})?)[\])]?\Z")
_DURATION = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,6}(?:\.\d{1,6})?)S)?\Z")
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "br", "cite", "code", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time",
    "u",
})  # fmt: skip
_WITHIN: dict[str, tuple[MarkKind, ...]] = {
    "blockquote": ("quote",),
    "figcaption": ("metadata",),
    "aside": ("metadata",),
}
_HEADINGS = {f"h{level}": float(level) for level in range(1, 7)}
_STATEFUL = frozenset((*_HEADINGS, *_WITHIN, "pre"))


def sniff(data: bytes) -> bool:
    """The first thing in it, but for a comment or YAML front matter, is an element of HTML that is closed again.

    Unless it is the page as a whole, most words must stand in such elements: Markdown may begin with a tag too.
    """
    start = data[:16_384]
    if b"\x00" in start[:64]:
        start = start.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    start = start.removeprefix(b"\xef\xbb\xbf")
    if matter := _FRONT.match(start):
        start = start[matter.end() :]
    found = _OPENING.match(start)
    if not found:
        return False
    name = found[1].lower()
    if name.startswith(b"!doctype") or name in (b"html", b"body"):
        return True
    known = name.decode() in (BLOCKS | _INLINE) and b"</" + name in start.lower()
    return known and (name == b"pre" or b"<body" in start or not is_markdown(start))


def read(data: bytes) -> Source:
    """Print the page: paragraphs, headings, list items, table rows, and text that is set as it stands.

    :raises UnreadableInput: not text, no element in it, or no word.
    :raises LimitExceeded: elements are nested too deep.
    """
    text, encoding = _decoded(data)
    matter, text = front_matter(text)
    page = webpage(text)
    prose = Prose()
    prose.add(matter)
    prose.end("verbatim", within=["metadata"])
    _Printer(prose, page).print()
    notes = []
    if page.left_out:
        notes.append(
            Note("furniture-left-out", f"{page.left_out} words of navigation, forms and the like were left out")
        )
    return prose.source("html", data, encoding, notes)


def _decoded(data: bytes) -> tuple[str, str]:
    """What a page says of its encoding is asked only where it is not Unicode, and read as browsers read it."""
    declared = _CHARSET.search(data, 0, 4096)
    if declared and b"\x00" not in data[:4096]:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            if name := _codec(declared[1].decode("ascii", "replace")):
                return data.decode(name, "replace"), name
    return decode(data)


def _codec(label: str) -> str | None:
    """The codec that a label means (WHATWG, Encoding); None: nothing that a page is written in."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _MEANT.get(name, name)
    return name if _CODECS.fullmatch(name) else None


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for the words of an element."""

    kinds: tuple[MarkKind, ...] = ()
    within: tuple[MarkKind, ...] = ()
    heading: float | None = None
    verbatim: bool = False


class _Printer:
    """Walks a page without recursion, however deep it is."""

    def __init__(self, prose: Prose, page: Webpage) -> None:
        self.prose = prose
        self.page = page
        self.states = [_State()]
        self.lists: list[int | None] = []  # the next number of each open list; None: bullets
        self.marker: str | None = None  # of the item whose first words are still to come
        self.row: etree._Element | None = None
        self.tabbed = False
        self.voice: str | None = None  # whose words are still to come, and when they are said
        self.begins: float | None = None

    def print(self) -> None:
        walk = etree.iterwalk(self.page.body, events=("start", "end"))
        for event, element in walk:
            tag = str(element.tag)
            if event == "end":
                self._close(element, tag)
            elif element in self.page.skipped or self._podcast(element, tag):
                self.states.append(self.states[-1])
                walk.skip_subtree()
            else:
                self._open(element, tag)
        self._label_alone()

    def _open(self, element: etree._Element, tag: str) -> None:
        if tag in BLOCKS:
            self._end()
        state = self.states[-1]
        kinds = emphasis(self.page, element, state.kinds)
        if kinds != state.kinds or tag in _STATEFUL:
            within = tuple(dict.fromkeys((*state.within, *_WITHIN.get(tag, ()))))
            state = _State(kinds, within, _HEADINGS.get(tag, state.heading), state.verbatim or tag == "pre")
        self.states.append(state)
        if tag in ("ol", "ul"):
            start = element.get("start", "1")
            self.lists.append((int(start) if start[:9].isdecimal() else 1) if tag == "ol" else None)
        elif tag == "li":
            self.marker = self._next_marker()
        elif tag == "tr" and element not in self.page.gridless:
            self.row, self.tabbed = element, False
        elif tag in ("td", "th") and self.row is not None and element.getprevious() is not None:
            self.prose.add("\t")
            self.tabbed = True
        elif tag == "br":
            self._break()
        self._words(element.text)

    def _close(self, element: etree._Element, tag: str) -> None:
        if element is self.row:
            self.row = None
            self.prose.end("row" if self.tabbed else "paragraph", within=self.states[-1].within)
        elif tag in BLOCKS:
            self._end()
        self.states.pop()
        if tag in ("ol", "ul") and element not in self.page.skipped:
            self.lists.pop()
        elif tag == "li":
            self.marker = None
        if element is not self.page.body:
            self._words(element.tail)

    def _next_marker(self) -> str:
        if not self.lists or self.lists[-1] is None:
            return "-"
        self.lists[-1] += 1
        return f"{self.lists[-1] - 1}."

    def _end(self) -> None:
        state = self.states[-1]
        if self.row is not None:
            return
        if state.verbatim:
            self.prose.end("verbatim", within=state.within)
        elif state.heading:
            self.prose.end("heading", state.heading, state.within)
        elif self.marker is None:
            self.prose.end("paragraph", within=state.within)
        elif self.prose.end("item", self.marker, state.within):
            self.marker = None

    def _break(self) -> None:
        """One is a line end; two are how old pages part paragraphs."""
        if self.prose.tail == "\n" and not self.states[-1].verbatim and not self.states[-1].heading:
            self._end()
        self.prose.add("\n")

    def _words(self, text: str | None) -> None:
        if not text:
            return
        state = self.states[-1]
        if not state.verbatim:
            text = _FOLD.sub(" ", text)
            if text[0] == " " and self.prose.tail in ("", " ", "\n", "\t"):
                text = text[1:]
        if (self.voice or self.begins is not None) and text.strip():
            self._say_who_and_when()
        self.prose.add(text, state.kinds)

    def _say_who_and_when(self) -> None:
        if self.voice:
            self.prose.voice(self.voice)
        self.prose.said_at(self.begins)
        self.voice = self.begins = None

    def _podcast(self, element: etree._Element, tag: str) -> bool:
        """Take a ``<cite>`` or ``<time>`` that stands above a paragraph as what Podcasting 2.0 means by it."""
        if tag not in ("cite", "time") or not _stands_above(element):
            return False
        words = " ".join(" ".join(str(text) for text in element.itertext()).split())
        if tag == "time":
            begins = _time_of(element, words)
            if begins is not None:
                self.begins = begins
            return begins is not None
        self._label_alone()
        self.voice = words.rstrip(":： ") or None
        return self.voice is not None

    def _label_alone(self) -> None:
        """Print a label that no words follow."""
        self._end()
        if self.voice:
            self.prose.voice(self.voice)
            self.prose.end()
        self.voice = None


def _stands_above(element: etree._Element) -> bool:
    parent, after = element.getparent(), element.getnext()
    return (
        parent is not None
        and parent.tag in ("body", "div", "section", "article", "main")
        and not (element.tail or "").strip()
        and after is not None
        and (after.tag in ("cite", "time") or after.tag in BLOCKS)
    )


def _time_of(element: etree._Element, words: str) -> float | None:
    """Seconds, from the duration that the element gives or the clock that it prints; None: it is some other time."""
    found = _DURATION.match(element.get("datetime", "")) or _CLOCK.match(words)
    if not found or not any(found.groups()):
        return None
    hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in found.groups())
    return (hours * 60 + minutes) * 60 + seconds
