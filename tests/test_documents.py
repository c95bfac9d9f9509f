"""The documents of the tests keep the laws that they are used to test."""

from __future__ import annotations

import re

from hypothesis import given, settings

from tests.documents import SAMPLE, SAMPLE_TEXT, documents_with_sources
from transcript.model import Document, Turn


def spans(document: Document) -> list[tuple[int, int]]:
    """Labels, time codes and segments, in order of appearance."""
    found = []
    for segment in document.segments:
        found.append((segment.start, segment.end))
        if isinstance(segment, Turn):
            code = segment.time.code if segment.time else None
            found += [(printed.start, printed.end) for printed in (segment.label, code) if printed]
    return sorted(found)


def assert_lawful(document: Document, text: str) -> None:
    ends = [0]
    for start, end in spans(document):
        assert ends[-1] <= start < end <= len(text)
        assert not text[ends[-1] : start].strip()
        ends.append(end)
    assert not text[ends[-1] :].strip()
    for turn in document.turns:
        kept = [text[i] for i in range(turn.start, turn.end) if not any(s.start <= i < s.end for s in turn.skipped)]
        assert re.sub(r"\s", "", "".join(kept)) == re.sub(r"\s", "", turn.text)
        assert [text[d.start : d.end] for d in turn.directions] == [d.text for d in turn.directions]


def test_the_sample_loses_nothing() -> None:
    assert_lawful(SAMPLE, SAMPLE_TEXT)


@settings(max_examples=100)
@given(documents_with_sources())
def test_drawn_documents_lose_nothing(pair: tuple[Document, str]) -> None:
    assert_lawful(*pair)
