"""Read, structure, write: the only place where the stages meet."""

from __future__ import annotations

from transcript.engine import structure
from transcript.formats import FORMATS, Format, named
from transcript.model import Document, Source
from transcript.options import DEFAULTS, Options

__all__ = ["convert", "read", "structure", "write"]


def read(data: bytes, format: str | None = None, *, suffix: str = "") -> Source:
    """Turn bytes into a source.

    :param format: name of a row in the table of formats; None recognises it from the content, then the suffix.
    :param suffix: of the file name, with its dot.
    :raises UnknownFormat: no reader has that name.
    :raises UnreadableInput: the bytes are not text, or not of that format.
    """
    row = named(format) if format else _recognise(data, suffix)
    return row.reader()(data)


def write(document: Document, format: str, options: Options = DEFAULTS) -> bytes:
    """Turn a document into bytes of the named format; the same document gives the same bytes.

    :raises UnknownFormat: no writer has that name.
    :raises CannotWrite: the document lacks what the format needs.
    """
    return named(format).writer()(document, options)


def convert(data: bytes, *, to: str, format: str | None = None, suffix: str = "", options: Options = DEFAULTS) -> bytes:
    """Read, structure and write in one step; raises what they raise."""
    named(to).writer()  # an impossible target is refused before any work is done
    return write(structure(read(data, format, suffix=suffix), options), to, options)


def _recognise(data: bytes, suffix: str) -> Format:
    return next((row for row in FORMATS if row.reads and suffix.lower() in row.suffixes), named("plain"))
