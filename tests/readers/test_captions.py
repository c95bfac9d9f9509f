"""WebVTT and SubRip: every word and time of a file is found at its true offset, whatever wrote the file."""

from __future__ import annotations

import pysubs2
import pytest
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.sources import assert_lawful, folded, marked, said, spots
from transcript.errors import UnreadableInput
from transcript.model import Mark, Source
from transcript.readers import srt, vtt


def vtt_of(text: str) -> Source:
    source = vtt.read(text.encode())
    assert_lawful(source)
    assert source.text == text
    return source


def srt_of(text: str) -> Source:
    source = srt.read(text.encode())
    assert_lawful(source)
    assert source.text == text
    return source


def times(source: Source) -> list[tuple[object, object, str]]:
    return [(mark.value, mark.end_value, source.text[mark.start : mark.end]) for mark in marked(source, "time")]


def test_cues_get_their_times_and_everything_else_is_syntax() -> None:
    source = vtt_of(
        "WEBVTT - a walk\nKind: captions\n\nNOTE made by hand\nin a hurry\n\nSTYLE\n::cue { color: red }\n\n"
        "intro\n00:01.500 --> 00:00:04.000 align:start\nWren: When does\nthe tide turn?\n\n"
        "00:00:04.000 --> 01:00:05.250\nAt four.\n"
    )
    assert times(source) == [(1.5, 4.0, "Wren: When does\nthe tide turn?"), (4.0, 3605.25, "At four.")]
    assert folded(source) == "Wren: When does the tide turn? At four."


def test_the_hours_may_be_left_out_and_have_any_number_of_digits() -> None:
    source = vtt_of("WEBVTT\n\n00:01.000 --> 100:00:02.000\na\n")
    assert times(source) == [(1.0, 360_002.0, "a")]


