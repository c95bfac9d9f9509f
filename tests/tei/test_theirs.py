"""TEI that others wrote becomes a document: turns, speakers, directions, times. The specimens are invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from transcript import wire
from transcript.model import Direction, Document, Heading, Passage, Time, Turn
from transcript.readers.tei import read


def tei(body: str, header: str = "", front: str = "", profile: str = "", before: str = "") -> Document:
    """A whole file around these parts; what is read must be a document that may leave the house."""
    document = read(
        f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The Weir</title></titleStmt>
        <publicationStmt><p/></publicationStmt><sourceDesc>{header or "<p/>"}</sourceDesc></fileDesc>
        <profileDesc>{profile}</profileDesc></teiHeader>
        <text>{before}<front>{front}</front><body>{body}</body></text></TEI>""".encode()
    )
    wire.check(wire.dump(document))
    return document


def lines(document: Document) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in document.turns]


def asides(document: Document) -> Sequence[tuple[str, str]]:
    return [(aside.type, aside.text) for turn in document.turns for aside in turn.directions]


PEOPLE = """<particDesc><listPerson>
  <person xml:id="AH" role="interviewer"><persName><forename>Aud</forename> <surname>Holm</surname></persName></person>
  <person xml:id="K1" role="narrator"><persName ref="https://viaf.org/viaf/1">Kari Li</persName>
    <occupation>weaver</occupation></person>
  <personGrp xml:id="ALL"><name>Everybody</name></personGrp>
</listPerson></particDesc>"""


# --- sp ---------------------------------------------------------------------------------------------------------------


def test_speeches_point_at_people_who_are_described() -> None:
    found = tei(
        """<div><sp who="#AH"><speaker>A.H.</speaker><p>When was
             that?</p></sp>
           <sp who="#K1"><speaker>KARI:</speaker><p>In spring.</p><p>Or  later.</p></sp></div>""",
        profile=PEOPLE,
    )
    assert lines(found) == [("ah", "When was that?"), ("k1", "In spring.\n\nOr later.")]
    aud, kari, all_of_them = found.speakers
    assert (aud.name, aud.role, aud.labels) == ("Aud Holm", "interviewer", ("A.H",))
    assert (kari.role, kari.description, kari.ref) == ("interviewee", "weaver", "https://viaf.org/viaf/1")
    assert (all_of_them.kind, all_of_them.labels) == ("group", ())


def test_labels_name_the_speakers_where_nothing_points() -> None:
    found = tei("<sp><speaker>Aud:</speaker><p>Yes?</p></sp><sp><speaker>AUD</speaker><p>Well?</p></sp>")
    assert lines(found) == [("aud", "Yes?"), ("aud", "Well?")]
    assert found.speakers[0].labels == ("Aud", "AUD")


def test_labels_name_nobody_where_other_speeches_point() -> None:
    found = tei('<sp who="#x"><p>Yes?</p></sp><sp><speaker>Voice</speaker><p>Well?</p></sp>')
    assert lines(found) == [("x", "Yes?"), (None, "Well?")]


@pytest.mark.parametrize("pointer", ["#K1", "K1", "people.xml#K1", "spk:K1"])
def test_every_way_to_point_at_somebody_is_understood(pointer: str) -> None:
    assert lines(tei(f'<u who="{pointer}">Ja.</u>', profile=PEOPLE)) == [("k1", "Ja.")]


def test_two_who_speak_at_once_are_not_made_one() -> None:
    found = tei('<sp who="#AH #K1"><p>Never!</p></sp>', profile=PEOPLE)
    assert lines(found) == [(None, "Never!")]
    assert [(note.code, note.candidates) for note in found.notes] == [("speakers-together", ("ah", "k1"))]


def test_lists_verses_and_editorial_choices() -> None:
    found = tei(
        """<sp who="#a"><p>Take: <choice><sic>bred</sic><corr>bread</corr></choice></p>
           <list><item>salt</item><item n="2.">oil</item></list><lg><l>Row, row</l><l>your boat</l></lg></sp>"""
    )
    assert lines(found) == [("a", "Take: bred\n\n- salt\n2. oil\n\nRow, row\nyour boat")]


def test_lines_of_the_printed_page_are_no_line_breaks() -> None:
    found = tei('<sp who="#a"><p>The wea<lb break="no"/>ver came<lb/>home.<pb n="2"/>Late.</p></sp>')
    assert lines(found) == [("a", "The weaver came home. Late.")]


