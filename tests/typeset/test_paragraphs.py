"""Paragraphs, list items, and the directions that stand in them."""

from __future__ import annotations

import re

from hypothesis import given, settings

from tests.documents import documents
from tests.interviews import event, said
from transcript.model import Document
from transcript.typeset.paragraphs import blocks_of, lines_of, paragraphs_of


def shape(text: str) -> list[tuple[str | None, str]]:
    return [(paragraph.marker, paragraph.text) for paragraph in paragraphs_of(said("ann", text))]


def test_a_blank_line_parts_paragraphs_and_a_single_one_breaks_a_line() -> None:
    assert shape("One\ntwo.\n\nThree.") == [(None, "One\ntwo."), (None, "Three.")]


def test_a_list_item_is_one_with_its_marker_whatever_stands_around_it() -> None:
    assert shape("Three went:\n- Kim\n- Ola\nand I.") == [
        (None, "Three went:"),
        ("-", "- Kim"),
        ("-", "- Ola"),
        (None, "and I."),
    ]


def test_numbers_and_letters_with_their_sign_mark_items_and_years_do_not() -> None:
    assert [marker for marker, _ in shape("1. One\n\n(2) Two\n\nc) Three\n\n1984. It rained.\n\nI. Smith")] == [
        "1.",
        "(2)",
        "c)",
        None,
        None,
    ]


def test_a_dash_that_opens_speech_is_no_item() -> None:
    assert shape("– What changed?\n\n— Little.\n\n-- and then") == [
        (None, "– What changed?"),
        (None, "— Little."),
        (None, "-- and then"),
    ]


def test_items_of_a_list_stay_together() -> None:
    blocks = blocks_of(said("ann", "First:\n\n- a\n\n- b\n\nLast."))
    assert [len(block) for block in blocks] == [1, 2, 1]


def test_directions_are_runs_of_their_own_in_order() -> None:
    laughs, sighs = event("(laughs)"), event("(sighs)")
    (first, second) = paragraphs_of(
        said("ann", "Oh (laughs) no.\n\n(sighs) (laughs)", directions=(laughs, sighs, laughs))
    )
    assert [(run.text, run.direction) for run in first.runs] == [("Oh ", None), ("(laughs)", laughs), (" no.", None)]
    assert [run.direction for run in second.runs] == [sighs, None, laughs]


def test_a_direction_that_runs_over_a_paragraph_is_one_in_both() -> None:
    long = event("(laughs\n\nand laughs)")
    paragraphs = paragraphs_of(said("ann", "Oh (laughs\n\nand laughs) no", directions=(long,)))
    assert [[(run.text, run.direction) for run in paragraph.runs] for paragraph in paragraphs] == [
        [("Oh ", None), ("(laughs", long)],
        [("and laughs)", long), (" no", None)],
    ]


def test_a_turn_has_at_least_one_line() -> None:
    assert lines_of(said("ann", "  ")) == [""]


@settings(max_examples=150)
@given(documents())
def test_no_word_is_lost(document: Document) -> None:
    for turn in document.turns:
        assert re.sub(r"\s", "", "".join(lines_of(turn))) == re.sub(r"\s", "", turn.text)
        runs = [run for paragraph in paragraphs_of(turn) for run in paragraph.runs]
        assert {run.direction for run in runs if run.direction} == set(turn.directions)
