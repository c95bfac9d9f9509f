"""CHAT, the transcripts of CLAN and TalkBank (MacWhinney, Tools for Analyzing Talk, part 1).

A line and those below it that begin with a blank are one record, and its first character says which: ``*`` an
utterance, ``%`` an analysis of the one above, ``@`` a header. Transcribers' signs within an utterance are words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from transcript.encoding import decode
from transcript.errors import UnreadableInput
from transcript.extract.captions import flattened
from transcript.model import Mark, Note, Source

_RECORD = re.compile(r"\n([@*%])([^\n]*(?:\n[ \t][^\n]*)*)")
_UTTERANCE = re.compile(r"\*([^\s:*]{1,40}):[ \t]*")
_BULLET = re.compile(r"([\x15\u2022])[^\x15\u2022\n]{0,200}?(\d{1,9})_(\d{1,9})[^\x15\u2022\n]{0,8}\1")
_LEGEND = re.compile(r"\n@Participants:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)")
_STRAY = re.compile(r"\n(?![@*%\s])[^\n]+")
_FIRST = re.compile(rb"(?:\xef\xbb\xbf)?\s*@(?:UTF8|Begin|Font|Window|PID|ColorWords)\b")


def sniff(data: bytes) -> bool:
    """The first line is one of the headers that open a CHAT file."""
    return (
        _FIRST.match(data[:512].replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")) is not None
    )


def read(data: bytes) -> Source:
    """Mark utterances, their times, and all that is not said.

    The name of a speaker is that of the @Participants line where it can be nobody else's, else the code.

    :raises UnreadableInput: not text, or neither a header nor an utterance in it.
    """
    text, encoding = decode(data)
    flat = flattened(text)
    padded = "\n" + flat  # so that every record begins with a line end, one character early
    names = _names(padded)
    marks = [Mark("syntax", 0, 1)] if text.startswith("\ufeff") else []
    for found in _RECORD.finditer(padded):
        start, end = found.start(), found.start() + len(found[0].rstrip()) - 1
        if found[1] == "%":
            marks.append(Mark("syntax", start, end))
        elif found[1] == "@":
            marks.append(Mark("metadata", start, end))
        else:
            marks += _utterance(flat, start, end, names)
    if not any(mark.kind in ("voice", "metadata") for mark in marks):
        raise UnreadableInput("no line begins with *CODE: or with @, as those of CHAT do")
    marks.sort(key=lambda mark: (mark.start, mark.end))
    return Source(text, "chat", sha256(data).hexdigest(), tuple(marks), encoding, tuple(_strays(padded)))


def _names(padded: str) -> dict[str, str]:
    """Names by code, from ``MOT Mother, CHI Khaled Target_Child``: the last word is the role, before it a name.

    A name that shares a word with another's is left out: two codes are two people, and shall not look like one.
    """
    legend = _LEGEND.search(padded)
    if not legend:
        return {}
    entries = (entry.split() for entry in legend[1].split(","))
    names = {entry[0]: " ".join(entry[1:-1]).replace("_", " ") for entry in entries if len(entry) > 2}
    bearers = Counter(word for name in names.values() for word in set(name.split()))
    return {code: name for code, name in names.items() if all(bearers[word] == 1 for word in name.split())}


def _utterance(flat: str, start: int, end: int, names: dict[str, str]) -> Iterator[Mark]:
    head = _UTTERANCE.match(flat, start, end)
    if not head:
        return
    yield Mark("voice", start, head.end(1) + 1, names.get(head[1], head[1]))
    at = head.end()
    for bullet in _BULLET.finditer(flat, at, end):
        yield Mark("syntax", *bullet.span())
        words = flat[at : bullet.start()]
        left = at + len(words) - len(words.lstrip())
        if words.strip():
            begins, ends = int(bullet[2]) / 1000, int(bullet[3]) / 1000
            yield Mark("time", left, at + len(words.rstrip()), begins, ends if ends > begins else None)
        at = bullet.end()


def _strays(padded: str) -> list[Note]:
    """A note for each line that belongs to no record, the first hundred of them."""
    notes: list[Note] = []
    for found in _STRAY.finditer(padded):
        if len(notes) == 100:
            break
        number = padded.count("\n", 0, found.start() + 1)
        notes.append(
            Note(
                "line-unread",
                f"line {number} begins with none of @ * %; its words are kept",
                found.start(),
                found.end() - 1,
            )
        )
    return notes
