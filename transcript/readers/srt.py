"""SubRip captions: a number, two times, words."""

from __future__ import annotations

import re
from hashlib import sha256

from transcript.encoding import decode
from transcript.errors import UnreadableInput
from transcript.extract.captions import cues_of, flattened, marks_of, roll_up, unread_timings
from transcript.model import Mark, Source

_FIRST_CUE = re.compile(
    rb"\s*(?:\d+[ \t]*(?:\r\n|\n|\r)[ \t]*)?\d{1,6}:\d\d:\d\d[.,]\d{1,3}[ \t]*-->[ \t]*\d{1,6}:\d\d:\d\d[.,]\d{1,3}"
)


def sniff(data: bytes) -> bool:
    """The first words are a number and a timing line, whatever the Unicode encoding."""
    start = data[:512].replace(b"\x00", b"")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        start = start.removeprefix(mark)
    return _FIRST_CUE.match(start) is not None


def read(data: bytes) -> Source:
    """Mark every cue. A blank line within a cue does not end it.

    :raises UnreadableInput: not text, or no cue in it.
    """
    text, encoding = decode(data)
    flat = flattened(text)
    cues = cues_of(flat, names=False)
    if not cues:
        raise UnreadableInput("no cue: no line has two times with --> between them")
    rolling = roll_up(flat, cues)
    marks = [Mark("syntax", 0, 1)] if text.startswith("\ufeff") and cues[0].head else []
    marks += marks_of(flat, cues)
    marks.sort(key=lambda mark: (mark.start, mark.end))
    notes = [note for note in (rolling, *unread_timings(flat, cues)) if note]
    return Source(text, "srt", sha256(data).hexdigest(), tuple(marks), encoding, tuple(notes))
