"""SubRip captions, as Podcasting 2.0 asks: cards of at most two lines of 32 characters, a new card for a new
speaker, whose name and a colon begin it.

A card that has no name goes on with the speaker of the card before; where its first line has a colon, the name is
said again. Long turns are divided into cards, each with its share of the turn's time by length: within a turn the
times are approximate, and SubRip has no comments to say so. A name, or a word, that is longer than a line is not
cut. SubRip has no escapes either: a blank parts what would be read as a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcript.model import Document
from transcript.options import Options
from transcript.typeset.cards import cards_of, flowing, shares, wrapped
from transcript.typeset.cues import Cue, Voice, captions_of
from transcript.typeset.names import Names, names_of
from transcript.typeset.times import clock

WIDTH = 32
LINES = 2
_MARKUP = re.compile(r"<(?=[/a-zA-Z\d])|&(?=[#a-zA-Z][a-zA-Z\d]*;)|--(?=>)|\{(?=\\)")
_LABEL = re.compile(r"[:：](?: |$)")


def write(document: Document, options: Options) -> bytes:
    """The turns, and the directions between them, as numbered cards.

    Synthetic times are announced by a card of their own beside the first one.

    :raises CannotWrite: the times are missing, times of day, or run backwards.
    """
    captions = captions_of(document, options)
    names = names_of(document, without=":：")
    cards = [card for cue in captions.cues for card in _cards(cue, names)]
    if captions.synthetic:
        cards.insert(0, (*cards[0][:2], ["[Times are synthetic]"]))
    return "\n".join(_block(number, *card) for number, card in enumerate(cards, 1)).encode()


def _cards(cue: Cue, names: Names) -> Iterator[tuple[int, int, list[str]]]:
    cards = [card for voice in cue.voices for card in _spoken(voice, names)]
    if len(cards) > cue.end - cue.start:
        yield cue.start, cue.end, [line for card in cards for line in card]
        return
    times = shares(cue.start, cue.end, [sum(map(len, card)) for card in cards])
    for (start, end), card in zip(times, cards, strict=True):
        yield start, end, card


def _spoken(voice: Voice, names: Names) -> Iterator[list[str]]:
    label = f"{names.of(voice.turn)}: " if voice.turn else ""
    lines: list[str] = []
    for words in flowing(voice.lines):
        lines += wrapped(_MARKUP.sub(r"\g<0> ", words), WIDTH, first=WIDTH if lines else WIDTH - len(label))
    first, *rest = cards_of(lines, LINES) or [[""]]
    yield [label + first[0], *first[1:]]
    for card in rest:
        yield from _named(card, label) if label and _LABEL.search(card[0]) else [card]


def _named(card: list[str], label: str) -> Iterator[list[str]]:
    """The card, or two, with the speaker's name, where its own first words could be taken for a name."""
    lines = [*wrapped(card[0], WIDTH, first=WIDTH - len(label)), *card[1:]]
    first, *rest = cards_of(lines, LINES)
    yield [label + first[0], *first[1:]]
    for more in rest:
        yield from _named(more, label) if _LABEL.search(more[0]) else [more]


def _block(number: int, start: int, end: int, lines: list[str]) -> str:
    return "\n".join([str(number), f"{clock(start, point=',')} --> {clock(end, point=',')}", *lines, ""])
