"""Bytes to elements, whatever the bytes: no entity is expanded, no address opened, nothing declared is believed.

Elements are known by their local names, so that TEI P4, which has no namespace, is read like P5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

from transcript.errors import UnreadableInput

MOST_BYTES = 20_000_000
"""A larger file is refused: a tree takes some thirty times the room of its file."""

ROOTS = frozenset({"TEI", "TEI.2", "teiCorpus", "teiCorpus.2"})
_ASIDE = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_FIRST_TAG = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def looks_like_tei(data: bytes) -> bool:
    """Whether the first element is a root of TEI, in any encoding that has ASCII."""
    first = _FIRST_TAG.search(_ASIDE.sub(b"", data[:8192].translate(None, b"\x00")))
    return first is not None and first[1].decode("latin-1") in ROOTS


def parse(data: bytes) -> etree._Element:
    """The root element. Identifiers that are no names, or are there twice, are let pass: TEI in the wild has them.

    :raises UnreadableInput: too large, with a document type declaration, not well-formed, or not TEI; with the line.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableInput(f"{len(data)} bytes of XML; at most {MOST_BYTES} are read")
    _refuse_declarations(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, recover=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableInput(f"not well-formed XML at line {error.lineno}: {error.msg}") from None
    for entry in parser.error_log:
        if entry.level_name == "FATAL":
            raise UnreadableInput(f"not well-formed XML at line {entry.line}: {entry.type_name}")
    if root is None or name(root) not in ROOTS:
        raise UnreadableInput(f"the root at line {1 if root is None else root.sourceline} is not that of TEI")
    return root


class _PrologEndsError(Exception):
    """The root element was reached."""


def _refuse_declarations(data: bytes) -> None:
    """Look at what stands before the root element, and at nothing else."""
    parser = expat.ParserCreate()

    def declared(*_: object) -> None:
        raise UnreadableInput(f"a document type declaration at line {parser.CurrentLineNumber} is not read")

    def begun(*_: object) -> None:
        raise _PrologEndsError

    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = begun
    try:
        parser.Parse(data, True)
    except _PrologEndsError:
        return
    except expat.ExpatError as error:
        raise UnreadableInput(f"not well-formed XML at line {error.lineno}: {expat.ErrorString(error.code)}") from None
    except (LookupError, ValueError):
        raise UnreadableInput("the encoding that line 1 declares is not known") from None


def name(element: etree._Element) -> str:
    """The local name."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


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
