"""TEI: our own, back to the very document that was written, and that of others, as far as it holds speech."""

from __future__ import annotations

from transcript import wire
from transcript.errors import InvalidDocument
from transcript.model import Document
from transcript.readers.tei import ours, theirs
from transcript.readers.tei.ours_words import NotOursError
from transcript.readers.tei.parsing import looks_like_tei, parse

sniff = looks_like_tei


def read(data: bytes) -> Document:
    """The interview.

    :raises UnreadableInput: not well-formed, not TEI, too large, or with a document type declaration.
    """
    root = parse(data)
    written_by_us = ours.is_ours(root)
    if written_by_us:
        try:
            document = ours.document(root)
            wire.check(wire.dump(document))
        except (NotOursError, InvalidDocument):
            pass  # somebody has worked on it since
        else:
            return document
    return theirs.document(root, data, breaks=written_by_us)
