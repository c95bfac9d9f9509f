"""SubRip, judged by pysubs2."""

from __future__ import annotations

import re

import pysubs2
from hypothesis import given, settings

from tests.documents import SAMPLE
from tests.interviews import interview, said, timed_interviews
from transcript.model import Document, Speaker
from transcript.options import DEFAULTS, Options
from transcript.typeset.cards import RUN_ON
from transcript.typeset.cues import captions_of
from transcript.writers.srt import LINES, WIDTH, write

STARTS = "|".join(map(re.escape, RUN_ON))


def cards(document: Document, options: Options = DEFAULTS) -> list[list[str]]:
    text = write(document, options).decode()
    return [block.split("\n") for block in text.removesuffix("\n").split("\n\n")]


def parsed(document: Document) -> pysubs2.SSAFile:
    return pysubs2.SSAFile.from_string(write(document, DEFAULTS).decode(), format_="srt", keep_unknown_html_tags=True)


def test_a_card_has_a_number_two_times_and_the_name_of_a_new_speaker() -> None:
    assert cards(SAMPLE)[0] == ["1", "00:00:31,000 --> 00:00:35,500", "Wray: When did you first take", "the boat out?"]


def test_long_turns_are_cards_that_share_the_time_by_length() -> None:
    document = interview(said("ann", "one two three four five six seven eight nine ten eleven twelve thirteen", 10, 20))
    assert [card[1:] for card in cards(document)] == [
        ["00:00:10,000 --> 00:00:17,972", "Ann: one two three four five six", "seven eight nine ten eleven"],
        ["00:00:17,972 --> 00:00:20,000", "twelve thirteen"],
    ]


def test_a_card_whose_first_line_has_a_colon_says_the_name_again() -> None:
    words = "I have told them again and again that this is so for one reason: boats sink."
    assert [card[2:] for card in cards(interview(said("ann", words, 1, 9)))] == [
        ["Ann: I have told them again and", "again that this is so for one"],
        ["Ann: reason: boats sink."],
    ]


def test_a_name_has_no_colon_of_its_own() -> None:
    document = interview(said("q", "Yes.", 1, 2), speakers=(Speaker("q", "Q: press"),))
    assert cards(document)[0][2] == "Q press: Yes."


def test_what_would_be_a_tag_or_a_timing_is_parted_by_a_blank() -> None:
    document = interview(said("ann", "<b> &amp; {\\an8} a --> b < c", 1, 2))
    assert " ".join(" ".join(cards(document)[0][2:]).split()) == "Ann: < b> & amp; { \\an8} a -- > b < c"


def test_synthetic_times_are_announced_beside_the_first_card() -> None:
    document = interview(said("ann", "One two."), said("bo", "Three four."))
    assert cards(document, Options(words_per_minute=120)) == [
        ["1", "00:00:00,000 --> 00:00:01,000", "[Times are synthetic]"],
        ["2", "00:00:00,000 --> 00:00:01,000", "Ann: One two."],
        ["3", "00:00:01,000 --> 00:00:02,000", "Bo Lee: Three four."],
    ]


@settings(max_examples=200)
@given(timed_interviews())
def test_a_parser_of_others_finds_every_card_in_time(document: Document) -> None:
    events = parsed(document).events
    cues = captions_of(document, DEFAULTS).cues
    assert len(events) == len(cards(document))
    assert all(event.start < event.end for event in events)
    assert {event.start for event in events} >= {cue.start for cue in cues}
    assert {event.end for event in events} >= {cue.end for cue in cues}


@settings(max_examples=200)
@given(timed_interviews())
def test_cards_are_small_and_hold_every_word(document: Document) -> None:
    written = cards(document)
    for card in written:
        assert len(card) - 2 <= LINES or len(written) > 1
        for line in card[2:]:
            assert len(line) <= WIDTH or " " not in re.sub(f"^(Ann|Bo Lee|Q|Unknown speaker): | (?={STARTS})", "", line)
    cues = captions_of(document, DEFAULTS).cues
    spoken = "".join(line for cue in cues for voice in cue.voices for line in voice.lines)
    shown = "".join(re.sub(r"^(Ann|Bo Lee|Q|Unknown speaker): ", "", card[2]) + "".join(card[3:]) for card in written)
    assert "".join(shown.split()) == "".join(spoken.split())