def test_headings_narration_and_front_matter_are_nobodys() -> None:
    found = tei(
        """<head>Part one</head><p>They sit down.</p>
           <div><head>The loom</head><sp who="#a"><p>Here.</p></sp><fw>page 3</fw></div>""",
        front="<div><head type='main'>The Weir</head><p>Taped in 1971.</p></div>",
    )
    kinds = [(type(segment).__name__, segment.part, segment.text) for segment in found.segments]
    assert kinds == [
        ("Heading", "front", "The Weir"), ("Passage", "front", "Taped in 1971."), ("Heading", "body", "Part one"),
        ("Passage", "body", "They sit down."), ("Heading", "body", "The loom"), ("Turn", "body", "Here."),
        ("Passage", "body", "page 3"),
    ]  # fmt: skip
    assert [heading.level for heading in found.segments if isinstance(heading, Heading)] == [1, 1, 2]
    assert [passage.type for passage in found.segments if isinstance(passage, Passage)][-1] == "furniture"


# --- u ----------------------------------------------------------------------------------------------------------------


def test_utterances_have_paragraphs_and_events() -> None:
    found = tei(
        """<note type="speaker">CHAIR:</note><u who="#c"><seg>Order.</seg>
           <kinesic type="applause"><desc>Applause from the left</desc></kinesic><seg>Thank you.</seg></u>"""
    )
    assert lines(found) == [("c", "Order.\n\n[Applause from the left]\n\nThank you.")]
    assert found.turns[0].label is not None
    assert (found.turns[0].label.text, found.speakers[0].name) == ("CHAIR:", "CHAIR")


def test_words_that_are_elements_get_their_blanks_back() -> None:
    found = tei(
        """<u who="#c"><seg type="utterance">
             <w>We</w>
             <w join="right">ca</w>
             <w>n't</w>
             <pc>(</pc><w>now</w><pc>)</pc><pc>,</pc> <pause/>
             <w>go</w><pc>.</pc></seg></u>"""
    )
    assert lines(found) == [("c", "We can't (now), [pause] go.")]


def test_blocks_of_iso_24624_give_speaker_and_times() -> None:
    found = tei(
        """<annotationBlock who="#K1" start="#T1" end="#T3"><u><seg type="utterance">Ja
             <anchor synch="#T2"/> ja</seg></u><spanGrp type="pos"><span from="#T1" to="#T3">ITJ</span></spanGrp>
           </annotationBlock>
           <annotationBlock who="#AH" start="#T3"><u><seg type="utterance">So</seg></u></annotationBlock>""",
        profile=PEOPLE,
        before="""<timeline unit="ms" origin="#T0"><when xml:id="T0"/><when xml:id="T1" interval="1500" since="#T0"/>
           <when xml:id="T2"/><when xml:id="T3" interval="500" since="#T1"/></timeline>""",
    )
    assert lines(found) == [("k1", "Ja ja"), ("ah", "So")]
    assert [turn.time for turn in found.turns] == [Time(1.5, 2.0), Time(2.0)]


def test_clock_times_are_times_of_the_day() -> None:
    found = tei(
        '<u who="#a" start="#w1" end="#w2">Yes</u>',
        before='<timeline origin="#w1"><when xml:id="w1" absolute="10:00:30"/>'
        '<when xml:id="w2" interval="2.5" since="#w1"/></timeline>',
    )
    assert found.turns[0].time == Time(36_030.0, 36_032.5, "wall-clock")


@pytest.mark.parametrize("moment", ['interval="?"', 'interval="-1"', 'interval="1e999"', "", 'absolute="noon"'])
def test_a_time_that_is_not_known_is_no_time(moment: str) -> None:
    line = f'<timeline><when xml:id="a" interval="3"/><when xml:id="b" {moment}/></timeline>'
    assert tei('<u who="#x" start="#b" end="#nowhere">Yes</u>', before=line).turns[0].time is None


@pytest.mark.parametrize(
    ("event", "kind", "text"),
    [
        ("<vocal><desc>laughs</desc></vocal>", "laughter", "[laughs]"),
        ('<vocal desc="cough"/>', "vocal", "[cough]"),
        ("<stage>(She gets up)</stage>", "other", "(She gets up)"),
        ('<stage type="setting">Tape 2</stage>', "setting", "[Tape 2]"),
        ('<gap reason="inaudible"/>', "inaudible", "[inaudible]"),
        ('<gap reason="anonymization"><desc>name</desc></gap>', "redacted", "[name]"),
        ("<gap/>", "other", "[...]"),
        ("<unclear>mill</unclear>", "uncertain", "mill"),
        ("<unclear/>", "inaudible", "[unclear]"),
        ('<pause rend="(.)"/>', "pause", "(.)"),
        ("<incident><desc>door</desc></incident>", "incident", "[door]"),
        ("<note>sic</note>", "other", "[sic]"),
    ],
)
def test_events_are_directions_in_brackets(event: str, kind: str, text: str) -> None:
    assert asides(tei(f'<u who="#a">So {event} then</u>')) == [(kind, text)]
    [turn] = tei(f'<u who="#a">So {event} then</u>').turns
    assert turn.text == f"So {text} then"
    [aside] = turn.directions
    assert turn.text[aside.start - turn.start : aside.end - turn.start] == text


