"""A source to a document: the text is read as a whole, a module a question."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from transcript.engine import furniture
from transcript.engine.assemble import Opening, assemble
from transcript.engine.blocks import Flow, flow_of
from transcript.engine.captions import joined, timed, times_of
from transcript.engine.cast import cast_of, speakers_of
from transcript.engine.cues import Cue
from transcript.engine.decode import Reading, best, labelled, unlabelled
from transcript.engine.labels import parse
from transcript.engine.layouts import LAYOUTS
from transcript.engine.legend import legend_of
from transcript.engine.lines import Page, page_of
from transcript.engine.roles import with_roles
from transcript.engine.tile import tiled
from transcript.errors import LimitExceeded
from transcript.model import Document, Metadata, Note, Origin, Segment, Source, Speaker
from transcript.options import DEFAULTS, Options

__all__ = ["structure"]


def structure(source: Source, options: Options = DEFAULTS) -> Document:
    """Find the turns of a source and who speaks them.

    :raises LimitExceeded: more turns than ``options.max_turns``.
    """
    page = page_of(source)
    furniture.remove(page)
    reading = _read(page, options)
    if len(reading.cues) > options.max_turns:
        raise LimitExceeded(f"{len(reading.cues)} turns; at most {options.max_turns} are structured")
    return _document(page, reading, options)


def _read(page: Page, options: Options) -> Reading:
    mixed: list[Cue] = []
    readings = []
    for layout in LAYOUTS:
        cues = layout.propose(page)
        if layout.kind == "mixed":
            mixed += cues
        elif cues:
            readings.append(labelled(page, cues, options) if layout.kind == "alone" else unlabelled(layout.name, cues))
    return best([labelled(page, mixed, options), *readings])


def _document(page: Page, reading: Reading, options: Options) -> Document:
    source = page.source
    if reading.name != "labelled":
        return _unlabelled(page, reading, options)
    labels = {(label := parse(cue.label)).key: label for cue in reading.cues}
    first = reading.cues[0].start if reading.cues else 0
    legend = legend_of(page, first, list(labels.values()))
    cast = cast_of(list(labels.values()), Counter(parse(cue.label).key for cue in reading.cues), legend, options.cast)
    printed: dict[str, list[tuple[int, str]]] = {}
    for cue in reading.cues:
        label = parse(cue.label)
        printed.setdefault(label.key, []).append((cue.start, " ".join(cue.label.split())))
    speakers = speakers_of(cast, printed)
    openings = []
    notes = list(source.notes)
    for cue, confidence in zip(reading.cues, reading.confidences, strict=True):
        key = parse(cue.label).key
        owner = cast.owner.get(key)
        speaker = speakers[owner] if owner is not None else None
        if speaker is None and key in cast.ambiguous:
            names = tuple(person.name for index in cast.ambiguous[key] if (person := speakers[index]))
            notes.append(
                Note(
                    "speaker-ambiguous",
                    f"{cue.label} may be {' or '.join(names)}",
                    cue.label_start,
                    cue.label_end,
                    names,
                )
            )
        openings.append(Opening(cue, speaker.id if speaker else None, round(confidence, 3)))
    if not reading.cues:
        notes.append(Note("no-speakers", "no convention by which this text would name its speakers was found"))
    order = {speaker: at for at, speaker in enumerate(dict.fromkeys(opening.speaker for opening in openings))}
    people = tuple(
        sorted(
            (speaker for speaker in speakers if speaker and (speaker.id in order or options.cast)),
            key=lambda speaker: order.get(speaker.id, len(order)),
        )
    )
    return _finish(page, reading, openings, people, notes, options)


def _unlabelled(page: Page, reading: Reading, options: Options) -> Document:
    """Nobody is named: who asks and who answers are one speaker each."""
    if any(cue.form[0] == "q" for cue in reading.cues):
        people = {
            "q": Speaker("interviewer", "Interviewer", "interviewer", "group"),
            "a": Speaker("interviewee", "Interviewee", "interviewee"),
        }
    else:
        people = {"a": Speaker("speaker-1", "Speaker 1"), "b": Speaker("speaker-2", "Speaker 2")}
    openings = [
        Opening(cue, people[cue.form[0]].id, round(confidence, 3))
        for cue, confidence in zip(reading.cues, reading.confidences, strict=True)
    ]
    note = Note("speakers-unnamed", "no label names the speakers; the typography alone tells them apart")
    return _finish(page, reading, openings, tuple(people.values()), [*page.source.notes, note], options)


def _segments(page: Page, openings: list[Opening]) -> list[Segment]:
    times = times_of(page)
    if times:
        segments = assemble(page, joined(page, openings), Flow.CAPTIONS)
        return tiled(page, timed(page, segments, times))
    return tiled(page, assemble(page, openings, flow_of(page, [opening.cue for opening in openings])))


def _finish(
    page: Page,
    reading: Reading,
    openings: list[Opening],
    people: tuple[Speaker, ...],
    notes: list[Note],
    options: Options,
) -> Document:
    source = page.source
    segments = _segments(page, openings)
    return Document(
        source=Origin(source.format, len(source.text), source.sha256, tuple(reading.layouts)),
        segments=tuple(segments),
        speakers=with_roles(people, segments),
        metadata=replace(Metadata(), **options.metadata),
        notes=tuple(notes),
    )
