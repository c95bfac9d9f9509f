"""JSON, wire format 1: a document that was structured before."""

from __future__ import annotations

import codecs
import re

import orjson

from transcript import wire
from transcript.errors import UnreadableInput
from transcript.model import Document

_VERSION = re.compile(rb'"version"\s{0,9}:\s{0,9}"1\.0"')


def sniff(data: bytes) -> bool:
    """An object in which our version and the two keys that every document has are named, in whatever order."""
    return (
        data.removeprefix(codecs.BOM_UTF8)[:256].lstrip().startswith(b"{")
        and b'"sha256"' in data
        and b'"segments"' in data
        and _VERSION.search(data) is not None
    )


def read(data: bytes) -> Document:
    """The document that the writer of this format wrote; a byte order mark is no part of it.

    :raises UnreadableInput: not JSON.
    :raises InvalidDocument: JSON, but not such a document.
    """
    try:
        content = orjson.loads(data.removeprefix(codecs.BOM_UTF8))
    except orjson.JSONDecodeError as error:
        reason = error.msg.partition(":")[0]
        raise UnreadableInput(f"not JSON at line {error.lineno}, column {error.colno}: {reason}") from None
    return wire.load(content)
