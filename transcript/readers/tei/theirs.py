"""Other people's TEI, with ``sp`` or with ``u``, as a document. Offsets count the text that is taken out of it."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from lxml import etree

from transcript.model import (
    Direction,
    Document,
    Heading,
    Note,
    Origin,
    Part,
    Passage,
    PassageType,
    Printed,
    Segment,
    Turn,
)
from transcript.readers.tei import theirs_header
from transcript.readers.tei.glyphs import glyphs
from transcript.readers.tei.parsing import child, descendants, name
from transcript.readers.tei.theirs_events import EVENTS
from transcript.readers.tei.theirs_turns import BLOCKS, SPEECH, Clock, block_of, certainty, speech
from transcript.readers.tei.theirs_words import Flow, folded

_PARTS: tuple[Part, ...] = ("front", "body", "back")
_PASSAGES: dict[str, PassageType] = {
    "fw": "furniture",
    "castList": "legend",
    "docTitle": "metadata",
    "byline": "metadata",
}
_SKIPPED = frozenset({"timeline", "pb", "cb", "lb", "milestone", "anchor", "spanGrp", "span", "linkGrp", "certainty"})


def document(root: etree._Element, data: bytes, *, breaks: bool) -> Document:
    """The document; what is not understood is a passage.

    :param breaks: a ``lb`` is a line end that means something.
    """
    page = Page(root, breaks=breaks)
    for text in root.iter():
        if name(text) == "text" and child(text, "group") is None:
            for part in _PARTS:
                page.read(child(text, part), part)
    page.finish()
    tei = root if child(root, "text") is not None else next(descendants(root, "TEI", "TEI.2"), root)
    return Document(
        source=Origin("tei", page.length, sha256(data).hexdigest()),
        segments=tuple(page.segments),
        speakers=page.cast.speakers(),
        metadata=theirs_header.metadata(tei),
        notes=tuple(page.notes),
        confidence=min((turn.confidence for turn in page.segments if isinstance(turn, Turn)), default=1.0),
    )


class Page:
    """The text that is taken out, and the segments that lie in it."""

    def __init__(self, root: etree._Element, *, breaks: bool) -> None:
        self.length = 0
        self.segments: list[Segment] = []
        self.notes: list[Note] = []
        self.cast = theirs_header.Cast(root)
        self._breaks = breaks
        self._clock = Clock(root)
        self._glyphs = glyphs(root)
        self._left_out: Counter[str] = Counter()
        self._points = any(element.get("who") for element in descendants(root, *SPEECH, *BLOCKS))

    def read(self, division: etree._Element | None, part: Part, depth: int = 1) -> None:
        """What a division holds, in its order."""
        before: dict[str, etree._Element] = {}
        for element in () if division is None else division:
            kind, subtype = name(element), element.get("type", "")
            if kind in SPEECH or kind in BLOCKS:
                for turn in descendants(element, "u") if kind in BLOCKS else (element,):
                    self._turn(turn, part, before)
                before = {}
            elif kind == "note" and subtype in ("speaker", "timecode"):
                before[subtype] = element
            elif kind in ("head", "titlePart"):
                self._heading(element, part, 1 if kind == "titlePart" or subtype == "main" else min(depth, 6))
            elif kind.startswith("div") or next(descendants(element, *SPEECH), None) is not None:
                self.read(element, part, depth + kind.startswith("div"))
            elif kind not in _SKIPPED:
                self._beside(element, part)

    def finish(self) -> None:
        """Say what is missing."""
        if self._left_out:
            said = ", ".join(f"{count} {element}" for element, count in sorted(self._left_out.items()))
            self.notes.append(
                Note("elements-left-out", f"elements whose words are nobody's speech were left out: {said}")
            )
        if not any(isinstance(segment, Turn) for segment in self.segments):
            self.notes.append(Note("no-speakers", "there is neither sp nor u with words in it"))

    def _turn(self, element: etree._Element, part: Part, before: dict[str, etree._Element]) -> None:
        """One turn. ``before`` holds the notes that print its label and its time."""
        flow = self._flow()
        speech(flow, element)
        code = flow.leading_code() or folded(before.get("timecode"))
        label = folded(child(element, "speaker") if name(element) == "sp" else before.get("speaker"))
        if not flow.text:
            return
        parting = "\n\n"
        printed = timed = None
        if label:
            printed, parting = Printed(label, *self._put(label, parting)), " "
        if code:
            timed, parting = Printed(code, *self._put(code, parting)), " "
        start, end = self._put(flow.text, parting)
        self.segments.append(
            Turn(
                self._speaker(element, label, start, end),
                start,
                end,
                flow.text,
                printed,
                self._directions(flow, start, part),
                self._clock.time(element, timed),
                certainty(element),
                part=part,
            )
        )

    def _speaker(self, element: etree._Element, label: str | None, start: int, end: int) -> str | None:
        """Whom ``@who`` points at; in a document that points at nobody, whom the label names."""
        who = element.get("who") or block_of(element).get("who")
        if not who:
            return self.cast.labelled(label) if label and not self._points else None
        speakers = self.cast.pointed_at(who, label)
        if len(speakers) == 1:
            return speakers[0]
        said = f"{len(speakers)} speakers share this turn"
        self.notes.append(Note("speakers-together", said, start, end, tuple(speakers)))
        return None

    def _heading(self, element: etree._Element, part: Part, level: int) -> None:
        words = folded(element)
        if words:
            self.segments.append(Heading(level, *self._put(words, "\n\n"), words, part))

    def _beside(self, element: etree._Element, part: Part) -> None:
        """What is no turn: a direction where it is one, else a passage."""
        flow = self._flow()
        kind = name(element)
        if kind in EVENTS and (kind != "note" or _in_brackets(element)):
            flow.event(element)
        else:
            flow.gather(element)
        if not flow.text:
            return
        start, end = self._put(flow.text, "\n\n")
        if flow.events and flow.events[0].element is element:
            self.segments += self._directions(flow, start, part)
        else:
            self.segments.append(Passage(start, end, flow.text, part, _PASSAGES.get(kind, "narration")))

    def _flow(self) -> Flow:
        return Flow(self._breaks, self._glyphs, self._left_out)

    def _put(self, words: str, parting: str) -> tuple[int, int]:
        if self.length:
            self.length += len(parting)
        start, self.length = self.length, self.length + len(words)
        return start, self.length

    def _directions(self, flow: Flow, base: int, part: Part) -> tuple[Direction, ...]:
        return tuple(
            Direction(kind, text, base + start, base + end, self._clock.seconds(element), part)
            for kind, text, start, end, element in flow.events
        )


def _in_brackets(element: etree._Element) -> bool:
    words = folded(element) or ""
    return words[:1] in tuple("([（【") and words[-1:] in tuple(")]）】")
