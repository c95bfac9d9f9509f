"""Words in columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transcript.cli.columns import NARROWEST, aligned, width_of, wrapped
from transcript.cli.words import shown


def test_an_ideograph_takes_two_columns_and_an_accent_none() -> None:
    assert [width_of(text) for text in ("ab", "記者", "e\u0301", "")] == [2, 4, 1, 0]


def test_a_table_is_aligned_to_the_left_and_to_the_right() -> None:
    rows = [("a", "1", "first words"), ("bcd", "1,204", "words")]
    assert aligned(rows, "lr", 80) == [
        "a        1  first words",
        "bcd  1,204  words",
    ]


def test_the_last_column_is_broken_where_the_terminal_is_narrow() -> None:
    assert aligned([("1", "one two three four five")], "r", 20) == [
        "1  one two three",
        "   four five",
    ]


def test_columns_of_ideographs_stay_aligned() -> None:
    assert aligned([("記者", "x"), ("ab", "y")], "l", 40) == ["記者  x", "ab    y"]


@given(st.text(max_size=80), st.integers(2, 30))
def test_wrapping_keeps_every_character_within_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert [line for line in lines if width_of(line) > width] == []
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.lists(st.tuples(st.text("ab", max_size=4), st.text("ab 記", max_size=40)), min_size=1), st.integers(1, 60))
def test_no_line_of_a_table_is_wider_than_the_terminal_if_that_has_room(
    rows: list[tuple[str, str]], width: int
) -> None:
    allowed = max(width, 4 + 2 + NARROWEST)
    assert [line for line in aligned(rows, "l", width) if width_of(line) > allowed] == []


@given(st.text())
def test_words_from_elsewhere_cannot_control_the_terminal(text: str) -> None:
    assert shown(text).isprintable()


def test_what_can_be_printed_is_shown_as_it_is() -> None:
    assert shown("Žofie 記者\u00a0e\u0301 \x1b[31m\u202e\n.") == "Žofie 記者 e\u0301 \\x1b[31m\\u202e ."
