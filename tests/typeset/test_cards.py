"""Lines of a width, and shares of a time."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents import words
from transcript.typeset.cards import RUN_ON, cards_of, flowing, shares, wrapped

STARTS = "|".join(map(re.escape, RUN_ON))


def test_words_are_not_broken_and_the_first_line_may_be_shorter() -> None:
    assert wrapped("one two three four", 9, first=4) == ["one", "two three", "four"]
    assert wrapped("antidisestablishmentarianism is long", 10) == ["antidisestablishmentarianism", "is long"]


def test_scripts_without_blanks_break_between_signs_but_not_before_a_full_stop() -> None:
    assert wrapped("記者会見でした。次", 8) == ["記者会見でした。", "次"]
    assert wrapped("記者会見でした。次", 7) == ["記者会見でし", "た。次"]


def test_what_would_be_a_new_speaker_or_none_begins_no_line_but_the_first() -> None:
    assert wrapped("- one two - three", 8) == ["- one", "two -", "three"]
    assert flowing(["- one", "two", "– three", "[laughs]", "four"]) == ["- one", "two – three [laughs]", "four"]


def test_nothing_is_no_line() -> None:
    assert wrapped("", 8) == []


def test_cards_have_so_many_lines() -> None:
    assert cards_of(["a", "b", "c"], 2) == [["a", "b"], ["c"]]


@settings(max_examples=200)
@given(words, st.integers(1, 40), st.integers(1, 40))
def test_wrapping_keeps_every_sign_and_the_width(line: str, width: int, first: int) -> None:
    lines = wrapped(line, width, first=first)
    assert "".join("".join(lines).split()) == "".join(line.split())
    for number, found in enumerate(lines):
        assert not number or not found.startswith(RUN_ON)
        assert len(found) <= (width if number else first) or " " not in re.sub(f" (?={STARTS})", "", found)


@settings(max_examples=200)
@given(st.integers(0, 10**7), st.lists(st.integers(1, 100), min_size=1, max_size=20), st.integers(0, 10**6))
def test_shares_fill_the_time_and_none_is_empty(start: int, lengths: list[int], spare: int) -> None:
    end = start + len(lengths) + spare
    times = shares(start, end, lengths)
    assert len(times) == len(lengths)
    assert [times[0][0], *(right for _, right in times)] == [*(left for left, _ in times), end]
    assert all(left < right for left, right in times)
