"""What counts as wrong, case by case."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.figures import figures
from benchmarks.gold import Gold, GoldSegment
from benchmarks.places import places
from benchmarks.scoring import Judgement, Score, judge
from transcript.model import Document, Origin, Passage, Segment, Span, Turn

TEXT = "A kiln\n\nAnn: Is it hot?\n\nBo: Very hot.\n\n[laughs]\n\nStay back.\n\nAnn: Why?\n"


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


ASKS, ANSWERS, LAUGHS, WARNS, AGAIN = map(at, ("Is it hot?", "Very hot.", "[laughs]", "Stay back.", "Why?"))
GOLD = Gold(
    (
        GoldSegment(*at("A kiln"), "front"),
        GoldSegment(*ASKS, "turn", "Ann"),
        GoldSegment(*ANSWERS, "turn", "Bo"),
        GoldSegment(*LAUGHS, "stage"),
        GoldSegment(*WARNS, "turn", "Bo", continued=True),
        GoldSegment(*AGAIN, "turn", "Ann"),
    )
)


def turn(speaker: str | None, span: tuple[int, int]) -> Turn:
    return Turn(speaker, *span, TEXT[slice(*span)])


def document(*segments: Segment) -> Document:
    return Document(Origin("plain", len(TEXT), "0" * 64), segments)


def judged(*segments: Segment, gold: Gold = GOLD) -> Judgement:
    return judge(TEXT, gold, document(*segments))


RIGHT = (turn("s1", ASKS), turn("s2", ANSWERS), turn("s2", WARNS), turn("s1", AGAIN))


def test_a_document_with_everything_right_is_exact_whatever_the_speakers_are_called() -> None:
    assert judged(*RIGHT).score() == Score(
        words=13, hit=3, changes=3, changes_found=3, speakers=2, speakers_found=2, exact=True
    )


def test_directions_are_not_scored_and_labels_are() -> None:
    through = turn("s2", (ANSWERS[0], WARNS[1]))
    assert judged(RIGHT[0], through, RIGHT[3]).score().exact
    swallowed = turn("s1", (at("Ann: Is")[0], ASKS[1]))
    score = judged(swallowed, *RIGHT[1:]).score()
    assert (score.wrong, score.false, score.mis, score.exact) == (1, 1, 0, False)
    assert score.hit == score.changes - 1


def test_a_turn_given_to_the_other_person_is_the_worst_of_errors() -> None:
    score = judged(*RIGHT[:3], turn("s2", AGAIN)).score()
    assert (score.wrong, score.mis, score.false) == (1, 1, 0)
    assert (score.changes, score.hit, score.changes_wrong) == (3, 2, 1)


def test_two_true_speakers_under_one_name_are_wrong_for_the_one_who_says_less() -> None:
    score = judged(*(replace(segment, speaker="s1") for segment in RIGHT)).score()
    assert (score.wrong, score.mis) == (4, 4)


def test_a_turn_that_names_nobody_is_wrong_but_given_to_nobody() -> None:
    score = judged(*RIGHT[:3], turn(None, AGAIN)).score()
    assert (score.wrong, score.mis, score.false) == (1, 0, 0)
    assert score.hit == 3


def test_who_cannot_be_named_is_right_only_if_nobody_is() -> None:
    gold = replace(GOLD, segments=(*GOLD.segments[:5], replace(GOLD.segments[5], speaker=None)))
    assert judged(*RIGHT[:3], turn(None, AGAIN), gold=gold).score().exact
    assert judged(*RIGHT, gold=gold).score().mis == 1


def test_a_text_in_which_nobody_speaks_is_exact_if_nobody_is_found() -> None:
    nobody = Gold((GoldSegment(0, len(TEXT), "front"),))
    assert judged(gold=nobody).score().exact
    assert judged(*RIGHT, gold=nobody).score().false == 8


def test_what_gold_leaves_open_is_not_scored() -> None:
    gold = replace(GOLD, unscored=(Span(*AGAIN),))
    assert judged(*RIGHT[:3], gold=gold).score().exact


def test_furniture_is_not_scored_if_the_turn_goes_on_behind_it_and_is_if_not() -> None:
    through = turn("s1", (ASKS[0], ANSWERS[1]))
    asks, goes_on = GoldSegment(*ASKS, "turn", "Ann"), GoldSegment(*ANSWERS, "turn", "Ann", continued=True)
    assert judged(through, gold=Gold((asks, goes_on))).score().false == 0
    assert judged(through, gold=Gold((asks, replace(goes_on, continued=False)))).score().false == 1
    heading = GoldSegment(*at("Bo"), "heading")
    assert judged(through, gold=Gold((asks, heading, goes_on))).score().false == 1


def test_a_document_made_of_another_text_is_held_against_the_words() -> None:
    moved = document(
        Passage(0, 6, "A kiln"),
        Turn("s1", 900, 910, "Is it hot?"),
        Turn("s2", 920, 960, "Very hot.\n\nStay back."),
        Turn("s1", 970, 974, "Why?"),
    )
    assert judge(TEXT, GOLD, moved, same_text=False).score().exact


def test_tags_are_no_words_of_a_page() -> None:
    page = "<p class='x'>Ann &amp; Bo</p>"
    score = judge(page, Gold(()), document(), markup=True).score()
    assert score.words == 2


def test_clock_times_are_nobodys_words() -> None:
    assert judge("At 00:12:05.5 we left", Gold(()), document()).score().words == 3


def test_pooled_figures_weigh_words_and_macro_figures_weigh_documents() -> None:
    found = figures([Score(words=90, wrong=9, exact=False), Score(words=10, wrong=0)])
    assert (found.wder, found.wder_macro, found.exact) == (0.09, 0.05, 0.5)


def test_figures_of_no_document_are_nought() -> None:
    assert figures([]).wder == 0.0
    assert figures([]).documents == 0


def test_each_place_says_what_was_expected_and_what_was_found() -> None:
    place, missed = places(judged(RIGHT[0], RIGHT[1], turn("s1", WARNS), RIGHT[3]))
    assert (place.start, place.line, place.words, place.wrong_person) == (WARNS[0], 9, 2, True)
    assert (place.expected, place.found, place.text) == ("Bo", "s1 (who is Ann)", "Stay back.")
    assert (missed.start, missed.words) == (AGAIN[0], 0)
    assert (missed.expected, missed.found) == ("Ann begins to speak", "Ann goes on")


def test_nothing_wrong_is_no_place() -> None:
    assert places(judged(*RIGHT)) == []
