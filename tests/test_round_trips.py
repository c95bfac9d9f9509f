"""What we write reads back with the same turns and the same speakers, in the formats that promise it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interviews import event, interview, said
from transcript import read, structure, write
from transcript.model import Document, Source, Speaker, Turn

if TYPE_CHECKING:
    from tests.documents import Draw

NAMES = (
    "Ann Marlowe", "Dr. Bo Lee", "María-José Ó Briain", "Tom & Ruth", "O'Neill", "Jean-Luc van den Berg", "王小明",
    "Interviewer", "Q", "MARTA RUIZ", "Ольга Петрова", "Unknown speaker",
)  # fmt: skip
SAID = (
    "Why did you leave the harbour that night?", "Yes.", "No, never.", "He said: go home.", "Tell me: was it cold?",
    "The storm came in from the north, and nobody on the quay could see the light of the lamp any more.",
    "So the question is: why?", "It was 4:57, or so.", "I used *two* boats & one_small_oar.", "“Quoted,” she said.",
    "It cost $5 (five), i.e. nothing [sic].", "1984. That was the year.", "See https://example.org/a?b=1&c=2 for it.",
    "# first of all, no.", "Well...", "'Tis so.", "=SUM(1) is what I wrote.", "Note that.", "Hm?", "`Code`, that is.",
    "Three went - Kim, Ola and I - and -- well.", "He wrote <b>no</b> & &amp; on it.", "It was a < b, but b > a.",
    "&lt;b&gt; is what I typed.", "*Starred.*", "**Bold:** she wrote.", "_Under_ & over.", "\\*Not\\* that.",
    "~~Gone~~ by now.", "A|B|C.", "[x]: y.", "[sic] he said.", "1. First, no.", "3:15.", "+1 from me.", "@you, then.",
)  # fmt: skip
PROMISED = ("vtt", "srt", "podcast", "html", "markdown", "csv")

LIKE_A_LABEL = ("Anna: yes, I said so.", "Q: was it so?", "Bo Lee: never.")
DRAWN = {
    **dict.fromkeys(("vtt", "podcast", "html", "csv"), SAID + LIKE_A_LABEL),  # these say who speaks
    "markdown": tuple(sentence for sentence in SAID if sentence != "[x]: y."),  # after every turn, it is a label
    "srt": SAID,
}


@st.composite
def interviews(draw: Draw, format: str) -> Document:
    """Two or three people who speak in turn, each at least twice, at known times; what they say may be the same.

    Nobody says the same twice at a stretch: in captions that is a line that rolls.
    """
    sentences = st.lists(st.sampled_from(DRAWN[format]), min_size=1, max_size=6, unique=True)
    paragraphs = sentences.map(lambda said: [" ".join(said[at : at + 2]) for at in range(0, len(said), 2)])
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=3, unique=True))
    now = 0.0
    turns = []
    for number in range(draw(st.integers(2, 4)) * len(names)):
        end = now + draw(st.integers(8, 400)) / 8
        turns.append(said(f"s{number % len(names)}", "\n\n".join(draw(paragraphs)), now, end))
        now = end + draw(st.integers(0, 8)) / 8
    return interview(*turns, speakers=tuple(Speaker(f"s{number}", name) for number, name in enumerate(names)))


def again(document: Document, format: str) -> Document:
    """The document, written and read back without a word on its format but its suffix."""
    source = read(write(document, format), suffix=".md" if format == "markdown" else "")
    assert isinstance(source, Source)
    return structure(source)


def conversation(document: Document) -> list[tuple[str | None, str]]:
    """Who says what, without white space."""
    names = {speaker.id: speaker.name for speaker in document.speakers}
    return [(names.get(turn.speaker or ""), "".join(turn.text.split())) for turn in document.turns]


@pytest.mark.parametrize("format", PROMISED)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_turns_and_speakers_come_back(format: str, data: st.DataObject) -> None:
    document = data.draw(interviews(format))
    assert conversation(again(document, format)) == conversation(document)


@pytest.mark.parametrize("format", ["vtt", "srt", "podcast", "csv"])
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_times_come_back_where_a_format_has_them(format: str, data: st.DataObject) -> None:
    document = data.draw(interviews(format))

    def times(turns: tuple[Turn, ...]) -> list[tuple[float | None, float | None] | None]:
        return [turn.time and (turn.time.start, turn.time.end) for turn in turns]

    assert times(again(document, format).turns) == times(document.turns)


@pytest.mark.parametrize("format", PROMISED)
def test_what_looks_like_a_tag_comes_back(format: str) -> None:
    turns = [
        said(who, f"He wrote <b>no</b> & &amp; {at} <times>.", at, at + 1) for at in range(4) for who in ("ann", "bo")
    ]
    document = interview(*sorted(turns, key=lambda turn: turn.time.start if turn.time and turn.time.start else 0.0))
    assert conversation(again(document, format)) == conversation(document)


@pytest.mark.parametrize("format", PROMISED)
def test_a_direction_in_a_turn_comes_back_in_square_brackets_or_as_it_was(format: str) -> None:
    laughs = event("(laughs)")
    turns = [
        said("ann", "Did the engine fail?", 0, 2),
        said("bo", "It did (laughs) and how.", 2, 4, directions=(laughs,)),
        said("ann", "What then?", 4, 5),
        said("bo", "We rowed.", 5, 6),
    ]
    found = conversation(again(interview(*turns), format))
    assert [name for name, _ in found] == ["Ann", "Bo Lee", "Ann", "Bo Lee"]
    assert found[1][1] in ("Itdid(laughs)andhow.", "Itdid[laughs]andhow.")


@pytest.mark.parametrize("format", PROMISED)
def test_nobody_s_words_are_given_to_nobody_else(format: str) -> None:
    turns = [
        said("ann", "Did the engine fail?", 0, 2),
        said("bo", "It did.", 2, 4),
        said(None, "She is coming!", 4, 5),
        said("ann", "Who was that?", 5, 6),
        said("bo", "Nobody.", 6, 7),
    ]
    found = again(interview(*turns), format)
    assert dict(map(reversed, conversation(found)))["Sheiscoming!"] in (None, "Unknown speaker")  # type: ignore[arg-type]
