"""Hostile XML is refused, with the line; nothing is expanded, opened or believed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents import SAMPLE
from transcript import pipeline, wire
from transcript.errors import UnreadableInput
from transcript.extract import xml
from transcript.formats import named
from transcript.model import Document
from transcript.options import DEFAULTS, Options
from transcript.readers.tei import read
from transcript.writers.tei import write

BODY = "<TEI><teiHeader/><text><body><u who='#a'>{}</u></body></text></TEI>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<!DOCTYPE TEI SYSTEM 'file:///etc/passwd'>\n<TEI/>", "declaration at line 1"),
        (b"<?xml version='1.0'?>\n<!-- -->\n<!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI>&a;</TEI>", "declaration at line 3"),
        ("<!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI>&a;</TEI>".encode("utf-16"), "declaration at line 1"),
        (BODY.format("\n&unknown;").encode(), "line 2"),
        (BODY.format("\n\n<b>").encode(), "line 3"),
        (BODY.format("\x01").encode(), "line 1"),
        (BODY.format("\n" + "<hi>" * 300 + "</hi>" * 300).encode(), "line 2"),
        (b"<html><body>TEI</body></html>", "line 1"),
        (b"<TEI>\xff</TEI>", "line 1"),
        (b"<?xml version='1.0' encoding='no-such'?><TEI/>", "line 1"),
        (b"", "line"),
        (b"plain words", "line 1"),
    ],
)
def test_it_is_refused_with_the_line(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read(data)


def test_too_large_a_file_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MOST_BYTES", 1000)
    with pytest.raises(UnreadableInput, match="at most 1000 are read"):
        read(b"<TEI>" + b" " * 1000)


def test_a_word_of_ten_million_letters_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="line 1"):
        read(BODY.format("a" * 10_100_000).encode())


def test_nothing_is_included() -> None:
    include = '<include xmlns="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
    assert "root:" not in repr(read(BODY.format(include).encode()))


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_is_done_to_a_file_it_is_a_document_or_refused(data: st.DataObject) -> None:
    original = write(SAMPLE, Options(profile=data.draw(st.sampled_from(["default", "spoken"]))))
    spoiled = bytearray(original)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(spoiled)))
        length = data.draw(st.integers(0, 40))
        spoiled[start : start + length] = data.draw(st.binary(max_size=6) | st.sampled_from([b"<p>", b'"', b"</u>"]))
    try:
        document = read(bytes(spoiled))
    except UnreadableInput:
        return
    wire.check(wire.dump(document))


# --- Recognised -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"<TEI/>",
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<?x <p>?>\n<!-- <p> --><tei:TEI xmlns:tei='http://www.tei-c.org/ns/1.0'>",
        "<teiCorpus>".encode("utf-16"),
        b"<!DOCTYPE TEI.2 SYSTEM 'tei2.dtd'><TEI.2>",
    ],
)
def test_tei_is_recognised_by_its_root(data: bytes) -> None:
    assert named("tei").recognises(data)


@pytest.mark.parametrize("data", [b"<html><TEI/>", b"<p>TEI</p>", b"TEI", b"<TEIL/>", b"{}"])
def test_other_things_are_not_taken_for_tei(data: bytes) -> None:
    assert not named("tei").recognises(data)


def test_tei_goes_through_the_whole_house() -> None:
    data = write(SAMPLE, DEFAULTS)
    found = pipeline.read(data)
    assert isinstance(found, Document)
    assert found == SAMPLE
    assert pipeline.convert(data, to="json") == pipeline.write(SAMPLE, "json")
