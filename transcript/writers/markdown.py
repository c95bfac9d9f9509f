"""Markdown (CommonMark): ``[00:00:31] **Name:** words``, headings, lists.

What a speaker says cannot become markup: a backslash stands before every character that would. Lists keep their
markers; where CommonMark knows them not (``a)``), each item is a line with a hard break. What nobody says is a
quotation.
"""

from __future__ import annotations

import re

from transcript.model import Direction, Document, Heading, Passage, Time, Turn
from transcript.options import Options
from transcript.typeset.names import Names, names_of
from transcript.typeset.paragraphs import Paragraph, blocks_of, folded
from transcript.typeset.times import clock, milliseconds
from transcript.typeset.titles import untold_title

_MARKUP = re.compile(
    r"""
      \\(?=[!-/:-@[-`{-~]|$)           # a backslash that would escape what follows it
    | [*`~]
    | (?<!\w)_ | _(?!\w)               # within a word it is no emphasis
    | <(?=[A-Za-z/!?])                 # a tag or an address
    | &(?=\#?\w+;)                     # a character reference
    | \](?=[(\[:])                     # a link, an image, or a definition
    """,
    re.VERBOSE,
)
_BLOCK = re.compile(
    r"""^(?:
      \d{1,9}(?=[.)](?:\s|$))           # an item of a list, as is
    | (?=[-+](?:\s|$))
    | (?=\#{1,6}(?:\s|$))              # a heading
    | (?=>)                            # a quotation
    | (?=[-:|][-:|\s]*$)               # a rule, the underline of a heading, or that of a table's head
    | (?==+\s*$)
    | (?=\[[ xX]\]\s)                  # a task
    )""",
    re.VERBOSE,
)
_MARKER = re.compile(r"[-+*]|\d{1,9}[.)]")


def write(document: Document, options: Options) -> bytes:
    """Everything but page furniture, in reading order."""
    names = names_of(document, without=":：")
    blocks = [f"# {escaped(title)}"] if (title := untold_title(document)) else []
    for segment in document.segments:
        match segment:
            case Turn():
                blocks += _turn(segment, names)
            case Heading():
                blocks.append(f"{'#' * segment.level} {escaped(' '.join(segment.text.split()))}")
            case Direction():
                blocks.append(_lines(segment.text))
            case Passage() if segment.type != "furniture":
                blocks.append(re.sub("(?m)^", "> ", _lines(segment.text)))
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(line: str, *, at_start: bool = True) -> str:
    """The words of a line with a backslash before each character that would be markup."""
    inert = _MARKUP.sub(r"\\\g<0>", line)
    return _BLOCK.sub(r"\g<0>\\", inert) if at_start else inert


def _turn(turn: Turn, names: Names) -> list[str]:
    label = f"{_stamp(turn.time)}**{escaped(names.label(turn), at_start=False)}:**"
    blocks = blocks_of(turn)
    words = [_block(block) for block in blocks]
    if not blocks or blocks[0][0].marker:
        return [label, *words]
    return [f"{label} {_lines(blocks[0][0].text, at_start=False)}", *words[1:]]


def _block(block: list[Paragraph]) -> str:
    if not block[0].marker:
        return _lines(block[0].text)
    if not all(_MARKER.fullmatch(item.marker or "") for item in block):
        return "  \n".join(_lines(item.text) for item in block)
    return "\n".join(_item(item) for item in block)


def _item(item: Paragraph) -> str:
    marker = item.marker or ""
    words = _lines(item.text[len(marker) :].lstrip())
    return f"{marker} {words}".replace("\n", "\n" + " " * (len(marker) + 1))


def _lines(text: str, *, at_start: bool = True) -> str:
    """The lines with hard breaks between them."""
    first, *rest = folded(text).split("\n")
    return "  \n".join([escaped(first, at_start=at_start), *(escaped(line) for line in rest)])


def _stamp(time: Time | None) -> str:
    start = milliseconds(time.start) if time else None
    return "" if start is None else f"[{clock(start)}] "
