"""WebVTT (W3C), a cue a turn with a voice span that names its speaker.

Lines have at most 65 characters, tags included, as Podcasting 2.0 asks, but where one word or a long name leaves
no choice. Whatever the times do not tell is said in a NOTE before the cue. Turns that share a cue are voice spans
in it, in order; several cues at once would mean that people speak at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from transcript.model import Document
from transcript.options import Options
from transcript.typeset.cards import cards_of, flowing, shares, wrapped
from transcript.typeset.cues import Cue, Voice, captions_of
from transcript.typeset.names import Names, names_of
from transcript.typeset.times import clock

WIDTH = 65
LINES = 2
_CLOSE = "</v>"


def write(document: Document, options: Options) -> bytes:
    """The turns, and the directions between them, as cues.

    :raises CannotWrite: the times are missing, times of day, or run backwards.
    """
    captions = captions_of(document, options)
    names = names_of(document)
    blocks = ["WEBVTT"]
    if captions.remark:
        blocks.append(f"NOTE {captions.remark}")
    for cue in captions.cues:
        blocks += _divided(cue, names) if options.cue_times == "divided" else _whole(cue, names)
    return ("\n\n".join(blocks) + "\n").encode()


def _whole(cue: Cue, names: Names) -> Iterator[str]:
    if cue.remark:
        yield f"NOTE {cue.remark}"
    closed = len(cue.voices) > 1
    lines = [line for voice in cue.voices for line in _spoken(voice, _tag(voice, names), closed=closed)]
    yield _block(cue.start, cue.end, lines)


def _spoken(voice: Voice, tag: str, *, closed: bool) -> list[str]:
    width = WIDTH - len(_CLOSE) if closed else WIDTH
    lines: list[str] = []
    for words in flowing(voice.lines):
        first = width if lines else width - len(tag)
        lines += wrapped(escape(words, quote=False), width, first=first)
    lines[:1] = [tag + "".join(lines[:1])]
    if closed and tag:
        lines[-1] += _CLOSE
    return lines


def _divided(cue: Cue, names: Names) -> Iterator[str]:
    cards = [card for voice in cue.voices for card in _cards(voice, _tag(voice, names))]
    if not 1 < len(cards) <= cue.end - cue.start:
        yield from _whole(cue, names)
        return
    remark = f"{cue.remark} " if cue.remark else ""
    yield f"NOTE {remark}The next {len(cards)} cues divide this time by length: times within it are approximate."
    times = shares(cue.start, cue.end, [sum(map(len, card)) for card in cards])
    for (start, end), card in zip(times, cards, strict=True):
        yield _block(start, end, card)


def _cards(voice: Voice, tag: str) -> Iterator[list[str]]:
    width = max(WIDTH - len(tag), WIDTH // 2)
    lines = [line for words in flowing(voice.lines) for line in wrapped(escape(words, quote=False), width)]
    for first, *rest in cards_of(lines, LINES) or [[""]]:
        yield [tag + first, *rest]


def _tag(voice: Voice, names: Names) -> str:
    return f"<v {escape(names.of(voice.turn), quote=False)}>" if voice.turn else ""


def _block(start: int, end: int, lines: list[str]) -> str:
    return "\n".join([f"{clock(start, point='.')} --> {clock(end, point='.')}", *lines])
