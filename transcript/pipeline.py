"""Read, structure, write: the only place where the stages meet."""

from __future__ import annotations

from dataclasses import replace

from transcript import engine
from transcript.corrections import corrected
from transcript.formats import named
from transcript.model import Document, Source
from transcript.options import DEFAULTS, Options
from transcript.recognition import recognised

__all__ = ["convert", "read", "structure", "write"]


def read(data: bytes, format: str | None = None, *, suffix: str = "", media_type: str = "") -> Source | Document:
    """Turn bytes into a source, or into a document where the format keeps one.

    :param format: name of a row in the table of formats; None recognises it from the content, then the media type,
        then the suffix. Where these name another format than the one that is read, a note says so.
    :param suffix: of the file name, with its dot.
    :param media_type: without parameters.
    :raises UnknownFormat: no reader has that name.
    :raises UnreadableInput: the bytes are not text, or not of that format.
    """
    if format:
        return named(format).reader()(data)
    row, note = recognised(data, suffix, media_type)
    found = row.reader()(data)
    return replace(found, notes=(*found.notes, note)) if note else found


def structure(source: Source | Document, options: Options = DEFAULTS) -> Document:
    """Find the turns of a source and who speaks them. A document has them already: it only takes the metadata given.

    Either way the corrections are made.

    :raises LimitExceeded: more turns than ``options.max_turns``.
    """
    if isinstance(source, Source):
        document = engine.structure(source, options)
    elif options.metadata:
        document = replace(source, metadata=replace(source.metadata, **options.metadata))
    else:
        document = source
    return corrected(document, options.corrections)


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
