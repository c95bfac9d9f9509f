"""Markdown, judged by markdown-it-py as CommonMark and with GitHub's tables and strikethrough."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.documents import SAMPLE, documents, words
from tests.interviews import interview, said
from transcript.model import Document, Heading, Turn
from transcript.options import DEFAULTS
from transcript.typeset.names import names_of
from transcript.writers.markdown import escaped, write

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PROSE = {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "hardbreak", "softbreak"}
MARKUP = "*_`~[]()<>&;#+-=|:!\\\"' \t1.)ab/x"


def tokens(text: str) -> list[Token]:
    return [token for block in GITHUB.parse(text) for token in (block, *(block.children or ()))]


def shown(text: str) -> str:
    """The words that a reader of the rendered page sees, without white space."""
    pieces = [token.content for token in tokens(text) if token.type in ("text", "code_inline", "text_special")]
    return re.sub(r"\s", "", "".join(pieces))


def test_the_sample_reads_well() -> None:
    assert write(SAMPLE, DEFAULTS).decode() == (
        "# The Last Ferry\n\n> Recorded in Lerwick on 4 May 2019.\n\n## Crossings\n\n"
        "[00:00:31] **Wray:** When did you first take the boat out?\n\n"
        "[00:00:35] **Dr. Inés Calder:** In the winter of 1962. (laughs) Three of us went:\n\n"
        "- my brother,\n- the mate\n\nand I. Nobody spoke.\n\n> They walk down to the pier.\n\n"
        "**Dr. Inés Calder:** There & back \\<twice> a day [inaudible 00:12:05].\n\n[END OF TAPE 1]\n\n"
        "**Unknown speaker:** Is she coming?\n\n> Transcript edited for length.\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "2 * 3 * 4",
        "snake_case_name and _this_",
        "`code`",
        "~~gone~~",
        "[a](http://b.example)",
        "![a](b)",
        "[a]: http://b.example",
        "<b>bold</b> <https://a.example> <!-- no -->",
        "&amp; &#38; AT&T",
        "# Heading",
        "> quoted",
        "- item",
        "+ item",
        "12. item",
        "123456789) item",
        "===",
        "---",
        "- - -",
        "a \\* b \\",
        "[x] done",
        "C:\\temp",
    ],
)
def test_no_words_are_markup(line: str) -> None:
    text = write(interview(said("ann", f"So.\n\nLine\n{line}\n\n{line}")), DEFAULTS).decode()
    lists = {"bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"}
    items = {"list_item_open", "list_item_close"}
    assert {token.type for token in tokens(text)} <= PROSE | {"strong_open", "strong_close"} | lists | items


def test_items_without_a_marker_of_commonmark_are_lines() -> None:
    assert write(interview(said("ann", "So:\na) one\nb) two\n\n• three")), DEFAULTS) == (
        b"**Ann:** So:\n\na) one  \nb) two  \n\xe2\x80\xa2 three\n"
    )


def test_a_turn_that_begins_with_a_list_has_its_label_alone() -> None:
    assert write(interview(said("ann", "1. a\n2. b")), DEFAULTS) == b"**Ann:**\n\n1. a\n2. b\n"


def test_a_title_is_said_once() -> None:
    assert write(interview(Heading(1, 0, 1, "Ships"), title="Boats"), DEFAULTS) == b"# Ships\n"
    assert write(interview(title="Boats *and*\nships"), DEFAULTS) == b"# Boats \\*and\\* ships\n"


@settings(max_examples=200)
@given(st.lists(st.text(alphabet=MARKUP, min_size=1, max_size=12) | words, min_size=1, max_size=3))
def test_whatever_is_said_is_what_the_page_shows(lines: list[str]) -> None:
    said_lines = [line for raw in lines if (line := " ".join(raw.replace("\x00", "\ufffd").split()))]
    text = "  \n".join(escaped(line) for line in said_lines)
    assert shown(text) == re.sub(r"\s", "", "".join(said_lines))
    assert {token.type for token in tokens(text)} <= PROSE


@settings(max_examples=150)
@given(documents())
def test_each_turn_begins_with_its_name_in_bold(document: Document) -> None:
    names = names_of(document, without=":：")
    expected = [names.label(turn) for turn in document.turns]
    blocks = [token for token in GITHUB.parse(write(document, DEFAULTS).decode()) if token.children]
    found = [bold for block in blocks if (bold := _bold(block.children or []))]
    assert [re.sub(r"\s", "", name) for name in found] == [re.sub(r"\s", "", f"{name}:") for name in expected]
    assert len(found) == sum(isinstance(segment, Turn) for segment in document.segments)


def _bold(children: list[Token]) -> str:
    at = next((number for number, token in enumerate(children[:2]) if token.type == "strong_open"), None)
    if at is None:
        return ""
    end = next(number for number, token in enumerate(children) if token.type == "strong_close")
    return "".join(token.content for token in children[at:end]).replace("\ufffd", "\x00")
