"""Our own TEI reads back as the very document that was written, whatever is in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.documents import SAMPLE, documents
from tests.tei.xml import ANN, BEN, NAMESPACES, PROFILES, document
from transcript.model import Direction, Document, Heading, Passage, Printed, Time, Turn
from transcript.options import Options, Profile
from transcript.readers.tei import read
from transcript.writers.tei import write

MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def through(document: Document, profile: Profile) -> Document:
    return read(write(document, Options(profile=profile)))


@pytest.mark.parametrize("profile", PROFILES)
def test_a_document_reads_back_as_it_was(profile: Profile) -> None:
    assert through(SAMPLE, profile) == SAMPLE


@pytest.mark.parametrize("profile", PROFILES)
def test_any_document_reads_back_as_it_was(profile: Profile) -> None:
    @MANY
    @given(documents())
    def law(drawn: Document) -> None:
        assert through(drawn, profile) == drawn

    law()


_SHARDS = ("a", " ", "  ", "\n", "\n\n", "\n- ", "\n1. ", "- ", "[x]", "[x\ny]", "[x\n\ny]", "\r", "\t", "\f", "\ud800",
           "\x01", "\ufffe", "<", "&", "]]>", "\u2028", "\u202e")  # fmt: skip
_texts = st.lists(st.sampled_from(_SHARDS), min_size=1, max_size=14).map("".join).filter(str.strip)
_times = st.sampled_from(
    [None, Time(3.0, code=Printed("[3]", 1, 4)), Time(None, 5.5, "wall-clock"), Time(None, kind="approximate")]
)


@pytest.mark.parametrize("profile", PROFILES)
def test_lists_line_ends_and_directions_across_them_read_back(profile: Profile) -> None:
    """Texts that are nothing but the joints of the encoding: blank lines, markers, brackets over line ends."""

    @MANY
    @given(_texts, st.lists(st.sampled_from(["[x]", "[x\ny]", "[x\n\ny]", "- a", "absent"]), max_size=4), _times)
    def law(text: str, directions: list[str], time: Time | None) -> None:
        said = tuple(Direction("vocal", words, 20 + at, 21 + at) for at, words in enumerate(directions))
        drawn = document(
            Turn("ben", 20, 60, text, Printed(text, 5, 9), said, time),
            Passage(61, 62, text),
            Passage(63, 64, text, type="legend"),
            Heading(3, 65, 66, text),
            Direction("pause", text, 67, 68, 1.5),
        )
        assert through(drawn, profile) == drawn

    law()


@pytest.mark.parametrize("profile", PROFILES)
def test_every_field_of_the_metadata_reads_back(profile: Profile) -> None:
    drawn = document(
        title=" [untitled transcript]", date="2019-05", place="Bergen\r\n", language="nn", publisher="\x07 & Sons",
        repository="\x00", collection="<b>", identifier="a/b", licence="CC BY", rights="]]>",
        recording="https://archive.example/7.mp3", filename="tape 7 ü.txt",
    )  # fmt: skip
    assert through(drawn, profile) == drawn


@pytest.mark.parametrize("profile", PROFILES)
def test_a_file_that_an_editor_has_laid_out_anew_keeps_its_words(profile: Profile) -> None:
    """Editors break lines between words; ours are elements, so that theirs can be told from ours."""
    said = Turn("ben", 20, 60, "one two\nthree\n\n- four\n- five", Printed("Ben:", 5, 9))
    data = write(document(said), Options(profile=profile))
    laid_out = data.replace(b"one two", b"one\n              two")
    assert laid_out != data
    assert read(laid_out).turns == (said,)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    "spoil",
    ["//t:sp | //t:u", "//t:speaker | //t:note[@type='speaker']", "//t:stage | //t:vocal"],
    ids=["turn", "label", "direction"],
)
def test_a_file_that_lost_its_offsets_is_read_as_that_of_others(profile: Profile, spoil: str) -> None:
    tree = etree.fromstring(write(SAMPLE, Options(profile=profile)))
    for element in tree.xpath(spoil, namespaces=NAMESPACES):
        element.attrib.pop("source")
    found = read(etree.tostring(tree))
    assert found.source.format == "tei"
    assert [turn.text for turn in found.turns] == [turn.text for turn in SAMPLE.turns]
    assert [turn.label and turn.label.text for turn in found.turns] == ["Wray:", *(
        turn.label and turn.label.text for turn in SAMPLE.turns[1:]
    )]  # fmt: skip


@pytest.mark.parametrize(
    ("added", "where"),
    [("<note>says who?</note>", "<p>"), ("<stage>whispers</stage>", "<p>"), ("<ab>more</ab>", "</sp>")],
)
def test_what_an_editor_adds_is_not_taken_for_what_we_wrote(added: str, where: str) -> None:
    said = Turn("ben", 20, 24, "Yes.", Printed("Ben:", 5, 9))
    data = write(document(said), Options()).decode()
    at = data.index(where, data.index("<sp"))
    at += len(where) if where == "<p>" else 0
    found = read((data[:at] + added + data[at:]).encode())
    assert found.source.format == "tei"
    assert "Yes." in found.turns[0].text


def test_speakers_keep_their_ids_and_their_order() -> None:
    drawn = document(speakers=(BEN, ANN, replace(ANN, id="ann-2", kind="group", role=None, ref="urn:x somewhere")))
    assert through(drawn, "default").speakers == drawn.speakers
