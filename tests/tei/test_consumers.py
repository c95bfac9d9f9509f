"""Programs that others wrote show the words of our TEI, not its header, and give back what reads back the same."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import delb
import pytest
from acdh_tei_pyutils.tei import TeiReader

from tests.documents import SAMPLE
from tests.tei.xml import PROFILES
from transcript.model import Turn
from transcript.options import Options, Profile
from transcript.readers.tei import read
from transcript.writers.tei import write

CETEICEAN = Path(__file__).with_name("ceteicean")


@pytest.fixture(params=PROFILES)
def profile(request: pytest.FixtureRequest) -> Profile:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def data(profile: Profile) -> bytes:
    return write(SAMPLE, Options(profile=profile))


def squeezed(text: str) -> str:
    return " ".join(text.split())


SPOKEN = [squeezed(segment.text).replace("- ", "") for segment in SAMPLE.segments if isinstance(segment, Turn)]


# --- delb -------------------------------------------------------------------------------------------------------------


def test_delb_finds_the_turns_of_a_speaker(data: bytes, profile: Profile) -> None:
    turns = delb.Document(data.decode()).xpath(f"//{'sp' if profile == 'default' else 'u'}[@who='#p2']")
    assert len(list(turns)) == 2


def test_what_delb_writes_reads_back_the_same(data: bytes) -> None:
    assert read(str(delb.Document(data.decode())).encode()) == SAMPLE


# --- acdh-tei-pyutils -------------------------------------------------------------------------------------------------


def test_acdh_takes_words_that_do_not_run_into_each_other(data: bytes, profile: Profile) -> None:
    reader = TeiReader(data.decode())
    [body] = reader.any_xpath("//tei:body")
    text = squeezed(reader.create_plain_text(body))
    for words in SPOKEN:
        shown = words if profile == "default" else words.replace("(laughs)", "laughs")
        assert shown in text


def test_what_acdh_writes_reads_back_the_same(data: bytes) -> None:
    assert read(TeiReader(data.decode()).return_byte_like_object()) == SAMPLE


# --- CETEIcean --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def ceteicean() -> Path:
    """CETEIcean and jsdom, installed once, and once more when the lock has changed."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("CETEIcean needs Node.js, which is not there: what browsers show is NOT checked")
    installed = CETEICEAN / "node_modules" / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < (CETEICEAN / "package-lock.json").stat().st_mtime:
        command = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        run = subprocess.run(command, cwd=CETEICEAN, capture_output=True, text=True, check=False)
        if run.returncode:
            pytest.skip(f"npm could not install CETEIcean: what browsers show is NOT checked\n{run.stderr}")
    return CETEICEAN


@pytest.fixture
def page(ceteicean: Path, data: bytes, tmp_path: Path) -> dict[str, Any]:
    file = tmp_path / "interview.tei.xml"
    file.write_bytes(data)
    command = ["node", str(ceteicean / "render.js"), str(file)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)  # type: ignore[no-any-return]


SHOWN: dict[Profile, str] = {
    "default": """
        The Last Ferry
        Recorded in Lerwick on 4 May 2019.
        Crossings
        Wray: [00:00:31] When did you first take the boat out?
        Dr. Inés Calder, harbour pilot: In the winter of 1962. (laughs) Three of us went: my brother, the mate
        and I. Nobody spoke.
        They walk down to the pier.
        CALDER: There & back <twice> a day [inaudible 00:12:05].
        [END OF TAPE 1]
        Voice: Is she coming?
        Transcript edited for length.""",
    # notes get parentheses
    "spoken": """
        The Last Ferry
        Recorded in Lerwick on 4 May 2019.
        Crossings
        (Wray:) ([00:00:31]) When did you first take the boat out?
        (Dr. Inés Calder, harbour pilot:) In the winter of 1962. laughs Three of us went: my brother, the mate
        and I. Nobody spoke.
        (They walk down to the pier.)
        (CALDER:) There & back <twice> a day [inaudible 00:12:05].
        END OF TAPE 1
        (Voice:) Is she coming?
        Transcript edited for length.""",
}


def test_ceteicean_shows_every_word_in_order_and_none_of_the_header(page: dict[str, Any], profile: Profile) -> None:
    assert squeezed(page["seen"]) == squeezed(SHOWN[profile])


def test_ceteicean_makes_elements_that_a_style_sheet_can_tell_apart(page: dict[str, Any], profile: Profile) -> None:
    html = page["html"]
    if profile == "default":
        assert html.count("<tei-sp ") == 4
        assert html.count("<tei-speaker ") == 4
        assert '<tei-stage type="vocal" ana="#laughter"' in html
    else:
        assert html.count("<tei-u ") == 4
        assert "<tei-vocal " in html
