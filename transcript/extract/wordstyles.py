"""What the style sheet and the list definitions of a Word document say of a paragraph and of its runs.

Word's transitional and its strict namespace name the same things, so elements are told by their local names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_OFF = frozenset(("0", "false", "off", "none"))
_HEADING = re.compile(r"(?i)heading ([1-6])")
_TITLES = frozenset(("title", "subtitle"))
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element at the end of a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next((below for below in element if local(below) == name), None)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    return next((str(text) for key, text in element.items() if str(key).rpartition("}")[2] == name), None)


def switched(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a property is on; None where nothing is said."""
    found = child(properties, name)
    return None if found is None else value(found) not in _OFF


@dataclass(slots=True)
class Style:
    """A named style, with what it takes over from the style that it is based on. ``name`` is in lower case."""

    name: str = ""
    bold: bool | None = None
    italic: bool | None = None
    level: float | None = None
    numbering: etree._Element | None = None


class Styles:
    """The styles of a document, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = [] if root is None else [element for element in root if local(element) == "style"]
        self._elements = {value(element, "styleId"): element for element in elements}
        self._known: dict[str | None, Style] = {None: Style()}

    def of(self, properties: etree._Element | None, reference: str) -> Style:
        """The style that the properties of a paragraph (``pStyle``) or of a run (``rStyle``) name."""
        name = value(child(properties, reference))
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _resolved(self, name: str | None) -> Style:
        own = self._elements.get(name)
        style, seen = Style((value(child(own, "name")) or "").strip().lower()), set[str | None]()
        while name is not None and name not in seen and (element := self._elements.get(name)) is not None:
            seen.add(name)
            runs, paragraph = child(element, "rPr"), child(element, "pPr")
            style.bold = switched(runs, "b") if style.bold is None else style.bold
            style.italic = switched(runs, "i") if style.italic is None else style.italic
            style.level = _level(element, paragraph) if style.level is None else style.level
            style.numbering = child(paragraph, "numPr") if style.numbering is None else style.numbering
            name = value(child(element, "basedOn"))
        return style


def outline_level(paragraph: etree._Element | None) -> float | None:
    """The heading level that the properties of a paragraph give it without a style."""
    level = value(child(paragraph, "outlineLvl")) or ""
    return float(level) + 1 if level.isdecimal() and int(level) < 6 else None


def _level(element: etree._Element, paragraph: etree._Element | None) -> float | None:
    title = (value(child(element, "name")) or "").strip().lower()
    if found := _HEADING.fullmatch(title):
        return float(found[1])
    return 1.0 if title in _TITLES else outline_level(paragraph)


@dataclass(slots=True)
class _List:
    formats: dict[int, tuple[str, str, int]]  # by level: kind of number, text around it, first number
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the list paragraphs of a document, in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str | None, _List] = {}
        if root is None:
            return
        abstract = {value(element, "abstractNumId"): element for element in root if local(element) == "abstractNum"}
        for element in root:
            if local(element) == "num":
                base = abstract.get(value(child(element, "abstractNumId")))
                self._lists[value(element, "numId")] = _List(dict([*_levels(base), *_overrides(element)]))

    def marker(self, numbering: etree._Element | None) -> str | None:
        """What Word prints before the paragraph; None where it is in no list."""
        found = self._lists.get(value(child(numbering, "numId")))
        if found is None:
            return None
        level = int(given) if (given := value(child(numbering, "ilvl")) or "0").isdecimal() else 0
        kind, text, first = found.formats.get(level, ("decimal", "%1.", 1))
        found.counts = {deep: count for deep, count in found.counts.items() if deep <= level}
        found.counts[level] = found.counts.get(level, first - 1) + 1
        if kind == "bullet" or not text.strip():
            return "-" if kind == "bullet" else None
        return _PLACEHOLDER.sub(lambda part: _numbered(found, int(part[1]) - 1), text).strip()


def _levels(base: etree._Element | None) -> Iterator[tuple[int, tuple[str, str, int]]]:
    levels = [] if base is None else [element for element in base if local(element) == "lvl"]
    for at, level in enumerate(levels):
        given = value(level, "ilvl") or ""
        first = value(child(level, "start")) or "1"
        kind = value(child(level, "numFmt")) or "decimal"
        text = value(child(level, "lvlText")) or ""
        yield int(given) if given.isdecimal() else at, (kind, text, int(first) if first.isdecimal() else 1)


def _overrides(element: etree._Element) -> Iterator[tuple[int, tuple[str, str, int]]]:
    for override in element:
        if local(override) == "lvlOverride":
            yield from _levels(override)


def _numbered(counted: _List, level: int) -> str:
    kind, _, first = counted.formats.get(level, ("decimal", "", 1))
    count = counted.counts.get(level, first)
    if kind in ("lowerLetter", "upperLetter") and 0 < count <= 26 * 20:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        roman = ""
        for worth, sign in _ROMAN:
            roman, count = roman + sign * (count // worth), count % worth
        return roman if kind == "lowerRoman" else roman.upper()
    return str(count)
