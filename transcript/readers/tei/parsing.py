"""The elements of TEI.

They are known by their local names, so that TEI P4, which has no namespace, is read like P5.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from transcript.errors import UnreadableInput
from transcript.extract.xml import first_name, name, root_of

__all__ = ["child", "children", "descendants", "identifier", "language", "looks_like_tei", "name", "parse"]

ROOTS = frozenset({"TEI", "TEI.2", "teiCorpus", "teiCorpus.2"})
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def looks_like_tei(data: bytes) -> bool:
    """Whether the first element is a root of TEI, in any encoding that has ASCII."""
    return first_name(data) in ROOTS


def parse(data: bytes) -> etree._Element:
    """The root element.

    :raises UnreadableInput: too large, with a document type declaration, not well-formed, or not TEI; with the line.
    """
    root = root_of(data)
    if name(root) not in ROOTS:
        raise UnreadableInput(f"the root at line {root.sourceline} is not that of TEI")
    return root


def identifier(element: etree._Element) -> str | None:
    """``@xml:id``, or ``@id`` of TEI P4."""
    return element.get(_XML_ID) or element.get("id")


def language(element: etree._Element | None) -> str | None:
    """``@xml:lang``, or ``@lang`` of TEI P4."""
    return None if element is None else element.get(_XML_LANG) or element.get("lang")


def children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The children with one of these names."""
    if element is not None:
        yield from (child for child in element if name(child) in names)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element at the end of a path of names."""
    for step in path:
        element = next(children(element, step), None)
    return element


def descendants(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The elements within, in document order, with one of these names."""
    if element is not None:
        yield from (within for within in element.iterdescendants() if name(within) in names)
