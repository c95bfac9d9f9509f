"""The HTML page: judged by html5lib, which is strict about the standard."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings

from tests.documents import SAMPLE, documents
from tests.interviews import event, interview, said
from transcript.model import Document, Heading, Metadata, Passage, Speaker
from transcript.options import DEFAULTS
from transcript.typeset.characters import xml_safe
from transcript.writers.html import write

ITEM = "https://schema.org/"


def page(document: Document) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(write(document, DEFAULTS))
    return root


def article(*segments: Any, **metadata: Any) -> Element:
    found = page(interview(*segments, **metadata)).find("body/article")
    assert found is not None
    return found


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def items(element: Element) -> dict[str, list[Any]]:
    """The properties of a microdata item, as the HTML standard reads them."""
    found: dict[str, list[Any]] = {}
    waiting = list(element)[::-1]
    while waiting:
        child = waiting.pop()
        if name := child.get("itemprop"):
            value = (
                items(child)
                if "itemscope" in child.attrib
                else child.get("content") or child.get("href") or words(child)
            )
            found.setdefault(name, []).append(value)
        if "itemscope" not in child.attrib:
            waiting += list(child)[::-1]
    return found


def test_a_turn_has_an_id_and_the_classes_of_its_speaker_and_role() -> None:
    turns = page(SAMPLE).findall(".//div[@id]")
    assert [(turn.get("id"), turn.get("class")) for turn in turns] == [
        ("turn-1", "turn speaker-wray interviewer"),
        ("turn-2", "turn speaker-ines-calder interviewee"),
        ("turn-3", "turn speaker-ines-calder interviewee"),
        ("turn-4", "turn speaker-unknown"),
    ]


def test_microdata_tell_the_conversation_and_who_says_what() -> None:
    found = items(page(SAMPLE).find("body/article") or Element("none"))
    assert found["name"] == ["The Last Ferry"]
    assert (found["dateCreated"], found["locationCreated"], found["inLanguage"]) == (
        ["2019-05-04"],
        ["Lerwick"],
        ["en"],
    )
    assert found["contributor"] == [
        {"name": ["Wray"]},
        {
            "name": ["Dr. Inés Calder"],
            "description": ["harbour pilot"],
            "sameAs": ["https://example.org/people/calder", "https://example.org/pilots/7"],
        },
    ]
    assert found["hasPart"][0] == {
        "spokenByCharacter": [{"name": ["Wray"]}],
        "text": ["When did you first take the boat out?"],
    }
    assert found["hasPart"][3] == {"text": ["Is she coming?"]}


def test_a_group_is_no_person() -> None:
    assert items(article(said("q", "Yes?")))["hasPart"] == [{"text": ["Yes?"]}]


def test_times_link_to_the_moment() -> None:
    times = page(SAMPLE).findall(".//time")
    assert [(time.get("datetime"), words(time)) for time in times] == [("PT31S", "0:31"), ("PT35.5S", "0:35")]
    assert [(link.get("href"), link.get("data-start")) for link in page(SAMPLE).iter("a")] == [
        ("#t=31", "31"),
        ("#t=35.5,725.25", "35.5"),
    ]


@pytest.mark.parametrize(
    ("recording", "href"),
    [
        ("https://example.org/a.mp3?x=1&y=2#top", "https://example.org/a.mp3?x=1&y=2#t=5"),
        ("javascript:alert(1)", "#t=5"),
        ("Tape 1", "#t=5"),
        (None, "#t=5"),
    ],
)
def test_a_time_links_into_a_recording_on_the_web_and_nowhere_else(recording: str | None, href: str) -> None:
    assert [link.get("href") for link in article(said("ann", "One.", 5), recording=recording).iter("a")] == [href]


def test_a_time_of_day_is_no_link() -> None:
    (time,) = article(said("ann", "One.", 50_000.5, kind="wall-clock")).iter("time")
    assert (time.get("datetime"), time.text, len(time)) == ("13:53:20", "13:53:20", 0)


def test_lists_are_lists_and_numbers_go_on_where_they_stop() -> None:
    div = article(said("ann", "So:\n- a\n- b\n3. c\n4. d\n7. e\n\nx) f")).find("div[@id]")
    assert div is not None
    shape = [(child.tag, child.get("start"), [words(item) for item in child]) for child in div[1:]]
    assert shape == [
        ("p", None, []),
        ("ul", None, ["a", "b"]),
        ("ol", "3", ["c", "d"]),
        ("ol", "7", ["e"]),
        ("p", None, []),
    ]
    assert words(div[-1]) == "x) f"


def test_directions_bear_their_type_and_line_breaks_stay() -> None:
    laughs = event("(laughs)")
    turn, between = list(article(said("ann", "Oh (laughs) no.\nNever.", directions=(laughs,)), event("[laughs]")))[-2:]
    paragraph = turn[-1]
    assert [(child.tag, child.get("class"), child.tail) for child in paragraph] == [
        ("span", "direction laughter", " no."),
        ("br", None, "Never."),
    ]
    assert (between.tag, between.get("class"), words(between)) == ("p", "direction laughter", "[laughs]")


def test_what_nobody_says_is_an_aside_and_page_furniture_is_left_out() -> None:
    found = article(Passage(0, 1, "They walk.\n\nIt rains."), Passage(0, 1, "Page 3", type="furniture"))
    assert [(aside.get("class"), [words(inner) for inner in aside]) for aside in found.iter("aside")] == [
        ("narration", ["They walk.", "It rains."])
    ]
    assert "Page 3" not in words(found)


def test_a_title_is_said_once() -> None:
    assert [words(h1) for h1 in article(said("ann", "One."), title="Boats").iter("h1")] == ["Boats"]
    assert [words(h1) for h1 in article(Heading(1, 0, 1, "Ships"), title="Boats").iter("h1")] == ["Ships"]


def test_each_text_has_its_own_direction_and_the_page_its_language() -> None:
    root = page(interview(said("ann", "שלום"), language="he"))
    assert root.get("lang") == "he"
    assert [element.get("dir") for element in root.iter("p")] == ["auto"]
    assert page(interview(language='en" onload="x')).get("lang") is None


@settings(max_examples=150)
@given(documents())
def test_whatever_is_said_the_page_is_valid_without_scripts_and_whole(document: Document) -> None:
    root = page(document)
    assert not list(root.iter("script"))
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert all(re.match("https?://|#", link.get("href") or "") for link in (*root.iter("a"), *root.iter("link")))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert ids == [f"turn-{number}" for number in range(1, len(document.turns) + 1)]
    for turn, div in zip(document.turns, root.findall(".//div[@id]"), strict=True):
        said_there = "".join(words(child) for child in div if child.tag not in ("cite", "time"))
        assert "".join(unmarked(said_there).split()) == "".join(unmarked(turn.text).split())


def unmarked(text: str) -> str:
    """Without the markers of lists, which HTML prints itself, and without what HTML cannot hold."""
    return re.sub(r"(?m)^[ \t]*(?:[-*+•·‣◦▪]|\d{1,3}\.)[ \t]+(?=\S)", "", xml_safe(text))


def test_a_speaker_is_one_class_whatever_the_id() -> None:
    people = (Speaker('a b"<', "Ann"),)
    (div,) = page(interview(said('a b"<', "One."), speakers=people)).findall(".//div[@id]")
    assert div.get("class") == "turn speaker-a-b-"


def test_metadata_are_escaped() -> None:
    hostile = '"><script>alert(1)</script>\x00'
    fields = dict.fromkeys(Metadata.__dataclass_fields__, hostile)
    root = page(interview(said("ann", hostile), **fields))
    assert not list(root.iter("script"))
