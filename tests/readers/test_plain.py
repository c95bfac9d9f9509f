"""Plain text and Markdown: what becomes a mark, and what stays words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from transcript.extract.markdown import marks_of
from transcript.model import Source
from transcript.pipeline import read, structure


def visible(text: str) -> str:
    """The text without its syntax."""
    hidden = {at for mark in marks_of(text) if mark.kind == "syntax" for at in range(mark.start, mark.end)}
    return "".join(char for at, char in enumerate(text) if at not in hidden)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Ann:** Yes.", "Ann: Yes."),
        ("__Ann:__ Yes.", "Ann: Yes."),
        ("*Why?*", "Why?"),
        ("## Why?", " Why?"),
        ("> Ann: Yes.", " Ann: Yes."),
        (r"\[12:30\] Ann: 2 \* 3, C\\D, a \< b \& c", r"[12:30] Ann: 2 * 3, C\D, a < b & c"),
        ("2 * 3 * 4 and snake_case_name stay", "2 * 3 * 4 and snake_case_name stay"),
        (r"C:\Users\ann stays", r"C:\Users\ann stays"),
        ("\ufeffAnn: Yes.", "Ann: Yes."),
    ],
)
def test_syntax_is_marked_and_nothing_else(text: str, words: str) -> None:
    assert visible(text) == words


def test_a_page_that_is_one_pre_is_plain_text() -> None:
    source = read(b"<html><head><title>Record</title></head><body><pre>\nAnn: Yes?\nBo: No.\n</pre></body></html>")
    assert isinstance(source, Source)
    assert source.format == "plain"
    assert [turn.text for turn in structure(source).turns] == ["Yes?", "No."]


def test_front_matter_is_nobodys_words() -> None:
    document = structure(read(b"---\ntitle: Lamps\nhost: Ann Bell\n---\nAnn Bell: Yes?\n\nBo Dunn: No.\n"))
    assert document.metadata.title == "Lamps"
    assert [turn.text for turn in document.turns] == ["Yes?", "No."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<div>\n\n**Ann:** Yes.\n\n</div>", "\n\nAnn: Yes.\n\n"),
        ('<a name="top"></a>\n\nAnn: Yes.', "\n\nAnn: Yes."),
        ('<a href="#x" name="x">#</a> **Q:** Why?', " Q: Why?"),
        ("<img src='a.png'>\n<b>Ann:</b> <chuckles> <p> a < b", "\nAnn: <chuckles> <p> a < b"),
        ("Ann: write <div>, then </div>.", "Ann: write <div>, then </div>."),
        ("<b> hello\n<i> hi", "<b> hello\n<i> hi"),
    ],
)
def test_tags_are_syntax_where_one_opens_the_page(text: str, words: str) -> None:
    assert visible(text) == words


@pytest.mark.parametrize("text", ["*_a*_", '<a href="*x*">*<b>y*</b></a>', "<b>**x</b> y**", "<i _a_>*b*</i>"])
def test_marks_of_a_kind_lie_apart(text: str) -> None:
    marks = marks_of(text)
    for kind in {mark.kind for mark in marks}:
        spans = [(mark.start, mark.end) for mark in marks if mark.kind == kind]
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_markdown_that_begins_with_a_tag_keeps_its_labels() -> None:
    talk = "\n\n".join(f'<a href="#x{i}" name="x{i}">#</a> **{"QA"[i % 2]}:** Is it {i}?' for i in range(6))
    document = structure(read(talk.encode()))
    assert document.source.format == "plain"
    assert [turn.text for turn in document.turns] == [f"Is it {i}?" for i in range(6)]


def _cue(number: int, words: str) -> str:
    return f"{number}\n00:00:{number:02},000 --> 00:00:{number + 1:02},000\n{words}\n\n"


_CUES = ["Ann: Is the lamp", "lit yet?", "Bo: Not before", "the ferry is in.", "Ann: Then wait.", "Bo: I do."]


def test_captions_below_the_head_of_a_page_are_captions() -> None:
    text = "Subtitles for The Lamp\n\nFrom a library\n" + "".join(_cue(at, words) for at, words in enumerate(_CUES, 1))
    document = structure(read(text.encode()))
    assert [turn.text for turn in document.turns] == [
        "Is the lamp lit yet?", "Not before the ferry is in.", "Then wait.", "I do.",
    ]  # fmt: skip
    assert document.turns[1].time is not None
    assert document.turns[1].time.start == 3


def test_a_page_that_shows_what_captions_look_like_is_none() -> None:
    text = "How captions look:\n\n" + "".join(_cue(at, words) for at, words in enumerate(_CUES[:3], 1)) + "That is all."
    source = read(text.encode())
    assert isinstance(source, Source)
    assert not [mark for mark in source.marks if mark.kind == "time"]


def test_a_label_that_comes_again_without_words_ends_no_caption_badly() -> None:
    text = _cue(1, "Ann: Is the lamp lit?") + _cue(2, "Bo: It is.") + _cue(3, "Ann: Then wait.") + _cue(4, "Ann:")
    turns = structure(read(text.strip().encode())).turns
    assert [turn.text for turn in turns] == ["Is the lamp lit?", "It is.", "Then wait."]
