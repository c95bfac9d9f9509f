"""What stands where in the spoken profile."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from tests.tei.xml import all_of, document, inner, one, written
from transcript.model import Direction, DirectionType, Heading, Passage, Printed, Segment, Time, Turn


def spoken(*segments: Segment) -> etree._Element:
    return written(document(*segments), "spoken")


def turn(text: str, speaker: str | None = "ben", label: Printed | None = None, **more: object) -> Turn:
    return Turn(speaker, 20, 20 + len(text), text, label, **more)  # type: ignore[arg-type]


def contributions(said: Turn) -> list[str]:
    """The contributions of the turn without their anchors and identifiers."""
    found = [inner(seg) for seg in all_of(spoken(said), "//t:u/t:seg")]
    return [re.sub(r' xml:id="[^"]*" type="contribution"|<anchor [^>]*/>|\n *', "", seg) for seg in found]


def test_a_turn_is_an_utterance_in_a_block_and_both_say_whose_it_is() -> None:
    tree = spoken(turn("Yes.", label=Printed("Ben:", 5, 9), confidence=0.7))
    assert one(tree, "//t:note[@type='speaker']/following-sibling::*[1]/@who") == "#p2"
    assert one(tree, "//t:annotationBlock/t:u/@who") == "#p2"
    assert one(tree, "//t:u[@cert='medium']/t:certainty/@degree") == "0.7"
    assert one(tree, "//t:note[@type='speaker']").text == "Ben:"


def test_somebody_unknown_is_pointed_at_by_nothing() -> None:
    assert all_of(spoken(turn("Yes.", speaker=None)), "//@who") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["<seg>One.</seg>", "<seg>Two.</seg>"]),
        ("One\ntwo", ["<seg>One<lb/>two</seg>"]),
        (
            "Two:\n\n- one\n- two",
            [
                "<seg>Two:</seg>",
                '<seg subtype="item" n="-">one</seg>',
                '<seg subtype="item" n="-">two</seg>',
            ],
        ),
        ("Two:\n- one", ["<seg>Two:</seg>", '<seg subtype="item" n="-"><lb/>one</seg>']),
        (
            "\n- one\n\n- two",
            ["<seg><lb/>- one</seg>", '<seg subtype="item" n="-">two</seg>'],
        ),
        (
            "- one\n- two\n\n- three",
            [
                '<seg subtype="item" n="-">one</seg>',
                '<seg subtype="item" n="-">two</seg>',
                '<seg subtype="item" n="-" rend="spaced">three</seg>',
            ],
        ),
    ],
)
def test_paragraphs_and_items_are_contributions(text: str, expected: list[str]) -> None:
    assert contributions(turn(text)) == expected


def test_contributions_run_from_moment_to_moment() -> None:
    tree = spoken(turn("One.\n\nTwo.", time=Time(3.0, 9.5)), turn("Three."))
    block, following = all_of(tree, "//t:annotationBlock")
    assert (block.get("start"), block.get("end")) == ("#T3", "#T9.5")
    assert all_of(block, ".//t:anchor/@synch") == ["#T3", "#TX1", "#TX1", "#T9.5"]
    assert (following.get("start"), following.get("end")) == ("#TX2", "#TX3")
    assert [when.get("interval") for when in all_of(tree, "//t:when")] == [None, "3", None, "9.5", None, None]


def test_a_printed_time_stands_before_the_block() -> None:
    tree = spoken(turn("Yes.", time=Time(31.0, code=Printed("[0:31]", 12, 18))))
    code = one(tree, "//t:note[@type='timecode'][@synch='#T31']")
    assert (code.text, code.getnext().tag.rpartition("}")[2]) == ("[0:31]", "annotationBlock")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("laughter", '<vocal ana="#laughter"><desc rend="[door slams]">door slams</desc></vocal>'),
        ("kinesic", '<kinesic><desc rend="[door slams]">door slams</desc></kinesic>'),
        ("incident", '<incident><desc rend="[door slams]">door slams</desc></incident>'),
        ("crosstalk", '<incident type="crosstalk"><desc rend="[door slams]">door slams</desc></incident>'),
        ("pause", '<pause rend="[door slams]"/>'),
        ("inaudible", '<gap reason="inaudible"><desc>[door slams]</desc></gap>'),
        ("setting", '<note type="setting">[door slams]</note>'),
    ],
)
def test_directions_are_what_the_guidelines_have_for_speech(kind: DirectionType, expected: str) -> None:
    said = turn("I [door slams] did.", directions=(Direction(kind, "[door slams]", 22, 34),))
    assert contributions(said) == [f"<seg>I {expected} did.</seg>"]


def test_characters_that_an_attribute_of_words_may_not_hold_stay_in_the_description() -> None:
    said = turn("[a\xa0b] c", directions=(Direction("vocal", "[a\xa0b]", 20, 25),))
    assert contributions(said) == ["<seg><vocal><desc>[a\xa0b]</desc></vocal> c</seg>"]
    pause = turn("[a\xa0b] c", directions=(Direction("pause", "[a\xa0b]", 20, 25),))
    assert contributions(pause) == ['<seg><incident type="pause"><desc>[a\xa0b]</desc></incident> c</seg>']


def test_who_speaks_after_crosstalk_overlaps() -> None:
    crosstalk = turn("So [x]", directions=(Direction("crosstalk", "[x]", 23, 26),))
    tree = spoken(crosstalk, turn("Well"), Direction("crosstalk", "[x]", 50, 53), turn("No"), turn("Yes"))
    assert [u.get("trans") for u in all_of(tree, "//t:u")] == [None, "overlap", "overlap", None]


def test_narration_and_headings_stand_between_blocks() -> None:
    tree = spoken(turn("a"), Heading(2, 30, 33, "One"), Passage(40, 44, "They"), turn("b"))
    section = one(tree, "//t:div[@type='section']")
    assert [child.tag.rpartition("}")[2] for child in section] == ["head", "note", "annotationBlock"]
    assert one(section, "t:note[@type='narrative']").text == "They"


def test_a_turn_that_a_heading_interrupts_is_two_that_point_at_each_other() -> None:
    tree = spoken(turn("a"), Heading(2, 30, 33, "One"), turn("b"))
    assert [(u.get("next"), u.get("prev")) for u in all_of(tree, "//t:u")] == [("#u2", None), (None, "#u1")]
