"""Comma-separated values, read back by the standard library, and safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents import SAMPLE, documents, words
from tests.interviews import interview, said
from transcript.model import Document
from transcript.options import DEFAULTS
from transcript.typeset.names import names_of
from transcript.writers.csv import COLUMNS, defused, write

TRIGGERS = "=+-@＝＋－＠\t\r\n"


def rows(document: Document) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write(document, DEFAULTS).decode("utf-8-sig"), newline="")))


def armed(cell: str) -> str:
    """What a reader makes of a cell, by the rule that the writer's documentation gives."""
    return cell[1:] if re.match(f"'+ *[{re.escape(TRIGGERS)}]", cell) else cell


def test_the_sample_is_a_row_a_turn() -> None:
    assert list(rows(SAMPLE)[1].values()) == [
        "2",
        "Dr. Inés Calder",
        "interviewee",
        "35.5",
        "725.25",
        "approximate",
        "In the winter of 1962. (laughs) Three of us went:\n\n- my brother,\n- the mate\n\nand I. Nobody spoke.",
        "Dr. Inés Calder, harbour pilot:",
        "0.99",
    ]
    assert [row["speaker"] for row in rows(SAMPLE)] == ["Wray", "Dr. Inés Calder", "Dr. Inés Calder", "Unknown speaker"]


def test_it_begins_with_a_byte_order_mark_and_ends_lines_as_rfc_4180_says() -> None:
    data = write(interview(said("ann", "One.")), DEFAULTS)
    assert data == b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n1,Ann,interviewer,,,,One.,,1\r\n"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''-", " =1", "- Yes."])
def test_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "One.", "'Tis", "1", "–", "a=b"])
def test_words_stay_as_they_are(cell: str) -> None:
    assert defused(cell) == cell


@settings(max_examples=200)
@given(st.text(alphabet=f"'{TRIGGERS} ab\x00", max_size=6) | words)
def test_a_defused_cell_is_safe_and_comes_back(cell: str) -> None:
    assert defused(cell)[:1] not in set(TRIGGERS)
    assert armed(defused(cell)) == cell


@settings(max_examples=100)
@given(documents())
def test_turns_and_speakers_come_back(document: Document) -> None:
    names = names_of(document)
    found = [(armed(row["speaker"]), armed(row["text"]), armed(row["label"])) for row in rows(document)]
    assert found == [(names.of(turn), turn.text, turn.label.text if turn.label else "") for turn in document.turns]
