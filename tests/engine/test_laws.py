"""The laws of the engine, held for texts that nobody would write: ranges, order, nothing lost, nothing invented."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from transcript import read, structure
from transcript.model import Document, Segment, Source, Turn
from transcript.options import Options

FRAGMENTS = st.sampled_from([
    "Anna: ", "**Bob:** ", "\n", "\n\n", "\r\n", "— ", "- ", "Q. ", "A. ", "P. ", "[laughs]",
    "(applause)", "00:01:02", "[00:00:05] ", "# Head\n", "> quote\n", "Dr. Petrova: words here?",
    "text. ", "JOHN DOE, HOST: hi", "记者：", "*it*", "_u_", "\x0c", "Page 3\n", "\t", "1 ", "\ufeff",
    "\\[", "***", "Mr. SMITH. I rise", "Name  0:05\n", "[Bob] 00:01\nx", "Speaker 1 (00:00):\n",
    "Why do you ask?", "  \u00a0 ", "[crosstalk]", "###", "---\ntitle: x\n---\n", ":", "：", "(", "[",
    "word " * 16 + "\n", "<p>", "\u2028", "END", "○根岸委員長　", "◇ 윤도경> ", "**What now?**\n\n",
    "BY MR. SMITH:\n", ">> ", "• ", "1. ", "2. ", "0001:01 ", "Ben (Prime\nMinister): ", "Hon\n", ">\n", "  7  ",
    "Release Date:\n26/07/2004\n", "(Exhibit\nmarked)\n", "Ben: “Yes.”\n\n",
])  # fmt: skip
TEXTS = st.lists(st.one_of(FRAGMENTS, FRAGMENTS, st.text(max_size=8)), max_size=40).map("".join)
SPEAKERS = ("Anna Bell", "Carl Dorn")
LINES = st.lists(
    st.sampled_from(["Where was it?", "I left at four. It rained.", "No.", "Tell me: why?"]), min_size=4, max_size=12
)


def source_of(text: str) -> Source:
    from transcript.extract.markdown import marks_of

    return Source(text, "plain", "0" * 64, marks_of(text))


def squash(text: str) -> str:
    return "".join(text.split())


def ranges(segment: Segment) -> list[tuple[int, int]]:
    """Every range that the segment claims: its words, its label, its time code."""
    found = [(segment.start, segment.end)]
    if isinstance(segment, Turn):
        if segment.label:
            found.append((segment.label.start, segment.label.end))
        if segment.time and segment.time.code:
            found.append((segment.time.code.start, segment.time.code.end))
    return sorted(found)


def claimed(document: Document, length: int) -> bytearray:
    """How often each character is claimed."""
    count = bytearray(length)
    for segment in document.segments:
        for start, end in ranges(segment):
            for at in range(start, end):
                count[at] += 1
    return count


@settings(max_examples=200)
@given(TEXTS)
def test_ranges_are_valid_and_in_order(text: str) -> None:
    document = structure(source_of(text))
    reached = 0
    for segment in document.segments:
        assert 0 <= segment.start < segment.end <= len(text)
        assert reached <= segment.start
        reached = segment.end


@settings(max_examples=200)
@given(TEXTS)
@example("-")
@example("***Dr. Petrova: words here?***Dr. Petrova: words here?")
def test_every_character_lies_in_exactly_one_place(text: str) -> None:
    count = claimed(structure(source_of(text)), len(text))
    lost = [at for at, char in enumerate(text) if not char.isspace() and count[at] != 1]
    assert lost == []


@settings(max_examples=200)
@given(TEXTS)
def test_the_words_of_a_turn_are_those_of_the_source(text: str) -> None:
    for turn in structure(source_of(text)).turns:
        words, at = "", turn.start
        for span in turn.skipped:
            assert at <= span.start < span.end <= turn.end
            words += text[at : span.start]
            at = span.end
        assert squash(words + text[at : turn.end]) == squash(turn.text)


@settings(max_examples=200)
@given(TEXTS)
def test_directions_stand_in_the_text_of_their_turn_in_order(text: str) -> None:
    for turn in structure(source_of(text)).turns:
        at = 0
        for direction in turn.directions:
            assert turn.start <= direction.start < direction.end <= turn.end
            at = turn.text.index(direction.text, at) + len(direction.text)


def interview(names: tuple[str, str], lines: list[str], parted: str = "\n\n") -> str:
    return parted.join(f"{names[at % 2]}: {line}" for at, line in enumerate(lines)) + parted


@given(LINES)
def test_carriage_returns_move_offsets_and_change_nothing_else(lines: list[str]) -> None:
    text = interview(SPEAKERS, lines)
    plain, carried = structure(source_of(text)), structure(source_of(text.replace("\n", "\r\n")))
    assert [(turn.speaker, turn.text) for turn in plain.turns] == [(turn.speaker, turn.text) for turn in carried.turns]


@given(LINES)
def test_a_speaker_renamed_throughout_is_renamed_and_nothing_else(lines: list[str]) -> None:
    before = structure(source_of(interview(SPEAKERS, lines)))
    after = structure(source_of(interview(("Anna Bell", "Egon Falk"), lines)))
    renamed = [
        replace(speaker, id="egon-falk", name="Egon Falk", labels=("Egon Falk",))
        if speaker.id == "carl-dorn"
        else speaker
        for speaker in before.speakers
    ]
    assert tuple(renamed) == after.speakers
    assert [turn.text for turn in before.turns] == [turn.text for turn in after.turns]


@given(LINES, st.integers(min_value=2, max_value=40))
def test_a_page_number_changes_no_turn(lines: list[str], number: int) -> None:
    text = interview(SPEAKERS, lines)
    head, _, rest = text.partition("\n\n")
    paged = f"{head}\n\n\x0cPage {number}\n\n{rest}".replace("\n\nCarl", f"\n\nPage {number + 1}\n\nCarl", 1)
    before, after = structure(source_of(text)), structure(source_of(paged))
    assert [(turn.speaker, turn.text) for turn in before.turns] == [(turn.speaker, turn.text) for turn in after.turns]


def test_a_text_with_more_turns_than_the_limit_is_refused() -> None:
    import pytest

    from transcript.errors import LimitExceeded

    with pytest.raises(LimitExceeded, match="12 turns; at most 10"):
        structure(source_of(interview(SPEAKERS, ["Yes."] * 12)), Options(max_turns=10))


def test_the_reader_gives_what_the_laws_are_held_on() -> None:
    source = read(b"Anna Bell: yes.\n")
    assert isinstance(source, Source)
    assert source.marks == ()
