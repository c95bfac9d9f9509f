"""Turns as our writer encodes them, in either profile."""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from transcript.model import Direction, Part, Printed, Span, Time, Turn
from transcript.readers.tei.ours_words import NotOursError, Reading, span, spans, tail_of, unlaid
from transcript.readers.tei.parsing import child, children, name

_NO_SPEECH = frozenset({"note", "stage", "gap", "unclear", "vocal", "kinesic", "incident", "pause", "figure", "fw"})


def printed(reading: Reading, element: etree._Element) -> Printed:
    """A label or time code.

    :raises NotOursError: without the range that ours have.
    """
    return Printed(reading.words(element), *span(element))


def from_sp(reading: Reading, element: etree._Element, who: dict[str, str], part: Part) -> Turn:
    """The turn that is an ``sp``.

    :raises NotOursError: it is not as our writer writes.
    """
    said = Said(reading, part)
    code, text = said.paragraphs(element)
    label = child(element, "speaker")
    return said.turn(
        element,
        text,
        who,
        printed(reading, label) if label is not None else None,
        said.time(element, "synch", child(element, "anchor"), "synch", code),
    )


def from_block(
    reading: Reading, block: etree._Element, notes: dict[str, Printed], who: dict[str, str], part: Part
) -> Turn:
    """The turn that is an ``annotationBlock`` with a ``u``. ``notes`` holds the printed label and time code before it.

    :raises NotOursError: it is not as our writer writes.
    """
    said = Said(reading, part)
    u = child(block, "u")
    if u is None:
        raise NotOursError
    text = said.contributions(u)
    return said.turn(u, text, who, notes.get("speaker"), said.time(block, "start", block, "end", notes.get("timecode")))


class Said:
    """A turn while it is read."""

    def __init__(self, reading: Reading, part: Part) -> None:
        self._reading = reading
        self._part = part
        self._directions: list[Direction] = []

    def turn(
        self, element: etree._Element, text: str, who: dict[str, str], label: Printed | None, time: Time | None
    ) -> Turn:
        """The turn, when its text was read."""
        ranges = spans(element)
        speaker = element.get("who")
        if not ranges or (speaker is not None and speaker not in who):
            raise NotOursError
        for annotation in children(element, "span"):
            self._piece(annotation)
        gaps = pairwise(ranges)
        certainty = child(element, "certainty")
        return Turn(
            None if speaker is None else who[speaker],
            ranges[0][0],
            ranges[-1][1],
            text,
            label,
            tuple(sorted(self._directions, key=lambda direction: direction.start)),
            time,
            1.0 if certainty is None else degree(certainty),
            tuple(Span(before[1], after[0]) for before, after in gaps),
            self._part,
        )

    def time(
        self, first: etree._Element, start: str, last: etree._Element | None, end: str, code: Printed | None
    ) -> Time | None:
        """The time that the attributes of two elements point at; None where they point only at places in the order."""
        begins = self._reading.moment(first, start)
        ends = None if last is None else self._reading.moment(last, end)
        if begins is None or not begins.timed:
            return None
        return Time(begins.seconds, ends.seconds if ends and ends.timed else None, begins.kind, code)

    def paragraphs(self, element: etree._Element) -> tuple[Printed | None, str]:
        """The time code and the words of an ``sp``."""
        code: Printed | None = None
        blocks: list[str] = []
        for block in _ours_only(element, ("p", "list"), ("speaker", "span", "certainty", "anchor")):
            first = block[0] if len(block) and not block.text and name(block) == "p" else None
            if not blocks and code is None and first is not None and _is_code(first):
                code = printed(self._reading, first)
                if len(block) == 1 and not first.tail:
                    continue
                blocks.append("\n".join(_behind_code(self._lines(block))))
            else:
                blocks.append("\n".join(self._lines(block)))
        return code, "\n\n".join(blocks)

    def contributions(self, element: etree._Element) -> str:
        """The words of a ``u``: paragraphs, and items that a line end parts unless a blank line is said to."""
        after_item = False
        pieces: list[str] = []
        for seg in _ours_only(element, ("seg",), ("span", "certainty")):
            words = self._mixed(seg)
            marker = f"{seg.get('n')} " if seg.get("subtype") == "item" else ""
            if not pieces:
                pieces = [marker + words]
            elif words.startswith("\n"):
                pieces.append(f"\n{marker}{words[1:]}")
            else:
                tight = after_item and marker and seg.get("rend") != "spaced"
                pieces.append(("\n" if tight else "\n\n") + marker + words)
            after_item = marker != ""
        return "".join(pieces)

    def _lines(self, block: etree._Element) -> list[str]:
        """The words of a paragraph or list: what stands between its lists, and their items, line by line."""
        if name(block) == "list":
            return [f"{item.get('n', '-')} {self._mixed(item)}" for item in children(block, "item")]
        lines: list[str] = []
        open_line = unlaid(block.text or "")
        for within in block:
            if name(within) == "list":
                lines += [open_line] if open_line else []
                lines += self._lines(within)
                open_line = ""
            else:
                open_line += self._piece(within)
            open_line += unlaid(tail_of(within))
        return [*lines, open_line] if open_line or not lines else lines

    def _mixed(self, element: etree._Element) -> str:
        pieces = [unlaid(element.text or "")]
        for within in element:
            pieces += (self._piece(within), unlaid(tail_of(within)))
        return "".join(pieces)

    def _piece(self, element: etree._Element) -> str:
        """One element among words; what is neither a direction nor a character is words itself."""
        if _is_code(element):
            return ""
        found = self._reading.direction(element, self._part)
        if found is None and name(element) in _NO_SPEECH:
            raise NotOursError
        if found is None:
            return self._reading.character(element) or self._mixed(element)
        self._directions.append(found)
        return found.text


def degree(certainty: etree._Element) -> float:
    """``@degree``.

    :raises NotOursError: it is no number from 0 to 1.
    """
    try:
        value = float(certainty.get("degree", ""))
    except ValueError:
        raise NotOursError from None
    if not 0 <= value <= 1:
        raise NotOursError
    return value


def _ours_only(element: etree._Element, wanted: tuple[str, ...], others: tuple[str, ...]) -> list[etree._Element]:
    """The children with the wanted names.

    :raises NotOursError: some have neither these nor the other names.
    """
    if any(name(child) not in (*wanted, *others) for child in element):
        raise NotOursError
    return list(children(element, *wanted))


def _behind_code(lines: list[str]) -> list[str]:
    """The lines without the blank that parts them from the time code."""
    first, *others = lines
    first = first.removeprefix(" ")
    return [first, *others] if first or not others else others


def _is_code(element: etree._Element) -> bool:
    return name(element) == "seg" and element.get("type") == "timecode" and element.get("subtype") is None
