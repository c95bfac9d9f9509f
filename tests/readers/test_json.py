"""Our own JSON: what is written is read back, and told from other JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents import SAMPLE, documents
from transcript.errors import CannotWrite, InvalidDocument, TranscriptError, UnreadableInput
from transcript.model import Document, Heading
from transcript.options import DEFAULTS
from transcript.readers.json import read, sniff
from transcript.writers.json import write


@settings(max_examples=100)
@given(documents())
def test_what_is_written_reads_back_as_the_same_document(document: Document) -> None:
    assert read(write(document, DEFAULTS)) == document


def test_json_is_one_line_with_its_end() -> None:
    data = write(SAMPLE, DEFAULTS)
    assert data.startswith(b'{"version":"1.0","source":{"format":"plain","characters":410,')
    assert data.index(b"\n") == len(data) - 1


def test_json_that_a_person_has_laid_out_anew_reads_as_the_same() -> None:
    data = json.dumps(json.loads(write(SAMPLE, DEFAULTS)), indent=4, sort_keys=True).encode()
    assert sniff(data)
    assert read(b"\xef\xbb\xbf" + data) == SAMPLE


def test_a_document_that_breaks_its_schema_is_not_written() -> None:
    with pytest.raises(InvalidDocument) as caught:
        write(replace(SAMPLE, segments=(Heading(9, 0, 14, "The Last Ferry"),)), DEFAULTS)
    assert list(caught.value.errors) == ["segments.0.level"]


def test_half_a_surrogate_pair_cannot_be_written() -> None:
    with pytest.raises(CannotWrite, match="surrogates not allowed"):
        write(replace(SAMPLE, segments=(Heading(1, 0, 14, "\ud83d"),)), DEFAULTS)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "line 1, column 1"),
        (b'{"version": "1.0",\n "secret words": }', "line 2, column 18"),
        (b'"\xff"', "line 1"),
        (b"[" * 100_000, "depth limit exceeded"),
    ],
)
def test_what_is_not_json_is_refused_with_the_place_and_without_a_quotation(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as caught:
        read(data)
    assert "secret" not in str(caught.value)


@settings(max_examples=200)
@given(
    st.binary()
    | st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists).map(json.dumps).map(str.encode)
)
def test_nothing_but_our_own_errors_is_raised(data: bytes) -> None:
    with pytest.raises(TranscriptError):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        b'{"version": "1.0.0", "segments": [{"speaker": "Ann", "startTime": 0, "body": "Yes."}]}',
        b'{"segments": [{"start": 0.0, "end": 1.0, "text": "Yes."}], "language": "en"}',
        b'["version", "1.0", "sha256", "segments"]',
        b"{Ann}: Is it on?",
        b"",
    ],
)
def test_other_json_is_not_taken_for_ours(data: bytes) -> None:
    assert not sniff(data)
