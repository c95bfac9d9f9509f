"""Documents for every test: one to read, and a strategy that draws any number of hostile ones."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from transcript.model import (
    Direction,
    DirectionType,
    Document,
    Heading,
    Metadata,
    Note,
    Origin,
    Part,
    Passage,
    PassageType,
    Printed,
    Reason,
    Review,
    Role,
    Segment,
    Span,
    Speaker,
    SpeakerKind,
    Time,
    TimeKind,
    Turn,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Draw = Callable[[st.SearchStrategy[Any]], Any]

# --- One document to read ---------------------------------------------------------------------------------------------

SAMPLE_TEXT = """\
The Last Ferry

Recorded in Lerwick on 4 May 2019.

Crossings

[00:00:31] Wray: When did you first take
the boat out?

Dr. Inés Calder, harbour pilot: In the winter of 1962. (laughs) Three of us went:

- my brother,
- the mate

17
and I. Nobody spoke.

They walk down to the pier.

CALDER: There & back <twice> a day [inaudible 00:12:05].

[END OF TAPE 1]

Voice: Is she coming?

Transcript edited for length.
"""


def _spot(words: str) -> tuple[int, int]:
    start = SAMPLE_TEXT.index(words)
    return start, start + len(words)


def _whole(first: str, last: str) -> tuple[int, int]:
    return SAMPLE_TEXT.index(first), _spot(last)[1]


def _printed(words: str) -> Printed:
    return Printed(words, *_spot(words))


SAMPLE = Document(
    source=Origin("plain", len(SAMPLE_TEXT), sha256(SAMPLE_TEXT.encode()).hexdigest(), ("name-colon",)),
    metadata=Metadata(title="The Last Ferry", date="2019-05-04", place="Lerwick", language="en"),
    speakers=(
        Speaker("wray", "Wray", role="interviewer", labels=("Wray",)),
        Speaker(
            "ines-calder",
            "Dr. Inés Calder",
            role="interviewee",
            description="harbour pilot",
            ref="https://example.org/people/calder https://example.org/pilots/7",
            labels=("Dr. Inés Calder, harbour pilot", "CALDER"),
        ),
        Speaker("voice", "Voice", kind="group", labels=("Voice",)),
    ),
    segments=(
        Heading(1, *_spot("The Last Ferry"), "The Last Ferry", part="front"),
        Passage(
            *_spot("Recorded in Lerwick on 4 May 2019."),
            "Recorded in Lerwick on 4 May 2019.",
            part="front",
            type="metadata",
        ),
        Heading(2, *_spot("Crossings"), "Crossings"),
        Turn(
            "wray",
            *_spot("When did you first take\nthe boat out?"),
            "When did you first take the boat out?",
            label=_printed("Wray:"),
            time=Time(31.0, code=_printed("[00:00:31]")),
            confidence=0.98,
        ),
        Turn(
            "ines-calder",
            *_whole("In the winter", "Nobody spoke."),
            "In the winter of 1962. (laughs) Three of us went:\n\n- my brother,\n- the mate\n\nand I. Nobody spoke.",
            label=_printed("Dr. Inés Calder, harbour pilot:"),
            directions=(Direction("laughter", "(laughs)", *_spot("(laughs)")),),
            time=Time(35.5, 725.25, "approximate"),
            confidence=0.99,
            skipped=(Span(*_spot("17")),),
        ),
        Passage(*_spot("They walk down to the pier."), "They walk down to the pier."),
        Turn(
            "ines-calder",
            *_spot("There & back <twice> a day [inaudible 00:12:05]."),
            "There & back <twice> a day [inaudible 00:12:05].",
            label=_printed("CALDER:"),
            directions=(Direction("inaudible", "[inaudible 00:12:05]", *_spot("[inaudible 00:12:05]"), time=725.0),),
            confidence=0.9,
        ),
        Direction("media", "[END OF TAPE 1]", *_spot("[END OF TAPE 1]")),
        Turn(None, *_spot("Is she coming?"), "Is she coming?", label=_printed("Voice:"), confidence=0.4),
        Passage(*_spot("Transcript edited for length."), "Transcript edited for length.", part="back"),
    ),
    notes=(
        Note("speaker-ambiguous", "Two people may be meant.", *_spot("Voice:"), candidates=("voice", "wray")),
        Note("times-partly-missing", "Some turns have no time."),
    ),
    review=(Review(*_spot("Voice:"), "Nothing says whose voice it is.", 0.4),),
    confidence=0.4,
    explanation=(
        Reason("layout", "name-colon", taken=True, reasons=("5 of 6 paragraphs begin with a label",)),
        Reason("label", "Three of us went", taken=False, reasons=("a list follows",)),
    ),
)

# --- Any number of hostile ones ---------------------------------------------------------------------------------------

HOSTILE = (
    "]]>", "--", "-->", "<!--", "&amp;", "<b>", "</u>", '"', "'", "&", "\\", "{{7*7}}", "%s", "WEBVTT", "#", "*", "_",
    "Q:", "[laughs]", "\x00", "\x01", "\x0b", "\x0c", "\x1b[31m", "\x1f", "\x7f", "\x85", "\xa0", "\u2028", "\u200b",
    "\u200f", "\u202e", "\u2066", "\ufdd0", "\ufeff", "\ufffe", "\U0001f600", "\U0010ffff", "e\u0301", "שלום", "记者：",
)  # fmt: skip

_characters = st.characters(codec="utf-8", exclude_characters="\r\n")
_scraps = st.lists(
    st.sampled_from(HOSTILE) | st.sampled_from(("word", "two words", "a", ".")) | st.text(_characters, max_size=5),
    min_size=1,
    max_size=4,
)
words = _scraps.map(lambda scraps: " ".join(scraps).strip()).filter(bool)
"""One line of words, never blank, without a line feed or a carriage return, otherwise as hostile as can be."""

_shares = st.floats(0, 1)
_seconds = st.floats(0, 360_000, allow_nan=False).map(lambda value: value + 0.0)


def _one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


class _Page:
    """A source in the making: each piece is put down after the last, and its span comes back."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.pieces: list[str] = []
        self.length = 0

    def gap(self, *choices: str) -> None:
        self.put(self.draw(st.sampled_from(choices)))

    def put(self, piece: str) -> tuple[int, int]:
        start = self.length
        self.pieces.append(piece)
        self.length += len(piece)
        return start, self.length

    def printed(self, piece: str) -> Printed:
        return Printed(piece, *self.put(piece))


