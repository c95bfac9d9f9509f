"""Captions in the browser's own player: what ``<track>`` makes of the WebVTT that is written, and that is read."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.interviews import PEOPLE, event, interview, said
from tests.readers.sources import marked
from tests.readers.sources import said as words_of
from transcript import write
from transcript.model import Document
from transcript.options import DEFAULTS, Options
from transcript.readers import vtt

TURNS = [
    ("ann", "Did you write <b>no</b> & &amp; that night? &lt;i&gt; --> was yours.", 0.25, 7.5),
    ("bo", "It was a < b, but b > a.\n\n> So they said.\n\nNOTE this: 00:01.000 --> 00:02.000", 7.5, 3723.125),
    (None, "She is coming! " * 30, 3723.125, 3800.0),
    ("bo", "<v Ann> is a tag. 王小明 אמר שלום.", 3799.0, 3801.0),
]
NAMES = {**{person.id: person.name for person in PEOPLE}, None: "Unknown speaker"}

LOADED = """async ({captions}) => {
    const track = document.createElement("track");
    track.src = URL.createObjectURL(new Blob([captions], {type: "text/vtt"}));
    const loaded = new Promise((done, failed) => { track.onload = done; track.onerror = failed; });
    document.body.appendChild(document.createElement("video")).append(track);
    track.track.mode = "hidden";
    await loaded;
    return [...track.track.cues].map((cue) => {
        const shown = cue.getCueAsHTML();
        const voices = [...shown.querySelectorAll("span[title]")].map((voice) => voice.title);
        return {start: cue.startTime, end: cue.endTime, voices, words: shown.textContent};
    });
}"""


def loaded(browser: Browser, captions: str) -> list[dict[str, Any]]:
    """The cues that the browser finds."""
    page = browser.new_page()
    try:
        found: list[dict[str, Any]] = page.evaluate(LOADED, {"captions": captions})
        return found
    finally:
        page.close()


def shown(browser: Browser, document: Document, options: Options = DEFAULTS) -> list[dict[str, Any]]:
    """The cues that the browser finds in the document as WebVTT."""
    return loaded(browser, write(document, "vtt", options).decode())


def test_every_turn_is_a_cue_with_its_voice_its_times_and_its_words(browser: Browser) -> None:
    cues = shown(browser, interview(*(said(*turn) for turn in TURNS)))
    assert [(cue["start"], cue["end"]) for cue in cues] == [turn[2:] for turn in TURNS]
    assert [cue["voices"] for cue in cues] == [[NAMES[who]] for who, *_ in TURNS]
    assert [cue["words"].split() for cue in cues] == [words.split() for _, words, *_ in TURNS]


def test_turns_that_share_a_cue_are_voices_in_it(browser: Browser) -> None:
    cues = shown(browser, interview(said("ann", "Well?", 1.0), said("bo", "Yes."), said("q", "No.", 4.0, 5.0)))
    assert [cue["voices"] for cue in cues] == [["Ann", "Bo Lee"], ["Q"]]
    assert [cue["words"] for cue in cues] == ["Well?\nYes.", "No."]


@pytest.mark.parametrize(
    "options", [Options(cue_times="divided"), Options(words_per_minute=150)], ids=["divided", "synthetic"]
)
def test_remarks_are_no_cues_and_no_word_is_lost(browser: Browser, options: Options) -> None:
    timed = options.words_per_minute is None
    turns = [said(who, words, *(times if timed else ())) for who, words, *times in TURNS[:3]]
    cues = shown(browser, interview(*turns, event("[applause]")), options)
    assert " ".join(cue["words"] for cue in cues).split() == [
        *(word for turn in turns for word in turn.text.split()),
        "[applause]",
    ]
    assert all(cue["start"] < cue["end"] for cue in cues)


ONE, TWO = "00:00.000 --> 00:01.000\n", "00:01.000 --> 00:02.000\n"
STANDARD = {
    "line feeds": f"WEBVTT\n\n{ONE}One.\n\n{TWO}Two\nand three.\n",
    "carriage returns": f"WEBVTT\n\n{ONE}One.\n\n{TWO}Two.\n".replace("\n", "\r"),
    "a byte order mark": f"\ufeffWEBVTT\n\n{ONE}One.\n",
    "a header": f"WEBVTT - a talk\nKind: captions\n\n{ONE}One.\n",
    "no blank line": f"WEBVTT\n\n{ONE}One.\n{TWO}Two.\n",
    "identifiers": f"WEBVTT\n\nfirst\n{ONE}One.\n\n2\n{TWO}Two.\n",
    "comments": f"WEBVTT\n\nNOTE x\ny\n\n{ONE}One.\n\nNOTE\nz\n\n{TWO}Two.\n",
    "style and region": f"WEBVTT\n\nSTYLE\n::cue{{color:red}}\n\nREGION\nid:a\n\n{ONE}One.\n",
    "settings": "WEBVTT\n\n00:00.000\t-->\t00:01.000 align:start line:3\nOne.\n",
    "many hours": "WEBVTT\n\n01:00:00.000 --> 123:00:01.000\nOne.\n",
    "tags": f"WEBVTT\n\n{ONE}<c.red.big>One</c> <i>two</i> <ruby>a<rt>b</rt></ruby> <lang en>three</lang>\n",
    "voices": f"WEBVTT\n\n{ONE}<v.loud Tom &amp; Ann>One</v> <v Bo Lee>two\n\n{TWO}three\n",
    "times of words": f"WEBVTT\n\n{ONE}One <00:00:00.500>two <00:00.700>three\n",
    "references": f"WEBVTT\n\n{ONE}a &lt; b &gt; c &amp; d&nbsp;e &lrm;f &eacute; &#65; &#x42; &bogus; & g\n",
}


@pytest.mark.parametrize("captions", STANDARD.values(), ids=STANDARD)
def test_captions_that_keep_to_the_standard_are_read_as_the_browser_reads_them(browser: Browser, captions: str) -> None:
    cues = loaded(browser, captions)
    source = vtt.read(captions.encode())
    assert [(mark.value, mark.end_value) for mark in marked(source, "time")] == [
        (cue["start"], cue["end"]) for cue in cues
    ]
    assert [mark.value for mark in marked(source, "voice")] == [voice for cue in cues for voice in cue["voices"]]
    assert words_of(source).split() == " ".join(cue["words"] for cue in cues).split()
