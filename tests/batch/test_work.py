"""What a worker does with a document, good or bad."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.batch.conftest import interview
from transcript.batch.rows import Row
from transcript.batch.work import Before, Item, Job, OtherVersion, targets, work_through
from transcript.options import CastMember, Options
from transcript.pipeline import convert


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "in" / "x").mkdir(parents=True)
    (tmp_path / "in" / "x" / "tape.txt").write_text(interview(1))
    return Job(str(tmp_path / "in"), str(tmp_path / "out"), ("json", "tei"), None, Options(), 10_000, 60)


TAPE = Item("x/tape.txt")


def row(job: Job, item: Item = TAPE) -> Row:
    finished = work_through(job, [item])
    assert finished.halt is None
    return finished.rows[0]


def result(job: Job, name: str = "x/tape.json") -> Any:
    return json.loads(Path(job.target, name).read_bytes())


def test_a_document_is_converted_as_anywhere_else(job: Job) -> None:
    found = row(job)
    data = interview(1).encode()
    options = Options(metadata={"filename": "tape.txt"})
    for name, suffix in (("json", ".json"), ("tei", ".tei.xml")):
        assert Path(job.target, f"x/tape{suffix}").read_bytes() == convert(
            data, to=name, suffix=".txt", options=options
        )
    assert found.seconds
    assert replace(found, asked=None, seconds=None, confidence=None, reviews=None) == Row(
        path="x/tape.txt",
        outcome="done",
        bytes=len(data),
        sha256=sha256(data).hexdigest(),
        format="plain",
        layouts=("name-colon",),
        speakers=2,
        turns=4,
        unattributed=0,
        written=("json", "tei"),
    )


def test_what_cannot_be_written_in_one_format_is_written_in_the_others(job: Job) -> None:
    found = row(replace(job, formats=("vtt", "json")))
    assert (found.outcome, found.written) == ("partial", ("json",))
    assert found.reason
    assert found.reason.startswith("vtt: captions need times")
    assert sorted(path.name for path in Path(job.target, "x").iterdir()) == ["tape.json"]


def test_what_cannot_be_written_at_all_has_failed(job: Job) -> None:
    found = row(replace(job, formats=("vtt",)))
    assert (found.outcome, found.written, found.turns) == ("failed", (), 4)


def test_what_cannot_be_read_has_failed_and_the_next_is_done(job: Job) -> None:
    Path(job.source, "noise.txt").write_bytes(b"\xff\x00\x80" * 9)
    Path(job.source, "folder.txt").mkdir()
    rows = work_through(job, [Item("noise.txt"), Item("gone.txt"), Item("folder.txt", 1), TAPE]).rows
    assert [(row.outcome, row.reason) for row in rows] == [
        ("failed", rows[0].reason),
        ("failed", "No such file or directory"),
        ("failed", "Is a directory"),
        ("done", None),
    ]
    assert rows[0].reason
    assert rows[0].reason.startswith("not text")


@pytest.mark.parametrize("known", [None, 500_000_000])
def test_what_is_too_large_is_refused_unread(job: Job, known: int | None) -> None:
    with Path(job.source, "huge.txt").open("wb") as file:
        file.truncate(500_000_000)
    found = row(job, Item("huge.txt", known))
    assert (found.outcome, found.reason) == ("refused", "500,000,000 bytes, more than the 10,000 of --max-bytes")
    assert found.sha256 is None


def test_too_many_turns_are_refused(job: Job) -> None:
    assert row(replace(job, options=Options(max_turns=2))).outcome == "refused"


def before(row: Row) -> Before:
    assert row.sha256
    assert row.asked
    return Before(row.sha256, row.asked, row.written)


def test_what_is_settled_is_left_alone(job: Job) -> None:
    item = replace(TAPE, before=before(row(job)))
    times = {path: path.stat().st_mtime_ns for path in Path(job.target).rglob("*.*")}
    assert row(job, item).outcome == "unchanged"
    assert times == {path: path.stat().st_mtime_ns for path in Path(job.target).rglob("*.*")}


def test_what_has_changed_is_done_anew(job: Job) -> None:
    item = replace(TAPE, before=before(row(job)))
    assert row(replace(job, options=Options(profile="spoken")), item).outcome == "done"
    assert row(replace(job, formats=("json",)), item).outcome == "done"
    Path(job.target, "x", "tape.json").unlink()
    assert row(job, item).outcome == "done"
    Path(job.source, "x", "tape.toml").write_text('metadata.title = "Anew"')
    assert row(job, replace(item, sidecar="x/tape.toml")).outcome == "done"
    Path(job.source, "x", "tape.txt").write_text(interview(2))
    assert row(job, item).outcome == "done"


def test_what_was_written_in_part_is_settled_too(job: Job) -> None:
    job = replace(job, formats=("vtt", "json"))
    assert row(job, replace(TAPE, before=before(row(job)))).outcome == "unchanged"


def test_a_sidecar_says_more_than_what_holds_for_all(job: Job) -> None:
    Path(job.source, "x", "tape.toml").write_text('metadata.title = "Tape 1"\n[[cast]]\nname = "Nora Beckett"\n')
    everywhere = Options(metadata={"title": "Tapes", "publisher": "Quay"}, cast=(CastMember("Someone"),))
    row(replace(job, options=everywhere), replace(TAPE, sidecar="x/tape.toml"))
    document = result(job)
    assert {key: value for key, value in document["metadata"].items() if value} == {
        "title": "Tape 1",
        "publisher": "Quay",
        "filename": "tape.txt",
    }


def test_the_corrections_of_a_sidecar_are_made(job: Job) -> None:
    known = json.dumps({"corrections": [{"kind": "rename", "speaker": "Nora Beck", "name": "Eleonora Beck"}]})
    assert row(job, replace(TAPE, known=known)).outcome == "done"
    assert [speaker["name"] for speaker in result(job)["speakers"]] == ["Eleonora Beck", "Ivo Lund"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("title = ", "tape.toml is not TOML: "),
        ('[metadata]\ntitel = "x"', "tape.toml is not valid: metadata.titel: Unknown field"),
    ],
)
def test_a_document_is_not_done_without_a_sidecar_that_is_wrong(job: Job, content: str, reason: str) -> None:
    Path(job.source, "x", "tape.toml").write_text(content)
    found = row(job, replace(TAPE, sidecar="x/tape.toml"))
    assert found.outcome == "failed"
    assert (found.reason or "").startswith(reason)
    assert not Path(job.target).exists()


def test_a_worker_of_another_version_does_nothing(job: Job) -> None:
    with pytest.raises(OtherVersion, match=r"a worker has version .*, not 0\.0\.0"):
        work_through(replace(job, version="0.0.0"), [TAPE])


def test_results_mirror_the_tree() -> None:
    assert targets("a/b.c/tape.podcast.json", ["tei", "json"]) == ["a/b.c/tape.tei.xml", "a/b.c/tape.json"]
    assert targets("README", ["json"]) == ["README.json"]