@pytest.mark.parametrize(
    ("opening", "printed", "name"),
    [
        ("<v ", "Anya Petrova", "Anya Petrova"),
        ("<v.loud.first ", "Anya Petrova", "Anya Petrova"),
        ("<v ", "Tom &amp; Ann", "Tom & Ann"),
        ("<V\t", "Anya  Petrova", "Anya Petrova"),
    ],
)
def test_a_voice_is_a_name_with_its_references_resolved(opening: str, printed: str, name: str) -> None:
    source = vtt_of(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{opening}{printed} >Hello</v> there\n")
    assert [mark.value for mark in marked(source, "voice")] == [name]
    assert spots(source, "voice") == [printed]
    assert said(source).split() == ["Hello", "there"]


def test_two_voices_in_one_cue_are_two_marks() -> None:
    source = vtt_of("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Ready?</v>\n<v Bo>Ready.</v>\n")
    assert [mark.value for mark in marked(source, "voice")] == ["Ann", "Bo"]


def test_a_voice_without_a_name_is_no_voice() -> None:
    source = vtt_of("WEBVTT\n\n00:01.000 --> 00:02.000\n<v>Hello</v>\n")
    assert not marked(source, "voice")
    assert said(source).split() == ["Hello"]


def test_a_meeting_service_writes_identifiers_of_its_own() -> None:
    source = vtt_of(
        "WEBVTT\r\n\r\n5e0c0d2f-33aa/12-0\r\n00:00:03.120 --> 00:00:05.000\r\n"
        "<v Ines Calder>Right, shall\r\nwe?</v>\r\n\r\n"
        "5e0c0d2f-33aa/13-0\r\n00:00:05.000 --> 00:00:06.000\r\n<v Wray>Yes.</v>\r\n"
    )
    assert [mark.value for mark in marked(source, "voice")] == ["Ines Calder", "Wray"]
    assert [text for _, _, text in times(source)] == ["<v Ines Calder>Right, shall\r\nwe?</v>", "<v Wray>Yes.</v>"]
    assert folded(source) == "Right, shall we? Yes."


def test_an_archive_leaves_out_the_signature_and_writes_zero_for_an_unknown_end() -> None:
    source = vtt_of("00:00:00.000 --> 00:00:00.000\n<v CALDER>Good morning.<br><br>It is the fourth.\n")
    assert times(source) == [(0.0, None, "<v CALDER>Good morning.<br><br>It is the fourth.")]
    assert said(source).endswith("Good morning.\n\nIt is the fourth.\n")


def test_character_references_stand_for_their_characters() -> None:
    source = vtt_of("WEBVTT\n\n00:01.000 --> 00:02.000\n&gt;&gt; WREN: don&#39;t &amp; won&apos;t&nbsp;&bogus;\n")
    assert said(source).split("\n")[-2] == ">> WREN: don't & won't\u00a0&bogus;"


def test_what_is_no_tag_stays_a_word() -> None:
    source = vtt_of("WEBVTT\n\n00:01.000 --> 00:02.000\nI <3 it <laughs> if a < b, <c.yellow>and</c> <i>so</i> on\n")
    assert said(source).split("\n")[-2] == "I <3 it <laughs> if a < b, and so on"
    assert spots(source, "italic") == ["so"]


def test_words_after_a_blank_line_within_a_cue_are_kept() -> None:
    source = srt_of("1\n00:00:01,000 --> 00:00:02,000\nFirst.\n\nSecond.\n\n2\n00:00:03,000 --> 00:00:04,000\nThird.\n")
    assert times(source) == [(1.0, 2.0, "First.\n\nSecond."), (3.0, 4.0, "Third.")]


def test_a_comment_ends_the_words_of_the_cue_above() -> None:
    source = vtt_of(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\nNOTE two\n\n00:03.000 --> 00:04.000\nThree.\n\nNOTE four"
    )
    assert said(source).split() == ["One.", "Three."]
    assert [text for *_, text in times(source)] == ["One.", "Three."]


def test_an_old_number_line_is_no_word_and_a_line_of_words_is_no_number() -> None:
    source = srt_of("00:00:01,000 --> 00:00:02,000\nIt was 1962\n00:00:02,000 --> 00:00:03,000\nand cold.\n")
    assert folded(source) == "It was 1962 and cold."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_will_do(end: str) -> None:
    source = srt_of(
        end.join(["1", "00:00:01,000 --> 00:00:02,000", "Wren: Now?", "", "2", "0:00:02.5 --> 0:00:03.25", "Now."])
    )
    assert times(source) == [(1.0, 2.0, "Wren: Now?"), (2.5, 3.25, "Now.")]
    assert said(source).split() == ["Wren:", "Now?", "Now."]


def test_the_signature_is_no_identifier() -> None:
    source = vtt_of("WEBVTT\n00:01.000 --> 00:02.000\na\n")
    assert spots(source, "syntax") == ["WEBVTT", "00:01.000 --> 00:02.000"]


def test_a_byte_order_mark_stays_in_the_text_and_is_no_word() -> None:
    assert said(vtt_of("\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\na\n")).split() == ["a"]
    assert said(srt_of("\ufeff1\n00:00:01,000 --> 00:00:02,000\na\n")).split() == ["a"]


ROLLING = """\
WEBVTT
Kind: captions
Language: en

00:00:00.080 --> 00:00:02.390 align:start position:0%
{blank}
so<00:00:00.320><c> the</c><00:00:00.640><c> pier</c>

00:00:02.390 --> 00:00:02.400 align:start position:0%
so the pier
{blank}

00:00:02.400 --> 00:00:04.630 align:start position:0%
so the pier
was<00:00:02.560><c> gone</c>

00:00:04.630 --> 00:00:04.640 align:start position:0%
was gone
{blank}

00:00:04.640 --> 00:00:06.000 align:start position:0%
was gone
gone<00:00:05.000><c> gone</c>
""".format(blank=" ")  # lines of one blank, which an editor would trim


def test_rolling_captions_are_read_once() -> None:
    source = vtt_of(ROLLING)
    assert folded(source) == "so the pier was gone gone gone"
    assert [mark.value for mark in marked(source, "time")] == [0.08, 2.4, 4.64]
    assert [note.code for note in source.notes] == ["rolling-captions"]


def test_what_somebody_else_says_again_is_no_roll() -> None:
    said_by = ("Ann", "Bo", "Ann", "Bo")
    cues = (f"00:0{at}.000 --> 00:0{at + 1}.000\n<v {name}>No, never.</v>\n" for at, name in enumerate(said_by))
    source = vtt_of("\n".join(["WEBVTT\n", *cues]))
    assert folded(source) == "No, never. " * 3 + "No, never."
    assert source.notes == ()


def test_captions_that_grow_word_by_word_are_read_once() -> None:
    source = srt_of(
        "1\n00:00:01,000 --> 00:00:02,000\nso the\n\n2\n00:00:02,000 --> 00:00:03,000\nso the pier\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\nso the pier was gone\n"
    )
    assert folded(source) == "so the pier was gone"


def test_a_line_said_twice_is_kept_twice() -> None:
    source = srt_of(
        "1\n00:00:01,000 --> 00:00:02,000\nAnn: Yes.\n\n2\n00:00:02,000 --> 00:00:03,000\nAnn: Yes.\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\nBo: No.\n\n4\n00:00:04,000 --> 00:00:05,000\nAnn: Why?\n"
    )
    assert folded(source) == "Ann: Yes. Ann: Yes. Bo: No. Ann: Why?"


def test_a_line_with_half_a_timing_is_kept_and_noted() -> None:
    source = srt_of("1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:03,000 --> later\nb\n")
    assert [note.code for note in source.notes] == ["cue-unread"]
    assert "line 6" in source.notes[0].message
    assert said(source).split()[-1] == "b"


@pytest.mark.parametrize("text", ["Just words.", "1\n2\n3", "a --> b"])
def test_a_file_without_cues_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="no cue"):
        srt.read(text.encode())
    with pytest.raises(UnreadableInput, match="no WEBVTT"):
        vtt.read(text.encode())


