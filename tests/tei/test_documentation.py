"""What is documented is what is written."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from lxml import etree

from tests.tei.schemas import NO_TEI_ALL, PROFILE, ROOT, TEI_ALL, condemned
from tests.tei.xml import NAMESPACES
from transcript import pipeline
from transcript.tei import DIRECTIONS

ODD = ROOT / "schemas" / "tei_interview.odd"
GUIDE = (ROOT / "docs" / "tei.md").read_text()


def odd(path: str) -> list[str]:
    return [str(found) for found in etree.parse(ODD).xpath(path, namespaces=NAMESPACES)]


def rng(path: str) -> list[str]:
    namespaces = {"r": "http://relaxng.org/ns/structure/1.0"}
    return [str(found) for found in etree.parse(PROFILE).xpath(path, namespaces=namespaces)]


def test_every_element_that_is_written_is_documented_and_no_other() -> None:
    written = set(rng("//r:element/@name"))
    assert set(odd("//t:elementSpec/@ident")) == written
    assert {name for names in odd("//t:moduleRef/@include") for name in names.split()} == written


def test_every_element_says_what_it_means() -> None:
    assert odd("//t:elementSpec[not(normalize-space(t:desc))]/@ident") == []


def test_the_types_of_directions_are_documented() -> None:
    encoded = {attribute for name, attribute in (e.default for e in DIRECTIONS.values()) if name in ("stage", "gap")}
    documented = {f'type="{value}"' for value in odd("//t:elementSpec[@ident='stage']//t:valItem/@ident")}
    documented |= {f'reason="{value}"' for value in odd("//t:elementSpec[@ident='gap']//t:valItem/@ident")}
    assert documented == encoded


@pytest.mark.skipif(not TEI_ALL.exists(), reason=NO_TEI_ALL)
def test_the_customisation_is_valid_itself() -> None:
    assert condemned(TEI_ALL, [ODD]) == []


def test_the_example_of_the_guide_is_what_its_transcript_becomes() -> None:
    source, expected = (
        re.search(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)[1]  # type: ignore[index]
        for language in ("text", "xml")
    )
    written = pipeline.convert(source.encode(), to="tei", format="plain").decode()
    body = dedent(written[written.index("  <text ") : written.index("</TEI>")])
    assert _without_doubt(body) == _without_doubt(expected)


def _without_doubt(markup: str) -> str:
    """Without how sure the program was, which may change from one version to the next."""
    return re.sub(r' cert="(high|medium|low)" resp="#transcript"|\n *<certainty [^>]*>', "", markup)


def test_every_element_that_the_guide_names_is_written_or_read() -> None:
    named = set(re.findall(r"`([a-z]+[A-Za-z]*)`", GUIDE.split("## Reading TEI", maxsplit=1)[0]))
    known = set(rng("//r:element/@name")) | {"role", "ref", "date", "xenoData", "revisionDesc", "ivr", "ive", "pyjing"}
    fields = {"title", "place", "language", "publisher", "licence", "rights", "repository", "collection", "identifier"}
    assert named - known - fields - {"recording", "filename", "description"} == set()
