"""Whatever the document: its TEI is valid, every pointer resolves, and the words are those of the document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.documents import SAMPLE, documents
from tests.tei.schemas import HAS_JING, NO_JING, NO_TEI_ALL, PROFILE, TEI_ALL, condemned, faults, grammar
from tests.tei.xml import PROFILES, all_of
from transcript.model import Document
from transcript.options import Options
from transcript.writers.tei import write

MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def bytes_of(document: Document) -> list[bytes]:
    return [write(document, Options(profile=profile)) for profile in PROFILES]


@pytest.fixture(scope="session")
def profile_grammar() -> etree.RelaxNG:
    return grammar(PROFILE)


# --- Good documents ---------------------------------------------------------------------------------------------------


@MANY
@given(documents())
def test_any_document_is_valid_against_our_grammar_and_points_at_nothing_that_is_not_there(document: Document) -> None:
    schema = grammar(PROFILE)
    for data in bytes_of(document):
        tree = etree.fromstring(data)
        assert schema.validate(tree), schema.error_log
        assert faults(tree) == []


@pytest.mark.parametrize("schema", [PROFILE, TEI_ALL], ids=["profile", "tei_all"])
def test_any_document_is_valid_for_a_reference_validator(schema: Path, tmp_path: Path) -> None:
    if not schema.exists():
        pytest.skip(NO_TEI_ALL)
    files: list[Path] = []

    @settings(MANY, max_examples=60)
    @given(documents())
    def gather(document: Document) -> None:
        for data in bytes_of(document):
            files.append(tmp_path / f"{len(files)}.xml")
            files[-1].write_bytes(data)

    gather()
    assert condemned(schema, files) == []


@MANY
@given(documents())
def test_the_words_of_every_turn_are_those_of_the_document(document: Document) -> None:
    for profile in PROFILES:
        tree = etree.fromstring(write(document, Options(profile=profile)))
        codes = {
            f"#{char.get('{http://www.w3.org/XML/1998/namespace}id')}": char[1].get("value")
            for char in all_of(tree, "//t:char")
        }
        spoken = [_spoken(turn, codes) for turn in all_of(tree, "//t:sp | //t:u")]
        assert spoken == [_letters(turn.text) for turn in document.turns]


def _spoken(turn: etree._Element, codes: dict[str, str]) -> str:
    """The words of a turn as a reader of TEI would gather them, without white space."""
    for g in all_of(turn, ".//t:g"):
        g.text = codes[g.get("ref")]
    for item in all_of(turn, ".//t:item | .//t:seg[@subtype='item']"):
        item.text = f"{item.get('n')}{item.text or ''}"
    for event in all_of(turn, ".//*[@rend][self::t:desc or self::t:pause]"):
        event.text = event.get("rend")
    outside = "self::t:speaker or self::t:certainty or self::t:span or self::t:seg[@type='timecode'][not(@subtype)]"
    return _letters("".join(all_of(turn, f".//text()[not(ancestor::*[{outside}])]")))


def _letters(text: str) -> str:
    """Without white space; what XML cannot carry by its number."""
    named = re.sub("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]", lambda char: f"U+{ord(char[0]):04X}", text)
    return re.sub(r"\s", "", named)


@settings(MANY, max_examples=50)
@given(documents())
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert bytes_of(document) == bytes_of(document)


# --- Bad documents: a judge that never condemns is no judge -----------------------------------------------------------

BAD = {
    "element": (b"<body>", b"<body><verdict/>"),
    "attribute": (b'<text xml:id="text"', b'<text colour="red" xml:id="text"'),
    "loose text": (b"<body>", b"<body>loose"),
    "number": (b'degree="0.4"', b'degree="1.4"'),
}


@pytest.mark.parametrize("fault", BAD)
def test_our_grammar_condemns(fault: str, profile_grammar: etree.RelaxNG) -> None:
    assert not profile_grammar.validate(etree.fromstring(_spoiled(*BAD[fault])))


@pytest.mark.parametrize("schema", [PROFILE, TEI_ALL], ids=["profile", "tei_all"])
def test_the_reference_validator_condemns_each(schema: Path, tmp_path: Path) -> None:
    if not schema.exists():
        pytest.skip(NO_TEI_ALL)
    good = tmp_path / "good.xml"
    good.write_bytes(write(SAMPLE, Options()))
    bad = [tmp_path / f"bad{number}.xml" for number in range(len(BAD))]
    for file, fault in zip(bad, BAD.values(), strict=True):
        file.write_bytes(_spoiled(*fault))
    verdict = "".join(condemned(schema, [good, *bad]))
    assert [file.name for file in [good, *bad] if file.name in verdict] == [file.name for file in bad]


def test_the_reference_validator_runs() -> None:
    if not HAS_JING:
        pytest.skip(NO_JING)


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        (b'who="#p1"', b'who="#p99"', "who=#p99 points at nothing"),
        (b'who="#p1"', b'who="p1"', "who=p1 points at nothing"),
    ],
)
def test_a_pointer_that_points_at_nothing_is_seen(good: bytes, bad: bytes, fault: str) -> None:
    assert fault in faults(etree.fromstring(_spoiled(good, bad)))


def _spoiled(good: bytes, bad: bytes) -> bytes:
    data = write(SAMPLE, Options())
    assert good in data
    return data.replace(good, bad, 1)
