"""OHMS XML: every element in the place that its schema gives it, and the words of every turn."""

from __future__ import annotations

import html
import re

import pytest
import webvtt
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.documents import SAMPLE, documents
from tests.interviews import interview, said, timed_interviews
from transcript.model import Document, Speaker
from transcript.options import DEFAULTS, Options
from transcript.typeset.cues import lines_of
from transcript.writers.ohms import write

NAMESPACE = "{https://www.weareavp.com/nunncenter/ohms}"
ORDER = (
    "version", "date", "date_nonpreferred_format", "cms_record_id", "title", "accession", "duration", "collection_id",
    "collection_name", "series_id", "series_name", "repository", "funding", "repository_url", "subject", "keyword",
    "interviewee", "interviewer", "format", "file_name", "sync", "sync_alt", "transcript_alt_lang", "translate",
    "media_id", "media_url", "mediafile", "kembed", "language", "user_notes", "index", "type", "description", "rel",
    "transcript", "transcript_alt", "vtt_transcript", "vtt_transcript_alt", "rights", "fmt", "usage", "userestrict",
    "xmllocation", "xmlfilename", "collection_link", "series_link",
)  # fmt: skip
REPEATED = ("subject", "keyword", "interviewee", "interviewer", "format")


def record(document: Document, options: Options = DEFAULTS) -> etree._Element:
    root = etree.fromstring(write(document, options))
    assert root.tag == f"{NAMESPACE}ROOT"
    [found] = root
    return found


def fields(document: Document) -> dict[str, str]:
    return {str(field.tag).removeprefix(NAMESPACE): field.text or "" for field in record(document)}


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents() | timed_interviews())
def test_any_record_has_its_elements_in_the_order_of_the_schema(document: Document) -> None:
    found = record(document, Options(words_per_minute=150))
    names = [str(field.tag).removeprefix(NAMESPACE) for field in found]
    assert names == sorted(names, key=ORDER.index)
    assert [name for name in names if name not in REPEATED] == list(
        dict.fromkeys(name for name in names if name not in REPEATED)
    )
    assert re.fullmatch(r"\d{1,9}", found.get("id", ""))
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found.get("dt", ""))
    assert {"version", "date", "title"} < set(names)


@settings(max_examples=100, deadline=None)
@given(timed_interviews())
def test_where_times_are_known_every_turn_is_a_cue_of_its_voice(document: Document) -> None:
    transcript = fields(document)["vtt_transcript"]
    cues = webvtt.WebVTT.from_string(transcript, strict=True)
    spoken = [html.unescape(text) for cue in cues for text in re.findall(r"<v [^>]*>(.*?)(?:</v>|$)", cue.raw_text)]
    assert spoken == ["<br><br>".join(lines_of(turn)) for turn in document.turns]


def test_the_sample() -> None:
    found = fields(SAMPLE)
    assert (found["version"], found["title"], found["language"]) == ("6.0", "The Last Ferry", "en")
    assert (found["interviewee"], found["interviewer"]) == ("Dr. Inés Calder", "Wray")
    assert record(SAMPLE).get("dt") == "2019-05-04"
    assert found["vtt_transcript"].startswith("WEBVTT\n\nNOTE\nTRANSCRIPTION BEGIN\n\n")
    assert (
        "00:00:35.500 --> 00:12:05.250\n<v Dr. Inés Calder>In the winter of 1962. [laughs] Three of us went:<br><br>"
    ) in found["vtt_transcript"]
    assert found["vtt_transcript"].endswith("\n\nNOTE\nTRANSCRIPTION END\n")


def test_without_times_the_transcript_is_text_that_older_viewers_read() -> None:
    found = fields(interview(said("ann", "One.\n\nTwo & three."), said(None, "Four.", label="Voice:")))
    assert found["version"] == "5.4"
    assert "vtt_transcript" not in found
    assert found["transcript"] == "ANN: One.\n\nTwo & three.\n\nVOICE: Four."


def test_what_is_not_known_is_left_out() -> None:
    found = fields(interview(said("q", "One."), speakers=(Speaker("q", "Q"),)))
    assert list(found) == ["version", "date", "title", "transcript"]
    assert record(interview()).find(f"{NAMESPACE}date").get("value") == ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"date": "1971-03"}, {"date_nonpreferred_format": "1971-03"}),
        ({"identifier": "4711"}, {"accession": "4711"}),
        (
            {"recording": "https://archive.example/1.mp4"},
            {"media_url": "https://archive.example/1.mp4", "fmt": "video"},
        ),
        ({"recording": "tape 1.WAV"}, {"file_name": "tape 1.WAV", "fmt": "audio"}),
        ({"licence": "CC BY", "rights": "Archive"}, {"usage": "CC BY", "rights": "Archive"}),
        ({"collection": "Dockers", "repository": "Port"}, {"collection_name": "Dockers", "repository": "Port"}),
    ],
)
def test_metadata_has_its_place(metadata: dict[str, str], expected: dict[str, str]) -> None:
    found = fields(interview(**metadata))
    assert {name: found.get(name) for name in expected} == expected


def test_a_number_of_the_archive_is_that_of_the_record() -> None:
    assert record(interview(identifier="4711")).get("id") == "4711"
    assert record(interview(identifier="HA/OH/41")).get("id") == "0"


def test_no_speech_ends_the_section_that_it_stands_in() -> None:
    found = fields(interview(said("ann", "]]> --> </v> <b>", 0, 1)))
    assert "<v Ann>]]&gt; --&gt; &lt;/v&gt; &lt;b&gt;\n" in found["vtt_transcript"]
