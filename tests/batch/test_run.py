"""A run over an archive, on real processes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import fsspec
import pytest
from distributed import Client, LocalCluster

from tests.batch.conftest import tree
from transcript.batch import cluster
from transcript.batch.ledger import Ledger, rows_of
from transcript.batch.listing import listing_of
from transcript.batch.plan import Plan
from transcript.batch.rows import Row
from transcript.batch.run import Tally, WrongUse, beside_results, place_of_ledger, run
from transcript.batch.storage import Store
from transcript.batch.tables import rows_of_ledger
from transcript.batch.work import Item, Job
from transcript.options import Options
from transcript.pipeline import convert


def job_of(source: str | Path, target: str | Path, *formats: str) -> Job:
    return Job(
        Store(str(source)).address, Store(str(target)).address, formats or ("json",), None, Options(), 1_000_000, 60
    )


def done(client: Client, job: Job, ledger: Path) -> Tally:
    """Run, going on where the ledger ends."""
    with Plan(job.formats, fold=True) as plan, Ledger(ledger) as open_ledger:
        plan.add(listing_of(job.source))
        plan.settle(rows_of(ledger))
        seen: list[Row] = []
        tally = run(client, job, plan, open_ledger, seen.extend)
        assert len(seen) == tally.outcomes.total() == plan.size[0]
        return tally


def test_every_document_is_where_it_was_in_every_format(workers: Client, archive: Path, tmp_path: Path) -> None:
    tally = done(workers, job_of(archive, tmp_path / "out", "json", "tei"), tmp_path / "out" / "ledger.jsonl")
    assert tally.all_is_well
    assert tally.outcomes == {"done": 9}
    expected = {}
    for name, data in tree(archive).items():
        options = Options(metadata={"filename": Path(name).name})
        expected[name.replace(".txt", ".json")] = convert(data, to="json", suffix=".txt", options=options)
        expected[name.replace(".txt", ".tei.xml")] = convert(data, to="tei", suffix=".txt", options=options)
    assert {name: data for name, data in tree(tmp_path / "out").items() if data} == expected


def test_the_ledger_has_a_row_a_document_in_both_forms(workers: Client, archive: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    done(workers, job_of(archive, tmp_path / "out"), ledger)
    table = list(rows_of_ledger(tmp_path / "ledger.parquet"))
    assert [row.path for row in table] == sorted(tree(archive))
    assert sorted(rows_of(ledger), key=lambda row: row.path) == table


def test_a_second_run_does_only_what_has_changed(workers: Client, archive: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    job = job_of(archive, tmp_path / "out")
    done(workers, job, ledger)
    changed = archive / "box-00" / "tape-003.txt"
    changed.write_text(changed.read_text().replace("Ivo Lund", "Ivar Lund"))
    (archive / "box-00" / "new.txt").write_text("Ada Finch: Yes?\n\nAmos Tull: No.\n")
    tally = done(workers, job, ledger)
    assert tally.outcomes == {"done": 2, "unchanged": 8}
    assert tally.all_is_well
    assert b"Ivar Lund" in (tmp_path / "out" / "box-00" / "tape-003.json").read_bytes()
    assert len(list(rows_of(ledger))) == 11
    assert len(list(rows_of_ledger(tmp_path / "ledger.parquet"))) == 10


def test_bad_documents_stop_nothing(workers: Client, archive: Path, tmp_path: Path) -> None:
    (archive / "noise.txt").write_bytes(b"\xff\x00\x80" * 9)
    (archive / "tape.txt").write_text("Ada Finch: Yes?\n\nAmos Tull: No.\n")
    (archive / "tape.md").write_text("words")
    with (archive / "huge.txt").open("wb") as huge:
        huge.truncate(500_000_000)
    tally = done(workers, job_of(archive, tmp_path / "out"), tmp_path / "ledger.jsonl")
    assert tally.outcomes == {"done": 9, "failed": 1, "refused": 3}
    assert not tally.all_is_well
    assert {row.path for row in tally.problems} == {"noise.txt", "tape.txt", "tape.md", "huge.txt"}


def test_far_stores_are_read_and_written(tmp_path: Path, memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe({f"/in/x/{number}.txt": b"Ada Finch: Yes?\n\nAmos Tull: No.\n" for number in range(3)})
    with (
        LocalCluster(n_workers=1, processes=False, dashboard_address="127.0.0.1:0") as here,
        Client(here, set_as_default=False) as client,
    ):
        tally = done(client, job_of("memory://in", "memory://out"), tmp_path / "ledger.jsonl")
    assert tally.outcomes == {"done": 3}
    assert sorted(memory.find("/out")) == ["/out/x/0.json", "/out/x/1.json", "/out/x/2.json"]


def test_only_as_many_portions_as_keep_it_busy_are_at_the_cluster(workers: Client, archive: Path) -> None:
    """Memory stays flat, however many documents there are: no more are taken from the plan than can soon be done."""
    ahead = cluster.AHEAD * cluster.cores(workers)
    dealt = 0
    most = 0
    finished = 0

    def portions() -> Sequence[Sequence[Item]]:
        nonlocal dealt, most
        for number in range(10 * ahead):
            dealt += 1
            most = max(most, dealt - finished)
            yield [Item(f"gone-{number}.txt")]

    for result in cluster.outcomes(workers, job_of(archive, archive / "out"), portions()):
        finished += len(result.rows)
    assert (dealt, finished) == (10 * ahead, 10 * ahead)
    assert most <= 2 * ahead


def test_a_worker_of_another_version_stops_the_run(workers: Client, archive: Path, tmp_path: Path) -> None:
    job = Job(str(archive), str(tmp_path / "out"), ("json",), None, Options(), 1_000, 60, version="0.0.0")
    tally = Tally()
    with Plan(job.formats, fold=True) as plan, Ledger(tmp_path / "ledger.jsonl") as ledger:
        plan.add(listing_of(job.source))
        tally = run(workers, job, plan, ledger, lambda rows: None)
    assert tally.halt
    assert "OtherVersion: a worker has version" in tally.halt
    assert not (tmp_path / "ledger.parquet").exists()


def test_results_may_lie_below_the_documents_but_not_among_them(archive: Path, tmp_path: Path) -> None:
    listing = listing_of(str(archive))
    assert beside_results(listing, Store(str(tmp_path / "out"))).without is None
    assert beside_results(listing, Store(str(archive / "x" / "out"))).without == "x/out"
    for target in (archive, archive.parent):
        with pytest.raises(WrongUse, match="the results would lie among the documents"):
            beside_results(listing, Store(str(target)))
    assert beside_results(listing, Store("memory://out")) is listing


def test_a_ledger_is_a_file_of_this_machine(tmp_path: Path) -> None:
    far, near = Store("memory://out"), Store(str(tmp_path))
    with pytest.raises(WrongUse, match="say --ledger FILE"):
        place_of_ledger(far, None, resume=False)
    with pytest.raises(WrongUse, match=r"the name of a ledger ends in \.jsonl"):
        place_of_ledger(near, Path("ledger.txt"), resume=False)
    assert place_of_ledger(far, Path("a.jsonl"), resume=False) == Path("a.jsonl")
    assert place_of_ledger(near, None, resume=False) == tmp_path / "ledger.jsonl"


def test_an_earlier_run_is_gone_on_with_only_when_that_is_said(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    (tmp_path / "ledger.jsonl").touch()
    place_of_ledger(store, None, resume=False)
    (tmp_path / "ledger.jsonl").write_text("{}\n")
    with pytest.raises(WrongUse, match="is of an earlier run: say --resume"):
        place_of_ledger(store, None, resume=False)
    assert place_of_ledger(store, None, resume=True) == tmp_path / "ledger.jsonl"
