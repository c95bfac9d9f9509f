"""``transcript inspect``: what was found in a transcript, for a person to read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from transcript.cli.columns import aligned, terminal_width
from transcript.cli.files import complain, read_bytes
from transcript.cli.words import shown
from transcript.errors import reason_of
from transcript.formats import named
from transcript.model import Direction, Document, Heading, Passage, Segment, Source, Turn
from transcript.options import Options
from transcript.pipeline import read, structure
from transcript.suffixes import known_suffix

SURE = 0.9
"""Confidence from which on a document is shown as sure."""
DOUBTFUL = 0.7
"""Confidence below which it is shown as doubtful."""
NAMES = {Turn: "turn", Heading: "heading", Direction: "direction", Passage: "passage"}


def inspect_file(path: Path, format: str | None, options: Options, *, in_full: bool) -> bool:
    """Show one transcript; False, and a complaint, if it cannot be read or structured."""
    try:
        source = read(read_bytes(path), format, suffix=known_suffix(path.name))
        document = structure(source, options)
    except Exception as error:
        complain(path, reason_of(error))
        return False
    text = source.text if isinstance(source, Source) else None
    for line in view(document, text, terminal_width(), in_full=in_full):
        click.echo(line)
    return True


def view(document: Document, text: str | None, width: int, *, in_full: bool = False) -> Iterator[str]:
    """The lines to show, styled, none of them wider than the width unless it is very small.

    Places are lines of the text, from 1; offsets where the text is not known, as when a document is read back.
    ``in_full`` adds the reasons for and against every layout and label.
    """
    places = _Places(text)
    yield from _summary(document, width)
    yield from _section("Speakers", _speakers(document, width))
    yield from _section("Why this layout", _reasons(document, "layout", width, refused=in_full))
    if in_full:
        yield from _section("Why these labels", _reasons(document, "label", width, refused=True))
    yield from _section("Notes", _notes(document, places, width))
    yield from _section("To look at", _reviews(document, places, width))


class _Places:
    """Where something stands, as a person says it."""

    def __init__(self, text: str | None) -> None:
        self.name = "OFFSET" if text is None else "LINE"
        self._breaks = None if text is None else [found.start() for found in re.finditer(r"\r\n?|\n", text)]

    def of(self, offset: int | None) -> str:
        """The number of the line, or the offset; empty for the whole document."""
        if offset is None:
            return ""
        return f"{offset if self._breaks is None else bisect_left(self._breaks, offset) + 1:,}"


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield click.style(title, bold=True)
        yield from lines


def _summary(document: Document, width: int) -> Sequence[str]:
    colour = "green" if document.confidence >= SURE else "yellow" if document.confidence >= DOUBTFUL else "red"
    title = [("Title", document.metadata.title)] if document.metadata.title else []
    rows = [
        *title,
        ("Format", f"{named(document.source.format).title}, {document.source.characters:,} characters"),
        ("Layout", ", ".join(document.source.layouts) or "none"),
        ("Contents", _contents(document.segments)),
        ("Confidence", _percent(document.confidence)),
    ]
    *others, last = _table(None, rows, "l", width)
    return [*others, click.style(last, fg=colour)]


def _contents(segments: Sequence[Segment]) -> str:
    counts = Counter(NAMES[type(segment)] for segment in segments)
    return ", ".join(f"{count:,} {name}{'s' if count > 1 else ''}" for name, count in counts.most_common()) or "nothing"


def _percent(share: float) -> str:
    return f"{int(share * 100)} %"  # rounded down: only what is certain is called 100 %


def _speakers(document: Document, width: int) -> Sequence[str]:
    turns = Counter(turn.speaker for turn in document.turns)
    rows: list[tuple[str, str, str]] = []
    for speaker in document.speakers:
        description = f", {speaker.description}" if speaker.description else ""
        rows.append((f"{turns[speaker.id]:,}", speaker.role or "-", f"{speaker.name}{description}"))
        if speaker.labels != (speaker.name,):
            rows.append(("", "", f"labels: {' | '.join(speaker.labels)}"))
    if turns[None]:
        rows.append((f"{turns[None]:,}", "-", "nobody is named"))
    return _table(("TURNS", "ROLE", "SPEAKER"), rows, "rl", width)


def _reasons(document: Document, subject: str, width: int, *, refused: bool) -> Sequence[str]:
    rows = [
        ("taken" if reason.taken else "refused", f"{reason.name}: {'; '.join(reason.reasons)}")
        for reason in document.explanation
        if reason.subject == subject and (reason.taken or refused)
    ]
    return _table(None, rows, "l", width)


def _notes(document: Document, places: _Places, width: int) -> Sequence[str]:
    names = {speaker.id: speaker.name for speaker in document.speakers}
    rows = []
    for note in document.notes:
        candidates = ", ".join(names.get(candidate, candidate) for candidate in note.candidates)
        candidates = f" Perhaps: {candidates}." if candidates else ""
        rows.append((places.of(note.start), f"{note.message}{candidates} ({note.code})"))
    return _table((places.name, "NOTE"), rows, "r", width)


def _reviews(document: Document, places: _Places, width: int) -> Sequence[str]:
    rows = [(places.of(item.start), _percent(item.confidence), item.reason) for item in document.review]
    return _table((places.name, "SURE", "REASON"), rows, "rr", width)


def _table(head: Sequence[str] | None, rows: Sequence[Sequence[str]], sides: str, width: int) -> Sequence[str]:
    """Lines of a table whose words come from elsewhere; none where there are no rows."""
    if not rows:
        return []
    safe = [tuple(shown(cell) for cell in row) for row in rows]
    if head is None:
        return aligned(safe, sides, width)
    first, *others = aligned([head, *safe], sides, width)
    return [click.style(first, dim=True), *others]
