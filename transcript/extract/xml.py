"""XML to elements, whatever the bytes: no entity is expanded, no address opened, nothing declared is believed."""

from __future__ import annotations

import re
from xml.parsers import expat

from lxml import etree

from transcript.errors import UnreadableInput

MOST_BYTES = 20_000_000
"""A larger file is refused: a tree takes some thirty times the room of its file."""

_ASIDE = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_FIRST_TAG = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")


def first_name(data: bytes) -> str | None:
    """Local name of the first element, in any encoding that has ASCII; None where no tag begins within 8192 bytes."""
    first = _FIRST_TAG.search(_ASIDE.sub(b"", data[:8192].translate(None, b"\x00")))
    return first[1].decode("latin-1") if first else None


def root_of(data: bytes) -> etree._Element:
    """The root element. Identifiers that are no names, or are there twice, are let pass: XML in the wild has them.

    :raises UnreadableInput: too large, with a document type declaration, or not well-formed; with the line.
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
    if root is None:
        raise UnreadableInput("not well-formed XML at line 1: no element")
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
