"""What each correction does, where the page on corrections does not show it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from tests.documents import SAMPLE, SAMPLE_TEXT
from tests.interviews import interview, said
from transcript import read, structure, wire, write
from transcript.corrections import corrected
from transcript.formats import FORMATS
from transcript.model import Document, Metadata, Note, Passage, Printed, Review, Speaker, Time, Turn
from transcript.options import (
    Assign,
    Begin,
    Correction,
    End,
    Merge,
    NotASpeaker,
    Options,
    Pseudonymise,
    Rename,
    SetRole,
    Split,
)

TWO_QS = (Speaker("ann-may", "Ann May", labels=("Q",)), Speaker("jo-poe", "Jo Poe", labels=("Q",)))


def made(*corrections: Correction, document: Document = SAMPLE) -> Document:
    after = corrected(document, corrections)
    wire.check(wire.dump(after))
    return after


def unmatched(document: Document) -> list[str]:
    return [note.message for note in document.notes if note.code == "correction-unmatched"]


def test_a_label_is_found_with_its_colon_or_without() -> None:
    assert made(Rename("CALDER:", "I. C.")) == made(Rename("CALDER", "I. C."))


def test_a_label_is_not_found_in_other_capitals() -> None:
    after = made(Rename("calder", "I. C."))
    assert unmatched(after) == [
        "correction 1 (rename “calder”) found nothing to correct: no speaker has that label or name"
    ]


def test_a_label_with_its_time_is_the_label() -> None:
    document = interview(said("ann", "Yes.", label="Speaker 1 (00:04):"))
    (turn,) = made(Assign("Bo Lee", label="Speaker 1"), document=document).turns
    assert turn.speaker == "bo"


def test_a_label_of_two_speakers_means_neither_and_their_names_mean_each() -> None:
    document = interview(said("ann-may", "One?", label="Q:"), said("jo-poe", "Two?", label="Q:"), speakers=TWO_QS)
    after = made(Rename("Q", "X"), Rename("Jo Poe", "Jo Roe"), document=document)
    assert [speaker.name for speaker in after.speakers] == ["Ann May", "Jo Roe"]
    assert unmatched(after) == ["correction 1 (rename “Q”) found nothing to correct: more than one speaker fits"]


def test_later_corrections_see_what_earlier_ones_did() -> None:
    after = made(Rename("Wray", "Ada Wray"), SetRole("Ada Wray", "other"), Split("CALDER"), Rename("CALDER", "Ivo"))
    assert [(speaker.name, speaker.role, speaker.labels) for speaker in after.speakers] == [
        ("Ada Wray", "other", ("Wray",)),
        ("Dr. Inés Calder", "interviewee", ("Dr. Inés Calder, harbour pilot",)),
        ("Voice", None, ("Voice",)),
        ("Ivo", None, ("CALDER",)),
    ]


def test_the_id_goes_with_the_name_and_is_never_that_of_another() -> None:
    after = made(Rename("Wray", "Voice"), Rename("CALDER", "Инес"))
    assert [speaker.id for speaker in after.speakers] == ["voice-2", "speaker-2", "voice"]


def test_who_goes_on_without_a_label_is_meant_with_it() -> None:
    document = interview(
        said("ann", "One.", label="Ann:"), Passage(0, 4, "Rain."), said("ann", "Two."), said("bo", "No.", label="Bo:")
    )
    after = made(Split("Ann", name="Anna"), document=document)
    assert [turn.speaker for turn in after.turns] == ["anna", "anna", "bo"]
    assert [speaker.name for speaker in after.speakers] == ["Bo Lee", "Q", "Anna"]


def test_a_range_means_every_turn_that_it_touches() -> None:
    document = interview(*(said(None, word) for word in ("aaaa", "bbbb", "cccc", "dddd")))
    after = made(Assign("Bo Lee", start=8, end=11), document=document)
    assert [turn.speaker for turn in after.turns] == [None, "bo", "bo", None]


def test_splitting_what_has_no_label_needs_a_name() -> None:
    document = interview(said(None, "aaaa"))
    assert unmatched(made(Split(start=0, end=2), document=document)) == [
        "correction 1 (split 0 to 2) found nothing to correct: no label is printed there: give a name"
    ]


def test_what_somebody_has_said_is_certain_and_needs_no_review() -> None:
    after = made(Assign("Wray", label="Voice"))
    assert after.turns[-1].confidence == 1.0
    assert after.review == ()
    assert [note.code for note in after.notes] == ["times-partly-missing"]
    assert after.confidence == min(turn.confidence for turn in SAMPLE.turns[:-1]) == 0.9


def test_the_whole_is_no_surer_while_another_turn_is_in_doubt() -> None:
    doubt = Note("speaker-ambiguous", "Who?", 0, 4)
    document = interview(said(None, "aaaa"), said(None, "bbbb"))
    document = replace(document, confidence=0.3, notes=(doubt,), review=(Review(0, 4, "Who?", 0.3),))
    after = made(Assign("Bo Lee", start=5, end=6), document=document)
    assert (after.confidence, after.notes, after.review) == (0.3, document.notes, document.review)


def test_a_range_that_finds_nothing_is_noted_where_it_is() -> None:
    gap = SAMPLE_TEXT.index("They walk")
    note = made(Assign("Wray", start=gap, end=gap + 4)).notes[-1]
    assert (note.code, note.start, note.end) == ("correction-unmatched", gap, gap + 4)
    assert made(Assign("Wray", start=9_000, end=9_001)).notes[-1].start is None


def test_a_merge_keeps_what_is_known_of_the_first_and_adds_what_is_not() -> None:
    after = made(Merge(("Wray", "CALDER")))
    assert after.speakers[0] == replace(
        SAMPLE.speakers[1], id="wray", name="Wray", role="interviewer", labels=("Wray", *SAMPLE.speakers[1].labels)
    )
    assert [turn.speaker for turn in after.turns] == ["wray", "wray", "wray", None]
    assert after.turns[1].confidence == SAMPLE.turns[1].confidence


def test_a_passage_of_no_speaker_holds_label_time_and_words() -> None:
    after = made(NotASpeaker("Wray"))
    passage = after.segments[3]
    assert passage == Passage(
        SAMPLE_TEXT.index("[00:00:31]"),
        SAMPLE.turns[0].end,
        "[00:00:31] Wray: When did you first take the boat out?",
    )
    assert "wray" not in {speaker.id for speaker in after.speakers}
    assert after.notes[0].candidates == ("voice",)


def test_speech_after_all_joins_the_turn_right_before() -> None:
    document = interview(
        said("ann", "A thing.", 1.0, 2.0, label="Ann:"),
        said("bo", "the mill is old.", 3.0, 4.5, label="Note:"),
    )
    (turn,) = made(NotASpeaker(label="Note", becomes="speech"), document=document).turns
    assert (turn.speaker, turn.text) == ("ann", "A thing. Note: the mill is old.")
    assert turn.time == Time(1.0, 4.5)


def test_speech_after_an_interruption_goes_on_by_itself() -> None:
    after = made(NotASpeaker(label="CALDER", becomes="speech"))
    *_, turn, _ = after.turns
    assert (turn.speaker, turn.label, turn.text[:13]) == ("ines-calder", None, "CALDER: There")
    assert after.segments[5] == SAMPLE.segments[5]


def test_speech_after_nobody_is_a_passage() -> None:
    assert made(NotASpeaker("Wray", becomes="speech")) == made(NotASpeaker("Wray"))


def test_a_label_that_stands_for_more_characters_is_skipped_with_its_words_in_place() -> None:
    before = Turn("ann", 5, 9, "Yes.", Printed("Ann:", 0, 4))
    bold = Turn("bo", 21, 24, "no.", Printed("Note:", 11, 20))
    document = replace(interview(said("ann", "x" * 30)), segments=(before, bold))
    (turn,) = made(NotASpeaker(label="Note", becomes="speech"), document=document).turns
    assert turn.text == "Yes.\n\nNote: no."
    assert [(span.start, span.end) for span in turn.skipped] == [(11, 20)]


def test_a_label_that_furniture_parts_from_its_words_is_a_passage_of_its_own() -> None:
    page = Passage(12, 15, "17", type="furniture")
    document = replace(
        interview(said("ann", "x" * 30)),
        segments=(Turn("ann", 0, 4, "Yes."), page, Turn("bo", 17, 20, "no.", Printed("Note:", 6, 11))),
    )
    first, label, furniture, words = made(NotASpeaker(label="Note", becomes="speech"), document=document).segments
    assert (first, furniture) == (document.segments[0], page)
    assert label == Passage(6, 11, "Note:")
    assert words == Turn("ann", 17, 20, "no.")


def test_a_time_of_day_that_becomes_words_is_no_second_of_the_recording() -> None:
    time = Time(36_000.0, None, "wall-clock", Printed("10:00", 11, 16))
    document = replace(
        interview(said("ann", "x" * 30)),
        segments=(Turn("ann", 0, 4, "Yes."), Turn("bo", 17, 20, "no.", Printed("Note:", 5, 10), time=time)),
    )
    (turn,) = made(NotASpeaker(label="Note", becomes="speech"), document=document).turns
    (code,) = turn.directions
    assert (turn.text, code.type, code.time) == ("Yes. Note: 10:00 no.", "timecode", None)


def test_who_speaks_outside_the_interview_alone_is_no_speaker() -> None:
    after = made(Begin(SAMPLE_TEXT.index("They walk")))
    assert [speaker.id for speaker in after.speakers] == ["ines-calder", "voice"]
    assert {segment.part for segment in after.segments[:5]} == {"front"}


def test_a_segment_that_holds_the_beginning_or_the_end_is_in_the_interview() -> None:
    middle = SAMPLE_TEXT.index("walk down")
    after = made(Begin(middle), End(middle))
    assert [segment.text for segment in after.segments if segment.part == "body"] == ["They walk down to the pier."]


# --- Pseudonyms -------------------------------------------------------------------------------------------------------

HELD = """\
Anna May Holt, miner: They call me Anna May Holt, or just HOLT. We may go.

