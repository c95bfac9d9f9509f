"""The texts by which speed is measured."""

from __future__ import annotations

import pytest

from benchmarks.speed.hostile import TEXTS
from benchmarks.speed.peers import one_regex
from benchmarks.speed.rows import Row
from benchmarks.speed.texts import LAYOUTS, ORDINARY, Layout, conversation, text_of


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_same_words_are_printed_in_every_layout(layout: Layout) -> None:
    """Only the dress differs, so that layouts can be compared."""
    said = [words.split() for _, words in conversation(5_000)]
    printed = text_of(layout, 5_000).split()
    assert all(word in printed for words in said for word in words)
    assert 5_000 <= len(text_of(layout, 5_000)) < 8_000


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_has_about_the_size_that_is_asked_for(name: str) -> None:
    """Else the cost of a megabyte would not be what the table says."""
    assert 75_000 <= len(TEXTS[name](100_000)) <= 125_000


def test_one_regex_finds_the_labels_of_an_ordinary_text() -> None:
    """It does the work that it is timed at."""
    people = {"Marlo": 0, "Ruska": 1, "Tibor": 2, "Jenet": 3}
    found = [(people[label], words) for label, words in one_regex(text_of(ORDINARY, 5_000))]
    assert list(conversation(5_000)) == found


def test_what_was_stopped_or_is_over_its_goal_has_missed_it() -> None:
    """A ratio that is only a lower bound never meets a goal."""
    assert "MISSED" in str(Row("x", 2.0, 1.0))
    assert "MISSED" in str(Row("x", 0.5, 1.0, over=True))
    assert "met" in str(Row("x", 1.0, 1.0))
