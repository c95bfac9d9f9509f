"""Whole documents in ``specimens/``: none is read worse than before, and nobody's words go to another."""

from __future__ import annotations

import json
import tomllib
from dataclasses import astuple, dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks import gold
from benchmarks.corpus import Sample, samples
from benchmarks.places import places
from benchmarks.scoring import Score

FOLDER = Path(__file__).parent.parent / "specimens"
SCORES = FOLDER / "scores.toml"
SPECIMENS = list(samples(FOLDER))
HEAD = """\
# What is wrong in each specimen: words, of these words given to a wrong person, and changes of speaker.
# Written by `pytest tests/engine/test_specimens.py --accept`, which never raises `person`.
"""
PLACES = 12


@dataclass(frozen=True, slots=True)
class Floor:
    """What is wrong in one specimen, or was when it was last accepted."""

    words: int
    person: int
    changes: int

    def holds(self, found: Floor) -> bool:
        """Whether nothing got worse."""
        return all(now <= before for now, before in zip(astuple(found), astuple(self), strict=True))

    def __str__(self) -> str:
        return f"{{ words = {self.words}, person = {self.person}, changes = {self.changes} }}"


def floor_of(score: Score) -> Floor:
    return Floor(score.wrong, score.mis, score.changes_wrong)


def load(path: Path) -> dict[str, Floor]:
    """The floors by the id of the specimen."""
    tables = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {f"{language}/{name}": Floor(**row) for language, rows in tables.items() for name, row in rows.items()}


def save(path: Path, floors: dict[str, Floor]) -> None:
    """Write a table for each language, in order."""
    lines = [HEAD]
    language = ""
    for identity, floor in sorted(floors.items()):
        folder, name = identity.split("/")
        if folder != language:
            lines.append(f"\n[{folder}]\n")
            language = folder
        lines.append(f"{name} = {floor}\n")
    path.write_text("".join(lines), encoding="utf-8")


def accept(path: Path, identity: str, found: Floor) -> bool:
    """Record what is found, unless more words than before go to a wrong person."""
    floors = load(path)
    before = floors.get(identity)
    if before and found.person > before.person:
        return False
    save(path, floors | {identity: found})
    return True


@pytest.mark.parametrize("sample", SPECIMENS, ids=lambda sample: str(sample.id))
def test_a_specimen_is_read_no_worse_than_before(sample: Sample, request: pytest.FixtureRequest) -> None:
    _, judgement = sample.judged()
    found, before = floor_of(judgement.score()), load(SCORES).get(sample.id)
    if request.config.getoption("--accept"):
        if found == before or accept(SCORES, sample.id, found):
            return
    elif before and before.holds(found):
        return
    wrong = places(judgement)
    shown = [str(place) for place in sorted(wrong, key=lambda place: not place.wrong_person)[:PLACES]]
    more = [f"and {len(wrong) - PLACES} more places"] if len(wrong) > PLACES else []
    pytest.fail("\n".join([f"{sample.raw}: {found}; accepted are {before}", *shown, *more]), pytrace=False)


def test_each_score_has_its_specimen() -> None:
    assert set(load(SCORES)) == {sample.id for sample in SPECIMENS}


@pytest.mark.parametrize("sample", SPECIMENS, ids=lambda sample: str(sample.id))
def test_gold_is_well_made(sample: Sample) -> None:
    text = sample.raw.read_bytes().decode()
    rows = json.loads(sample.gold.read_text(encoding="utf-8"))["segments"]
    segments = gold.load(sample.gold).segments
    for before, after in pairwise(segments):
        assert before.end <= after.start
    for row, segment in zip(rows, segments, strict=True):
        words = text[segment.start : segment.end]
        assert words == words.strip() != ""
        assert segment.kind in ("turn", "stage", "heading", "front", "back")
        assert segment.kind == "turn" or (segment.speaker is None and not segment.continued)
        assert "".join(row.get("label", "").split()) in "".join(text[: segment.start].split())
    turns = [segment for segment in segments if segment.kind == "turn"]
    for index, turn in enumerate(turns):
        assert not turn.continued or turns[index - 1].speaker == turn.speaker


def test_what_is_accepted_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "scores.toml"
    assert accept(path, "en/a", Floor(3, 1, 2))
    assert accept(path, "de/b-1", Floor(0, 0, 0))
    assert accept(path, "en/a", Floor(9, 0, 5))
    assert load(path) == {"de/b-1": Floor(0, 0, 0), "en/a": Floor(9, 0, 5)}


def test_words_of_a_wrong_person_are_never_accepted(tmp_path: Path) -> None:
    path = tmp_path / "scores.toml"
    assert accept(path, "en/a", Floor(3, 1, 2))
    assert not accept(path, "en/a", Floor(2, 2, 0))
    assert load(path) == {"en/a": Floor(3, 1, 2)}


@pytest.mark.parametrize("found", [Floor(4, 1, 2), Floor(3, 2, 2), Floor(3, 1, 3)])
def test_a_floor_holds_each_of_its_figures(found: Floor) -> None:
    floor = Floor(3, 1, 2)
    assert floor.holds(floor)
    assert not floor.holds(found)
