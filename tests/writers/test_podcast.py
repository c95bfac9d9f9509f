"""The JSON and HTML transcripts of Podcasting 2.0, against their documented fields and elements."""

from __future__ import annotations

import json

import html5lib
import pytest
from hypothesis import given, settings

from tests.documents import SAMPLE, documents
from tests.interviews import interview, said, timed_interviews
from transcript.errors import CannotWrite
from transcript.model import Document
from transcript.options import DEFAULTS, Options
from transcript.typeset.names import names_of
from transcript.writers import podcast, podcast_html


def segments(document: Document, options: Options = DEFAULTS) -> list[dict[str, object]]:
    transcript = json.loads(podcast.write(document, options))
    assert transcript["version"] == "1.0.0"
    return list(transcript["segments"])


def test_the_sample_has_a_segment_for_each_turn() -> None:
    assert segments(SAMPLE) == [
        {"speaker": "Wray", "startTime": 31.0, "body": "When did you first take the boat out?"},
        {
            "speaker": "Dr. Inés Calder",
            "startTime": 35.5,
            "endTime": 725.25,
            "body": "In the winter of 1962. (laughs) Three of us went:\n\n"
            "- my brother,\n- the mate\n\nand I. Nobody spoke.",
        },
        {
            "speaker": "Dr. Inés Calder",
            "startTime": 725.25,
            "body": "There & back <twice> a day [inaudible 00:12:05].",
        },
        {"speaker": "Unknown speaker", "startTime": 725.25, "body": "Is she coming?"},
    ]


def test_without_times_there_is_no_json_unless_synthetic_ones_are_asked_for() -> None:
    document = interview(said("ann", "One two."))
    with pytest.raises(CannotWrite):
        podcast.write(document, DEFAULTS)
    transcript = json.loads(podcast.write(document, Options(words_per_minute=120)))
    assert transcript["segments"] == [{"speaker": "Ann", "startTime": 0.0, "endTime": 1.0, "body": "One two."}]
    assert transcript["note"].startswith("Times are synthetic")


@settings(max_examples=200)
@given(timed_interviews())
def test_segments_are_in_order_and_whole(document: Document) -> None:
    found = segments(document)
    assert [segment["body"] for segment in found] == [turn.text for turn in document.turns]
    assert [segment["speaker"] for segment in found] == [names_of(document).of(turn) for turn in document.turns]
    starts = [segment["startTime"] for segment in found]
    assert starts == sorted(starts)  # type: ignore[type-var]
    assert [float(str(segment["endTime"])) for segment in found if "endTime" in segment] == [
        pytest.approx(turn.time.end, abs=0.001)
        for turn in document.turns
        if turn.time
        and turn.time.end is not None
        and round(turn.time.end * 1000) > round((turn.time.start or 0) * 1000)
    ]


def elements(document: Document) -> list[tuple[str, str]]:
    """Name and words of each element of the body, whose words are nowhere else."""
    page = html5lib.parse(podcast_html.write(document, DEFAULTS), namespaceHTMLElements=False)
    body = page.find("body")
    assert not (body.text or "").strip()
    assert not any((element.tail or "").strip() for element in body)
    return [(element.tag, "".join(element.itertext())) for element in body]


def test_the_html_is_flat() -> None:
    assert elements(interview(said("ann", "One.", 61), said(None, "Two\n\nthree.", label="Voice:"))) == [
        ("cite", "Ann:"),
        ("time", "1:01"),
        ("p", "One."),
        ("cite", "Unknown speaker:"),
        ("p", "Twothree."),
    ]


def test_paragraphs_of_a_turn_are_parted_by_line_breaks() -> None:
    assert b"<p>Two<br><br>three.</p>" in podcast_html.write(interview(said("ann", "Two\n\nthree.")), DEFAULTS)


def test_a_time_of_day_is_no_time_of_the_recording() -> None:
    assert [tag for tag, _ in elements(interview(said("ann", "One.", 61, kind="wall-clock")))] == ["cite", "p"]


@settings(max_examples=100)
@given(documents())
def test_whatever_is_said_each_turn_is_a_cite_and_a_paragraph(document: Document) -> None:
    found = elements(document)
    assert [tag for tag, _ in found if tag != "time"] == ["cite", "p"] * len(document.turns)
