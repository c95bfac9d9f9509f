"""The JSON of Podcasting 2.0: segments of one speaker run on, and keep their times."""

from __future__ import annotations

import orjson
import pytest

from tests.readers.sources import assert_lawful, marked
from transcript.errors import UnreadableInput
from transcript.readers import asr, podcast

SEGMENTS = [
    {"speaker": "Ann Lee", "startTime": 0.5, "endTime": 1, "body": "Where"},
    {"speaker": "Ann Lee", "startTime": 1, "body": "were you?"},
    {"startTime": 2.25, "endTime": 3, "body": "Well?"},
    {"speaker": "Bo", "startTime": 3.0, "endTime": 4.0, "body": "Out.\n\nAt sea."},
]


def test_segments_are_printed_behind_their_speakers() -> None:
    data = orjson.dumps({"version": "1.0.0", "segments": SEGMENTS})
    source = podcast.read(data)
    assert_lawful(source)
    assert podcast.sniff(data)
    assert source.text == "Ann Lee: Where were you? Well?\n\nBo: Out.\n\nAt sea."
    assert [(mark.value, source.text[mark.start : mark.end]) for mark in marked(source, "voice")] == [
        ("Ann Lee", "Ann Lee:"),
        ("Bo", "Bo:"),
    ]
    assert [(mark.value, mark.end_value, source.text[mark.start : mark.end]) for mark in marked(source, "time")] == [
        (0.5, 1.0, "Where"),
        (1.0, None, "were you?"),
        (2.25, 3.0, "Well?"),
        (3.0, 4.0, "Out."),
        (3.0, 4.0, "At sea."),
    ]


def test_a_byte_order_mark_is_no_part_of_it() -> None:
    data = b"\xef\xbb\xbf" + orjson.dumps({"segments": [{"body": "Yes."}]})
    assert podcast.sniff(data)
    assert podcast.read(data).text == "Yes."


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"", "line 1"),
        (b'{"segments": [\n{"body": "a"]}', "line 2"),
        (b"[]", "segments: missing"),
        (b'{"segments": {}}', "segments: missing"),
        (b'{"segments": [{"body": "a"}, {"text": "b"}]}', "segments.1.body"),
        (b'{"segments": [{"body": "a", "speaker": ["b"]}]}', "segments.0.speaker"),
        (b'{"segments": [{"body": " "}]}', "no words"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(data: bytes, where: str) -> None:
    with pytest.raises(UnreadableInput, match=where):
        podcast.read(data)


def test_the_answer_of_a_recogniser_is_told_apart() -> None:
    answer = orjson.dumps({"segments": [{"start": 0, "end": 1, "text": "Yes."}]})
    assert [podcast.sniff(answer), asr.sniff(answer)] == [False, True]
