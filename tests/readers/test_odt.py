"""OpenDocument text: what LibreOffice shows is read."""

from __future__ import annotations

import pytest

from tests.readers.archives import archive, odt
from tests.readers.sources import assert_lawful, marked, spots
from transcript.errors import UnreadableInput
from transcript.model import Source
from transcript.readers import odt as reader


def read(body: str, styles: str = "", automatic: str = "") -> Source:
    source = reader.read(odt(body, styles, automatic))
    assert_lawful(source)
    return source


BOLD = '<style:style style:name="T1" style:parent-style-name="Loud"/>'
LOUD = '<style:style style:name="Loud"><style:text-properties fo:font-weight="bold"/></style:style>'


def test_paragraphs_headings_and_emphasis() -> None:
    source = read(
        '<text:h text:outline-level="2">Crossings</text:h><text:p text:style-name="Title">The Ferry</text:p>'
        '<text:p><text:span text:style-name="T1">Wray:</text:span>  When\n<text:a>did</text:a> it?</text:p>'
        '<text:p text:style-name="T1">So <text:span>then</text:span>?</text:p>',
        styles=LOUD,
        automatic=BOLD,
    )
    assert source.text == "Crossings\n\nThe Ferry\n\nWray: When did it?\n\nSo then?"
    assert [mark.value for mark in marked(source, "heading")] == [2.0, 1.0]
    assert spots(source, "bold") == ["Wray:", "So then?"]


def test_white_space_that_shall_stand_is_an_element() -> None:
    body = "<text:p>Ann <text:s text:c='2'/>0:03<text:line-break/>Yes<text:tab/>no</text:p>"
    assert read(body).text == "Ann   0:03\nYes\tno"


def test_lists_are_numbered_as_their_style_says() -> None:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"'
        ' style:num-suffix="." text:start-value="2"/>'
        '<text:list-level-style-bullet text:level="2" text:bullet-char="o"/></text:list-style>'
    )
    inner = "<text:list><text:list-item><text:p>b</text:p><text:p>more</text:p></text:list-item></text:list>"
    source = read(
        f'<text:list text:style-name="L"><text:list-item><text:p>a</text:p>{inner}</text:list-item>'
        "<text:list-item><text:p>c</text:p></text:list-item></text:list>",
        automatic=style,
    )
    assert source.text == "2. a\n- b\n\nmore\n\n3. c"


def test_deletions_and_comments_are_left_out() -> None:
    source = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>a <office:annotation><text:p>remark</text:p></office:annotation>b</text:p>"
    )
    assert source.text == "a b"


def test_notes_are_printed_behind_the_text_and_text_boxes_behind_their_paragraph() -> None:
    note = "<text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p></text:note-body>"
    frame = "<draw:frame><draw:text-box><text:p>inner</text:p></draw:text-box></draw:frame>"
    section = "<text:section><text:p>then</text:p></text:section>"
    source = read(f"<text:p>said<text:note>{note}</text:note> so{frame}.</text:p>{section}")
    assert source.text == "said[1] so.\n\ninner\n\nthen\n\n[1] a note"
    assert spots(source, "syntax") == ["[1]"]
    assert spots(source, "metadata") == ["[1] a note"]


def test_a_row_of_a_table_is_a_line() -> None:
    def row(*cells: str) -> str:
        inner = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inner}</table:table-row>"

    short = row("<text:p>Ann</text:p>", "<text:p>Yes.</text:p>")
    long = row("<text:p>Bo</text:p>", "<text:p>No.</text:p><text:p>Never.</text:p>")
    assert (
        read(f"<table:table>{short}{long}</table:table><text:p>x</text:p>").text
        == "Ann\tYes.\n\nBo\n\nNo.\n\nNever.\n\nx"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04", "zip archive"),
        (archive({"mimetype": "x"}), "part content.xml: missing"),
        (archive({"content.xml": "<a/>"}), "without a text"),
        (archive({"content.xml": "<a"}), "part content.xml"),
        (archive({"content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "declares a document type"),
        (odt("<text:p> </text:p>"), "no words"),
    ],
)
def test_a_broken_document_is_refused_with_the_part(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        reader.read(data)


def test_the_declared_type_tells_the_format() -> None:
    assert reader.sniff(odt("<text:p>a</text:p>"))
    assert not reader.sniff(archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}))
