"""What holds after any corrections of any document: it is a valid one, and nothing is lost, moved or made up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents import documents_with_sources, words
from transcript import wire
from transcript.corrections import corrected
from transcript.corrections.labels import key_of
from transcript.model import Document, Note, Segment, Turn
from transcript.options import (
    Assign,
    Begin,
    Correction,
    End,
    Merge,
    NotASpeaker,
    Pseudonymise,
    Rename,
    SetRole,
    Split,
)

Draw = Callable[[st.SearchStrategy[Any]], Any]


def corrections(document: Document, length: int, *, hiding: bool = True) -> st.SearchStrategy[tuple[Correction, ...]]:
    """Corrections that mostly find something in the document, now and then nothing."""
    printed = [turn.label.text for turn in document.turns if turn.label]
    known = [word for speaker in document.speakers for word in (speaker.name, *speaker.labels)]
    label = st.sampled_from([*printed, "nothing like it"])
    speaker = st.sampled_from([*known, *printed, "nobody like it"])
    offset = st.integers(0, length + 2)
    span = st.tuples(offset, st.integers(1, length + 2)).map(lambda pair: {"start": pair[0], "end": sum(pair)})
    place = st.one_of(st.fixed_dictionaries({"label": label}), span)
    become = st.sampled_from(("passage", "speech"))
    kinds: list[st.SearchStrategy[Correction]] = [
        st.builds(Rename, speaker, words),
        st.builds(Merge, st.lists(speaker, min_size=2, max_size=3).map(tuple)),
        st.builds(lambda where, name: Split(name=name, **where), place, st.none() | words),
        st.builds(lambda where, who: Assign(who, **where), place, st.none() | speaker),
        st.builds(lambda where, to: NotASpeaker(becomes=to, **where), place, become),
        st.builds(NotASpeaker, speaker, becomes=become),
        st.builds(SetRole, speaker, st.sampled_from(("interviewer", "interviewee", "other", None))),
        st.builds(Begin, offset),
        st.builds(End, offset),
    ]
    if hiding:
        kinds.append(st.builds(Pseudonymise, speaker, words, st.lists(words, max_size=2).map(tuple)))
    return st.lists(st.one_of(kinds), min_size=1, max_size=4).map(tuple)


@st.composite
def cases(draw: Draw, *, hiding: bool = True) -> tuple[Document, str, tuple[Correction, ...]]:
    document, text = draw(documents_with_sources())
    return document, text, draw(corrections(document, len(text), hiding=hiding))


def ranges(segment: Segment) -> list[tuple[int, int]]:
    found = [(segment.start, segment.end)]
    if isinstance(segment, Turn):
        code = segment.time.code if segment.time else None
        found += [(part.start, part.end) for part in (segment.label, code) if part]
    return found


def claims(document: Document, text: str) -> list[int]:
    """How often each character that is not white space lies in a segment, a label or a printed time."""
    count = [0] * len(text)
    for segment in document.segments:
        for start, end in ranges(segment):
            for at in range(start, end):
                count[at] += 1
    return [number for number, character in zip(count, text, strict=True) if not character.isspace()]


def squash(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=100)
@given(cases())
def test_a_corrected_document_is_a_valid_one(case: tuple[Document, str, tuple[Correction, ...]]) -> None:
    document, _, made = case
    after = corrected(document, made)
    assert wire.load(wire.dump(after)) == after


@settings(max_examples=100)
@given(cases())
def test_every_character_lies_where_it_lay_once(case: tuple[Document, str, tuple[Correction, ...]]) -> None:
    document, text, made = case
    assert claims(corrected(document, made), text) == claims(document, text)


@settings(max_examples=100)
@given(cases(hiding=False))
def test_the_words_of_a_turn_are_those_of_the_source(case: tuple[Document, str, tuple[Correction, ...]]) -> None:
    document, text, made = case
    for turn in corrected(document, made).turns:
        said, at = "", turn.start
        for span in turn.skipped:
            said += text[at : span.start]
            at = span.end
        assert squash(said + text[at : turn.end]) == squash(turn.text)


@settings(max_examples=100)
@given(cases())
def test_directions_stand_in_the_words_of_their_turn_in_order(
    case: tuple[Document, str, tuple[Correction, ...]],
) -> None:
    document, _, made = case
    for turn in corrected(document, made).turns:
        at = 0
        for direction in turn.directions:
            at = turn.text.index(direction.text, at) + len(direction.text)


@settings(max_examples=100)
@given(cases())
def test_nobody_is_a_speaker_who_was_none_unless_split_off(
    case: tuple[Document, str, tuple[Correction, ...]],
) -> None:
    document, _, made = case
    before, after = len(document.speakers), len(corrected(document, made).speakers)
    assert after <= before + sum(isinstance(correction, Split) for correction in made)


@given(cases())
def test_the_same_corrections_of_the_same_document_are_the_same(
    case: tuple[Document, str, tuple[Correction, ...]],
) -> None:
    document, _, made = case
    assert repr(corrected(document, made)) == repr(corrected(document, made))


@given(
    documents_with_sources(),
    st.lists(st.one_of(st.builds(Begin, st.integers(0, 99)), st.builds(End, st.integers(0, 99)))),
)
def test_front_body_and_back_stay_in_order(pair: tuple[Document, str], made: list[Correction]) -> None:
    parts = [segment.part for segment in corrected(pair[0], tuple(made)).segments]
    assert parts == sorted(parts, key=("front", "body", "back").index)


@given(st.data())
def test_a_rename_renames_throughout_and_changes_nothing_else(data: st.DataObject) -> None:
    document, _ = data.draw(documents_with_sources())
    names = [speaker.name for speaker in document.speakers]
    unique = [name for name in names if key_of(name) and addressed(document, name) == 1]
    if not unique:
        return
    name = data.draw(words)
    (chosen,) = (speaker for speaker in document.speakers if speaker.name == unique[0])
    after = corrected(document, (Rename(unique[0], name),))
    new = next(now.id for now, was in zip(after.speakers, document.speakers, strict=True) if was is chosen)
    assert new not in {speaker.id for speaker in document.speakers if speaker is not chosen}

    def renamed(id_: str | None) -> str | None:
        return new if id_ == chosen.id else id_

    assert after == replace(
        document,
        speakers=tuple(
            replace(speaker, id=new, name=name) if speaker is chosen else speaker for speaker in document.speakers
        ),
        segments=tuple(
            replace(segment, speaker=renamed(segment.speaker)) if isinstance(segment, Turn) else segment
            for segment in document.segments
        ),
        notes=tuple(
            replace(note, candidates=tuple(dict.fromkeys(str(renamed(id_)) for id_ in note.candidates)))
            for note in document.notes
        ),
    )


def addressed(document: Document, word: str) -> int:
    """How many speakers have the word for a label or a name."""
    known = ({key_of(name) for name in (speaker.name, *speaker.labels)} for speaker in document.speakers)
    return sum(key_of(word) in names for names in known)


@given(documents_with_sources(), words.filter(key_of))
def test_what_finds_nothing_changes_nothing_and_is_reported(pair: tuple[Document, str], word: str) -> None:
    document, text = pair
    strange = f"{word} {'x' * 99}"
    made = (
        Rename(strange, "A"),
        Merge((strange, "B")),
        Split(label=strange),
        Assign(None, start=len(text), end=len(text) + 1),
        NotASpeaker(strange),
        SetRole(strange, None),
        Begin(len(text) + 1),
        End(len(text) + 1),
        Pseudonymise(strange, "P"),
    )
    after = corrected(document, made)
    added = after.notes[len(document.notes) :]
    assert replace(after, notes=document.notes) == document
    assert [note.code for note in added] == ["correction-unmatched"] * len(made)
    assert [numbered(note) for note in added] == [*range(1, len(made) + 1)]


def numbered(note: Note) -> int:
    return int(note.message.split()[1])
