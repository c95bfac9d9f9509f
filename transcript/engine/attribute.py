"""From a reading to people: whose turn each of its cues opens."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from transcript.engine.assemble import Opening
from transcript.engine.cast import Cast, cast_of, speakers_of
from transcript.engine.decode import Reading
from transcript.engine.labels import parse
from transcript.engine.legend import legend_of
from transcript.engine.lines import Page
from transcript.model import Note, Role, Speaker
from transcript.options import Options


@dataclass(slots=True)
class Attribution:
    """The openings in order, the people in the order in which they first speak, and what is in doubt."""

    openings: list[Opening] = field(default_factory=list)
    people: tuple[Speaker, ...] = ()
    notes: list[Note] = field(default_factory=list)


def attribute(page: Page, reading: Reading, options: Options) -> Attribution:
    """Say who opens each turn of the reading; None where two people fit."""
    if not reading.cues:
        note = Note("no-speakers", "no convention by which this text would name its speakers was found")
        return Attribution(notes=[note])
    return _by_label(page, reading, options) if reading.verdicts else _by_type(reading, options)


def _by_label(page: Page, reading: Reading, options: Options) -> Attribution:
    labels = [parse(cue.label) for cue in reading.cues]
    distinct = list({label.key: label for label in labels}.values())
    legend = legend_of(page, reading.cues[0].start, distinct)
    cast = cast_of(distinct, Counter(label.key for label in labels), legend, options.cast)
    printed: dict[str, list[tuple[int, str]]] = {}
    for cue, label in zip(reading.cues, labels, strict=True):
        printed.setdefault(label.key, []).append((cue.start, " ".join(cue.label.split())))
    speakers = speakers_of(cast, printed)
    result = Attribution()
    for cue, label, confidence in zip(reading.cues, labels, reading.confidences, strict=True):
        owner = cast.owner.get(label.key)
        speaker = speakers[owner] if owner is not None else None
        if speaker is None:
            result.notes.append(_doubt(cast, speakers, label.key, cue.label, cue.label_start, cue.label_end))
        result.openings.append(Opening(cue, speaker.id if speaker else None, round(confidence, 3)))
    order = {person: at for at, person in enumerate(dict.fromkeys(opening.speaker for opening in result.openings))}
    named = [speaker for speaker in speakers if speaker and (speaker.id in order or options.cast)]
    result.people = tuple(sorted(named, key=lambda speaker: order.get(speaker.id, len(order))))
    return result


def _doubt(cast: Cast, speakers: list[Speaker | None], key: str, label: str, start: int, end: int) -> Note:
    fits = [person for index in cast.ambiguous.get(key, ()) if (person := speakers[index])]
    names = " or ".join(person.name for person in fits)
    return Note("speaker-ambiguous", f"{label} may be {names}", start, end, tuple(person.id for person in fits))


def _by_type(reading: Reading, options: Options) -> Attribution:
    """Nobody is named: who asks and who answers are one speaker each, or two voices take turns."""
    forms = {cue.form[0] for cue in reading.cues}
    if "q" in forms:
        people = {
            "q": _given(options, "interviewer") or Speaker("interviewer", "Interviewer", "interviewer", "group"),
            "a": _given(options, "interviewee") or Speaker("interviewee", "Interviewee", "interviewee"),
        }
    else:
        people = {"a": Speaker("speaker-1", "Speaker 1"), "b": Speaker("speaker-2", "Speaker 2")}
    note = Note("speakers-unnamed", "no label names the speakers; the typography alone tells them apart")
    return Attribution(
        [
            Opening(cue, people[cue.form[0]].id, round(confidence, 3))
            for cue, confidence in zip(reading.cues, reading.confidences, strict=True)
        ],
        tuple(person for form, person in people.items() if form in forms),
        [note],
    )


def _given(options: Options, role: Role) -> Speaker | None:
    """The one person whom the caller gives that role."""
    members = [member for member in options.cast if member.role == role]
    if len(members) != 1:
        return None
    member = members[0]
    return Speaker(role, member.name, role, "person", member.description, member.ref)
