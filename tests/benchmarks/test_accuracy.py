"""The command, on a folder of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.accuracy import main
from benchmarks.corpus import samples
from tests.benchmarks.test_scoring import TEXT

TWO = "Ann Lee: Is it hot?\n\nBo Wu: Very hot.\n\nAnn Lee: Why?\n\nBo Wu: It is a kiln.\n"


def gold_of(text: str, *turns: tuple[str, str]) -> str:
    rows = [
        {"kind": "turn", "speaker": who, "start": text.index(words), "end": text.index(words) + len(words)}
        for who, words in turns
    ]
    return json.dumps({"segments": rows})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts: one that is read right, and one whose gold gives its last turn to another."""
    for part in ("raw", "gold"):
        (tmp_path / part).mkdir()
    (tmp_path / "raw" / "kiln.txt").write_text(TWO)
    said = (("Ann", "Is it hot?"), ("Bo", "Very hot."), ("Ann", "Why?"))
    (tmp_path / "gold" / "kiln.json").write_text(gold_of(TWO, *said, ("Bo", "It is a kiln.")))
    (tmp_path / "raw" / "oven.txt").write_text(TWO)
    (tmp_path / "gold" / "oven.json").write_text(gold_of(TWO, *said, ("Cy", "It is a kiln.")))
    about = [{"id": "kiln", "layout": "colon", "natural": True}, {"id": "oven", "layout": "oven", "natural": False}]
    (tmp_path / "manifest.jsonl").write_text("\n".join(map(json.dumps, about)))
    return tmp_path


def run(*arguments: object) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def rows(output: str) -> dict[str, list[str]]:
    """The cells of each row of the tables, by the first."""
    lines = [line.strip("| ").split("|") for line in output.splitlines() if line.startswith("|")]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in lines}


def test_figures_are_printed_by_field_by_origin_and_together(folder: Path) -> None:
    found = rows(run(folder, "--by", "layout"))
    assert found["colon"] == ["1", "0.00 %", "0.00 %", "0.00 %", "0.00 %", "100.00 %", "100.00 %", "100.0 %", "100.0 %"]
    assert found["rendered"] == found["oven"]
    assert found["all"][0] == "2"
    assert found["all"][7] == "50.0 %"


def test_one_kind_of_text_or_one_text_can_be_asked_for(folder: Path) -> None:
    assert rows(run(folder, "--natural"))["all"][0] == "1"
    assert "oven: 2 of 18 words wrong, 2 of them" in run(folder, "--only", "oven", "--worst", 3)


def test_the_worst_texts_are_shown_with_their_places_and_right_ones_are_not(folder: Path) -> None:
    output = run(folder, "--worst", 5, "--places", 1)
    assert "oven: 2 of 18 words wrong, 2 of them given to a wrong person" in output
    assert "▸Very hot." in output
    assert "expected Bo; found bo-wu (who is Cy)" in output
    assert "kiln: " not in output


def test_gold_beside_its_text_is_found_too(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "kiln.txt").write_text(TEXT)
    (tmp_path / "en" / "kiln.json").write_text('{"layout": "colon", "segments": []}')
    (sample,) = samples(tmp_path)
    assert (sample.id, sample.group("language"), sample.group("layout")) == ("en/kiln", "en", "colon")


def test_gold_without_its_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "kiln.json").write_text('{"segments": []}')
    with pytest.raises(FileNotFoundError, match="has no text"):
        list(samples(tmp_path))
