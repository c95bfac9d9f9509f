"""Word documents: what Word shows is read, wherever in the XML it stands."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from tests.readers.archives import archive, docx
from tests.readers.sources import assert_lawful, folded, marked, spots
from transcript.errors import LimitExceeded, UnreadableInput
from transcript.model import Source
from transcript.readers import docx as reader


def read(body: str, **parts: str) -> Source:
    source = reader.read(docx(body, **parts))
    assert_lawful(source)
    return source


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def box(words: str) -> str:
    return f"<w:txbxContent>{paragraph(run(words))}</w:txbxContent>"


def test_a_document_of_python_docx_is_read() -> None:
    document = python_docx.Document()
    document.add_heading("The Last Ferry", 0)
    document.add_heading("Crossings", 2)
    spoken = document.add_paragraph()
    spoken.add_run("Wray:").bold = True
    spoken.add_run(" When?\tThen?\nNow? ")
    spoken.add_run("So.").italic = True
    document.add_paragraph("my brother", style="List Bullet")
    document.add_paragraph("the mate", style="List Number")
    cells = document.add_table(2, 2).rows
    for row, words in zip(cells, [("Ann", "Yes."), ("Bo", "No.")], strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    source = reader.read(file.getvalue())
    assert_lawful(source)
    assert reader.sniff(file.getvalue())
    assert source.text == (
        "The Last Ferry\n\nCrossings\n\nWray: When?\tThen?\nNow? So.\n\n- my brother\n1. the mate\n\nAnn\tYes.\nBo\tNo."
    )
    assert [(mark.value, source.text[mark.start : mark.end]) for mark in marked(source, "heading")] == [
        (1.0, "The Last Ferry"),
        (2.0, "Crossings"),
    ]
    assert spots(source, "bold") == ["Wray:"]
    assert spots(source, "italic") == ["So."]


@pytest.mark.parametrize(
    ("around", "shown"),
    [
        ("<w:ins>{}</w:ins>", "a word b"),
        ("<w:del>{}</w:del>", "a b"),
        ("<w:moveTo>{}</w:moveTo>", "a word b"),
        ("<w:moveFrom>{}</w:moveFrom>", "a b"),
        ("<w:hyperlink>{}</w:hyperlink>", "a word b"),
        ("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", "a word b"),
        ("<w:smartTag>{}</w:smartTag>", "a word b"),
        ("<w:fldSimple>{}</w:fldSimple>", "a word b"),
        ("<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>{}", "a word b"),
    ],
)
def test_words_are_read_wherever_word_shows_them(around: str, shown: str) -> None:
    assert folded(read(paragraph(run("a "), around.format(run("word ")), run("b")))) == shown


def test_hidden_words_are_not_read() -> None:
    assert read(paragraph(run("a "), run("gone", "<w:vanish/>"), run("b"))).text == "a b"


def test_text_boxes_are_read_once_behind_their_paragraph() -> None:
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box('inner')}</wps:txbx></w:drawing></mc:Choice>"
    )
    shape += (
        f"<mc:Fallback><w:pict><v:textbox>{box('inner')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{box('older')}</v:textbox></w:pict></w:r>"
    assert read(paragraph(run("one "), shape, run("two"), old) + paragraph(run("three"))).text == (
        "one two\n\ninner\n\nolder\n\nthree"
    )


def test_emphasis_comes_from_runs_their_styles_and_the_style_of_the_paragraph() -> None:
    styles = (
        '<w:style w:styleId="Q"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Base"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="Loud"><w:rPr><w:i/></w:rPr></w:style>'
    )
    source = read(
        paragraph(run("asks "), run("plain", '<w:b w:val="0"/>'), properties='<w:pStyle w:val="Q"/>')
        + paragraph(
            run("Dr. Ca", "<w:b/>"), run(" ", ""), run("lder:", "<w:b/>"), run(" loud", '<w:rStyle w:val="Loud"/>')
        ),
        styles=styles,
    )
    assert spots(source, "bold") == ["asks", "Dr. Ca lder:"]
    assert spots(source, "italic") == ["loud"]


def test_styles_called_speaker_passage_and_time_are_taken_at_their_word() -> None:
    styles = "".join(
        f'<w:style w:styleId="{name}x"><w:name w:val="{name}"/></w:style>' for name in ("Speaker", "Passage", "Time")
    )
    source = read(
        paragraph(run("Ann Lee:"), properties='<w:pStyle w:val="Speakerx"/>')
        + paragraph(
            run("[0:01:02] ", '<w:rStyle w:val="Timex"/>'), run("Yes "), run("soon", '<w:rStyle w:val="Timex"/>')
        )
        + paragraph(run("She leaves: so."), properties='<w:pStyle w:val="Passagex"/>'),
        styles=styles,
    )
    assert source.text == "Ann Lee:\n\nYes soon\n\nShe leaves: so."
    assert [
        (mark.kind, mark.value, source.text[mark.start : mark.end]) for mark in marked(source, "voice", "time")
    ] == [
        ("voice", "Ann Lee", "Ann Lee:"),
        ("time", 62.0, "Yes soon"),
    ]
    assert spots(source, "metadata") == ["She leaves: so."]


def test_numbers_of_lists_are_those_that_word_counts() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7">'
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Q%1:"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )

    def item(words: str, level: int) -> str:
        return paragraph(run(words), properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

    items = [("a", 0), ("b", 1), ("c", 1), ("d", 2), ("e", 0), ("f", 1)]
    source = read("".join(item(*each) for each in items), numbering=numbering)
    assert source.text.split("\n") == ["Q3: a", "3.a) b", "3.b) c", "- d", "Q4: e", "4.a) f"]


def test_notes_are_printed_behind_the_text_and_their_numbers_are_no_words() -> None:
    notes = f'<w:footnote w:id="0"/><w:footnote w:id="4">{paragraph(run("a note"))}</w:footnote>'
    source = read(paragraph(run("said"), '<w:r><w:footnoteReference w:id="4"/></w:r>', run(" so")), footnotes=notes)
    assert source.text == "said[1] so\n\n[1] a note"
    assert spots(source, "syntax") == ["[1]"]
    assert spots(source, "metadata") == ["[1] a note"]


def test_a_turn_of_a_meeting_service_is_one_paragraph_with_line_breaks() -> None:
    assert (
        read(paragraph(run("Ines Calder   0:03"), "<w:r><w:br/></w:r>", run("Right."))).text
        == "Ines Calder   0:03\nRight."
    )


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert read(paragraph(run("one "), properties=deleted) + paragraph(run("two"))).text == "one two"


def test_a_cell_of_several_paragraphs_makes_the_row_no_line() -> None:
    def cell(*paragraphs: str) -> str:
        return f"<w:tc>{''.join(paragraph(run(words)) for words in paragraphs)}</w:tc>"

    nested = f"<w:tc><w:tbl><w:tr>{cell('in')}</w:tr></w:tbl></w:tc>"
    rows = (cell("a") + cell("b", "c"), cell("d") + cell("e"), nested)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    assert read(f"<w:tbl>{table}</w:tbl>" + paragraph(run("f"))).text == "a\n\nb\n\nc\n\nd\te\nin\n\nf"


BODY = paragraph(run("a"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 word/document.xml", "zip archive"),
        (docx(BODY)[:-30], "zip archive"),
        (archive({"word/other.xml": "<a/>"}), "part word/document.xml: missing"),
        (archive({"word/document.xml": "<a>"}), "part word/document.xml"),
        (archive({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "declares a document type"),
        (archive({"word/document.xml": "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"}), "declares a document type"),
        (docx(paragraph()), "no words"),
        (docx("<w:p>" * 300 + "</w:p>" * 300), "part word/document.xml"),
    ],
)
def test_a_broken_document_is_refused_with_the_part(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        reader.read(data)


def test_damaged_bytes_within_a_part_are_found() -> None:
    data = bytearray(docx(paragraph(run("a word " * 400))))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 20] = b"\x00" * 20
    with pytest.raises(UnreadableInput, match=r"part word/document\.xml"):
        reader.read(bytes(data))


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    bomb = archive({"word/document.xml": b"<a>" + b" " * (65 * 2**20) + b"</a>"})
    assert len(bomb) < 100_000
    with pytest.raises(LimitExceeded, match="64 MB"):
        reader.read(bomb)


def test_an_archive_of_too_many_parts_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="10000 parts"):
        reader.read(archive({f"{number}": "" for number in range(10_001)}))


@pytest.mark.parametrize("data", [b"", b"PK", b"word/document.xml", archive({"content.xml": "<a/>"})])
def test_other_archives_are_not_taken_for_word(data: bytes) -> None:
    assert not reader.sniff(data)
