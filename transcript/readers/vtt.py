"""WebVTT (W3C), and what Teams, Zoom, YouTube and OHMS make of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import sha256

from transcript.encoding import decode
from transcript.errors import UnreadableInput
from transcript.extract.captions import Cue, cues_of, flattened, marks_of, roll_up, unread_timings
from transcript.model import Mark, Source

_SIGNATURE = re.compile(r"[ \ufeff]?WEBVTT(?:[ \t][^\n]*)?(?=\n|\Z)")
_BLANK = re.compile(r"\n[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(
    r"(?:\A|\n[ \t]*\n)[ \t]*((?:NOTE(?=[ \t\n]|\Z)|(?:STYLE|REGION)[ \t]*(?=\n|\Z))[^\n]*(?:\n[ \t]*[^\s][^\n]*)*)"
)


def sniff(data: bytes) -> bool:
    """The first line is the signature of WebVTT, whatever the Unicode encoding."""
    start = (
        data[:64]
        .replace(b"\x00", b"")
        .removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
    )
    return re.match(rb"WEBVTT(?:[ \t\r\n]|\Z)", start) is not None


def read(data: bytes) -> Source:
    """Mark the header, the blocks that are no speech, and every cue.

    A file without the WEBVTT line is read as long as it has cues (older archives leave it out).

    :raises UnreadableInput: not text, or neither the line WEBVTT nor one cue.
    """
    text, encoding = decode(data)
    flat = flattened(text)
    signed = _SIGNATURE.match(flat)
    cues = cues_of(flat, names=True, since=signed.end() + 1 if signed else 0)
    if not cues and not signed:
        raise UnreadableInput("line 1: no WEBVTT line, and no cue (two times with --> between them) further down")
    marks = [*_header(text, flat, cues), *_blocks(flat, cues)]
    rolling = roll_up(flat, cues)
    marks += marks_of(flat, cues)
    marks.sort(key=lambda mark: (mark.start, mark.end))
    notes = [note for note in (rolling, *unread_timings(flat, cues)) if note]
    return Source(text, "vtt", sha256(data).hexdigest(), tuple(marks), encoding, tuple(notes))


def _header(text: str, flat: str, cues: list[Cue]) -> Iterator[Mark]:
    """The signature, and the header lines below it (``Kind: captions``), up to a blank line or a cue."""
    found = _SIGNATURE.match(flat)
    if found:
        blank = _BLANK.search(flat)
        end = min(blank.start() if blank else len(flat), cues[0].head if cues else len(flat))
        yield Mark("syntax", 0, len(flat[: max(found.end(), end)].rstrip()))
    elif text.startswith("\ufeff") and cues[0].head:
        yield Mark("syntax", 0, 1)


def _blocks(flat: str, cues: list[Cue]) -> Iterator[Mark]:
    """Comments, style sheets and regions; the words of the cue above end where such a block begins."""
    heads = [cue.head for cue in cues]
    for found in _COMMENT.finditer(flat):
        start, end = found.span(1)
        after = bisect_right(heads, start)
        if after < len(cues):
            end = min(end, cues[after].head)
        if after:
            cue = cues[after - 1]
            if start < cue.body:
                continue  # a cue that is called NOTE
            cue.end = min(cue.end, max(cue.start, start))
            cue.end = cue.start + len(flat[cue.start : cue.end].rstrip())
        yield Mark("syntax", start, end)
