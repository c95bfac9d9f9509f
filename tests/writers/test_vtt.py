"""WebVTT, judged by webvtt-py in its strict mode."""

from __future__ import annotations

import html
import re

import webvtt
from hypothesis import given, settings

from tests.documents import SAMPLE
from tests.interviews import event, interview, said, timed_interviews
from transcript.model import Document, Speaker
from transcript.options import DEFAULTS, Options
from transcript.typeset.cards import RUN_ON
from transcript.typeset.cues import captions_of
from transcript.typeset.names import names_of
from transcript.writers.vtt import WIDTH, write

DIVIDED = Options(cue_times="divided")

STARTS = "|".join(map(re.escape, RUN_ON))


def parsed(document: Document, options: Options = DEFAULTS) -> webvtt.WebVTT:
    return webvtt.WebVTT.from_string(write(document, options).decode(), strict=True)


def voices(document: Document, options: Options = DEFAULTS) -> list[tuple[str, str]]:
    """Name and words of each voice span, as a reader of the standard gets them, less the directions between turns."""
    payload = "\n".join(caption.raw_text for caption in parsed(document, options))
    spans = re.findall(r"<v ([^>]*)>([^<]*)", re.sub(r"(?m)^\[applause, no speech\]$", "", payload))
    return [(html.unescape(name), " ".join(html.unescape(words).split())) for name, words in spans]


def test_the_sample_says_who_speaks_when() -> None:
    text = write(SAMPLE, DEFAULTS).decode()
    assert text.startswith(
        "WEBVTT\n\nNOTE Times are approximate.\n\n"
        "00:00:31.000 --> 00:00:35.500\n<v Wray>When did you first take the boat out?\n\n"
        "00:00:35.500 --> 00:12:05.250\n<v Dr. Inés Calder>In the winter of 1962. [laughs] Three of us\n"
        "went: - my brother, - the mate\nand I. Nobody spoke.\n\n"
    )
    assert text.endswith(
        "00:12:05.250 --> 00:12:11.250\n<v Dr. Inés Calder>There &amp; back &lt;twice&gt; a\n"
        "day [inaudible 00:12:05].</v>\n[END OF TAPE 1]\n<v Unknown speaker>Is she coming?</v>\n"
    )


def test_an_ampersand_in_a_name_survives() -> None:
    document = interview(said("tom", "hello", 0, 1), speakers=(Speaker("tom", "Tom & Ann <Kiel>"),))
    assert b"<v Tom &amp; Ann &lt;Kiel&gt;>hello" in write(document, DEFAULTS)
    assert voices(document) == [("Tom & Ann <Kiel>", "hello")]


def test_an_arrow_in_speech_is_no_timing() -> None:
    assert b"00:01.000 --&gt; 00:02.000" in write(interview(said("ann", "00:01.000 --> 00:02.000", 0, 1)), DEFAULTS)


def test_voices_that_share_a_cue_are_closed() -> None:
    document = interview(said("ann", "One.", 1), event("(laughs)"), said("bo", "Two."), said("ann", "Three.", 5, 6))
    assert parsed(document)[0].raw_text == "<v Ann>One.</v>\n[laughs]\n<v Bo Lee>Two.</v>"


def test_hours_have_as_many_digits_as_they_need() -> None:
    assert b"100:00:00.000 --> 100:00:01.000" in write(interview(said("ann", "One.", 360_000, 360_001)), DEFAULTS)


def test_synthetic_times_are_announced() -> None:
    text = write(interview(said("ann", "One two.")), Options(words_per_minute=120)).decode()
    assert text == (
        "WEBVTT\n\nNOTE Times are synthetic: no time is known, 120 words a minute are assumed.\n\n"
        "00:00:00.000 --> 00:00:01.000\n<v Ann>One two.\n"
    )


def test_long_cues_are_divided_where_that_is_asked_for() -> None:
    document = interview(said("ann", "word " * 60, 10, 20), said("bo", "Yes.", 20, 21))
    captions = list(parsed(document, DIVIDED))
    assert (captions[0].start, captions[-2].end) == ("00:00:10.000", "00:00:20.000")
    assert [caption.voice for caption in captions] == ["Ann"] * 3 + ["Bo Lee"]
    assert all(len(caption.lines) <= 2 for caption in captions)
    note = "NOTE The next 3 cues divide this time by length: times within it are approximate."
    assert write(document, DIVIDED).decode().count(note) == 1


def test_no_time_is_divided_below_a_millisecond() -> None:
    document = interview(said("ann", "word " * 60, 10, 10.002))
    assert write(document, DIVIDED) == write(document, DEFAULTS)


@settings(max_examples=200)
@given(timed_interviews())
def test_whatever_is_said_a_strict_parser_reads_the_same(document: Document) -> None:
    names = names_of(document)
    spoken = [voice for cue in captions_of(document, DEFAULTS).cues for voice in cue.voices]
    assert voices(document) == [(names.of(voice.turn), " ".join(voice.lines)) for voice in spoken if voice.turn]


@settings(max_examples=200)
@given(timed_interviews())
def test_lines_are_short_unless_nothing_can_be_broken(document: Document) -> None:
    for options in (DEFAULTS, DIVIDED):
        for caption in parsed(document, options):
            for line in caption.lines:
                said_there = re.sub(r"^<v [^>]*>|</v>$", "", line)
                assert len(line) <= WIDTH or " " not in re.sub(f" (?={STARTS})", "", said_there)


@settings(max_examples=100)
@given(timed_interviews())
def test_divided_cues_say_the_same(document: Document) -> None:
    whole = "".join(words for _, words in voices(document))
    divided = "".join(words for _, words in voices(document, DIVIDED))
    assert "".join(divided.split()) == "".join(whole.split())