Peter Holt: Mrs Holt, and Holt's boy? Rose rose.

Anna May Holt: Peter Holt knows. Annabel does not.

Peter Holt: Who?
"""


def hidden(*corrections: Correction, text: str = HELD, **metadata: str) -> Document:
    return structure(read(text.encode(), "plain"), Options(corrections=corrections, metadata=dict(metadata)))


def test_a_pseudonym_takes_the_place_of_the_name_wherever_it_stands_whole() -> None:
    after = hidden(Pseudonymise("Anna May Holt", "P1", words=("Rose",)))
    assert [turn.text for turn in after.turns] == [
        "They call me P1, or just HOLT. We may go.",  # Holt is Peter as well
        "Mrs Holt, and Holt's boy? P1 rose.",
        "Peter Holt knows. Annabel does not.",
        "Who?",
    ]
    assert [turn.label.text for turn in after.turns if turn.label] == ["P1:", "Peter Holt:", "P1:", "Peter Holt:"]
    assert after.speakers[0] == Speaker("p1", "P1", after.speakers[0].role, labels=("P1",))


def test_a_word_that_two_hidden_people_share_is_either() -> None:
    after = hidden(Pseudonymise("Anna May Holt", "P1"), Pseudonymise("Peter Holt", "P2"))
    assert after.turns[1].text == "Mrs P1 or P2, and P1 or P2's boy? Rose rose."
    assert after.turns[2].text == "P2 knows. Annabel does not."


def test_names_may_be_exchanged() -> None:
    after = hidden(Pseudonymise("Anna May Holt", "Peter Holt"), Pseudonymise("Peter Holt", "Anna May Holt"))
    assert [speaker.name for speaker in after.speakers] == ["Peter Holt", "Anna May Holt"]
    assert after.turns[2].text == "Anna May Holt knows. Annabel does not."


def test_pseudonyms_come_last_whatever_their_place() -> None:
    after = hidden(
        Pseudonymise("Anna May Holt", "P1"), Rename("Anna May Holt", "Anna Holt"), SetRole("Peter Holt", None)
    )
    assert after.speakers[0].name == "P1"
    assert unmatched(after) == []


def test_where_a_script_sets_no_blanks_a_name_is_found_within_words() -> None:
    text = "记者：林晓禾好吗？\n\n林晓禾：我是林晓禾，大家好。\n\n记者：几点？\n\n林晓禾：三点。\n"
    after = hidden(Pseudonymise("林晓禾", "甲"), text=text)
    assert [turn.text for turn in after.turns] == ["甲好吗？", "我是甲，大家好。", "几点？", "三点。"]


def test_file_names_are_searched_in_small_letters_too() -> None:
    after = hidden(
        Pseudonymise("Peter Holt", "P2", words=("Holt",)), filename="tape_peter holt.wav", title="Peter Holt"
    )
    assert after.metadata == Metadata(title="P2", filename="tape_P2.wav")


def test_what_is_reported_does_not_tell_who_was_hidden() -> None:
    after = hidden(
        Pseudonymise("Anna May Holt", "Участник"), Pseudonymise("Anna Holt", "P3"), Rename("Anna May Holte", "A")
    )
    assert after.speakers[0].id == "speaker-1"
    assert [note.message for note in after.notes] == [
        "correction 3 (rename “Anna May Holte”) found nothing to correct: no speaker has that label or name",
        "correction 2 (pseudonymise) found nothing to correct: no speaker has that label or name",
        "pseudonyms stand for 1 of the speakers and for 1 mentions of them; other words may still tell who they are",
    ]


# --- Every format -----------------------------------------------------------------------------------------------------

WRITTEN = [row.name for row in FORMATS if row.writes]


def plain_bytes(data: bytes) -> str:
    """What a file says; of an archive, all its parts."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("name", WRITTEN)
def test_a_rename_reaches_every_format(name: str) -> None:
    options = Options(words_per_minute=120)
    assert "Ursula Kemp" in plain_bytes(write(made(Rename("CALDER", "Ursula Kemp")), name, options))


@pytest.mark.parametrize("name", WRITTEN)
def test_a_name_that_is_hidden_stands_in_no_format(name: str) -> None:
    options = Options(words_per_minute=120)
    after = made(Pseudonymise("CALDER", "Pilot A"), document=replace(SAMPLE, metadata=Metadata("With Dr. Inés Calder")))
    written = plain_bytes(write(after, name, options)).casefold()
    assert [word for word in ("calder", "inés", "harbour pilot", "pilots/7") if word in written] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_every_correction_at_once_can_be_written_in_every_format(name: str) -> None:
    corrections = (
        Split("CALDER", name="The other Calder"),
        NotASpeaker("The other Calder", becomes="speech"),
        Assign("Wray", label="Voice"),
        NotASpeaker("Wray"),
        Begin(5),
        Pseudonymise("Dr. Inés Calder", "P"),
    )
    options = Options(words_per_minute=120)
    assert write(made(*corrections), name, options) == write(made(*corrections), name, options)
