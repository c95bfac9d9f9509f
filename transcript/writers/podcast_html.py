"""The HTML transcript of Podcasting 2.0: flat ``cite``, ``time`` and ``p``, one of each at most for a turn.

It is made for transcripts with few or no times: a turn without one has no ``time``. Paragraphs of a turn are
parted by two line breaks, for players take the one ``p`` that follows the ``cite``.
"""

from __future__ import annotations

from html import escape

from transcript.model import Document, Turn
from transcript.options import Options
from transcript.typeset.characters import xml_safe
from transcript.typeset.names import Names, names_of
from transcript.typeset.times import milliseconds, short_clock
from transcript.typeset.titles import title_of


def write(document: Document, options: Options) -> bytes:
    """The turns alone; times of day are left out."""
    names = names_of(document)
    lines = [
        "<!DOCTYPE html>",
        '<html><head><meta charset="utf-8">',
        f"<title>{_escaped(title_of(document))}</title></head>",
        "<body>",
        *(line for turn in document.turns for line in _turn(turn, names)),
        "</body></html>",
        "",
    ]
    return "\n".join(lines).encode()


def _turn(turn: Turn, names: Names) -> list[str]:
    lines = [f"<cite>{_escaped(names.of(turn))}:</cite>"]
    start = milliseconds(turn.time.start) if turn.time and turn.time.kind != "wall-clock" else None
    if start is not None:
        lines.append(f"<time>{short_clock(start)}</time>")
    return [*lines, f"<p>{_escaped(turn.text).replace(chr(10), '<br>')}</p>"]


def _escaped(words: str) -> str:
    return escape(xml_safe(words), quote=False)
