"""The cues of caption files, WebVTT and SubRip, as marks at true offsets.

The text stays as it was sent: cue numbers, timing lines, tags and character references are ``syntax`` marks. Files in
the wild mix the two formats' habits, so both are read with one grammar, which is wider than either standard and loses
no word: what is no well-formed tag stays a word, and what follows a blank line within a cue belongs to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from transcript.model import Mark, MarkKind, Note

_CUE = re.compile(
    r"""\n[ \t]*
    (?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?          # from: the hours may be left out
    [ \t]*-->[ \t]*
    (?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?          # to
    (?:[ \t][^\n]*)?(?=\n|\Z)                                     # settings: position, alignment
    """,
    re.VERBOSE,
)
_INLINE = re.compile(
    r"""
      <v(?:\.[^\s<>.]+)*\s+(?P<voice>[^<>]*)>                     # <v.loud Anya Petrova>
    | <(?P<close>/?)(?P<tag>c|i|b|u|v|ruby|rt|lang|font|br|span)\b[^<>]*>
    | <\d+:\d\d(?::\d\d)?[.,]\d{1,3}>                             # when a word is sung: <00:00:01.320>
    | \{\\[^{}\n]*\}                                              # SubStation override: {\an8}
    | &(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});        # &gt;
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EMPHASIS: dict[str, MarkKind] = {"b": "bold", "i": "italic"}
_GAP = 0.5  # seconds between a cue and the next that rolls on from it


@dataclass(slots=True)
class Cue:
    """``head`` to ``body`` is what stands above the words; the words are ``start`` to ``end``. Times are seconds.

    An end that is not after the beginning is unknown: some archives write 0 there.
    """

    head: int
    body: int
    start: int
    end: int
    begins: float
    ends: float | None
    repeated: int = 0  # where the words begin that the cue before did not show; 0: all are new


def flattened(text: str) -> str:
    """The text, just as long, with every kind of line end a line feed and no byte order mark."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return " " + text[1:] if text.startswith("\ufeff") else text


def cues_of(text: str, *, names: bool, since: int = 0) -> list[Cue]:
    """The cues of a flattened text, in order, in one linear pass.

    :param since: offset of the first line that may belong to a cue.
    :param names: the line above a timing line may be any words that stand below a blank line, as in WebVTT; else
        only a number.
    """
    heads = list(_CUE.finditer("\n" + text))  # so that every match begins one character early
    tops = [max(_top(text, found.start(), names), min(since, found.start())) for found in heads]
    cues = []
    for at, found in enumerate(heads):
        body = found.end() - 1
        limit = tops[at + 1] if at + 1 < len(tops) else len(text)
        words = text[body:limit]
        start = body + len(words) - len(words.lstrip())
        end = max(start, body + len(words.rstrip()))
        times = found.groups()
        begins, ends = _seconds(*times[:4]), _seconds(*times[4:])
        cues.append(Cue(tops[at], body, start, end, begins, ends if ends > begins else None))
    return cues


def _top(text: str, line: int, names: bool) -> int:
    """Where the head of a cue begins whose timing line begins at ``line``: at its identifier, or there."""
    above = text.rfind("\n", 0, max(0, line - 1)) + 1
    identifier = text[above:line].strip()
    if identifier.isdecimal():
        return above
    if not identifier or not names or "-->" in identifier:
        return line
    before = text[text.rfind("\n", 0, max(0, above - 1)) + 1 : above]
    return above if not before.strip() else line


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> float:
    whole = int(minutes) * 60 + int(seconds)
    if hours:
        whole += int(hours) * 3600
    if not fraction:
        return float(whole)
    return (whole * 1000 + int(fraction if len(fraction) == 3 else fraction.ljust(3, "0")[:3])) / 1000


def marks_of(text: str, cues: list[Cue]) -> Iterator[Mark]:
    """Heads, times and what is marked up in the words, cue by cue."""
    plain = "<" not in text and "&" not in text and "{" not in text
    for cue in cues:
        yield Mark("syntax", cue.head, cue.body)
        fresh = cue.repeated or cue.start
        if fresh > cue.start:
            yield Mark("syntax", cue.start, fresh)
        if fresh < cue.end:
            yield Mark("time", fresh, cue.end, cue.begins, cue.ends)
            if not plain:
                yield from inline(text, fresh, cue.end)


def inline(text: str, start: int, end: int) -> Iterator[Mark]:
    """Tags and character references within the words of a cue, not sorted."""
    opened: dict[str, int] = {}
    for found in _INLINE.finditer(text, start, end):
        left, right = found.span()
        tag = (found["tag"] or "").lower()
        if text[left] == "&":
            yield from _reference(found[0], left)
        elif found["voice"] is not None and (name := " ".join(unescape(found["voice"]).split())):
            yield from _voice(found, name)
        else:
            yield Mark("syntax", left, right, "\n" if tag == "br" else None)
        if tag in _EMPHASIS:
            begun = opened.pop(tag, None)
            if found["close"] and begun is not None and begun < left:
                yield Mark(_EMPHASIS[tag], begun, left)
            elif not found["close"]:
                opened[tag] = right if begun is None else begun


def _voice(found: re.Match[str], name: str) -> Iterator[Mark]:
    left, right = found.span("voice")
    printed = found["voice"]
    left += len(printed) - len(printed.lstrip())
    right -= len(printed) - len(printed.rstrip())
    yield Mark("syntax", found.start(), left)
    yield Mark("voice", left, right, name)
    yield Mark("syntax", right, found.end())


def _reference(printed: str, at: int) -> Iterator[Mark]:
    """A character reference stands for its character; the ``&`` of ``&amp;`` stands for itself."""
    meant = unescape(printed)
    if meant == "&":
        yield Mark("syntax", at + 1, at + len(printed))
    elif meant != printed and not "\ud800" <= meant <= "\udfff":
        yield Mark("syntax", at, at + len(printed), meant)


def roll_up(text: str, cues: list[Cue]) -> Note | None:
    """Mark as repeated what rolling captions show again in the next cue, and say how many cues do.

    A line said twice is no roll: only where a third of all cues begin with the end of the cue just before them, and at
    least two do, is the file one that rolls.
    """
    found = [(after, fresh) for before, after in pairwise(cues) if (fresh := _fresh(text, before, after))]
    if len(found) < 2 or len(found) * 3 < len(cues):
        return None
    for cue, fresh in found:
        cue.repeated = fresh
    return Note("rolling-captions", f"{len(found)} cues repeat words of the cue before; each word is read once")


def _fresh(text: str, before: Cue, after: Cue) -> int:
    """Offset of the first words of ``after`` that ``before`` did not end with; 0 where it repeats none."""
    if before.ends is None or not -_GAP <= after.begins - before.ends <= _GAP or after.start >= after.end:
        return 0
    last = text[before.start : before.end].rpartition("\n")[2].strip()
    if "<" not in last and text.find(last, after.start, after.end) < 0:
        return 0  # at once, for nearly all cues that do not roll
    if "<v" in text[after.start : after.end] and _voice_names(text, before)[-1:] != _voice_names(text, after)[:1]:
        return 0  # somebody else says the same
    shown, lines = _lines(text, before), _lines(text, after)
    for count in range(min(len(shown), len(lines)), 0, -1):
        if [words for _, words in shown[-count:]] == [words for _, words in lines[:count]]:
            return lines[count][0] if count < len(lines) else after.end
    if shown and lines and lines[0][1].startswith(f"{last} ") and text.startswith(last, lines[0][0]):
        return lines[0][0] + len(last) + 1  # a line that grows word by word
    return 0


def _voice_names(text: str, cue: Cue) -> list[str]:
    found = (tag["voice"] for tag in _INLINE.finditer(text, cue.start, cue.end))
    return [" ".join(name.split()) for name in found if name is not None]


def _lines(text: str, cue: Cue) -> list[tuple[int, str]]:
    """Start and visible words of each line of a cue that is not blank."""
    lines, at = [], cue.start
    for raw in text[cue.start : cue.end].split("\n"):
        words = raw if "<" not in raw and "&" not in raw else _INLINE.sub("", raw)
        if words := words.strip():
            lines.append((at + len(raw) - len(raw.lstrip()), words))
        at += len(raw) + 1
    return lines


def unread_timings(text: str, cues: list[Cue]) -> list[Note]:
    """A note for each line that holds the arrow of a timing line and is none, the first hundred of them."""
    notes: list[Note] = []
    heads = [cue.head for cue in cues]
    at = text.find("-->")
    while at >= 0 and len(notes) < 100:
        line = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        owner = bisect_left(heads, end) - 1
        if owner < 0 or at >= cues[owner].body:
            number = text.count("\n", 0, line) + 1
            notes.append(
                Note("cue-unread", f"line {number} has an arrow but not two times; its words are kept", line, end)
            )
        at = text.find("-->", end)
    return notes
