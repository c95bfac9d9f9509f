"""CHAT: utterances have a voice, analyses are syntax, headers are fields about the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.sources import assert_lawful, folded, marked, spots
from transcript.errors import UnreadableInput
from transcript.model import Source
from transcript.readers import chat

SAMPLE = (
    "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tMOT Ada Mother, CHI Target_Child,\n\tOBS Jon_Byrne Investigator\n"
    "*MOT:\twhere is\n\tthe boat ? \x151200_2350\x15\n%mor:\tadv|where v|is\n\tdet|the n|boat ?\n"
    "*CHI:\tgone [//] gone (.) . \x152350_2350\x15\n@Comment:\ta door bangs\n"
    "*OBS:\tah . \x153000_3500\x15 so . \x153500_4000\x15\n@End\n"
)


def read(text: str) -> Source:
    source = chat.read(text.encode())
    assert_lawful(source)
    assert source.text == text
    return source


def test_a_speaker_is_named_as_the_participants_line_names_the_code() -> None:
    source = read(SAMPLE)
    assert [mark.value for mark in marked(source, "voice")] == ["Ada", "CHI", "Jon Byrne"]
    assert spots(source, "voice") == ["*MOT:", "*CHI:", "*OBS:"]


@pytest.mark.parametrize("other", ["Ann", "Ann_Lee", "Lee_Ann_May"])
def test_two_people_whose_names_share_a_word_keep_their_codes(other: str) -> None:
    source = read(f"@Begin\n@Participants:\tANN Ann Mother, ANA {other} Sister\n*ANN:\tyes .\n*ANA:\tno .\n@End\n")
    assert [mark.value for mark in marked(source, "voice")] == ["ANN", "ANA"]


def test_analyses_and_times_are_no_words() -> None:
    source = read(SAMPLE)
    assert folded(source).endswith(
        "Investigator where is the boat ? gone [//] gone (.) . @Comment: a door bangs ah . so . @End"
    )


def test_times_are_milliseconds_and_hold_for_the_words_before_them() -> None:
    source = read(SAMPLE)
    times = [(mark.value, mark.end_value, source.text[mark.start : mark.end]) for mark in marked(source, "time")]
    assert times == [
        (1.2, 2.35, "where is\n\tthe boat ?"),
        (2.35, None, "gone [//] gone (.) ."),
        (3.0, 3.5, "ah ."),
        (3.5, 4.0, "so ."),
    ]


def test_headers_are_fields_wherever_they_stand() -> None:
    assert spots(read(SAMPLE), "metadata")[-2:] == ["@Comment:\ta door bangs", "@End"]


def test_the_bullets_of_old_files_name_a_recording() -> None:
    source = read('@Begin\n*AAA:\thello . \x15%snd:"tape"_100_900\x15\n@End')
    assert [(mark.value, mark.end_value) for mark in marked(source, "time")] == [(0.1, 0.9)]


def test_a_line_that_belongs_to_no_record_is_kept_and_noted() -> None:
    source = read("@Begin\r\n*AAA:\thello\r\nand goodbye .\r\n@End\r\n")
    assert [note.code for note in source.notes] == ["line-unread"]
    assert "line 3" in source.notes[0].message
    assert source.text[source.notes[0].start : source.notes[0].end].strip() == "and goodbye ."


def test_a_file_without_records_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"\*CODE:"):
        chat.read(b"Ada: where is the boat?")


@pytest.mark.parametrize(
    ("data", "is_chat"),
    [
        (SAMPLE.encode(), True),
        (SAMPLE.encode("utf-8-sig"), True),
        (SAMPLE.encode("utf-16"), True),
        (b"@Begin\n*AAA:\tyes .\n", True),
        (b"@ada wrote: yes", False),
        (b"*Ada:* yes", False),
    ],
)
def test_the_first_header_tells_the_format(data: bytes, is_chat: bool) -> None:
    assert chat.sniff(data) is is_chat


PIECES = st.sampled_from(
    ["@Begin", "@Participants:", "*", "AAA", ":", "\t", "\n", "\r\n", "\r", "%mor:", "\x15", "1_2", "words .",
     " ", "@", "\ufeff", ","]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_hostile_text_is_lawful_or_refused(text: str) -> None:
    try:
        source = chat.read(text.encode())
    except UnreadableInput:
        return
    assert_lawful(source)
    assert source.text == text
