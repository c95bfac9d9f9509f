"""Words and directions as our writer encodes them, back to the text that they came from."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from transcript.model import Direction, DirectionType, Part
from transcript.readers.tei.glyphs import glyphs
from transcript.readers.tei.moments import Moment
from transcript.readers.tei.parsing import child, name
from transcript.tei import DIRECTIONS

_RANGE = re.compile(r"src:([0-9]+),([0-9]+)")
_LAYOUT = re.compile(r"(?<![ \t\n])[ \t]*\n[ \t\n]*")
_KINDS: dict[tuple[str, str], DirectionType] = {
    (element, attribute): kind
    for kind, encoding in DIRECTIONS.items()
    if encoding.category is None
    for element, attribute in (encoding.default, encoding.spoken)
}
_KINDS |= {("note", f'type="{kind}"'): kind for kind in ("uncertain", "phonetic", "timecode")}
_KINDS["incident", 'type="pause"'] = "pause"


class NotOursError(Exception):
    """The file is not as our writer writes, or somebody has changed it since."""


def span(element: etree._Element) -> tuple[int, int]:
    """The range of the source that ``@source`` points at.

    :raises NotOursError: there is none, or more than one.
    """
    found = spans(element)
    if len(found) != 1:
        raise NotOursError
    return found[0]


def spans(element: etree._Element) -> list[tuple[int, int]]:
    """All ranges of ``@source``."""
    found = [_RANGE.fullmatch(pointer) for pointer in element.get("source", "").split()]
    return [(int(match[1]), int(match[2])) for match in found if match]


class Reading:
    """What one document needs while its elements are read: its control characters and the moments of its time lines."""

    def __init__(self, root: etree._Element, moments: dict[str, Moment]) -> None:
        self.controls = glyphs(root)
        self.moments = moments

    def moment(self, element: etree._Element, link: str) -> Moment | None:
        """The moment that an attribute points at; None where there is no such attribute.

        :raises NotOursError: it points at nothing.
        """
        pointer = element.get(link)
        if pointer is None:
            return None
        try:
            return self.moments[pointer.removeprefix("#")]
        except KeyError:
            raise NotOursError from None

    def value(self, element: etree._Element) -> str:
        """The text of a field of the header, verbatim."""
        return self._flat(element, str)

    def words(self, element: etree._Element) -> str:
        """Words of the interview without directions. Line ends and indentation that an editor has added are blanks."""
        return self._flat(element, unlaid)

    def _flat(self, element: etree._Element, text: Callable[[str], str]) -> str:
        pieces = [text(element.text or "")]
        for within in element:
            pieces += (self.character(within) or self._flat(within, text), text(tail_of(within)))
        return "".join(pieces)

    def character(self, element: etree._Element) -> str:
        """What an empty element stands for: a line end, a page break, a control character."""
        match name(element):
            case "lb":
                return "\n"
            case "pb":
                return "\f"
            case "g":
                return self.controls.get(element.get("ref", ""), "")
        return ""

    def direction(self, element: etree._Element, part: Part) -> Direction | None:
        """The element as a direction; None where it is none.

        :raises NotOursError: without the range that ours have.
        """
        kind = _kind(element)
        if kind is None:
            return None
        moment = self.moment(element, "synch") or self.moment(element, "start")
        start, end = span(element)
        return Direction(kind, self._printed(element), start, end, moment.seconds if moment else None, part)

    def _printed(self, element: etree._Element) -> str:
        """The words of a direction as the source prints them."""
        described = child(element, "desc")
        for holder in (element, described):
            if holder is not None and (rend := holder.get("rend")) is not None:
                return rend
        return self.words(element if described is None else described)


def tail_of(element: etree._Element) -> str:
    """What stands behind an element; the line end behind a break is only there for those who take text alone."""
    tail = element.tail or ""
    return tail.removeprefix("\n") if name(element) in ("lb", "pb") else tail


def unlaid(text: str) -> str:
    """Line ends that the layout of the file has put among words, as blanks."""
    return _LAYOUT.sub(" ", text) if "\n" in text else text


def _kind(element: etree._Element) -> DirectionType | None:
    category = element.get("ana", "")[1:]
    if category in DIRECTIONS:
        return category
    element_name = name(element)
    attribute = {"gap": "reason", "unclear": "cert"}.get(element_name, "type")
    value = element.get(attribute)
    if element_name == "span" and value in DIRECTIONS:
        return value
    return _KINDS.get((element_name, "" if value is None else f'{attribute}="{value}"'))
