"""Of what is marked sure, how much is right."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.calibration import Claim, buckets, of_document, of_turns
from benchmarks.scoring import judge
from tests.benchmarks.test_scoring import AGAIN, ANSWERS, GOLD, LAUGHS, RIGHT, TEXT, WARNS, at, document, turn
from transcript.model import Segment


def claims(*segments: Segment) -> list[tuple[bool, bool]]:
    """For each turn that is judged: whether it is right, and its person."""
    found = document(*segments)
    return [(claim.right, claim.person) for _, claim in of_turns(found, judge(TEXT, GOLD, found))]


def test_every_turn_of_an_exact_document_is_right() -> None:
    assert claims(*RIGHT) == [(True, True)] * 4


def test_a_turn_that_swallows_a_label_has_the_right_person_but_is_wrong() -> None:
    long = turn("s2", (WARNS[0], at("Ann: Why")[0] + 3))
    assert claims(*RIGHT[:2], long, RIGHT[3])[2] == (False, True)


def test_a_turn_that_stops_too_early_is_wrong() -> None:
    short = turn("s2", (ANSWERS[0], ANSWERS[0] + 4))
    assert claims(RIGHT[0], short, *RIGHT[2:])[1] == (False, True)


def test_a_turn_of_another_person_is_wrong_in_both_ways() -> None:
    assert claims(*RIGHT[:3], turn("s2", AGAIN))[3] == (False, False)


def test_a_turn_that_names_nobody_is_not_right() -> None:
    assert claims(*RIGHT[:3], turn(None, AGAIN))[3] == (False, False)


def test_a_turn_without_a_scored_word_is_not_judged() -> None:
    assert len(claims(*RIGHT[:2], turn("s2", LAUGHS), *RIGHT[2:])) == 4


def test_a_document_claims_that_all_of_it_is_right() -> None:
    right = replace(document(*RIGHT), confidence=0.97)
    assert of_document(right, judge(TEXT, GOLD, right)) == Claim(0.97, right=True, person=True)
    part = replace(document(*RIGHT[:3]), confidence=0.4)
    assert of_document(part, judge(TEXT, GOLD, part)) == Claim(0.4, right=False, person=True)


def test_a_bucket_holds_its_lower_edge_and_the_last_holds_certainty() -> None:
    found = buckets([Claim(at, right=at > 0.9, person=True) for at in (0.0, 0.5, 0.94, 0.95, 0.99, 1.0)])
    assert [(bucket.low, bucket.claims, bucket.right) for bucket in found] == [
        (0.0, 1, 0), (0.5, 1, 0), (0.7, 0, 0), (0.9, 1, 1), (0.95, 1, 1), (0.99, 2, 2), (0.95, 3, 3),
    ]  # fmt: skip
