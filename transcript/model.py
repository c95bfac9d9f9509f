"""The words of this project: what a source, a segment, a speaker and a document are.

Every offset in the project counts Unicode code points of :attr:`Source.text`, and every range is
half-open. Every value here is frozen and compares by content.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Part = Literal["front", "body", "back"]
Role = Literal["interviewer", "interviewee", "other"]
SpeakerKind = Literal["person", "group"]
TimeKind = Literal["exact", "approximate", "wall-clock"]
DirectionType = Literal[
    "applause", "crosstalk", "foreign", "gesture", "inaudible", "incident", "kinesic", "laughter", "media", "music",
    "pause", "phonetic", "redacted", "setting", "silence", "timecode", "uncertain", "vocal", "other",
]  # fmt: skip
PassageType = Literal["narration", "legend", "furniture", "metadata"]
MarkKind = Literal["syntax", "bold", "italic", "heading", "item", "quote", "paragraph", "time", "voice", "metadata"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points of the source."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Printed:
    """Words as the source prints them, folded to one line, and where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What a format knows and plain text does not.

    * ``syntax``: characters of the format itself, nobody's words: asterisks of Markdown, tags, cue numbers. Where they
      stand for other characters, ``value`` is these: ``'`` for ``&#39;``, a line end for ``<br>``.
    * ``voice``: the characters that print a speaker's name in a format that says so; ``value`` is the name. What
      follows is that speaker's, up to the next voice.
    * ``time``: what is said in this range is said from ``value`` to ``end_value`` (seconds; either may be None).
    * ``metadata``: a block of fields about the text, such as YAML front matter; no label stands in it.
    * ``heading`` (``value``: the level), ``item`` (``value``: its marker), ``quote``, ``paragraph``, ``bold``,
      ``italic``: the range so set.

    Ranges of one kind do not overlap.
    """

    kind: MarkKind
    start: int
    end: int
    value: str | float | None = None
    end_value: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One text, and the marks that its format knew about it, sorted by start."""

    text: str
    format: str
    sha256: str
    marks: tuple[Mark, ...] = ()
    encoding: str | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds from the start of the recording, or of the day where ``kind`` is ``wall-clock``; unknown is None.

    ``code`` is the time as printed beside the label; None where the label itself or a line of its own prints it, or the
    format gave it.
    """

    start: float | None
    end: float | None = None
    kind: TimeKind = "exact"
    code: Printed | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person, or (``kind="group"``) one label that names nobody in particular.

    ``ref`` holds authority addresses, parted by one blank. ``labels`` are the words of every printed label,
    in order of appearance, without their closing punctuation.
    """

    id: str
    name: str
    role: Role | None = None
    kind: SpeakerKind = "person"
    description: str | None = None
    ref: str | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Direction:
    """What is not speech but belongs to it: ``[laughter]``, ``(applause)``, ``[inaudible 00:12:05]``.

    Alone it is a segment; within a turn its text also stands in the turn's text, in the same order.
    ``time`` is in seconds.
    """

    type: DirectionType
    text: str
    start: int
    end: int
    time: float | None = None
    part: Part = "body"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a stretch.

    ``start`` and ``end`` enclose the spoken words; label and time code lie outside. ``text`` holds these words:
    paragraphs parted by a blank line, list items on lines of their own with their markers, hard line wraps undone,
    the characters of ``skipped`` left out (line numbers, running heads, syntax of the format) or, where they stand
    for others (``&#39;``), those in their place. Apart from these and white space, ``text`` is exactly the source from
    ``start`` to ``end`` without ``skipped``.
    A turn without a label goes on after an interruption, or its label is the typography of the page.
    ``confidence`` runs from 0 to 1.
    """

    speaker: str | None
    start: int
    end: int
    text: str
    label: Printed | None = None
    directions: tuple[Direction, ...] = ()
    time: Time | None = None
    confidence: float = 1.0
    skipped: tuple[Span, ...] = ()
    part: Part = "body"


@dataclass(frozen=True, slots=True)
class Heading:
    """A title between the turns. ``level`` runs from 1, the title of the document, to 6."""

    level: int
    start: int
    end: int
    text: str
    part: Part = "body"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that nobody in the interview speaks: front and back matter, narration, a legend, page furniture."""

    start: int
    end: int
    text: str
    part: Part = "body"
    type: PassageType = "narration"


Segment = Turn | Heading | Direction | Passage


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know. ``code`` is stable; ``message`` may change."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A place that a person should look at, and why. Reviews are sorted, the most doubtful first."""

    start: int
    end: int
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Origin:
    """What the document was made from. ``sha256`` is that of the bytes that were read."""

    format: str
    characters: int
    sha256: str
    layouts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the interview: given by the caller, or said by the text in so many words; else None.

    ``date`` is an ISO 8601 date, perhaps only a year or a year and month; ``language`` is a BCP 47 tag.
    """

    title: str | None = None
    date: str | None = None
    place: str | None = None
    language: str | None = None
    publisher: str | None = None
    repository: str | None = None
    collection: str | None = None
    identifier: str | None = None
    licence: str | None = None
    rights: str | None = None
    recording: str | None = None
    filename: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a layout or a label was taken or refused, in words."""

    subject: Literal["layout", "label"]
    name: str
    taken: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A structured interview. ``segments`` are in reading order and do not overlap.

    ``confidence`` (0 to 1) is that of the whole: that every turn is right. ``explanation`` is filled where the
    caller asked for it.
    """

    source: Origin
    segments: tuple[Segment, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[Note, ...] = ()
    review: tuple[Review, ...] = ()
    confidence: float = 1.0
    explanation: tuple[Reason, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns alone, in reading order."""
        return tuple(segment for segment in self.segments if isinstance(segment, Turn))