def test_a_file_of_no_cues_but_a_signature_is_read() -> None:
    assert said(vtt_of("WEBVTT\n")).split() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_formats_are_recognised_by_their_first_words(encoding: str) -> None:
    signed = "WEBVTT\n\n00:01.000 --> 00:02.000\na\n".encode(encoding)
    numbered = "1\n00:00:01,000 --> 00:00:02,000\na\n".encode(encoding)
    assert [vtt.sniff(signed), srt.sniff(signed)] == [True, False]
    assert [vtt.sniff(numbered), srt.sniff(numbered)] == [False, True]
    assert not vtt.sniff("WEBVTTX".encode(encoding))
    assert not srt.sniff("1\nJust words".encode(encoding))


WORDS = st.lists(st.from_regex(r"[A-Za-zé記]{1,8}[.,?:]?", fullmatch=True), min_size=1, max_size=8)
CUES = st.lists(
    st.tuples(st.integers(0, 360_000), st.integers(1, 9_999), st.lists(WORDS, min_size=1, max_size=3)),
    min_size=1,
    max_size=8,
)


def clock(milliseconds: int, sign: str) -> str:
    seconds, fraction = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{sign}{fraction:03}"


@settings(max_examples=100)
@given(CUES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_what_is_composed_is_read(cues: list[tuple[int, int, list[list[str]]]], end: str, signed: bool) -> None:
    """Cues a second apart, so that none rolls on from another, come back with their words and times."""
    at, expected, lines = 0, [], ["WEBVTT", ""] if signed else []
    for number, (pause, length, words_of_lines) in enumerate(cues, 1):
        at += 1000 + pause
        begins, at = at, at + length
        payload = [" ".join(line) for line in words_of_lines]
        expected.append((begins / 1000, at / 1000, end.join(payload)))
        sign = "." if signed else ","
        lines += [str(number), f"{clock(begins, sign)} --> {clock(at, sign)}", *payload, ""]
    source = (vtt_of if signed else srt_of)(end.join(lines))
    assert times(source) == expected
    assert said(source).split() == " ".join(text for *_, text in expected).split()


def parsed_elsewhere(text: str, *, signed: bool) -> list[tuple[float, float, str]]:
    """The cues of a file as parsers of others' making read them."""
    if signed:
        found = [
            (cue.start_time.in_milliseconds(), cue.end_time.in_milliseconds(), cue.text)
            for cue in webvtt.from_string(text)
        ]
    else:
        found = [(line.start, line.end, line.plaintext) for line in pysubs2.SSAFile.from_string(text)]
    return [(begins / 1000, ends / 1000, " ".join(words.split())) for begins, ends, words in found]


@pytest.mark.parametrize("signed", [True, False])
def test_other_parsers_read_the_same(signed: bool) -> None:
    sign = "." if signed else ","
    text = ("WEBVTT\n\n" if signed else "") + "\n\n".join(
        f"{at}\n00:00:0{at}{sign}250 --> 00:00:0{at + 1}{sign}000\n<i>Ann:</i> line {at}\nand more"
        for at in range(1, 6)
    )
    source = (vtt_of if signed else srt_of)(text)
    ours = [
        (mark.value, mark.end_value, " ".join(_without_tags(source, mark).split())) for mark in marked(source, "time")
    ]
    assert ours == parsed_elsewhere(text, signed=signed)


def _without_tags(source: Source, mark: Mark) -> str:
    tags = [tag for tag in marked(source, "syntax") if mark.start <= tag.start and tag.end <= mark.end]
    starts, ends = [mark.start, *(tag.end for tag in tags)], [*(tag.start for tag in tags), mark.end]
    return "".join(source.text[start:end] for start, end in zip(starts, ends, strict=True))


PIECES = st.sampled_from(
    ["WEBVTT", "NOTE", "STYLE", "1", "00:01.000", " --> ", "00:00:02,000", "-->", "<00:01.000>", "words", "é", " ",
     "\n", "\r", "\n\n", "<v ", "Ann", ">", "</v>", "<c", "<i>", "</i>", "<br>", "&amp;", "&#x1F600;", "&#xD800;",
     "&gt;", "{\\an8}", "\ufeff"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_hostile_captions_are_lawful_or_refused(text: str) -> None:
    for read in (vtt.read, srt.read):
        try:
            source = read(text.encode())
        except UnreadableInput:
            continue
        assert_lawful(source)
        assert source.text == text
