"""Rich Text Format: the words, whatever code page and escape they are written in, and none of the machinery."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.sources import assert_lawful, marked, spots
from transcript.errors import UnreadableInput
from transcript.model import Source
from transcript.readers import rtf

FONTS = rb"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 MS Mincho;}}"


def read(body: bytes, head: bytes = FONTS) -> Source:
    source = rtf.read(rb"{\rtf1\ansi\ansicpg1252\deff0" + head + body + b"}")
    assert_lawful(source)
    return source


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"caf\'e9", "café"),
        (rb"caf\u233\'e9 x", "café x"),
        (rb"\uc2 caf\u233\'c3\'a9 x", "café x"),
        (rb"{\uc0 caf\u233}e", "cafée"),
        (rb"\u-10179?\u-8704?!", "😀!"),
        (rb"a\u-10179?b", "ab"),
        (rb"a\u-8704?b", "a�b"),
        (rb"\f1 \'c2\'ee\'ef\'f0\'ee\'f1", "Вопрос"),
        (rb"{\f1 \'c2}\'e9", "Вé"),
        (rb"\f2 \'8e\'bf\'96\'e2", "質問"),
        (rb"a\~b\_c\-d\{e\}\\f", "a\u00a0b\u2011c\u00add{e}\\f"),
        (rb"\ldblquote a\rdblquote \emdash\lquote b\rquote", "“a”—‘b’"),
        (b"a\r\nb \\\nc", "ab\n\nc"),
        (rb"a\line b\tab c", "a\nb\tc"),
    ],
)
def test_characters(body: bytes, text: str) -> None:
    assert read(body).text == text


def test_paragraphs_emphasis_and_headings() -> None:
    source = read(
        rb"\s1 The Ferry\par\pard\plain {\b Wray:} When\b  did\b0  it {\i so}?\par\b all\plain  plain\par"
        rb"\pard\outlinelevel1 Crossings\par",
        FONTS + rb"{\stylesheet{\ql Normal;}{\s1\sbasedon0 heading 1;}}",
    )
    assert source.text == "The Ferry\n\nWray: When did it so?\n\nall plain\n\nCrossings"
    assert [mark.value for mark in marked(source, "heading")] == [1.0, 2.0]
    assert spots(source, "bold") == ["Wray:", "did", "all"]
    assert spots(source, "italic") == ["so"]


@pytest.mark.parametrize(
    "group",
    [
        rb"{\info{\title x}}", rb"{\header x\par}", rb"{\*\generator x;}", rb"{\pict\bin4 }}{{}", rb"{\*\fldinst x}",
        rb"{\v x}", rb"{\deleted x}", rb"{\*\unheard{\b x}}", rb"{\annotation x}", rb"{\colortbl;\red0;}",
        rb"{\shprslt x}",
    ],
)  # fmt: skip
def test_what_is_not_the_text_is_left_out(group: bytes) -> None:
    assert read(b"a" + group + b"b").text == "ab"


@pytest.mark.parametrize(
    "group",
    [
        rb"{\field{\*\fldinst HYPERLINK y}{\fldrslt x}}", rb"{\upr{y}{\*\ud{x}}}",
        rb"{\shp{\*\shpinst{\sp{\sn y}{\sv y}}{\shptxt x}}}", rb"{\object{\*\objdata 00}{\result x}}",
        rb"{\unheard x}", rb"{\v\v0 x}",
    ],
)  # fmt: skip
def test_what_is_shown_is_read(group: bytes) -> None:
    assert read(b"a" + group + b"b").text == "axb"


def test_list_items_have_their_printed_markers() -> None:
    source = read(
        rb"{\listtext\tab 1.\tab}one\par{\listtext\f2\'95\tab}two\par"
        rb"{\*\pn{\pntxta .}}{\pntext a)\tab}three\par four"
    )
    assert source.text == "1. one\n- two\na) three\n\nfour"


def test_a_row_of_a_table_is_a_line() -> None:
    assert read(rb"\trowd\pard\intbl Ann\cell Yes.\par So.\cell\row\pard x\par").text == "Ann\tYes.\nSo.\n\nx"


def test_notes_are_printed_behind_the_text() -> None:
    source = read(rb"said{\footnote \pard\plain {\super\chftn} a \'e9 note\par more} so\par then\par")
    assert source.text == "said[1] so\n\nthen\n\n[1] a é note\nmore"
    assert spots(source, "syntax") == ["[1]"]
    assert spots(source, "metadata") == ["[1] a é note\nmore"]


def test_a_file_that_is_cut_off_is_read_to_its_end() -> None:
    source = rtf.read(rb"{\rtf1 One.\par {\b Two")
    assert source.text == "One.\n\nTwo"
    assert [note.code for note in source.notes] == ["document-cut-off"]


def test_nothing_is_read_behind_the_last_brace() -> None:
    assert rtf.read(rb"{\rtf1 One.\par}Two}").text == "One."


@pytest.mark.parametrize("data", [b"", b"words", b"{\\rt", rb"{\rtf1}", rb"{\rtf1 {\info words}}"])
def test_what_is_no_document_or_has_no_words_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        rtf.read(data)


def test_deep_nesting_costs_no_stack() -> None:
    assert rtf.read(rb"{\rtf1 " + b"{" * 50_000 + b"words" + b"}" * 50_001).text == "words"


PIECES = st.sampled_from(
    [b"{", b"}", b"\\", b"'e9", b"\\'8", b"\\u233", b"\\u-10179", b"?", b"\\uc9", b"\\bin3 ", b"\\par", b" ", b"words",
     b"\\*", b"\\footnote", b"\\upr", b"\\*\\ud", b"\\listtext", b"\\f1", b"\\fonttbl", b"\\fcharset128",
     b"\\ansicpg99999", b"\\cell", b"\\stylesheet", b"\\s1 heading 1;", b"\\row", b"\\intbl", b"\xff",
     b"\x00", b"\n", b"\\b", b"\\v", b"\\pard", b"\\outlinelevel-3"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=40).map(b"".join))
def test_hostile_text_is_lawful_or_refused(body: bytes) -> None:
    try:
        source = rtf.read(b"{\\rtf1 " + body)
    except UnreadableInput:
        return
    assert_lawful(source)
