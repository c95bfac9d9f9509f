"""Names as printed."""

from __future__ import annotations

from hypothesis import given, settings

from tests.documents import documents
from tests.interviews import interview, said
from transcript.model import Document, Speaker
from transcript.typeset.names import UNKNOWN, names_of


def printed(*names: str, without: str = "", longest: int | None = None) -> list[str]:
    people = tuple(Speaker(f"s{number}", name) for number, name in enumerate(names))
    return list(names_of(interview(speakers=people), without=without, longest=longest).by_id.values())


def test_two_people_of_one_name_stay_two() -> None:
    assert printed("Smith", "smith", "Smith", "Smith 2") == ["Smith", "smith 2", "Smith 3", "Smith 2 2"]


def test_a_name_is_one_line_without_control_characters() -> None:
    assert printed("Ann\n\tof \x00Kiel", "\x01") == ["Ann of Kiel", "s1"]


def test_marks_that_join_letters_stay() -> None:
    assert printed("نیلوفر\u200cها") == ["نیلوفر\u200cها"]


def test_what_the_format_cannot_hold_leaves_a_blank() -> None:
    assert printed("Q: Ann", without=":") == ["Q Ann"]


def test_a_cut_name_is_still_its_own() -> None:
    assert printed("Ann Margaret Lee", "Ann Margaret Fox", longest=12) == ["Ann Margaret", "Ann Margar 2"]


def test_a_turn_without_speaker_keeps_its_label_unless_that_is_somebody() -> None:
    names = names_of(interview())
    assert names.label(said(None, "Hm.", label="Sanders:")) == "Sanders"
    assert names.label(said(None, "Hm.", label="ANN:")) == UNKNOWN
    assert names.label(said(None, "Hm.")) == UNKNOWN
    assert names.label(said("bo", "Hm.", label="Mr. Lee:")) == "Bo Lee"
    assert names.of(said(None, "Hm.", label="Sanders:")) == UNKNOWN


@settings(max_examples=100)
@given(documents())
def test_no_two_speakers_share_a_name_and_none_is_blank(document: Document) -> None:
    for longest in (None, 12):
        names = list(names_of(document, without=":", longest=longest).by_id.values())
        assert len({name.casefold() for name in names}) == len(document.speakers)
        assert all(name and name == " ".join(name.split()) and ":" not in name for name in names)
