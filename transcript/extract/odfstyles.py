"""What the style sheets of an OpenDocument text say of its paragraphs, spans and lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{NAMESPACE}text:1.0}}"
_STYLE = f"{{{NAMESPACE}style:1.0}}"
_FO = f"{{{NAMESPACE}xsl-fo-compatible:1.0}}"
_TITLES = frozenset(("Title", "Subtitle"))
_BOLD = frozenset(("bold", "600", "700", "800", "900"))
_ITALIC = frozenset(("italic", "oblique"))


@dataclass(frozen=True, slots=True)
class Style:
    """A style, with what it takes over from its parents. None: nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    heading: float | None = None


class Styles:
    """The styles of a document, by name; ``lists`` are the levels of its list styles.

    A level is the text around the number, with ``#`` in its place, or ``-``; and the first number.
    """

    def __init__(self, roots: list[etree._Element]) -> None:
        self._elements: dict[str | None, etree._Element] = {}
        self._known: dict[str | None, Style] = {}
        self.lists: dict[str | None, dict[int, tuple[str, int]]] = {}
        for root in roots:
            for element in root.iter(f"{_STYLE}style"):
                self._elements[element.get(f"{_STYLE}name")] = element
            for element in root.iter(f"{TEXT}list-style"):
                self.lists[element.get(f"{_STYLE}name")] = dict(_levels(element))

    def of(self, name: str | None) -> Style:
        """The style of that name; one that says nothing where there is none."""
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _resolved(self, name: str | None) -> Style:
        bold: bool | None = None
        italic: bool | None = None
        heading: float | None = None
        seen = set[str]()
        while name is not None and name not in seen and (element := self._elements.get(name)) is not None:
            seen.add(name)
            properties = element.find(f"{_STYLE}text-properties")
            if properties is not None:
                bold = _among(properties.get(f"{_FO}font-weight"), _BOLD) if bold is None else bold
                italic = _among(properties.get(f"{_FO}font-style"), _ITALIC) if italic is None else italic
            heading = 1.0 if name in _TITLES else heading
            name = element.get(f"{_STYLE}parent-style-name")
        return Style(bold, italic, 1.0 if name in _TITLES else heading)


def number(given: str | None, otherwise: int) -> int:
    """An attribute that holds a number of sane size."""
    return int(given) if given and len(given) <= 6 and given.isdecimal() else otherwise


def _among(given: str | None, on: frozenset[str]) -> bool | None:
    return None if given is None else given in on


def _levels(style: etree._Element) -> Iterator[tuple[int, tuple[str, int]]]:
    for level in style:
        depth = number(level.get(f"{TEXT}level"), 1)
        if level.tag == f"{TEXT}list-level-style-number" and level.get(f"{_STYLE}num-format"):
            around = f"{level.get(f'{_STYLE}num-prefix') or ''}#{level.get(f'{_STYLE}num-suffix') or ''}"
            yield depth, (around, number(level.get(f"{TEXT}start-value"), 1))
        else:
            yield depth, ("-", 1)
