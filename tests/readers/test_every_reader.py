"""Laws of all readers: any bytes are read or refused with an error of ours, and no format takes another's files."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.archives import docx, odt
from tests.readers.pages import pdf
from tests.readers.sources import assert_lawful
from transcript.errors import TranscriptError
from transcript.formats import BY_NAME, FORMATS
from transcript.model import Source
from transcript.pipeline import read

SAID = [("Ann", "Yes?"), ("Bo", "No.")]
SPECIMENS = {
    "plain": b"Ann: Yes?\n\nBo: No.\n",
    "markdown": b"# A talk\n\n**Ann:** Yes?\n\n**Bo:** No.\n",
    "vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes?</v>\n\n00:02.000 --> 00:03.000\n<v Bo>No.</v>\n",
    "srt": b"1\n00:00:01,000 --> 00:00:02,000\nAnn: Yes?\n\n2\n00:00:02,000 --> 00:00:03,000\nBo: No.\n",
    "chat": b"@UTF8\n@Begin\n*ANN:\tYes ?\n*BO:\tNo .\n@End\n",
    "html": b"<!DOCTYPE html><title>A talk</title><p><b>Ann:</b> Yes?</p><p><b>Bo:</b> No.</p>",
    "csv": b"speaker,text\nAnn,Yes?\nBo,No.\n",
    "podcast": orjson.dumps({"segments": [{"speaker": who, "startTime": 1, "body": words} for who, words in SAID]}),
    "asr": orjson.dumps({"segments": [{"speaker": who, "start": 1, "text": words} for who, words in SAID]}),
    "podlove": b'<pst:transcripts xmlns:pst="http://podlove.org/simple-transcripts">'
    b"<pst:speech><pst:speaker>Ann</pst:speaker><pst:item>Yes?</pst:item></pst:speech>"
    b"<pst:speech><pst:speaker>Bo</pst:speaker><pst:item>No.</pst:item></pst:speech></pst:transcripts>",
    "docx": docx("<w:p><w:r><w:t>Ann: Yes?</w:t></w:r></w:p><w:p><w:r><w:t>Bo: No.</w:t></w:r></w:p>"),
    "odt": odt("<text:p>Ann: Yes?</text:p><text:p>Bo: No.</text:p>"),
    "rtf": rb"{\rtf1\ansi {\b Ann:} Yes?\par {\b Bo:} No.\par}",
    "pdf": pdf([(72, 700, "F1", "Ann: Yes?"), (72, 686, "F1", "Bo: No.")]),
}
NOT_KNOWN_BY_CONTENT = {"plain", "markdown"}
KEEPS_DOCUMENTS = {"json", "tei"}


def test_every_reader_has_a_specimen() -> None:
    assert {row.name for row in FORMATS if row.reads} - KEEPS_DOCUMENTS == set(SPECIMENS)


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_specimen_is_recognised_and_read(name: str) -> None:
    source = read(SPECIMENS[name], suffix=BY_NAME[name].suffix)
    assert isinstance(source, Source)
    assert_lawful(source)
    assert source.format == name
    for word in ("Yes", "No"):
        assert word in source.text


@pytest.mark.parametrize("name", SPECIMENS)
def test_no_other_reader_takes_a_specimen_for_its_own(name: str) -> None:
    assert [row.name for row in FORMATS if row.recognises(SPECIMENS[name])] == (
        [] if name in NOT_KNOWN_BY_CONTENT else [name]
    )


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_text_is_kept_as_it_was_sent_just_where_the_table_says_so(name: str) -> None:
    source = read(SPECIMENS[name], name)
    assert isinstance(source, Source)
    assert (source.text.encode() == SPECIMENS[name]) is BY_NAME[name].verbatim


@st.composite
def mutilated(draw: st.DrawFn, data: bytes) -> bytes:
    """A specimen with bytes cut out, overwritten or doubled in a few places."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 16))
        data = data[:at] + draw(st.binary(max_size=8)) + data[at + length * draw(st.sampled_from([-1, 0, 1, 1])) :]
    return data


@pytest.mark.parametrize("name", SPECIMENS)
@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_bytes_are_read_or_refused_with_an_error_of_ours(name: str, data: st.DataObject) -> None:
    sent = data.draw(st.binary(max_size=200) | mutilated(SPECIMENS[name]))
    for row in (BY_NAME[name], *(row for row in FORMATS if row.recognises(sent))):
        try:
            source = row.reader()(sent)
        except TranscriptError:
            continue
        if isinstance(source, Source):
            assert_lawful(source)


def test_the_documentation_says_of_every_format_what_is_kept() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [row.name for row in FORMATS if row.reads and f"\n| `{row.name}` |" not in page] == []
