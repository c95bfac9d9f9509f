"""Plain text for NVivo's coding by speaker: the name alone on a line, the words below it, a blank line between
turns.

NVivo codes all that follows a name with it, up to the next, and takes a time beside the name for a part of it. So
only turns are written, and no times.
"""

from __future__ import annotations

from transcript.model import Document
from transcript.options import Options
from transcript.typeset.names import names_of
from transcript.typeset.paragraphs import lines_of


def write(document: Document, options: Options) -> bytes:
    """The turns alone."""
    names = names_of(document)
    turns = ("\n".join([names.of(turn), *lines_of(turn), ""]) for turn in document.turns)
    return "\n".join(turns).encode()
