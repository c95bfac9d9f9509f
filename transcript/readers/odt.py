"""OpenDocument text, as LibreOffice writes it (OASIS OpenDocument 1.3, part 3).

The document is read with all changes accepted. Page headers and comments are left out. Notes are printed after the
text; their numbers in it are ``syntax``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from transcript.errors import UnreadableInput
from transcript.extract.archive import Archive, holds
from transcript.extract.odfstyles import NAMESPACE, TEXT, Styles, number
from transcript.extract.prose import Prose
from transcript.model import MarkKind, Source

_OFFICE_TEXT = f"{{{NAMESPACE}office:1.0}}text"
_FOLD = re.compile(r"[ \t\r\n]+")
_LEFT_OUT = frozenset({
    "tracked-changes", "annotation", "annotation-end", "note-citation", "sequence-decls", "variable-decls",
    "user-field-decls", "forms", "title", "desc", "covered-table-cell", "ruby-text", "binary-data",
})  # fmt: skip


def sniff(data: bytes) -> bool:
    """A zip archive that says it is an OpenDocument text."""
    return holds(data, b"mimetypeapplication/vnd.oasis.opendocument.text")


def read(data: bytes) -> Source:
    """Print the document: paragraphs, headings, list items with their markers, table rows, notes.

    :raises UnreadableInput: not an archive, or a part is missing, damaged or encrypted; the error names it.
    :raises LimitExceeded: too many parts, or too much in them.
    """
    archive = Archive(data)
    content = archive.xml("content.xml")
    body = None if content is None else next(content.iter(_OFFICE_TEXT), None)
    if content is None or body is None:
        raise UnreadableInput("part content.xml: missing, or without a text, so this is no OpenDocument text")
    prose = Prose()
    printer = _Printer(prose, Styles([root for root in (archive.xml("styles.xml"), content) if root is not None]))
    printer.print(body)
    printer.print_notes()
    return prose.source("odt", data)


@dataclass(slots=True)
class _List:
    style: str | None
    count: int | None = None  # the number of the item that was read last


class _Printer:
    def __init__(self, prose: Prose, styles: Styles) -> None:
        self.prose = prose
        self.styles = styles
        self.kinds: list[tuple[MarkKind, ...]] = [()]  # of the elements that are open in the paragraph
        self.inside = False  # a paragraph
        self.within: tuple[MarkKind, ...] = ()
        self.lists: list[_List] = []
        self.marker: str | None = None  # of the item whose first words are still to come
        self.row: etree._Element | None = None
        self.boxes: list[etree._Element] = []  # text boxes anchored in the open paragraph
        self.notes: list[etree._Element] = []

    def print(self, root: etree._Element) -> None:
        """Print an element's paragraphs, without recursion but for a text box in a text box."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = _local(element)
            if event == "end":
                self._close(element, name)
                self._words(element.tail)
            elif name in _LEFT_OUT:
                walk.skip_subtree()
            elif name in ("text-box", "note-body") and element is not root:
                self._set_aside(element, name)
                walk.skip_subtree()
            else:
                self._open(element, name)
                self._words(element.text)

    def print_notes(self) -> None:
        """Print the notes, each with its number."""
        self.within = ("metadata",)
        for at, note in enumerate(self.notes, 1):
            self.prose.add(f"[{at}] ")
            self.print(note)

    def _set_aside(self, element: etree._Element, name: str) -> None:
        if name == "text-box":
            self.boxes.append(element)
        else:
            self.notes.append(element)
            self.prose.add(f"[{len(self.notes)}]", ["syntax"])

    def _open(self, element: etree._Element, name: str) -> None:
        if name in ("p", "h"):
            self.inside = True
            self.kinds = [self._emphasis(element, ()) if name == "p" else ()]
        elif name == "span":
            self.kinds.append(self._emphasis(element, self.kinds[-1]))
        elif name == "s":
            self.prose.add(" " * min(number(element.get(f"{TEXT}c"), 1), 100))
        elif name == "tab":
            self.prose.add("\t")
        elif name == "line-break":
            self.prose.add("\n")
        elif name == "list":
            style = element.get(f"{TEXT}style-name") or (self.lists[-1].style if self.lists else None)
            self.lists.append(_List(style))
        elif name == "list-item" and self.lists:
            self.marker = self._next_marker(element)
        elif name == "table-row" and self.row is None and _is_grid(element):
            self.row = element
        elif name == "table-cell" and self.row is not None and self.prose.tail:
            self.prose.add("\t")

    def _close(self, element: etree._Element, name: str) -> None:
        if element is self.row:
            self.row = None
            self.prose.end("row", within=self.within)
            self._print_boxes()
        elif name in ("p", "h"):
            self.inside = False
            if self.row is None:
                self._end(element, name)
                self._print_boxes()
        elif name == "span":
            self.kinds.pop()
        elif name == "list":
            self.lists.pop()
        elif name == "list-item":
            self.marker = None

    def _end(self, element: etree._Element, name: str) -> None:
        heading = self.styles.of(element.get(f"{TEXT}style-name")).heading
        if name == "h":
            heading = float(min(6, max(1, number(element.get(f"{TEXT}outline-level"), 1))))
        if heading:
            self.prose.end("heading", heading, self.within)
        elif self.marker is None:
            self.prose.end("paragraph", within=self.within)
        elif self.prose.end("item", self.marker, self.within):
            self.marker = None

    def _print_boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.print(box)

    def _next_marker(self, element: etree._Element) -> str:
        current = self.lists[-1]
        around, first = self.styles.lists.get(current.style, {}).get(len(self.lists), ("-", 1))
        following = first if current.count is None else current.count + 1
        current.count = number(element.get(f"{TEXT}start-value"), following)
        return around.replace("#", str(current.count)).strip() or "-"

    def _emphasis(self, element: etree._Element, around: tuple[MarkKind, ...]) -> tuple[MarkKind, ...]:
        style = self.styles.of(element.get(f"{TEXT}style-name"))
        bold = "bold" in around if style.bold is None else style.bold
        italic = "italic" in around if style.italic is None else style.italic
        return (*(("bold",) if bold else ()), *(("italic",) if italic else ()))

    def _words(self, text: str | None) -> None:
        """White space is folded as in HTML; what shall stand is an element of its own."""
        if text and self.inside:
            folded = _FOLD.sub(" ", text)
            self.prose.add(
                folded[1:] if folded[0] == " " and self.prose.tail in ("", " ", "\n") else folded, self.kinds[-1]
            )


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_grid(row: etree._Element) -> bool:
    """No cell of the row holds more than one paragraph, so that the row can be printed as a line."""
    cells = (element for element in row.iter() if _local(element) == "table-cell")
    return all(
        sum(1 for _ in islice((below for below in cell.iter() if _local(below) in ("p", "h", "list")), 2)) < 2
        for cell in cells
    )
