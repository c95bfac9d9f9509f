"""Directions as elements: within the words of a turn, and alone."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from transcript.model import Direction, DirectionType
from transcript.tei import DIRECTIONS
from transcript.writers.tei.blocks import Place
from transcript.writers.tei.markup import Markup, attribute
from transcript.writers.tei.timeline import Timeline


@dataclass(slots=True)
class Context:
    """What one document gathers while it is written."""

    spoken: bool
    who: dict[str, str]
    """Speaker id to pointer."""
    markup: Markup = field(default_factory=Markup)
    timeline: Timeline = field(default_factory=Timeline)
    categories: set[DirectionType] = field(default_factory=set)
    """Categories that the taxonomy in the header must define."""


class Tags(NamedTuple):
    """What surrounds the words of a direction. ``opening`` lacks the attributes that differ from one to the next."""

    name: str
    opening: str
    closing: str
    category: bool


def _tags(kind: DirectionType, *, spoken: bool) -> Tags:
    encoding = DIRECTIONS[kind]
    name, type_of = encoding.spoken if spoken else encoding.default
    opening = f"<{name} {type_of}".rstrip()
    if encoding.category:
        opening += f' ana="#{kind}"'
    return Tags(name, opening, f"</{name}>", encoding.category is not None)


_DEFAULT = {kind: _tags(kind, spoken=False) for kind in DIRECTIONS}
_SPOKEN = {kind: _tags(kind, spoken=True) for kind in DIRECTIONS}
_HOLD_WORDS = frozenset({"stage", "seg", "unclear", "note"})


def inline(context: Context, direction: Direction) -> str:
    """A direction within words."""
    subtype = ' subtype="direction"' if direction.type == "timecode" else ""
    return _element(context, direction, subtype)


def alone(context: Context, direction: Direction) -> str:
    """A direction between turns. What may stand only within words gets a paragraph, or a note, of its own."""
    if DIRECTIONS[direction.type].default[0] not in ("seg", "unclear"):
        return _element(context, direction)
    if not context.spoken:
        return f"<p>{inline(context, direction)}</p>"
    words = context.markup.words(direction.text)
    return f'<note type="{direction.type}" subtype="direction"{_place(context, direction, "synch")}>{words}</note>'


def unplaced(context: Context, direction: Direction, turn: str) -> str:
    """A direction of a turn whose text does not hold it word for word, as an annotation of the turn."""
    at = _place(context, direction, "synch")
    words = context.markup.description(direction.text)
    return f'<span type="{direction.type}" from="#{turn}"{at}>{words}</span>'


def words(context: Context, text: str, start: int, end: int, places: list[Place]) -> str:
    """A range of a turn's text, its directions as elements.

    :param places: those within the range.
    """
    if not places:
        return context.markup.words(text[start:end])
    pieces: list[str] = []
    for left, right, direction in places:
        pieces += (context.markup.words(text[start:left]), inline(context, direction))
        start = right
    pieces.append(context.markup.words(text[start:end]))
    return "".join(pieces)


def _element(context: Context, direction: Direction, subtype: str = "") -> str:
    name, opening, closing, category = (_SPOKEN if context.spoken else _DEFAULT)[direction.type]
    if category:
        context.categories.add(direction.type)
    if name in _HOLD_WORDS:
        at = _place(context, direction, "synch")
        return f"{opening}{subtype}{at}>{context.markup.words(direction.text)}{closing}"
    at = _place(context, direction, "start")
    if name == "gap":
        return f"{opening}{at}><desc>{context.markup.description(direction.text)}</desc>{closing}"
    rend = _rend(direction.text)
    if name == "pause" and rend:
        return f"{opening}{rend}{at}/>"
    if name == "pause":  # which holds no words
        opening, closing = opening.replace("<pause", '<incident type="pause"'), "</incident>"
    heard = direction.text.strip("[]()") if rend else direction.text
    return f"{opening}{at}><desc{rend}>{context.markup.description(heard)}</desc>{closing}"


def _place(context: Context, direction: Direction, link: str) -> str:
    at = f' source="src:{direction.start},{direction.end}"'
    if direction.time is None:
        return at
    return f' {link}="{context.timeline.moment(direction.time)}"{at}'


def _rend(text: str) -> str:
    """``@rend`` with the words as printed, or nothing where their characters are not allowed in it.

    Validators know the classes of characters as old versions of Unicode had them.
    """
    if all(map(_is_token, text.split(" "))):
        return f' rend="{attribute(text)}"'
    return ""


def _is_token(word: str) -> bool:
    if word.isascii():
        return word.isprintable() and word != ""
    databases = (unicodedata, unicodedata.ucd_3_2_0)
    return not any(database.category(char)[0] in "CZ" for database in databases for char in word)
