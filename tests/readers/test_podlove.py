"""What Podlove Publisher serves: each of its four forms of a transcript says the same."""

from __future__ import annotations

import orjson
import pytest

from tests.readers.sources import assert_lawful, folded, marked
from transcript.errors import UnreadableInput
from transcript.model import Source
from transcript.pipeline import read
from transcript.readers import podlove

WEBVTT = b"""WEBVTT

NOTE
Podcast: Low Water
Episode: The light

00:00:00.000 --> 00:00:02.500
<v ann>Who kept the light?

00:00:02.500 --> 00:00:04.000
<v bo>My aunt & I did.

00:00:04.000 --> 01:00:06.250
<v bo>For years.
"""
LINES = [("ann", 0, 2500, "Who kept the light?"), ("bo", 2500, 4000, "My aunt & I did."),
         ("bo", 4000, 3606250, "For years.")]  # fmt: skip
JSON = orjson.dumps(
    [
        {"start_ms": start, "end_ms": end, "speaker": None, "voice": who, "text": words}
        for who, start, end, words in LINES
    ]
)
PODCASTINDEX = orjson.dumps(
    {
        "version": "1.0.0",
        "segments": [
            {"speaker": who, "startTime": start / 1000, "endTime": end / 1000, "body": words}
            for who, start, end, words in LINES
        ],
    }
)
XML = b"""<?xml version="1.0" encoding="utf-8"?>
<pst:transcripts xmlns:pst="http://podlove.org/simple-transcripts" version="1.0">
  <pst:speech>
    <pst:speaker>ann</pst:speaker>
    <pst:item start="00:00:00.000" end="00:00:02.500">Who kept the light?</pst:item>
  </pst:speech>
  <pst:speech>
    <pst:speaker>bo</pst:speaker>
    <pst:item start="00:00:02.500" end="00:00:04.000">My aunt &amp; I did.</pst:item>
    <pst:item start="00:00:04.000" end="01:00:06.250">For years.</pst:item>
  </pst:speech>
</pst:transcripts>
"""


@pytest.mark.parametrize(
    ("data", "format"), [(WEBVTT, "vtt"), (JSON, "asr"), (PODCASTINDEX, "podcast"), (XML, "podlove")]
)
def test_each_form_says_the_same(data: bytes, format: str) -> None:
    source = read(data)
    assert isinstance(source, Source)
    assert_lawful(source)
    assert source.format == format
    assert list(dict.fromkeys(mark.value for mark in marked(source, "voice"))) == ["ann", "bo"]
    times = [(mark.value, mark.end_value) for mark in marked(source, "time")]
    assert times == [(start / 1000, end / 1000) for _, start, end, _ in LINES]
    words = folded(source)
    assert [line in words for _, _, _, line in LINES] == [True] * 3


def test_contributors_are_numbers_and_who_is_none_is_nobody() -> None:
    data = XML.replace(b">ann<", b">3<").replace(b"<pst:speaker>bo</pst:speaker>", b"<pst:speaker/>")
    source = podlove.read(data)
    assert source.text == "Speaker 3: Who kept the light?\n\nUnknown speaker: My aunt & I did. For years."


def test_nobody_is_named_where_no_contributor_is() -> None:
    data = XML.replace(b">ann<", b"><").replace(b">bo<", b"><")
    assert podlove.read(data).text == "Who kept the light? My aunt & I did. For years."


def test_children_need_no_namespace() -> None:
    assert podlove.read(XML.replace(b"<pst:item", b"<item").replace(b"</pst:item", b"</item")).text == (
        podlove.read(XML).text
    )


CHAPTERS = (
    b'<psc:chapters xmlns:psc="http://podlove.org/simple-chapters"><psc:chapter start="0" title="A"/></psc:chapters>'
)
DECLARED = XML.replace(b"?>", b"?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", 1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (CHAPTERS, "titles"),
        (XML[:300], "line 8"),
        (DECLARED, "document type declaration"),
        (b'<pst:transcripts xmlns:pst="http://podlove.org/simple-transcripts"/>', "no words"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    assert podlove.sniff(data)
    with pytest.raises(UnreadableInput, match=reason):
        read(data)


def test_other_xml_is_not_taken_for_podlove_s() -> None:
    assert not podlove.sniff(b"<transcripts><speech>Yes.</speech></transcripts>")
    with pytest.raises(UnreadableInput, match="line 1 is not that of a transcript"):
        podlove.read(b"<talk>Yes.</talk>")
