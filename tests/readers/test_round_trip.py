"""What this project writes, it reads: the same voices say the same words at the same times."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.documents import SAMPLE
from tests.readers.sources import assert_lawful, marked, said
from transcript.formats import named
from transcript.model import Document, Source, Turn
from transcript.options import Options

SPOKEN = replace(SAMPLE, segments=SAMPLE.turns)
VOICES = ["Wray", "Dr. Inés Calder", "Unknown speaker"]


def written_and_read(document: Document, written: str, read: str) -> Source:
    source = named(read).reader()(named(written).writer()(document, Options()))
    assert isinstance(source, Source)
    assert_lawful(source)
    return source


@pytest.mark.parametrize("name", ["csv", "html", "podcast", "vtt", "docx"])
def test_what_is_written_is_read(name: str) -> None:
    source = written_and_read(SPOKEN, name, name)
    assert list(dict.fromkeys(mark.value for mark in marked(source, "voice"))) == VOICES
    assert [int(mark.value) for mark in marked(source, "time") if isinstance(mark.value, float)][:2] == [31, 35]
    assert "There & back <twice> a day" in " ".join(said(source).split())


@pytest.mark.parametrize("name", ["csv", "html", "podcast", "docx"])
def test_no_word_is_lost_on_the_way(name: str) -> None:
    """Captions spell what is no speech in their own way, and are checked by the test above."""
    source = written_and_read(SPOKEN, name, name)
    words = [word for turn in SPOKEN.segments if isinstance(turn, Turn) for word in turn.text.split()]
    printed = said(source).split()
    assert [word for word in words if word not in printed] == []


def test_podcasting_html_is_html() -> None:
    source = written_and_read(SPOKEN, "podcast_html", "html")
    assert list(dict.fromkeys(mark.value for mark in marked(source, "voice"))) == VOICES


def test_passages_are_no_place_for_labels() -> None:
    for name in ("html", "docx"):
        source = written_and_read(SAMPLE, name, name)
        metadata = " ".join(source.text[mark.start : mark.end] for mark in marked(source, "metadata"))
        assert "Transcript edited for length." in metadata
