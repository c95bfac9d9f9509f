"""Word documents, read back by python-docx; how they look was checked by eye in LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from tests.documents import SAMPLE, documents
from tests.interviews import interview, said
from transcript.model import Document, Heading, Turn
from transcript.options import DEFAULTS
from transcript.typeset.characters import xml_safe
from transcript.typeset.names import names_of
from transcript.writers.docx import write


def paragraphs(document: Document) -> list[tuple[str, str]]:
    """Style and words of each paragraph."""
    package = docx.Document(io.BytesIO(write(document, DEFAULTS)))
    return [(paragraph.style.name if paragraph.style else "", paragraph.text) for paragraph in package.paragraphs]


def test_the_sample_has_a_style_for_each_kind_of_paragraph() -> None:
    assert paragraphs(SAMPLE) == [
        ("Heading 1", "The Last Ferry"),
        ("Passage", "Recorded in Lerwick on 4 May 2019."),
        ("Heading 2", "Crossings"),
        ("Speaker", "Wray"),
        ("Turn", "[00:00:31] When did you first take the boat out?"),
        ("Speaker", "Dr. Inés Calder"),
        ("Turn", "[00:00:35] In the winter of 1962. (laughs) Three of us went:"),
        ("Turn List", "-\tmy brother,"),
        ("Turn List", "-\tthe mate"),
        ("Turn", "and I. Nobody spoke."),
        ("Passage", "They walk down to the pier."),
        ("Speaker", "Dr. Inés Calder"),
        ("Turn", "There & back <twice> a day [inaudible 00:12:05]."),
        ("Direction", "[END OF TAPE 1]"),
        ("Speaker", "Unknown speaker"),
        ("Turn", "Is she coming?"),
        ("Passage", "Transcript edited for length."),
    ]


def test_times_and_directions_have_character_styles() -> None:
    package = docx.Document(io.BytesIO(write(SAMPLE, DEFAULTS)))
    styled = [(run.style.name, run.text) for paragraph in package.paragraphs for run in paragraph.runs if run.style]
    assert [found for found in styled if found[0] != "Default Paragraph Font"] == [
        ("Time", "[00:00:31] "),
        ("Time", "[00:00:35] "),
        ("Inline Direction", "(laughs)"),
        ("Inline Direction", "[inaudible 00:12:05]"),
    ]


def test_the_package_says_what_it_is_and_not_what_made_it() -> None:
    about = docx.Document(io.BytesIO(write(SAMPLE, DEFAULTS))).core_properties
    assert (about.title, about.language, about.author, about.comments) == ("The Last Ferry", "en", "", "")


def test_no_part_bears_the_time_of_writing() -> None:
    with zipfile.ZipFile(io.BytesIO(write(SAMPLE, DEFAULTS))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(("words", "backwards"), [("שלום Ann", 1), ("مرحبا", 1), ("Ann שלום", 0), ("123", 0)])
def test_paragraphs_run_as_their_first_letter_does(words: str, backwards: int) -> None:
    package = docx.Document(io.BytesIO(write(interview(said("ann", words, 5)), DEFAULTS)))
    turn = package.paragraphs[-1]._p
    assert len(turn.findall(f"{qn('w:pPr')}/{qn('w:bidi')}")) == backwards
    assert len(turn.findall(f"{qn('w:r')}/{qn('w:rPr')}/{qn('w:rtl')}")) == 2 * backwards


def test_a_title_is_said_once() -> None:
    assert paragraphs(interview(title="Boats")) == [("Title", "Boats")]
    assert paragraphs(interview(Heading(1, 0, 1, "Ships"), title="Boats")) == [("Heading 1", "Ships")]


@settings(max_examples=50, deadline=None)
@given(documents())
def test_whatever_is_said_word_gets_every_word(document: Document) -> None:
    found = paragraphs(document)
    names = names_of(document)
    assert [words for style, words in found if style == "Speaker"] == [names.label(turn) for turn in document.turns]
    spoken = "".join(words for style, words in found if style in ("Turn", "Turn List"))
    stamped = re.sub(r"\[\d+:\d\d:\d\d\] ", "", spoken)
    expected = "".join(xml_safe(segment.text) for segment in document.segments if isinstance(segment, Turn))
    assert re.sub(r"\s", "", stamped) == re.sub(r"\s", "", expected)
