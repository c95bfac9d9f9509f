"""Tables: columns are known by their names, and no cell is put into a wrong mouth."""

from __future__ import annotations

import csv as stdlib_csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.sources import assert_lawful, marked
from transcript.errors import UnreadableInput
from transcript.model import Source
from transcript.readers import csv


def read(table: str) -> Source:
    source = csv.read(table.encode())
    assert_lawful(source)
    return source


def times(source: Source) -> list[tuple[object, object, str]]:
    return [(mark.value, mark.end_value, source.text[mark.start : mark.end]) for mark in marked(source, "time")]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_columns_are_known_by_their_names(sign: str) -> None:
    table = f"Start{sign}Speaker Name{sign}Text\n0:31{sign}Ann{sign}Yes?\n1:02:03.5{sign}Bo{sign}No.\n"
    source = read(table)
    assert source.text == "Ann: Yes?\n\nBo: No."
    assert [mark.value for mark in marked(source, "voice")] == ["Ann", "Bo"]
    assert times(source) == [(31.0, None, "Yes?"), (3723.5, None, "No.")]
    assert csv.sniff(table.encode())


def test_a_cell_may_hold_paragraphs_quotes_and_delimiters() -> None:
    source = read('speaker,text\r\nAnn,"One, ""two"".\r\n\r\nThree."\r\n')
    assert source.text == 'Ann: One, "two".\n\nThree.'


def test_a_row_without_a_speaker_is_said_by_the_one_before() -> None:
    source = read("speaker;text\nAnn;Yes?\n;Well?\nBo;No.\n")
    assert source.text == "Ann: Yes?\n\nWell?\n\nBo: No."
    assert [mark.value for mark in marked(source, "voice")] == ["Ann", "Bo"]


def test_a_printed_label_names_who_has_no_name() -> None:
    assert read("speaker,label,text\n,SANDERS:,Yes.\n").text == "SANDERS: Yes."


def test_the_apostrophe_before_a_formula_is_no_word() -> None:
    assert read("speaker,text\n'=Ann,'-- so\nBo,'tis\n").text == "=Ann: -- so\n\nBo: 'tis"


def test_a_delimiter_among_the_words_that_nobody_quoted_is_kept() -> None:
    assert read("speaker,text\nAnn,Yes, I do, I think\n").text == "Ann: Yes, I do, I think"


def test_a_quotation_mark_in_a_table_of_tabs_is_only_that() -> None:
    assert (
        read('speaker\ttext\nAnn\t"Yes," he said\nBo\tNo "at all"\n').text == 'Ann: "Yes," he said\n\nBo: No "at all"'
    )


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("start_ms,text\n500,Yes.\n", [(0.5, None, "Yes.")]),
        ("start (ms),text\n500,Yes.\n", [(0.5, None, "Yes.")]),
        ("start\tend\ttext\n500\t1500\tYes.\n", [(0.5, 1.5, "Yes.")]),
        ("start,end,text\n500,1500,Yes.\n", [(500.0, 1500.0, "Yes.")]),
        ("start;text\n0,5;Yes.\nsoon;No.\n", [(0.5, None, "Yes.")]),
    ],
)
def test_times_are_seconds_where_nothing_says_otherwise(table: str, expected: list[tuple[object, ...]]) -> None:
    assert times(read(table)) == expected


def test_a_cell_may_be_long() -> None:
    assert len(read(f"speaker,text\nAnn,{'word ' * 40_000}\n").text) == 200_004


def test_a_table_of_names_and_words_needs_no_row_of_names() -> None:
    assert read("Ann,Yes?\nBo,No.\nAnn,Well?\nBo,Never.\n").text == "Ann: Yes?\n\nBo: No.\n\nAnn: Well?\n\nBo: Never."


def test_columns_that_are_not_read_are_noted() -> None:
    source = read("turn,speaker,text,mood,empty\n1,Ann,Yes.,glad,\n")
    assert [(note.code, note.message) for note in source.notes] == [
        ("columns-left-out", "columns that are not read: mood")
    ]


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("Fruit,Price\nApples,3\nPears,4\n", "'Fruit', 'Price'"),
        ("One line of words.", "line 1"),
        (",,,\n,,,\n", "line 1"),
        ("speaker,text\n", "no words"),
        (" ", "empty"),
    ],
)
def test_what_is_no_such_table_is_refused(table: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read(table)


@pytest.mark.parametrize(
    ("data", "is_table"),
    [
        (b"Speaker,Text\nAnn,Yes.\n", True),
        (b'\xef\xbb\xbf"turn","speaker","text"\r\n1,Ann,Yes.', True),
        ("Speaker\tText\nAnn\tYes.\n".encode("utf-16"), True),
        (b"start\tend\ttext\n0\t1\tYes.\n", False),
        (b"Speaker, text and nothing else", False),
        (b"The speaker said, in this text:\nAnn: yes", False),
        (b"", False),
    ],
)
def test_the_row_of_names_tells_the_format(data: bytes, is_table: bool) -> None:
    assert csv.sniff(data) is is_table


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from(",;\t|\"'\n=-"), max_size=12)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(["Ann", "Bo Lee"]), CELL), min_size=1, max_size=6))
def test_what_a_table_says_is_read(rows: list[tuple[str, str]]) -> None:
    """Whatever the cells hold, no word leaves its row; paragraphs within a cell stay behind its speaker."""
    rows = [(name, " ".join(words.replace("'", "").split())) for name, words in rows]
    rows = [(name, words) for name, words in rows if words]
    if not rows:
        return
    table = io.StringIO()
    stdlib_csv.writer(table).writerows([("speaker", "text"), *rows])
    assert read(table.getvalue()).text == "\n\n".join(f"{name}: {words}" for name, words in rows)
