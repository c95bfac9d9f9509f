"""A source to a document: the text is read as a whole, a module a question.

The stages, in order: :mod:`lines` cuts the page, :mod:`furniture` takes away what belongs to the paper, the
:mod:`layouts` propose cues, :mod:`decode` chooses the reading of the whole, :mod:`attribute` (with :mod:`cast`) finds
the people, :mod:`assemble` and :mod:`tile` make the segments, :mod:`doubts` weighs them, :mod:`roles`,
:mod:`metadata` and :mod:`report` say the rest.
"""

from __future__ import annotations

from dataclasses import replace

from transcript.engine import broken, forms, furniture
from transcript.engine.assemble import Opening, assemble
from transcript.engine.attribute import attribute
from transcript.engine.blocks import Flow, flow_of
from transcript.engine.captions import dashed, joined, timed, times_of, unnamed
from transcript.engine.columns import beside
from transcript.engine.decode import best, labelled, unlabelled
from transcript.engine.doubts import weighed
from transcript.engine.interjected import interjected
from transcript.engine.layouts import LAYOUTS
from transcript.engine.lines import Page, page_of
from transcript.engine.metadata import metadata_of
from transcript.engine.reading import Reading
from transcript.engine.report import confidence_of, explanation_of, review_of
from transcript.engine.roles import with_roles
from transcript.engine.tile import tiled
from transcript.errors import LimitExceeded
from transcript.model import Document, Metadata, Origin, Segment, Source
from transcript.options import DEFAULTS, Options

__all__ = ["structure"]


def structure(source: Source, options: Options = DEFAULTS) -> Document:
    """Find the turns of a source and who speaks them.

    :raises LimitExceeded: more turns than ``options.max_turns``.
    """
    lines = source.text.count("\n")
    if lines > 3 * options.max_turns:
        raise LimitExceeded(
            f"{lines} lines; at most {options.max_turns} turns are structured, in three times as many lines"
        )
    page = page_of(source)
    columns = beside(page)
    furniture.remove(page)
    forms.close(page)
    broken.mend(page)
    reading = Reading("none") if columns else _read(page, options)
    if len(reading.cues) > options.max_turns:
        raise LimitExceeded(f"{len(reading.cues)} turns; at most {options.max_turns} are structured")
    found = attribute(page, reading, options)
    segments, doubts = weighed(reading, _segments(page, found.openings))
    notes = [*source.notes, *([columns] if columns else ()), *found.notes]
    return Document(
        source=Origin(source.format, len(source.text), source.sha256, tuple(reading.layouts)),
        segments=tuple(segments),
        speakers=with_roles(found.people, segments),
        metadata=replace(Metadata(), **metadata_of(page, segments) | options.metadata),
        notes=tuple(notes),
        review=review_of(segments, notes, doubts),
        confidence=confidence_of(page, reading, segments, notes),
        explanation=explanation_of(reading) if options.explain else (),
    )


def _read(page: Page, options: Options) -> Reading:
    proposed = [(layout, cues) for layout in LAYOUTS if (cues := layout.propose(page))]
    if proposed and proposed[0][0].name == "voice":
        del proposed[1:]  # where the format says who speaks, names and dashes are words
    if times_of(page):  # the cues of captions are no paragraphs
        proposed = [(layout, cues) for layout, cues in proposed if layout.kind != "unlabelled"]
    mixed = [cue for layout, cues in proposed if layout.kind == "mixed" for cue in cues]
    if len(mixed) > 3 * options.max_turns:
        raise LimitExceeded(
            f"{len(mixed)} places that may open a turn; at most {options.max_turns} turns are structured"
        )
    labels = [cue for layout, cues in proposed if layout.kind != "unlabelled" for cue in cues]
    readings = [labelled(page, mixed, options)]
    for layout, cues in proposed:
        if layout.kind == "alone":
            if len(cues) > best(readings).worth:  # fewer cannot be worth more
                readings.append(labelled(page, cues, options))
        elif layout.kind == "unlabelled":
            readings.append(unlabelled(layout.name, cues, labels))
    return best(readings)


def _segments(page: Page, openings: list[Opening]) -> list[Segment]:
    times = times_of(page)
    if times:
        return tiled(page, timed(page, assemble(page, joined(page, openings), Flow.CAPTIONS), times))
    openings = interjected(page, dashed(page, unnamed(page, openings)))
    return tiled(page, assemble(page, openings, flow_of(page, [opening.cue for opening in openings])))
