"""What a document is called."""

from __future__ import annotations

from transcript.model import Document, Heading
from transcript.typeset.characters import one_line


def title_of(document: Document) -> str:
    """A title on one line, never blank."""
    known = (document.metadata.title, _printed_title(document), document.metadata.filename)
    return next((line for words in known if words and (line := one_line(words))), "Transcript")


def untold_title(document: Document) -> str | None:
    """The title of the metadata where no heading of the first level prints one."""
    if _printed_title(document) or not document.metadata.title:
        return None
    return one_line(document.metadata.title) or None


def _printed_title(document: Document) -> str | None:
    headings = (segment for segment in document.segments if isinstance(segment, Heading) and segment.level == 1)
    return next((heading.text for heading in headings), None)
