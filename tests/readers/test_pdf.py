"""PDF: lines as they are printed, with the blank lines and the indentation that a reader sees."""

from __future__ import annotations

import pytest

from tests.readers.pages import Line, pdf
from tests.readers.sources import assert_lawful, spots
from transcript.errors import LimitExceeded, UnreadableInput
from transcript.model import Source
from transcript.readers import pdf as reader


def read(*pages: list[Line]) -> Source:
    source = reader.read(pdf(*pages))
    assert_lawful(source)
    return source


def down(*words: str, left: float = 72, font: str = "F1", top: float = 700, pitch: float = 14) -> list[Line]:
    """Lines below one another; an empty one leaves a gap."""
    return [(left, top - at * pitch, font, line) for at, line in enumerate(words) if line]


def test_lines_gaps_and_pages() -> None:
    first = down("Wray: When did you", "first take it out?", "", "Calder: In 1962.")
    source = read(first, down("Nobody spoke.", "Café – “so”."))
    assert source.text == "Wray: When did you\nfirst take it out?\n\nCalder: In 1962.\fNobody spoke.\nCafé – “so”."


def test_double_spacing_is_no_gap() -> None:
    assert read(down("one", "two", "three", "four", pitch=28)).text == "one\ntwo\nthree\nfour"


def test_indentation_is_seen() -> None:
    indented, plain = down("Mr. WRAY. I move that", left=90), down("the house adjourn.", top=686)
    first, second, third = read([*indented, *plain, *down("centred", left=250, top=672)]).text.split("\n")
    assert first.lstrip() != first
    assert second == "the house adjourn."
    assert len(third) - len(third.lstrip()) > 4 * (len(first) - len(first.lstrip()))


def test_bold_and_italic_are_told_by_the_font() -> None:
    first: list[Line] = [(72, 700, "F2", "Wray: "), (110, 700, "F1", "When did "), (165, 700, "F3", "you")]
    source = read([*first, *down("take it?", top=686), *down("Why?", top=658, font="F2"), *down("So.", top=644)])
    assert source.text == "Wray: When did you\ntake it?\n\nWhy?\nSo."
    assert spots(source, "bold") == ["Wray:", "Why?"]
    assert spots(source, "italic") == ["you"]


def test_a_page_without_words_leaves_no_trace() -> None:
    assert read(down("one"), [], down("two")).text == "one\ftwo"


@pytest.mark.parametrize("pages", [1, 3])
def test_pictures_of_pages_are_refused(pages: int) -> None:
    with pytest.raises(UnreadableInput, match=rf"no text layer.*\({pages}\)"):
        reader.read(pdf(*([] for _ in range(pages))))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", pdf(down("a"))[:200], b"words"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="not a PDF that can be read"):
        reader.read(data)


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="5001 pages"):
        reader.read(pdf(*([] for _ in range(reader.MOST_PAGES + 1))))


def test_the_header_tells_the_format() -> None:
    assert reader.sniff(b"\n%PDF-1.4")
    assert not reader.sniff(b"A %PDF is a file")
