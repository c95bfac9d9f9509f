"""Which cue each turn is in, and when: no time is invented, and what is not known is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.interviews import event, interview, said, timed_interviews
from transcript.errors import CannotWrite
from transcript.model import Direction, Document, Segment
from transcript.options import DEFAULTS, Options
from transcript.typeset.cues import captions_of, lines_of
from transcript.typeset.timeline import timeline_of


def cues(*segments: Segment, options: Options = DEFAULTS) -> list[tuple[int, int, list[str]]]:
    """Start and end in seconds, and the words of each voice."""
    captions = captions_of(interview(*segments), options)
    return [
        (cue.start // 1000, cue.end // 1000, [*map(" ".join, (v.lines for v in cue.voices))]) for cue in captions.cues
    ]


def remarks(*segments: Segment, options: Options = DEFAULTS) -> list[str | None]:
    return [cue.remark for cue in captions_of(interview(*segments), options).cues]


def test_a_known_end_ends_a_cue() -> None:
    turns = said("ann", "One.", 1, 3), said("bo", "Two.", 5, 6)
    assert cues(*turns) == [(1, 3, ["One."]), (5, 6, ["Two."])]
    assert remarks(*turns) == [None, None]


def test_without_an_end_a_cue_lasts_to_the_next_known_time() -> None:
    assert cues(said("ann", "One.", 1), said("bo", "Two.", 5, 6)) == [(1, 5, ["One."]), (5, 6, ["Two."])]


def test_an_untimed_turn_shares_the_cue_of_the_turn_before() -> None:
    turns = said("ann", "One.", 1), said("bo", "Two."), said("ann", "Three.", 9, 10)
    assert cues(*turns) == [(1, 9, ["One.", "Two."]), (9, 10, ["Three."])]
    assert remarks(*turns) == ["2 turns share this cue: not all of their times are known.", None]


def test_an_untimed_turn_follows_the_known_end_of_the_turn_before() -> None:
    turns = said("ann", "One.", 1, 3), said("bo", "Two."), said("ann", "Three.", 9, 10)
    assert cues(*turns) == [(1, 3, ["One."]), (3, 9, ["Two."]), (9, 10, ["Three."])]
    assert remarks(*turns)[1] == "When this cue begins is not known: not before the time it shows."


def test_an_untimed_turn_does_not_pass_the_next_known_time() -> None:
    turns = said("ann", "One.", 1, 12), said("bo", "Two."), said("ann", "Three.", 9, 10)
    assert cues(*turns) == [(1, 12, ["One.", "Two."]), (9, 10, ["Three."])]


def test_turns_before_the_first_known_time_are_a_cue_from_nought() -> None:
    turns = said("ann", "One."), said("bo", "Two."), said("ann", "Three.", 9, 10)
    assert cues(*turns) == [(0, 9, ["One.", "Two."]), (9, 10, ["Three."])]
    assert "not known" in str(remarks(*turns)[0])


def test_turns_before_a_first_time_of_nought_share_its_cue() -> None:
    assert cues(said("ann", "One."), said("bo", "Two.", 0, 4)) == [(0, 4, ["One.", "Two."])]


def test_people_who_speak_at_once_are_cues_that_overlap() -> None:
    assert cues(said("ann", "One.", 1, 8), said("bo", "Two.", 1, 4), said("ann", "Three.", 2))[:2] == [
        (1, 8, ["One."]),
        (1, 4, ["Two."]),
    ]


def test_turns_at_one_second_share_a_cue() -> None:
    assert cues(said("ann", "One.", 1), said("bo", "Two.", 1), said("ann", "Three.", 4, 5)) == [
        (1, 4, ["One.", "Two."]),
        (4, 5, ["Three."]),
    ]


def test_only_the_end_of_the_last_cue_is_guessed_and_that_is_said() -> None:
    turns = said("ann", "One.", 1), said("bo", "word " * 150, 5)
    assert cues(*turns)[1][:2] == (5, 65)
    assert remarks(*turns) == [None, "Its end is a guess, at 150 words a minute."]


def test_an_end_before_its_start_is_no_end() -> None:
    assert cues(said("ann", "One.", 5, 0), said("bo", "Two.", 7, 8)) == [(5, 7, ["One."]), (7, 8, ["Two."])]


def test_directions_stand_in_square_brackets() -> None:
    laughs = event("(laughs)")
    assert lines_of(said("ann", "Oh (laughs) no (really).", directions=(laughs,))) == ("Oh [laughs] no (really).",)
    assert lines_of(event("END OF TAPE 1")) == ("[END OF TAPE 1]",)
    assert lines_of(event("[sighs]")) == ("[sighs]",)
    assert lines_of(event("（笑）")) == ("[笑]",)


def test_a_direction_between_turns_is_in_the_cue_before_and_a_bare_time_in_none() -> None:
    code = Direction("timecode", "[00:00:07]", 0, 10, time=7.0)
    turns = said("ann", "One.", 1, 3), event("(laughs)"), code, said("bo", "Two.", 9, 10)
    assert cues(*turns) == [(1, 3, ["One.", "[laughs]"]), (9, 10, ["Two."])]


@pytest.mark.parametrize(
    ("segments", "reason"),
    [
        ((), "has none"),
        ((event("[laughs]"),), "has none"),
        ((said("ann", "One."),), "captions need times and no turn has one"),
        ((said("ann", "One.", None, 4),), "captions need times and no turn has one"),
        ((said("ann", "One.", 9), said("bo", "Two.", 3)), "turn 2 begins 6 s before the one above it"),
        ((said("ann", "One.", 9, kind="wall-clock"),), "times of day; captions need times of a recording"),
        ((said("ann", "One.", 9, kind="wall-clock"), said("bo", "Two.", 9)), "some times are times of day"),
    ],
)
def test_captions_are_refused_with_a_reason(segments: tuple[Segment, ...], reason: str) -> None:
    with pytest.raises(CannotWrite, match=reason):
        captions_of(interview(*segments), DEFAULTS)


def test_synthetic_times_are_made_where_they_are_asked_for_and_said_to_be() -> None:
    options = Options(words_per_minute=60)
    document = interview(event("[music]"), said("ann", "one two three"), said("bo", "four"), said("ann", "五六七八"))
    captions = captions_of(document, options)
    assert [(cue.start, cue.end) for cue in captions.cues] == [(0, 3000), (3000, 4000), (4000, 7000)]
    assert captions.synthetic
    assert captions.remark == "Times are synthetic: no time is known, 60 words a minute are assumed."


def test_known_times_win_over_synthetic_ones() -> None:
    captions = captions_of(interview(said("ann", "One.", 7, 8)), Options(words_per_minute=60))
    assert (captions.cues[0].start, captions.synthetic, captions.remark) == (7000, False, None)


def test_times_of_day_count_from_the_first_where_that_is_asked_for() -> None:
    turns = [said("ann", f"{at}.", at, at + 2, kind="wall-clock") for at in (86_390.0, 86_395.0, 4.0, 9.0)]
    captions = captions_of(interview(*turns), Options(wall_clock="from-first"))
    assert [cue.start // 1000 for cue in captions.cues] == [0, 5, 14, 19]
    assert captions.cues[2].end == 16_000
    assert captions.remark == "Times are times of day, counted from the first of them."


def test_times_of_day_that_run_backwards_are_refused() -> None:
    turns = [said("ann", "One.", at, kind="wall-clock") for at in (50_000.0, 49_000.0)]
    with pytest.raises(CannotWrite, match="turn 2 begins 1000 s before the one above it"):
        captions_of(interview(*turns), Options(wall_clock="from-first"))


def test_approximate_times_are_said_to_be() -> None:
    assert (
        captions_of(interview(said("ann", "One.", 1, 2, kind="approximate")), DEFAULTS).remark
        == "Times are approximate."
    )


@settings(max_examples=200)
@given(timed_interviews())
def test_cues_are_in_order_and_hold_every_turn_once(document: Document) -> None:
    captions = captions_of(document, DEFAULTS)
    starts = [cue.start for cue in captions.cues]
    assert starts == sorted(starts)
    assert all(0 <= cue.start < cue.end for cue in captions.cues)
    voices = [voice.turn for cue in captions.cues for voice in cue.voices]
    assert tuple(turn for turn in voices if turn) == document.turns


@settings(max_examples=200)
@given(timed_interviews())
def test_every_time_but_the_last_end_is_one_that_the_document_knows(document: Document) -> None:
    known = {0}
    for entry in timeline_of(document, DEFAULTS).entries:
        known |= {time for time in (entry.start, entry.end) if time is not None}
    cues = captions_of(document, DEFAULTS).cues
    assert {cue.start for cue in cues} <= known
    assert all(cue.end in known or "guess" in str(cue.remark) for cue in cues)
    assert sum("guess" in str(cue.remark) for cue in cues) <= len([cue for cue in cues if cue.start == cues[-1].start])
