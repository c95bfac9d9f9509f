"""Our own TEI, in either profile, back to the document that was written: nothing is guessed, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from transcript.model import Document, Heading, Part, Passage, PassageType, Printed, Segment
from transcript.readers.tei import ours_header
from transcript.readers.tei.moments import moments
from transcript.readers.tei.ours_turns import from_block, from_sp, printed
from transcript.readers.tei.ours_words import NotOursError, Reading, span
from transcript.readers.tei.parsing import child, children, descendants, name
from transcript.tei import SOFTWARE

_PASSAGES: dict[tuple[str, str | None], PassageType] = {
    ("p", None): "narration",
    ("note", "narrative"): "narration",
    ("ab", "legend"): "legend",
    ("ab", "metadata"): "metadata",
    ("fw", None): "furniture",
}


def is_ours(root: etree._Element) -> bool:
    """Whether the header says that our writer wrote it."""
    return any(
        application.get("ident") == SOFTWARE for application in descendants(child(root, "teiHeader"), "application")
    )


def document(root: etree._Element) -> Document:
    """The document.

    :raises NotOursError: somebody has changed what our reader relies on.
    """
    header, text = child(root, "teiHeader"), child(root, "text")
    if header is None or text is None:
        raise NotOursError
    reading = Reading(root, moments(text))
    who, speakers = ours_header.speakers(reading, header)
    body = Body(reading, who)
    parts: tuple[Part, ...] = ("front", "body", "back")
    segments = [
        segment
        for part in parts
        for division in children(child(text, part), "div")
        for segment in body.read(division, part)
    ]
    segments.sort(key=lambda segment: segment.start)
    return Document(
        source=ours_header.origin(reading, header),
        segments=tuple(segments),
        speakers=speakers,
        metadata=ours_header.metadata(reading, header),
        notes=ours_header.notes(reading, header),
        review=ours_header.reviews(reading, header),
        confidence=ours_header.confidence(header),
        explanation=ours_header.explanation(reading, header),
    )


class Body:
    """Reads the divisions."""

    def __init__(self, reading: Reading, who: dict[str, str]) -> None:
        self._reading = reading
        self._who = who

    def read(self, division: etree._Element, part: Part) -> Iterator[Segment]:
        """The segments of a division and of those within it.

        :raises NotOursError: an element that our writer does not write there.
        """
        notes: dict[str, Printed] = {}
        for element in division:
            kind, subtype = name(element), element.get("type")
            if kind == "div":
                yield from self.read(element, part)
            elif kind == "sp":
                yield from_sp(self._reading, element, self._who, part)
            elif kind == "annotationBlock":
                yield from_block(self._reading, element, notes, self._who, part)
                notes = {}
            elif kind == "note" and subtype in ("speaker", "timecode") and element.get("subtype") is None:
                notes[subtype] = printed(self._reading, element)
            elif element.get("prev") is None:
                yield self._beside(element, part)

    def _beside(self, element: etree._Element, part: Part) -> Segment:
        """What is no turn."""
        reading = self._reading
        if name(element) == "head":
            level = element.get("n", "")
            if level not in "123456" or len(level) != 1:
                raise NotOursError
            return Heading(int(level), *span(element), reading.words(element), part)
        alone = element[0] if name(element) == "p" and len(element) == 1 and not element.text else element
        if found := reading.direction(alone, part):
            return found
        kind = _PASSAGES.get((name(element), element.get("type")))
        if kind is None:
            raise NotOursError
        return Passage(*span(element), self._paragraphs(element), part, kind)

    def _paragraphs(self, element: etree._Element) -> str:
        """The words of a passage; paragraphs that point back belong to it."""
        pieces = [self._reading.words(element)]
        following = element.getnext()
        while following is not None and following.get("prev") is not None and name(following) == name(element):
            pieces.append(self._reading.words(following))
            following = following.getnext()
        return "\n\n".join(pieces)
