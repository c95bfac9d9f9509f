"""Word documents (Office Open XML), also those that Teams and Google Docs export.

The document is read as Word shows it with all changes accepted: insertions are words, deletions are not, and what
content controls, fields, hyperlinks and text boxes hold is read where it stands. Page headers, comments and hidden text
are left out. Notes are printed after the text; their numbers in it are ``syntax``. Paragraph styles called ``Speaker``
and ``Passage`` and a character style called ``Time`` are taken at their word.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from posixpath import dirname, join, normpath

from lxml import etree

from transcript.errors import UnreadableInput
from transcript.extract.archive import Archive, holds
from transcript.extract.prose import Prose
from transcript.extract.utterances import seconds
from transcript.extract.wordstyles import Numbering, Style, Styles, child, local, outline_level, switched, value
from transcript.model import MarkKind, Note, Source

_LEFT_OUT = frozenset({
    "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr",
    "Fallback", "rt",
})  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


def sniff(data: bytes) -> bool:
    """A zip archive with the main part of a Word document."""
    return holds(data, b"word/document.xml", b"word/document2.xml")


def read(data: bytes) -> Source:
    """Print the document: paragraphs, headings, list items with their numbers, table rows, notes.

    :raises UnreadableInput: not an archive, or a part is missing, damaged or encrypted; the error names it.
    :raises LimitExceeded: too many parts, or too much in them.
    """
    package = _Package(data)
    prose = Prose()
    printer = _Printer(prose, package)
    printer.print(package.document)
    printer.print_notes()
    return prose.source("docx", data, notes=printer.notes)


class _Package:
    """The parts of a Word document."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        start = self._related("", "_rels/.rels")
        self._main = start.get("officeDocument", "word/document.xml")
        document = self._archive.xml(self._main)
        if document is None:
            raise UnreadableInput(f"part {self._main}: missing, so this is no Word document")
        self.document = document
        folder, _, name = self._main.rpartition("/")
        self._parts = self._related(folder, join(folder, "_rels", f"{name}.rels"))

    def part(self, kind: str) -> etree._Element | None:
        """The root of the part that stands in this relationship to the document."""
        return self._archive.xml(self._parts.get(kind) or join(dirname(self._main), f"{kind}.xml"))

    def _related(self, folder: str, name: str) -> dict[str, str]:
        root = self._archive.xml(name)
        return {
            (element.get("Type") or "").rpartition("/")[2]: normpath(
                join("/", folder, element.get("Target") or "")
            ).lstrip("/")
            for element in ([] if root is None else root)
            if element.get("TargetMode") != "External"
        }


class _Printer:
    def __init__(self, prose: Prose, package: _Package) -> None:
        self.prose = prose
        self.package = package
        self.styles = Styles(package.part("styles"))
        self.numbering = Numbering(package.part("numbering"))
        self.notes: list[Note] = []
        self.referred: list[tuple[str, str]] = []  # kind and id of each note, in the order of their numbers
        self.boxes: list[etree._Element] = []  # text boxes anchored in the open paragraph
        self.style = Style()
        self.kinds: tuple[MarkKind, ...] = ()  # of the open run
        self.tells_time = False
        self.within: tuple[MarkKind, ...] = ()
        self.row: etree._Element | None = None

    def print(self, root: etree._Element) -> None:
        """Print an element's paragraphs, without recursion but for a text box in a text box."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = local(element)
            if event == "end":
                self._close(element, name)
            elif name in _LEFT_OUT or (name == "r" and switched(child(element, "rPr"), "vanish")):
                walk.skip_subtree()
            elif name == "txbxContent" and element is not root:
                self.boxes.append(element)
                walk.skip_subtree()
            else:
                self._open(element, name)

    def print_notes(self) -> None:
        """Print the notes that were referred to, each with its number."""
        self.within = ("metadata",)
        parts = {kind: self.package.part(f"{kind}s") for kind in dict.fromkeys(kind for kind, _ in self.referred)}
        texts = {(kind, value(note, "id")): note for kind, root in parts.items() if root is not None for note in root}
        for number, reference in enumerate(list(self.referred), 1):
            if (note := texts.get(reference)) is not None:
                self.prose.add(f"[{number}] ")
                self.print(note)

    def _open(self, element: etree._Element, name: str) -> None:
        if name == "t":
            self._words(element.text or "")
        elif name == "r":
            properties = child(element, "rPr")
            self.kinds = tuple(self._emphasis(properties))
            self.tells_time = self.styles.of(properties, "rStyle").name == "time"
        elif name == "p":
            self.style = self.styles.of(child(element, "pPr"), "pStyle")
        elif name in _SIGNS:
            self.prose.add(_SIGNS[name])
        elif name == "sym":
            self.prose.add(_symbol(element))
        elif name in _NOTES and (key := value(element, "id")) is not None:
            self.referred.append((_NOTES[name], key))
            self.prose.add(f"[{len(self.referred)}]", ["syntax"])
        elif name == "tr" and self.row is None and _is_grid(element):
            self.row = element
        elif name == "tc" and self.row is not None and self.prose.tail:
            self.prose.add("\t")
        elif name == "altChunk":
            self.notes.append(Note("part-unread", "the document embeds another one, which was not read"))

    def _words(self, text: str) -> None:
        begins = seconds(text.strip("[]() ")) if self.tells_time else None
        if begins is None:
            self.prose.add(text, self.kinds)
        else:
            self.prose.said_at(begins)

    def _close(self, element: etree._Element, name: str) -> None:
        if name == "r":
            self.kinds = ()
        elif element is self.row:
            self.row = None
            self.prose.end("row", within=self.within)
            self._print_boxes()
        elif name == "p" and self.row is None:
            properties = child(element, "pPr")
            if child(properties, "rPr", "del") is None:  # else the paragraph runs on into the next
                self._end(properties)
                self._print_boxes()

    def _end(self, properties: etree._Element | None) -> None:
        level = outline_level(properties) or self.style.level
        within: tuple[MarkKind, ...] = ("metadata",) if self.style.name == "passage" else self.within
        if self.style.name == "speaker":
            self.prose.end("label", within=within)
            return
        if level:
            self.prose.end("heading", level, within)
            return
        numbered = child(properties, "numPr")
        marker = (
            self.numbering.marker(self.style.numbering if numbered is None else numbered) if self.prose.tail else None
        )
        self.prose.end("item" if marker else "paragraph", marker, within)

    def _print_boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.print(box)

    def _emphasis(self, properties: etree._Element | None) -> Iterator[MarkKind]:
        """Bold and italic: of the run, else of its style, else of the paragraph's style unless that is a heading's."""
        style = self.styles.of(properties, "rStyle")
        around = Style() if self.style.level else self.style
        for name, styled, outer in (("b", style.bold, around.bold), ("i", style.italic, around.italic)):
            if next((said for said in (switched(properties, name), styled, outer) if said is not None), False):
                yield "bold" if name == "b" else "italic"


def _is_grid(row: etree._Element) -> bool:
    """No cell of the row holds more than one paragraph, so that the row can be printed as a line."""
    cells = (element for element in row.iter() if local(element) == "tc")
    return all(sum(1 for _ in islice((below for below in cell.iter() if local(below) == "p"), 2)) < 2 for cell in cells)


def _symbol(element: etree._Element) -> str:
    code = value(element, "char") or ""
    try:
        return chr(int(code, 16)) if not 0xD800 <= int(code, 16) <= 0xDFFF else ""
    except ValueError:
        return ""
