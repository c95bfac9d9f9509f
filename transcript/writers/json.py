"""JSON, wire format 1: the document whole, on one line."""

from __future__ import annotations

import orjson

from transcript import wire
from transcript.errors import CannotWrite
from transcript.model import Document
from transcript.options import Options


def write(document: Document, options: Options) -> bytes:
    """The document, checked.

    :raises InvalidDocument: it breaks its schema.
    :raises CannotWrite: it holds what JSON in UTF-8 cannot say, such as half of a surrogate pair.
    """
    data = wire.dump(document)
    wire.check(data)
    try:
        return orjson.dumps(data, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError as error:
        raise CannotWrite(f"JSON cannot hold this document: {error}") from None
