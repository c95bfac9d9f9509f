"""Plain text, with the Markdown that people paste. A page of HTML that is one ``<pre>`` is plain text too.

Captions that were pasted with the head of the page they stood on are plain text whose numbers and times are syntax.
"""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise

from transcript.encoding import decode
from transcript.extract.captions import cues_of, flattened
from transcript.extract.captions import marks_of as marks_of_captions
from transcript.extract.markdown import marks_of
from transcript.model import Mark, Source

# Plain text in an envelope: its lines and indents are what it has.
_ENVELOPE = re.compile(
    r"(?is)\ufeff?\s*(?:<!doctype[^<>]*>\s*)?<html\b(?:(?!<(?:p|div|table|article|h[1-6]|ul|script)\b).){0,4000}?<pre\b"
)
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,400}>")


def sniff(data: bytes) -> bool:
    """A page of HTML that is nothing but one ``<pre>``. Any other plain text is known by nothing else fitting."""
    return _ENVELOPE.match(data[:8192].decode("latin-1")) is not None


def read(data: bytes) -> Source:
    """Decode and mark a plain text.

    :raises UnreadableInput: empty, or not text.
    """
    text, encoding = decode(data)
    marks = (_captions(text) if "-->" in text else ()) or marks_of(text)
    if text[:200].lstrip("\ufeff \t\r\n")[:1] == "<" and _ENVELOPE.match(text):
        tags = [Mark("syntax", *tag.span()) for tag in _TAG.finditer(text)]
        marks = tuple(sorted([*tags, *marks], key=lambda mark: (mark.start, mark.end)))
    return Source(text, "plain", hashlib.sha256(data).hexdigest(), marks, encoding)


_FEWEST = 5
_LONGEST_HEAD = 4000
_LONGEST_CUE = 400


def _captions(text: str) -> tuple[Mark, ...]:
    """The marks of captions below a head: five cues or more, counted by one, of a few words each. None: no captions."""
    flat = flattened(text)
    cues = cues_of(flat, names=False)
    if len(cues) < _FEWEST or cues[0].head > _LONGEST_HEAD:
        return ()
    numbers = [flat[cue.head : cue.head + 8].split("\n", 1)[0].strip() for cue in cues]
    counted = sum(a.isdecimal() and b.isdecimal() and int(b) == int(a) + 1 for a, b in pairwise(numbers))
    short = all(cue.end - cue.start <= _LONGEST_CUE for cue in cues)
    if not short or counted * 10 < (len(cues) - 1) * 9:
        return ()
    marks = [Mark("syntax", 0, 1)] if text.startswith("\ufeff") else []
    return tuple(sorted([*marks, *marks_of_captions(flat, cues)], key=lambda mark: (mark.start, mark.end)))
