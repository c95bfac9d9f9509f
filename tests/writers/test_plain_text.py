"""The house styles of plain text."""

from __future__ import annotations

import re

from hypothesis import given, settings

from tests.documents import SAMPLE, documents
from tests.interviews import interview, said
from transcript.model import Document, Heading, Passage, Speaker
from transcript.options import DEFAULTS
from transcript.typeset.names import names_of
from transcript.writers import atlasti, maxqda, nvivo, plain

LONG = "Bartholomew Featherstonehaugh-Smythe of Upper Slaughter in the Wolds"


def test_a_newsroom_reads_the_description_once() -> None:
    document = interview(
        said("ann", "One?"), said("bo", "Two.\n\n- a\n- b\n\nThree."), said("bo", "Four."), title="Boats"
    )
    assert plain.write(document, DEFAULTS).decode() == (
        "Boats\n\nAnn: One?\n\nBo Lee, carpenter: Two.\n\n- a\n- b\n\nThree.\n\nBo Lee: Four.\n"
    )


def test_a_newsroom_reads_everything_but_page_furniture() -> None:
    text = plain.write(SAMPLE, DEFAULTS).decode()
    assert text.startswith("The Last Ferry\n\nRecorded in Lerwick on 4 May 2019.\n\nCrossings\n\nWray: When")
    assert text.endswith("[END OF TAPE 1]\n\nUnknown speaker: Is she coming?\n\nTranscript edited for length.\n")
    assert plain.write(interview(Passage(0, 1, "Page 3", type="furniture")), DEFAULTS) == b"\n"


def test_a_description_that_would_break_the_label_is_left_out() -> None:
    speakers = (Speaker("ann", "Ann", description="on: boats"), Speaker("bo", "Bo", description="word " * 20))
    document = interview(said("ann", "One."), said("bo", "Two."), speakers=speakers)
    assert plain.write(document, DEFAULTS) == b"Ann: One.\n\nBo: Two.\n"


def test_a_turn_that_begins_with_a_list_has_its_label_alone() -> None:
    assert plain.write(interview(said("ann", "- a\n- b")), DEFAULTS) == b"Ann:\n\n- a\n- b\n"


def test_maxqda_gets_a_name_a_stamp_and_no_other_early_colon() -> None:
    document = interview(
        Heading(1, 0, 1, "Part: one"),
        said("ann", "Well.\n\nThe reason: boats.\n\nThey sink.", 220.5),
        said("bo", "So: yes.", 9, kind="wall-clock"),
        said(None, "Hm.", label="Sanders:"),
    )
    assert maxqda.write(document, DEFAULTS).decode() == (
        "Ann: #00:03:40-5# Well. The reason: boats.\nThey sink.\n\nBo Lee: So: yes.\n\nUnknown speaker: Hm.\n"
    )


def test_maxqda_takes_sixty_three_characters_of_a_name() -> None:
    speakers = Speaker("one", f"{LONG} East"), Speaker("two", f"{LONG} West")
    text = maxqda.write(interview(said("one", "A."), said("two", "B."), speakers=speakers), DEFAULTS).decode()
    first, second = (line.partition(":")[0] for line in text.split("\n") if line)
    assert first != second
    assert max(len(first), len(second)) <= 63


def test_atlasti_finds_names_by_their_sign() -> None:
    document = interview(said("ann", "Well.\n\n@noon: boats.\n\nNote: they sink."), said("bo", "Yes."))
    assert atlasti.write(document, DEFAULTS) == b"@Ann: Well. @noon: boats.\nNote: they sink.\n\n@Bo Lee: Yes.\n"


def test_nvivo_gets_the_name_alone() -> None:
    document = interview(said("ann", "Well.\n\nBoats sink.", 3), said("bo", "Yes."))
    assert nvivo.write(document, DEFAULTS) == b"Ann\nWell.\nBoats sink.\n\nBo Lee\nYes.\n"


@settings(max_examples=150)
@given(documents())
def test_maxqda_can_take_nothing_but_names_for_names(document: Document) -> None:
    names = {document_name[:63] for document_name in names_of(document, without=":：@#", longest=63).by_id.values()}
    paragraphs = [line for line in maxqda.write(document, DEFAULTS).decode().split("\n") if line]
    taken = [found[1] for line in paragraphs if (found := re.match("([^:：]{0,63}):", line))]
    assert len(taken) == len(document.turns)
    assert set(taken) <= names | {"Unknown speaker"}


@settings(max_examples=150)
@given(documents())
def test_atlasti_can_take_nothing_but_names_for_names(document: Document) -> None:
    paragraphs = atlasti.write(document, DEFAULTS).decode().split("\n")
    assert sum(line.startswith("@") for line in paragraphs) == len(document.turns)
