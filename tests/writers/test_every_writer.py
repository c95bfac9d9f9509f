"""What holds for every format of the table that is written."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings

from tests.documents import SAMPLE, documents
from tests.interviews import interview, said
from transcript.errors import CannotWrite
from transcript.formats import FORMATS
from transcript.model import Document, Speaker
from transcript.options import DEFAULTS, Options

WRITTEN = [row for row in FORMATS if row.writes]
TIMED = {"vtt", "srt", "podcast"}

pytestmark = pytest.mark.parametrize("name", [row.name for row in WRITTEN])


def write(name: str, document: Document, options: Options = DEFAULTS) -> bytes:
    return next(row for row in WRITTEN if row.name == name).writer()(document, options)


def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert write(name, SAMPLE) == write(name, SAMPLE)


def test_a_renamed_speaker_is_renamed_in_every_output(name: str) -> None:
    turns = said("ann", "One.", 1, 2), said("bo", "Two.", 3, 4)
    before, after = (
        write(name, interview(*turns, speakers=(Speaker("ann", who), Speaker("bo", "Bo")))) for who in ("Ann", "Zoë")
    )
    assert before != after


def test_captions_need_times_and_nothing_else_does(name: str) -> None:
    document = interview(said("ann", "One."))
    if name in TIMED:
        with pytest.raises(CannotWrite):
            write(name, document)
    else:
        assert write(name, document)


def test_a_document_without_segments_can_be_written_unless_it_needs_times(name: str) -> None:
    if name in TIMED:
        with pytest.raises(CannotWrite):
            write(name, interview())
    else:
        assert isinstance(write(name, interview()), bytes)


@settings(max_examples=30, deadline=None)
@given(document=documents())
def test_any_document_is_written_or_refused_with_a_reason(name: str, document: Document) -> None:
    options = Options(words_per_minute=150, wall_clock="from-first", cue_times="divided")
    if name in TIMED:
        with suppress(CannotWrite):
            assert write(name, document, options)
    else:
        assert isinstance(write(name, document, options), bytes)
