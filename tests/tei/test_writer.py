"""What stands where in the default profile, and what both profiles share."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.documents import SAMPLE
from tests.tei.xml import ANN, BEN, ORIGIN, PROFILES, all_of, document, inner, one, written
from transcript.errors import InvalidDocument
from transcript.model import Direction, DirectionType, Document, Heading, Passage, Printed, Span, Speaker, Time, Turn
from transcript.options import DEFAULTS
from transcript.tei import DIRECTIONS
from transcript.writers.tei import write

LABEL = Printed("Ben:", 0, 4)


def turn(text: str, speaker: str | None = "ben", label: Printed | None = LABEL, **more: object) -> Turn:
    return Turn(speaker, 5, 5 + len(text), text, label, **more)  # type: ignore[arg-type]


def paragraphs(said: Turn) -> list[str]:
    """The children of the turn behind its label."""
    [element] = all_of(written(document(said)), "//t:sp")
    return [_tight(inner(child)) for child in element if not child.tag.endswith("speaker")]


def _tight(markup: str) -> str:
    """Without the line ends that keep items and lines apart in text alone."""
    return re.sub(r"\n *", "", markup)


# --- Whose turn it is -------------------------------------------------------------------------------------------------


def test_a_turn_points_at_its_speaker_and_keeps_the_label_as_printed() -> None:
    tree = written(document(turn("Yes.")))
    assert all_of(tree, "//t:sp/@who") == ["#p2"]
    assert one(tree, "//t:sp/t:speaker").text == "Ben:"
    assert one(tree, "//t:person[@xml:id='p2']/t:persName[1]").text == "Ben Roth"


def test_a_turn_of_somebody_unknown_keeps_its_label_and_points_at_nobody() -> None:
    tree = written(document(turn("Yes.", speaker=None)))
    assert all_of(tree, "//t:sp/@who") == []
    assert one(tree, "//t:sp/t:speaker").text == "Ben:"


def test_a_turn_without_a_printed_label_has_no_speaker_element() -> None:
    assert all_of(written(document(turn("Yes.", label=None))), "//t:speaker") == []


@pytest.mark.parametrize("profile", PROFILES)
def test_a_speaker_who_is_not_listed_is_refused(profile: str) -> None:
    with pytest.raises(InvalidDocument, match="turn 1"):
        written(document(turn("Yes."), speakers=(ANN,)), profile)  # type: ignore[arg-type]


@pytest.mark.parametrize(("confidence", "cert"), [(0.95, "high"), (0.9, "high"), (0.7, "medium"), (0.2, "low")])
def test_doubt_is_said_in_a_word_and_in_a_number(confidence: float, cert: str) -> None:
    said = one(written(document(turn("Yes.", confidence=confidence))), "//t:sp")
    assert (said.get("cert"), said.get("resp")) == (cert, "#transcript")
    assert one(said, "t:certainty[@match='@who']/@degree") == str(confidence)


def test_a_turn_beyond_doubt_says_nothing_of_certainty() -> None:
    tree = written(document(turn("Yes.")))
    assert all_of(tree, "//t:sp/@cert | //t:sp/t:certainty") == []


def test_a_label_that_names_nobody_is_a_group_and_not_a_person() -> None:
    tree = written(document(speakers=(Speaker("voices", "Voices", kind="group", labels=("VOICES",)),)))
    assert one(tree, "//t:listPerson/t:personGrp/t:persName[@type='label']").text == "VOICES"
    assert all_of(tree, "//t:person") == []


def test_a_person_has_a_role_every_label_and_authorities() -> None:
    refs = "https://viaf.org/viaf/12 https://www.wikidata.org/entity/Q1 https://orcid.org/0000-0001 somewhere"
    other = Speaker("cy", "Cy", role="other", description="her niece", ref=refs, labels=("Cy Long", "Cy"))
    person = one(written(document(speakers=(other,))), "//t:person")
    assert (person.get("role"), person.get("n")) == ("participant", "Cy")
    assert [label.text for label in all_of(person, "t:persName[@type='label']")] == ["Cy Long", "Cy"]
    assert one(person, "t:persName[1]/@ref") == refs.removesuffix(" somewhere")
    assert all_of(person, "t:idno/@type") == ["speaker", "VIAF", "Wikidata", "ORCID", "URI"]
    assert one(person, "t:note[@type='description']").text == "her niece"


def test_credits_name_the_interviewer_and_the_interviewee_as_libraries_do() -> None:
    tree = written(document(speakers=(ANN, BEN, Speaker("cy", "Cy"))))
    assert [ref[-3:] for ref in all_of(tree, "//t:respStmt/t:resp/@ref")] == ["ivr", "ive", "mrk"]
    assert all_of(tree, "//t:respStmt/t:persName/@sameAs") == ["#p1-name", "#p2-name"]


# --- What is said -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["<p>One.</p>", "<p>Two.</p>"]),
        ("One\ntwo", ["<p>One<lb/>two</p>"]),
        ("", ["<p/>"]),
        (
            "Two:\n\n- one\n- two\n\nThat is all.",
            [
                "<p>Two:</p>",
                '<list rend="bulleted"><item n="-">one</item><item n="-">two</item></list>',
                "<p>That is all.</p>",
            ],
        ),
        (
            "Two:\n1. one\n2) two\nand so on",
            ['<p>Two:<list rend="numbered"><item n="1.">one</item><item n="2)">two</item></list>and so on</p>'],
        ),
        ("1. How old are you?", ["<p>1. How old are you?</p>"]),
        ("- Yes.\n\n- No.", ["<p>- Yes.</p>", '<list rend="bulleted"><item n="-">No.</item></list>']),
        ("a < b && c > d ]]> <!-- e", ["<p>a &lt; b &amp;&amp; c &gt; d ]]&gt; &lt;!-- e</p>"]),
        ("a\fb", ["<p>a<pb/>b</p>"]),
        ("a\rb", ["<p>a&#13;b</p>"]),
        ("bell\x07", ['<p>bell<g ref="#ctl-0007"/></p>']),
        ("half \ud800", ['<p>half <g ref="#ctl-d800"/></p>']),
    ],
)
def test_the_words_of_a_turn(text: str, expected: list[str]) -> None:
    assert paragraphs(turn(text)) == expected


def test_characters_that_xml_cannot_carry_are_declared_once_each() -> None:
    tree = written(document(turn("\x07 \x07 \ufffe"), title="\x01"))
    assert all_of(tree, "//t:char/@xml:id") == ["ctl-0001", "ctl-0007", "ctl-fffe"]
    assert all_of(tree, "//t:char/t:localProp/@value") == ["U+0001", "U+0007", "U+FFFE"]


def test_what_the_source_holds_between_the_words_is_left_out_of_their_ranges() -> None:
    said = turn("I was eleven.", skipped=(Span(8, 10), Span(14, 15)))
    assert one(written(document(said)), "//t:sp/@source") == "src:5,8 src:10,14 src:15,18"


# --- Directions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("laughter", '<stage type="vocal" ana="#laughter">[x]</stage>'),
        ("vocal", '<stage type="vocal">[x]</stage>'),
        ("applause", '<stage type="kinesic" ana="#applause">[x]</stage>'),
        ("incident", '<stage type="incident">[x]</stage>'),
        ("crosstalk", '<stage type="crosstalk">[x]</stage>'),
        ("silence", '<stage type="pause" ana="#silence">[x]</stage>'),
        ("setting", '<stage type="setting">[x]</stage>'),
        ("inaudible", '<gap reason="inaudible"><desc>[x]</desc></gap>'),
        ("redacted", '<gap reason="editorial"><desc>[x]</desc></gap>'),
        ("uncertain", '<unclear cert="low">[x]</unclear>'),
        ("timecode", '<seg type="timecode" subtype="direction">[x]</seg>'),
    ],
)
def test_a_direction_within_a_turn_stands_where_it_was_printed(kind: DirectionType, expected: str) -> None:
    assert paragraphs(turn("I [x] did.", directions=(Direction(kind, "[x]", 7, 10),))) == [f"<p>I {expected} did.</p>"]


def test_a_direction_that_repeats_is_found_in_its_order() -> None:
    said = turn("(x) and (x)", directions=(Direction("vocal", "(x)", 5, 8), Direction("pause", "(x)", 13, 16)))
    assert paragraphs(said) == ['<p><stage type="vocal">(x)</stage> and <stage type="pause">(x)</stage></p>']


def test_a_direction_that_the_text_does_not_hold_word_for_word_annotates_the_turn() -> None:
    said = turn("I [x] did.", directions=(Direction("vocal", "[*x*]", 7, 12),))
    assert paragraphs(said) == ["<p>I [x] did.</p>", '<span type="vocal" from="#t1">[*x*]</span>']


def test_a_direction_keeps_a_paragraph_or_a_list_item_whole() -> None:
    said = turn("- a [x\n- y] b\n- c", directions=(Direction("other", "[x\n- y]", 9, 16),))
    assert paragraphs(said) == [
        '<p>- a <stage type="other">[x<lb/>- y]</stage> b<list rend="bulleted"><item n="-">c</item></list></p>'
    ]


@pytest.mark.parametrize("kind", DIRECTIONS)
def test_a_direction_between_turns_is_no_turn(kind: DirectionType) -> None:
    tree = written(document(turn("Yes."), Direction(kind, "[x]", 20, 23), turn("No.")))
    [between] = all_of(tree, "//t:body/t:div/*[preceding-sibling::t:sp][following-sibling::t:sp]")
    assert "".join(between.itertext()) == "[x]"


def test_only_the_categories_that_are_pointed_at_are_defined() -> None:
    segments = (Direction("laughter", "[x]", 0, 3), Direction("vocal", "[y]", 4, 7), Direction("media", "[z]", 8, 11))
    assert all_of(written(document(*segments)), "//t:category/@xml:id") == ["laughter", "media"]


# --- Divisions --------------------------------------------------------------------------------------------------------


def test_a_heading_opens_a_section_that_runs_to_the_next() -> None:
    first, second = Heading(2, 30, 33, "One"), Heading(2, 60, 63, "Two")
    tree = written(document(turn("a"), first, turn("b"), turn("c"), second, turn("d")))
    assert [len(all_of(section, "t:sp")) for section in all_of(tree, "//t:div[@type='section']")] == [2, 1]
    assert len(all_of(tree, "//t:div[@type='interview']/t:sp")) == 1


def test_a_turn_that_a_heading_interrupts_is_two_that_point_at_each_other() -> None:
    tree = written(document(turn("a"), Heading(2, 30, 33, "One"), turn("b", label=None)))
    assert [(said.get("next"), said.get("prev")) for said in all_of(tree, "//t:sp")] == [("#t2", None), (None, "#t1")]


@pytest.mark.parametrize("after", [turn("b"), turn("b", speaker="ann", label=None), turn("b", None, None)])
def test_turns_that_do_not_go_on_point_at_nothing(after: Turn) -> None:
    assert all_of(written(document(turn("a"), Heading(2, 30, 33, "One"), after)), "//@next | //@prev") == []


def test_front_and_back_matter_are_not_in_the_body() -> None:
    tree = written(
        document(
            Heading(1, 0, 5, "Title", part="front"),
            Heading(2, 6, 9, "Sub", part="front"),
            Passage(10, 14, "Then", part="front"),
            turn("a"),
            Passage(50, 54, "Last", part="back"),
        )
    )
    assert [inner(child) for child in one(tree, "//t:front/t:div")] == [
        '<head type="main" n="1">Title</head>',
        '<head n="2">Sub</head>',
        '<p xml:id="f1">Then</p>',
    ]
    assert one(tree, "//t:back/t:div/t:p").text == "Last"
    assert len(all_of(tree, "//t:body//t:p")) == 1


def test_passages_say_what_they_are() -> None:
    kinds = ("narration", "legend", "metadata", "furniture")
    tree = written(document(*(Passage(n, n + 1, "x", type=kind) for n, kind in enumerate(kinds))))  # type: ignore[arg-type]
    assert [inner(child) for child in one(tree, "//t:body/t:div")] == [
        '<p xml:id="n1">x</p>',
        '<ab type="legend" xml:id="n2">x</ab>',
        '<ab type="metadata" xml:id="n3">x</ab>',
        '<fw xml:id="n4">x</fw>',
    ]


# --- Times ------------------------------------------------------------------------------------------------------------


def whens(*times: Time) -> list[str]:
    tree = written(document(*(turn("a", time=time) for time in times)))
    return [inner(line) for line in all_of(tree, "//t:timeline")]


def test_a_printed_time_leads_the_words_and_points_at_the_time_line() -> None:
    said = turn("Yes.", time=Time(31.0, code=Printed("[0:31]", 0, 6)))
    assert paragraphs(said) == ['<p><seg type="timecode" synch="#T31">[0:31]</seg> Yes.</p>']
    assert one(written(document(said)), "//t:sp/@synch") == "#T31"


def test_every_time_is_one_moment_of_one_time_line() -> None:
    [line] = whens(Time(31.0, 45.25), Time(45.25))
    assert " ".join(line.split()) == (
        '<timeline unit="s" origin="#T0"> <when xml:id="T0"/> <when xml:id="T31" interval="31" since="#T0"/>'
        ' <when xml:id="T45.25" interval="45.25" since="#T0"/> </timeline>'
    )


def test_an_approximate_time_is_no_exact_one() -> None:
    [line] = whens(Time(31.0), Time(31.0, kind="approximate"))
    assert '<when xml:id="A31" interval="31" since="#T0" cert="low"/>' in line


def test_an_unknown_time_is_never_zero() -> None:
    [line] = whens(Time(None, code=Printed("[--:--]", 0, 7)))
    assert '<when xml:id="TU1" interval="unknown" since="#T0"/>' in line


def test_a_time_of_the_day_is_not_on_the_time_line_of_the_recording() -> None:
    [line] = whens(Time(36_000.0, kind="wall-clock"))
    assert '<when xml:id="W0" absolute="00:00:00"/>' in line
    assert '<when xml:id="W36000" interval="36000" since="#W0"/>' in line


def test_times_that_start_again_begin_another_recording() -> None:
    first, second = whens(Time(2000.0), Time(1990.0), Time(5.0), Time(6.0))
    assert [first.count("<when "), second.count("<when ")] == [3, 3]
    assert '<when xml:id="R2T5" interval="5" since="#R2T0"/>' in second


def test_a_document_without_times_has_no_time_line() -> None:
    assert all_of(written(document(turn("a"))), "//t:timeline | //@synch") == []


# --- The header -------------------------------------------------------------------------------------------------------

FIELDS = {
    "title": "//t:titleStmt/t:title[@type='main']",
    "date": "//t:setting/t:date[@when='2019-05']",
    "place": "//t:setting/t:placeName",
    "publisher": "//t:publicationStmt/t:publisher",
    "repository": "//t:msIdentifier/t:repository",
    "collection": "//t:msIdentifier/t:collection",
    "identifier": "//t:msIdentifier/t:idno",
    "licence": "//t:availability/t:licence",
    "rights": "//t:availability/t:p",
    "recording": "//t:recordingStmt/t:recording/t:p",
    "filename": "//t:sourceDesc/t:bibl/t:idno[@type='filename']",
}


@pytest.mark.parametrize("field", FIELDS)
def test_metadata_has_its_place_in_the_header(field: str) -> None:
    value = "2019-05" if field == "date" else f"The {field}"
    assert one(written(document(**{field: value})), FIELDS[field]).text == value


@pytest.mark.parametrize("profile", PROFILES)
def test_nothing_is_made_up(profile: str) -> None:
    tree = written(Document(ORIGIN), profile)  # type: ignore[arg-type]
    assert one(tree, "//t:titleStmt/t:title").text == "[untitled transcript]"
    assert one(tree, "//t:publicationStmt/t:p").text == "No publication is recorded."
    assert all_of(tree, "//t:date | //t:change | //t:particDesc | //t:langUsage | //t:recording | //t:when") == []
    assert all_of(tree, "/t:TEI/@xml:lang | //t:text/@xml:lang | //t:xenoData | //t:publisher") == []


def test_a_licence_does_not_make_up_a_publisher() -> None:
    tree = written(document(licence="https://creativecommons.org/licenses/by/4.0/"))
    assert one(tree, "//t:publisher[@cert='unknown']").text == "[publisher not recorded]"
    assert one(tree, "//t:licence/@target") == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("date", ["2019-02-30", "0000", "spring 2019", "2019-13", "2019-05-04/2019-05-06"])
def test_a_date_that_no_calendar_has_stays_words(date: str) -> None:
    assert inner(one(written(document(date=date)), "//t:setting/t:date")) == f"<date>{date}</date>"


def test_the_language_of_the_interview_is_not_that_of_the_header() -> None:
    tree = written(document(language="cy-GB"))
    assert all_of(tree, "//@xml:lang") == ["cy-GB", "en", "cy-GB"]
    assert one(tree, "//t:language/@ident") == "cy-GB"
    assert one(written(document(language="Old Welsh")), "//t:language[@ident='und']").text == "Old Welsh"


def test_a_recording_with_an_address_is_media_and_the_time_line_points_at_it() -> None:
    address = "https://archive.example/tapes/7.mp3"
    tree = written(document(turn("a", time=Time(3.0)), recording=address))
    assert one(tree, "//t:recording[@type='audio'][@xml:id='rec1']/t:media[@mimeType='audio/mpeg']/@url") == address
    assert one(tree, "//t:timeline/@corresp") == "#rec1"


def test_ranges_point_into_the_source_by_name_or_by_digest() -> None:
    pattern = "//t:prefixDef[@ident='src']/@replacementPattern"
    assert one(written(document(filename="tape 7.txt")), pattern) == "tape%207.txt#char=$1,$2"
    assert one(written(document()), pattern).startswith("ni:///sha-256;AAAA")


def test_notes_reviews_and_explanations_are_kept_as_notes() -> None:
    kinds = all_of(written(SAMPLE), "//t:notesStmt/t:note/@type")
    assert kinds == ["confidence", "remark", "remark", "review", "explanation", "explanation"]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write(SAMPLE, DEFAULTS) == write(replace(SAMPLE), DEFAULTS)
