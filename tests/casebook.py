"""Cases that a curator can read and write: a text, and the document that it should become.

A case is one file. Its first lines say in plain words what it is about; ``--- text`` opens the text, which is taken
as it stands; ``--- expected`` opens the document as :func:`portrait` draws it. ``docs/cases.md`` explains the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from transcript import read, structure
from transcript.model import Direction, Document, Heading, Note, Passage, Segment, Speaker, Time, Turn

TEXT = "--- text\n"
EXPECTED = "--- expected\n"


@dataclass(frozen=True, slots=True)
class Case:
    """One file. ``about``, ``text`` and ``expected`` are its three parts, each with its last line end."""

    path: Path
    about: str
    text: str
    expected: str

    def found(self) -> str:
        """The document that the text becomes now, drawn."""
        return portrait(structure(read(self.text.encode(), "plain")), self.text)

    def accept(self) -> None:
        """Write what is found now into the file as what is expected."""
        accepted = replace(self, expected=self.found())
        self.path.write_text(f"{accepted.about}{TEXT}{accepted.text}{EXPECTED}{accepted.expected}", encoding="utf-8")


def load(path: Path) -> Case:
    """Read a case.

    :raises ValueError: a part is missing, or nothing says what the case is about.
    """
    with path.open(encoding="utf-8", newline="") as file:
        about, text_mark, rest = file.read().partition(TEXT)
    text, expected_mark, expected = rest.partition(f"\n{EXPECTED}")
    if not (about.strip() and text_mark and expected_mark):
        raise ValueError(f"{path}: a case is a remark, '{TEXT.strip()}', a text, '{EXPECTED.strip()}', a drawing")
    return Case(path, about, f"{text}\n", expected)


def portrait(document: Document, text: str) -> str:
    """The document as lines to read: what a curator would argue about, without offsets and confidence."""
    lines = [f"layouts: {', '.join(document.source.layouts) or 'none'}"]
    lines += (_note(note, text) for note in document.notes)
    for speaker in document.speakers:
        lines += _speaker(speaker)
    for segment in document.segments:
        lines += ["", *_segment(segment)]
    return "".join(f"{line}\n" for line in lines)


def _note(note: Note, text: str) -> str:
    place = "" if note.start is None else f" at {text[note.start : note.end]!r}"
    candidates = f": {' | '.join(note.candidates)}" if note.candidates else ""
    return f"note {note.code}{place}{candidates}"


def _speaker(speaker: Speaker) -> Iterator[str]:
    kind = "" if speaker.kind == "person" else f", {speaker.kind}"
    description = f", {speaker.description}" if speaker.description else ""
    yield f"speaker {speaker.id}: {speaker.name} ({speaker.role or 'role unknown'}{kind}){description}"
    yield f"    labels: {' | '.join(speaker.labels)}"


def _segment(segment: Segment) -> Iterator[str]:
    part = "" if segment.part == "body" else f"{segment.part} "
    match segment:
        case Turn():
            who = segment.speaker or "?"
            label = f" {segment.label.text}" if segment.label else ""
            yield f"[{part}{who}{_time(segment.time)}]{label}"
            yield from _indented(segment.text)
            for direction in segment.directions:
                yield f"  + {direction.type}: {direction.text}"
        case Heading():
            yield f"[{part}heading {segment.level}]"
            yield from _indented(segment.text)
        case Direction():
            yield f"[{part}direction {segment.type}]"
            yield from _indented(segment.text)
        case Passage():
            kind = "" if segment.type == "narration" else f" {segment.type}"
            yield f"[{part}passage{kind}]"
            yield from _indented(segment.text)


def _indented(text: str) -> Iterator[str]:
    return (f"    {line}".rstrip(" ") for line in text.split("\n"))


def _time(time: Time | None) -> str:
    if time is None:
        return ""
    start, end = ("?" if seconds is None else f"{seconds:g}" for seconds in (time.start, time.end))
    until = "" if time.end is None else f"-{end}"
    return f" {'' if time.kind == 'exact' else f'{time.kind} '}{start}{until} s"
