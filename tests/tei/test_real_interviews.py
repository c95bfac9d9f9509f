"""A hundred real interviews, where there are any: valid, the same when read back, the words of the JSON."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from lxml import etree

from tests.tei.schemas import NO_TEI_ALL, PROFILE, SHARED, TEI_ALL, condemned, faults
from tests.tei.xml import PROFILES
from transcript import pipeline
from transcript.options import Options
from transcript.readers.tei import read

INTERVIEWS = sorted((SHARED / "accuracy" / "dev" / "raw").glob("*.txt"), key=lambda path: path.stat().st_size)[:100]


@pytest.mark.skipif(not INTERVIEWS, reason=f"there are no interviews in {SHARED}: only invented ones are tried")
def test_real_interviews_come_back_as_they_were(tmp_path: Path) -> None:
    files = []
    for interview in INTERVIEWS:
        document = pipeline.structure(pipeline.read(interview.read_bytes(), "plain"))
        words = [s["text"] for s in orjson.loads(pipeline.write(document, "json"))["segments"] if s["kind"] == "turn"]
        for profile in PROFILES:
            data = pipeline.write(document, "tei", Options(profile=profile))
            assert faults(etree.fromstring(data)) == []
            found = read(data)
            assert found == document, interview.name
            assert [turn.text for turn in found.turns] == words
            files.append(tmp_path / f"{interview.stem}-{profile}.xml")
            files[-1].write_bytes(data)
    assert condemned(PROFILE, files) == []
    if not TEI_ALL.exists():
        pytest.skip(NO_TEI_ALL)
    assert condemned(TEI_ALL, files) == []
