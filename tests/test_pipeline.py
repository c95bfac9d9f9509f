"""The stages meet: formats are recognised, and a document that is read is not structured again."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from importlib import import_module

import pytest

from tests.documents import SAMPLE
from transcript import convert, read, structure, write
from transcript.formats import FORMATS
from transcript.model import Document, Source
from transcript.options import Options


def format_of(data: bytes, suffix: str = "", media_type: str = "") -> str:
    found = read(data, suffix=suffix, media_type=media_type)
    return "document" if isinstance(found, Document) else found.format


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"Ann: Is it on?\n\nBo: Yes.\n", "plain"),
        (b"WEBVTT\n\n00:00.000 --> 00:01.000\nYes.\n", "vtt"),
        (b"\xef\xbb\xbf\n1\n00:00:00,000 --> 00:00:01,000\nYes.\n", "srt"),
        (b"@UTF8\n@Begin\n*ANN:\tyes .\n@End\n", "chat"),
        (b" <!DOCTYPE html><p>Ann: Yes.</p>", "html"),
        (write(SAMPLE, "json"), "document"),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\nYes.\n".encode("utf-16"), "vtt"),
    ],
)
def test_a_format_is_recognised_by_its_content_whatever_the_name(data: bytes, format: str) -> None:
    assert {format_of(data), format_of(data, ".txt"), format_of(data, ".odd")} == {format}


def test_a_format_is_recognised_by_its_suffix_where_the_content_does_not_say() -> None:
    assert format_of(b"Ann: Yes.", ".HTM") == "html"
    assert format_of(b"Ann: Yes.", ".odd") == "plain"


VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ann>Yes.\n"


def contradictions(data: bytes, **said: str) -> list[str]:
    return [note.message for note in read(data, **said).notes if note.code == "format-contradiction"]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"suffix": ".srt"}, "the suffix .srt names SubRip captions"),
        ({"suffix": ".JSONL"}, "the suffix .JSONL names ConvoKit utterances, a line each"),
        ({"media_type": "application/pdf"}, "the media type application/pdf names The text layer of PDF"),
        (
            {"suffix": ".html", "media_type": "text/csv"},
            "the media type text/csv names Comma-separated values, a row a turn and "
            "the suffix .html names HTML, also that of Podcasting 2.0",
        ),
    ],
)
def test_a_name_of_another_format_is_a_note(said: dict[str, str], message: str) -> None:
    assert contradictions(VTT, **said) == [f"read as WebVTT captions, though {message}"]
    assert format_of(VTT, **said) == "vtt"


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"suffix": ".vtt", "media_type": "text/vtt"},
        {"suffix": ".txt", "media_type": "application/octet-stream"},
        {"suffix": ".md", "media_type": "text/plain"},
        {"suffix": ".wav", "media_type": "audio/x-wav"},
    ],
)
def test_a_name_that_fits_or_says_little_is_no_contradiction(said: dict[str, str]) -> None:
    assert contradictions(VTT, **said) == []


def test_formats_that_share_a_media_type_do_not_contradict_each_other() -> None:
    spoken = b'{"segments": [{"speaker": "Ann", "startTime": 1, "body": "Yes."}]}'
    assert contradictions(spoken, suffix=".json", media_type="application/json") == []
    assert contradictions(b"<html><body><pre>\nAnn: Yes.\n</pre></body></html>", suffix=".html") == []


def test_a_document_by_another_name_has_a_note_too() -> None:
    document = read(write(SAMPLE, "json"), suffix=".docx")
    assert isinstance(document, Document)
    assert [note.code for note in document.notes] == [*(note.code for note in SAMPLE.notes), "format-contradiction"]
    assert [note.code for note in structure(read(VTT, suffix=".srt")).notes][-1:] == ["format-contradiction"]


def test_a_media_type_comes_before_a_suffix_and_plain_text_after_both() -> None:
    assert format_of(b"Ann: Yes.", media_type="text/html", suffix=".rtf") == "html"
    assert format_of(b"Ann: Yes.", media_type="text/plain", suffix=".htm") == "html"
    assert format_of(b"Ann: Yes.", media_type="application/octet-stream") == "plain"


def test_text_that_only_begins_like_a_format_stays_text() -> None:
    assert format_of(b"12 May 1962. Ann: Is it on?\n") == "plain"
    assert format_of(b"{Tape 1} Ann: Is it on?\n") == "plain"


def test_only_readers_of_formats_that_may_begin_so_are_imported() -> None:
    script = (
        "import sys, transcript; transcript.read(b'*Ann:* Is it on?');"
        "print([name for name in sys.modules if name.startswith('transcript.readers.')])"
    )
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert finished.stdout == "['transcript.readers.plain']\n"


@pytest.mark.parametrize("name", [row.name for row in FORMATS if row.reads and row.begins])
def test_the_reader_of_a_format_that_says_how_it_begins_can_sniff(name: str) -> None:
    assert callable(import_module(f"transcript.readers.{name}").sniff)


def test_a_document_is_written_in_another_format_as_it_is() -> None:
    data = write(SAMPLE, "json")
    assert read(data) == SAMPLE
    assert convert(data, to="json", format="json") == data
    assert convert(data, to="markdown") == write(SAMPLE, "markdown")


def test_a_document_takes_the_metadata_that_the_caller_gives() -> None:
    changed = structure(SAMPLE, Options(metadata={"place": "Scalloway", "date": None}))
    assert changed == replace(SAMPLE, metadata=replace(SAMPLE.metadata, place="Scalloway", date=None))


def test_a_source_is_structured() -> None:
    source = read(b"Ann: Is it on?\n\nBo: Yes.\n\nAnn: Since when?\n\nBo: Since noon.\n")
    assert isinstance(source, Source)
    assert [turn.text for turn in structure(source).turns] == ["Is it on?", "Yes.", "Since when?", "Since noon."]
