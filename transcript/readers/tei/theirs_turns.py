"""Turns of other people's TEI: their words, their time, how sure their speaker is."""

from __future__ import annotations

from lxml import etree

from transcript.model import Printed, Time
from transcript.readers.tei.moments import Moment, moments
from transcript.readers.tei.parsing import child, children, descendants, name
from transcript.readers.tei.theirs_words import Flow

SPEECH = frozenset({"sp", "u"})
BLOCKS = frozenset({"annotationBlock", "annotationGrp"})
_CERTAINTY = {"high": 0.95, "medium": 0.75, "low": 0.5}
"""The middle of what each word means in what we write."""


def speech(flow: Flow, element: etree._Element) -> None:
    """Gather the words of a turn. In a ``u``, segments that are not units of a finer analysis are paragraphs."""
    paragraphs = {seg for seg in children(element, "seg") if seg.get("type") in (None, "contribution")}
    if name(element) == "sp" or not paragraphs:
        flow.gather(element)
        return
    flow.add(element.text or "")
    for within in element:
        if within in paragraphs:
            flow.paragraph(within)
        else:
            flow.element(within)
        flow.add(within.tail or "")


def block_of(element: etree._Element) -> etree._Element:
    """The block that a ``u`` stands in, whose attributes hold for it; else the element itself."""
    parent = element.getparent()
    return parent if parent is not None and name(parent) in BLOCKS else element


def certainty(element: etree._Element) -> float:
    """How sure the speaker is: a number where there is one, else what the word in ``@cert`` means."""
    stated = child(element, "certainty")
    try:
        known = -1.0 if stated is None else float(stated.get("degree", ""))
    except ValueError:
        known = -1.0
    return known if 0 <= known <= 1 else _CERTAINTY.get(element.get("cert", ""), 1.0)


class Clock:
    """The time lines of a file, asked by elements."""

    def __init__(self, root: etree._Element) -> None:
        self._moments = moments(root)

    def time(self, element: etree._Element, code: Printed | None) -> Time | None:
        """The time of a turn: that of its attributes, of the block that it is in, or of the anchors at its ends."""
        block = block_of(element)
        anchors = list(descendants(element, "anchor"))
        start = self._moment(element, "start", "synch") or self._moment(block, "start")
        end = self._moment(element, "end") or self._moment(block, "end")
        if anchors:
            start = start or self._moment(anchors[0], "synch")
            end = end or self._moment(anchors[-1], "synch")
        if start is None or start.seconds is None:
            return Time(None, code=code) if code else None
        until = end.seconds if end is not None and end.kind == start.kind else None
        return Time(start.seconds, until if until is not None and until > start.seconds else None, start.kind, code)

    def seconds(self, element: etree._Element) -> float | None:
        """The time of a direction."""
        moment = self._moment(element, "start", "synch")
        return None if moment is None else moment.seconds

    def _moment(self, element: etree._Element, *links: str) -> Moment | None:
        """The first moment that one of the attributes points at and whose time is known."""
        for link in links:
            moment = self._moments.get(element.get(link, "").removeprefix("#"))
            if moment is not None and moment.seconds is not None:
                return moment
        return None
