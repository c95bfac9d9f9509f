"""Plain text in the style of a newsroom: ``Name: words``, a blank line between paragraphs.

The first label of a speaker gives the description after the name, the following ones the name alone; names stay
as they are written, for capitals cannot be undone. Times are left out.
"""

from __future__ import annotations

from transcript.model import Direction, Document, Heading, Turn
from transcript.options import Options
from transcript.typeset.characters import one_line
from transcript.typeset.names import Names, names_of
from transcript.typeset.paragraphs import blocks_of, folded
from transcript.typeset.titles import untold_title

LONGEST_DESCRIPTION = 80
"""Characters; a longer one is no part of a label."""


def write(document: Document, options: Options) -> bytes:
    """Everything but page furniture, in reading order."""
    names = names_of(document, without=":：")
    descriptions = {speaker.id: one_line(speaker.description or "") for speaker in document.speakers}
    blocks = [title] if (title := untold_title(document)) else []
    for segment in document.segments:
        if isinstance(segment, Turn):
            blocks += _turn(segment, names, descriptions.pop(segment.speaker or "", ""))
        elif isinstance(segment, Heading | Direction) or segment.type != "furniture":
            blocks.append(folded(segment.text))
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _turn(turn: Turn, names: Names, description: str) -> list[str]:
    label = names.label(turn)
    if description and len(description) <= LONGEST_DESCRIPTION and not set(description) & set(":：\"'()[]"):
        label = f"{label}, {description}"
    blocks = blocks_of(turn)
    words = ["\n".join(paragraph.text for paragraph in block) for block in blocks]
    if not blocks or blocks[0][0].marker:
        return [f"{label}:", *words]
    return [f"{label}: {words[0]}", *words[1:]]