def _time(page: _Page, *, may_be_printed: bool) -> Time | None:
    if not page.draw(st.booleans()):
        return None
    start, length = page.draw(st.none() | _seconds), page.draw(st.none() | _seconds)
    end = length if start is None or length is None else start + length
    code = None
    if may_be_printed and page.draw(st.booleans()):
        code = page.printed(page.draw(words))
        page.gap("", " ")
    return Time(start, end, page.draw(_one_of(TimeKind)), code)


def _direction(page: _Page, part: Part) -> Direction:
    words_ = page.draw(words.map("[{}]".format) | words)
    return Direction(
        page.draw(_one_of(DirectionType)), words_, *page.put(words_), time=page.draw(st.none() | _seconds), part=part
    )


def _turn(page: _Page, part: Part, speaker: str | None) -> Turn:
    draw = page.draw
    time = _time(page, may_be_printed=True)
    label = None
    if draw(st.booleans()):
        label = page.printed(draw(words))
        page.gap("", " ", "\n")
    start, text = page.length, ""
    directions: list[Direction] = []
    skipped: list[Span] = []
    for turn_of in draw(st.lists(st.sampled_from(("words", "direction", "skipped")), max_size=4)):
        if turn_of == "skipped" and text:
            skipped.append(Span(*page.put(draw(words))))
        elif turn_of == "direction":
            directions.append(_direction(page, part))
            text += directions[-1].text
        else:
            piece = draw(words)
            page.put(piece)
            text += piece
        blank = draw(st.sampled_from((" ", "\n", "\n\n")))
        page.put(blank)
        text += blank
    last = draw(words)
    page.put(last)
    return Turn(
        speaker, start, page.length, text + last, label, tuple(directions), time, draw(_shares), tuple(skipped), part
    )


def _segment(page: _Page, part: Part, speakers: tuple[Speaker, ...]) -> Segment:
    draw = page.draw
    kind = draw(st.sampled_from(("turn", "turn", "turn", "heading", "direction", "passage")))
    if kind == "turn":
        return _turn(page, part, draw(st.sampled_from((None, *(speaker.id for speaker in speakers)))))
    if kind == "direction":
        return _direction(page, part)
    text = draw(words)
    if kind == "heading":
        return Heading(draw(st.integers(1, 6)), *page.put(text), text, part)
    return Passage(*page.put(text), text, part, draw(_one_of(PassageType)))


_speakers = st.lists(
    st.builds(
        Speaker,
        id=st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?", fullmatch=True),
        name=words,
        role=st.none() | _one_of(Role),
        kind=_one_of(SpeakerKind),
        description=st.none() | words,
        ref=st.sampled_from((None, "https://example.org/a?b=1&c=2", "https://example.org/a urn:x:y")),
        labels=st.lists(words, max_size=3).map(tuple),
    ),
    max_size=3,
    unique_by=lambda speaker: speaker.id,
).map(tuple)

_metadata = st.builds(
    Metadata,
    date=st.sampled_from((None, "1999", "1999-12", "1999-12-31")),
    language=st.sampled_from((None, "en", "zh-Hant-TW", "x-private")),
    **{
        name: st.none() | words
        for name in Metadata.__dataclass_fields__
        if name not in ("date", "language")
    },
)  # fmt: skip


@st.composite
def documents_with_sources(draw: Draw, max_segments: int = 6) -> tuple[Document, str]:
    """A valid document, and the text of the source that it describes: offsets, texts and gaps agree."""
    page = _Page(draw)
    speakers = draw(_speakers)
    parts = sorted(draw(st.lists(_one_of(Part), max_size=max_segments)), key=("front", "body", "back").index)
    segments = []
    for part in parts:
        page.gap("\n\n", "\n", " ")
        segments.append(_segment(page, part, speakers))
    spans = [(segment.start, segment.end) for segment in segments]
    text = "".join(page.pieces)
    document = Document(
        source=Origin("plain", len(text), sha256(text.encode()).hexdigest(), tuple(draw(st.lists(words, max_size=2)))),
        segments=tuple(segments),
        speakers=speakers,
        metadata=draw(_metadata),
        notes=tuple(
            Note(draw(words), draw(words), start, end, tuple(draw(st.lists(words, max_size=2))))
            for start, end in draw(st.lists(st.sampled_from([(None, None), *spans]), max_size=2))
        ),
        review=tuple(Review(*span, draw(words), draw(_shares)) for span in spans[:2] if draw(st.booleans())),
        confidence=draw(_shares),
        explanation=tuple(
            draw(
                st.lists(
                    st.builds(
                        Reason,
                        st.sampled_from(("layout", "label")),
                        words,
                        st.booleans(),
                        st.lists(words, max_size=2).map(tuple),
                    ),
                    max_size=2,
                )
            )
        ),
    )
    return document, text


def documents(max_segments: int = 6) -> st.SearchStrategy[Document]:
    """A valid document with hostile words, up to that many segments."""
    return documents_with_sources(max_segments).map(lambda pair: pair[0])