def test_an_event_between_turns_stands_alone() -> None:
    found = tei(
        '<u who="#a">So.</u><incident><desc>bell rings</desc></incident><note>[Break]</note><note>We ate.</note>'
    )
    assert [(type(segment), segment.text) for segment in found.segments] == [
        (Turn, "So."),
        (Direction, "[bell rings]"),
        (Direction, "[Break]"),
        (Passage, "We ate."),
    ]


def test_doubt_is_kept() -> None:
    found = tei('<u who="#a" cert="low">So.</u><u who="#a">So.<certainty locus="value" degree="0.25"/></u>')
    assert [turn.confidence for turn in found.turns] == [0.5, 0.25]


# --- Whole files ------------------------------------------------------------------------------------------------------


def test_the_header_says_what_it_knows_of_the_interview() -> None:
    found = tei(
        '<u who="#a">So.</u>',
        header="""<recordingStmt><recording><date when="1971-02-30"/><date when="1971-03"/>
           <media mimeType="audio/wav" url="https://archive.example/1.wav"/></recording></recordingStmt>""",
        profile="""<langUsage><language ident="nb"/></langUsage>
           <settingDesc><place><placeName>Voss</placeName></place></settingDesc>""",
    )
    known = found.metadata
    assert (known.title, known.date, known.place, known.language) == ("The Weir", "1971-03", "Voss", "nb")
    assert known.recording == "https://archive.example/1.wav"
    assert (known.publisher, known.licence, known.rights, known.filename) == (None, None, None, None)


def test_offsets_count_the_text_that_is_taken_out() -> None:
    found = tei("<head>Weir</head><sp><speaker>A:</speaker><p>One.</p></sp><sp><p>Two.</p></sp>")
    assert [(segment.start, segment.end) for segment in found.segments] == [(0, 4), (9, 13), (15, 19)]
    assert found.turns[0].label is not None
    assert (found.turns[0].label.start, found.turns[0].label.end) == (6, 8)
    assert found.source.characters == 19


def test_tei_p4_without_a_namespace_is_read_too() -> None:
    found = read(
        b"""<TEI.2><teiHeader><profileDesc><particDesc><person id="P1" role="interviewer"><p>Old</p></person>
        </particDesc></profileDesc></teiHeader>
        <text><body><u who="P1">Hello <event desc="knock"/></u></body></text></TEI.2>"""
    )
    assert lines(found) == [("p1", "Hello [knock]")]
    assert found.speakers[0].role == "interviewer"


def test_a_corpus_is_read_text_after_text() -> None:
    one = '<TEI><teiHeader/><text><body><u who="#a">{}</u></body></text></TEI>'
    found = read(
        f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{one.format("1")}{one.format("2")}</teiCorpus>'.encode()
    )
    assert lines(found) == [("a", "1"), ("a", "2")]


def test_identifiers_that_are_no_names_do_not_stop_the_reader() -> None:
    found = read(
        b"""<TEI><teiHeader/><text><body>
        <u xml:id="14648" who="#a">1</u><u xml:id="14648" who="#a">2</u></body></text></TEI>"""
    )
    assert lines(found) == [("a", "1"), ("a", "2")]


def test_a_text_in_which_nobody_speaks_is_no_error() -> None:
    found = tei("<p>Once upon a time.</p>")
    assert [note.code for note in found.notes] == ["no-speakers"]
    assert [segment.text for segment in found.segments] == ["Once upon a time."]


def test_words_that_have_no_place_are_counted() -> None:
    found = tei('<u who="#a">So <figure><figDesc>A loom</figDesc></figure> it was <fw>p. 3</fw></u>')
    assert lines(found) == [("a", "So it was")]
    assert [note.message for note in found.notes if note.code == "elements-left-out"] == [
        "elements whose words are nobody's speech were left out: 1 figure, 1 fw"
    ]


def test_declared_glyphs_are_characters() -> None:
    found = read(
        b"""<TEI><teiHeader><encodingDesc><charDecl><char xml:id="s"><mapping type="standard">&#x17F;</mapping></char>
        </charDecl></encodingDesc></teiHeader><text><body><u who="#a">i<g ref="#s"/>t</u></body></text></TEI>"""
    )
    assert lines(found) == [("a", "iſt")]
