"""``transcript inspect``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click
import pytest

from tests.cli.conftest import INTERVIEW, Run
from tests.documents import SAMPLE, SAMPLE_TEXT
from transcript.cli.columns import width_of
from transcript.cli.inspection import view
from transcript.model import Document, Metadata, Note, Speaker


def seen(document: Document = SAMPLE, width: int = 80, *, in_full: bool = False, text: str | None = SAMPLE_TEXT) -> str:
    """What a person sees, without colours."""
    return click.unstyle("\n".join(view(document, text, width, in_full=in_full)))


def test_the_whole_view() -> None:
    assert (
        seen(in_full=True)
        == """\
Title       The Last Ferry
Format      Plain text, with or without Markdown emphasis, 410 characters
Layout      name-colon
Contents    4 turns, 3 passages, 2 headings, 1 direction
Confidence  40 %

Speakers
TURNS  ROLE         SPEAKER
    1  interviewer  Wray
    2  interviewee  Dr. Inés Calder, harbour pilot
                    labels: Dr. Inés Calder, harbour pilot | CALDER
    0  -            Voice
    1  -            nobody is named

Why this layout
taken  name-colon: 5 of 6 paragraphs begin with a label

Why these labels
refused  Three of us went: a list follows

Notes
LINE  NOTE
  24  Two people may be meant. Perhaps: Voice, Wray. (speaker-ambiguous)
      Some turns have no time. (times-partly-missing)

To look at
LINE  SURE  REASON
  24  40 %  Nothing says whose voice it is."""
    )


def test_without_why_only_the_layouts_that_were_taken_are_explained() -> None:
    assert "Three of us went" not in seen()
    assert "Why this layout" in seen()


def test_the_line_is_that_of_the_text() -> None:
    assert SAMPLE_TEXT.splitlines()[23].startswith("Voice:")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(line_end: str) -> None:
    text = line_end.join(["one", "two", "three"])
    note = Note("code", "Here.", text.index("three"), len(text))
    assert "   3  Here. (code)" in seen(replace(SAMPLE, notes=(note,)), text=text)


def test_a_document_without_anything_is_shown_as_such() -> None:
    empty = replace(SAMPLE, segments=(), speakers=(), notes=(), review=(), explanation=(), metadata=Metadata())
    assert seen(empty).splitlines()[2:] == ["Contents    nothing", "Confidence  40 %"]


def test_only_what_is_certain_is_called_100_per_cent() -> None:
    assert "Confidence  99 %" in seen(replace(SAMPLE, confidence=0.9999))
    assert "Confidence  100 %" in seen(replace(SAMPLE, confidence=1.0))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert [line for line in seen(width=width, in_full=True).splitlines() if width_of(line) > width] == []


def test_a_transcript_cannot_control_the_terminal() -> None:
    names = (Speaker("x", "\x1b[2J\u202eEve\nTURNS", labels=("\x07",)),)
    assert "    0  -     \\x1b[2J\\u202eEve TURNS" in seen(replace(SAMPLE, speakers=names))


def test_a_terminal_gets_colours_and_a_file_does_not(run: Run, interview: Path) -> None:
    assert "\x1b[1mSpeakers" in run("inspect", interview, color=True).stdout
    assert "\x1b" not in run("inspect", interview).stdout


def test_no_color_is_honoured(run: Run, interview: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("inspect", interview, color=True).stdout


def test_a_document_that_is_read_back_shows_offsets(run: Run, interview: Path) -> None:
    run("convert", interview, "-o", "bakery.json")
    of_the_document, of_the_text = (
        run("inspect", path).stdout.partition("\n\n") for path in ("bakery.json", interview)
    )
    assert of_the_document[0] == of_the_text[0]
    assert f"{SAMPLE_TEXT.index('Voice:'):6}  Two people may be meant." in seen(text=None)


def test_standard_input_can_be_inspected(run: Run) -> None:
    assert run("inspect", "-", stdin=INTERVIEW).stdout.startswith("Format      Plain text")


def test_what_cannot_be_read_is_said(run: Run) -> None:
    result = run("inspect", "gone.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "transcript: gone.txt: No such file or directory\n"
