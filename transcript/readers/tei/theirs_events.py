"""Directions of other people's TEI: what they say, and what they are.

A direction that is not in brackets gets square ones, so that nobody takes it for speech.
"""

from __future__ import annotations

import re

from lxml import etree

from transcript.model import DirectionType
from transcript.readers.tei.parsing import child, name
from transcript.tei import DIRECTIONS

EVENTS = frozenset({"stage", "vocal", "kinesic", "incident", "event", "pause", "gap", "unclear", "note"})
_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "<": ">", "*": "*"}
_HEARD: tuple[tuple[str, DirectionType], ...] = (
    (r"laugh|chuckl|giggl|lach|rire|risa", "laughter"),
    (r"applau|clap|cheer|beifall", "applause"),
    (r"cross-?talk|overlap|speaking at once", "crosstalk"),
    (r"music|song|sing", "music"),
    (r"silence", "silence"),
    (r"pause", "pause"),
    (r"inaud|unintell|indistinct|unclear|illegible", "inaudible"),
    (r"redact|anonym|withheld|deleted|editorial", "redacted"),
    (r"tape|side [ab\d]|recording|recorder", "setting"),
)
_TYPES: dict[str, DirectionType] = {
    "vocal": "vocal",
    "kinesic": "kinesic",
    "incident": "incident",
    "event": "incident",
    "pause": "pause",
    "gap": "other",
    "note": "other",
    "stage": "other",
}
_STAGES = {
    encoding.default[1].removeprefix('type="').removesuffix('"'): kind
    for kind, encoding in DIRECTIONS.items()
    if encoding.category is None and encoding.default[0] == "stage"
}
_NAMED = {
    "pause": "pause",
    "gap": "...",
    "unclear": "unclear",
    "vocal": "vocal",
    "kinesic": "gesture",
    "incident": "incident",
}


def printed(element: etree._Element, words: str | None) -> str:
    """The words of a direction, in brackets; those of an uncertain passage as they are.

    :param words: what the element, or its description, holds.
    """
    if words and name(element) in ("unclear", "seg"):
        return words
    rends = [holder.get("rend") for holder in (element, child(element, "desc")) if holder is not None]
    if name(element) in ("stage", "note"):  # where @rend is about type and ink
        rends = []
    attributes = (element.get(attribute) for attribute in ("desc", "reason", "type"))
    said = next((text for text in (*rends, words, *attributes, _NAMED.get(name(element))) if text), "")
    closed = len(said) > 1 and _BRACKETS.get(said[0]) == said[-1]
    return said if closed or not said else f"[{said}]"


def kind_of(element: etree._Element, words: str | None) -> DirectionType:
    """What a direction is: told by its element and type, and by its words where these say more."""
    kind = name(element)
    if kind in ("seg", "unclear"):
        return "timecode" if kind == "seg" else "uncertain" if words else "inaudible"
    known = _STAGES.get(element.get("type", "")) if kind == "stage" else None
    if known in ("crosstalk", "foreign", "setting"):
        return known
    said = f"{words} {element.get('desc')} {element.get('reason')} {element.get('type')}"
    found = next((type_of for pattern, type_of in _HEARD if re.search(pattern, said, re.IGNORECASE)), None)
    return found or known or _TYPES[kind]
