"""What ``transcript batch`` does a second, by the number of documents and of processes, and whether memory stays flat.

    python -m benchmarks.batch FOLDER [--counts 1000,5000,20000] [--cores 1,2]

makes archives of that many documents, copies of the texts in FOLDER, and converts each to JSON and TEI. Without FOLDER,
or where it is not there, nothing is measured. The table is Markdown.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter

import psutil
from distributed import Client

from transcript.batch import cluster
from transcript.batch.ledger import Ledger, rows_of
from transcript.batch.listing import listing_of
from transcript.batch.plan import Plan
from transcript.batch.run import run
from transcript.batch.work import Item, Job, work_through
from transcript.options import Options

FORMATS = ("json", "tei")
A_FOLDER = 500
"""Documents in each folder of an archive."""
MEGA = 1_000_000
HEAD = ("documents", "processes", "a second", "over one", "MB/s", "at work", "CPU, ms", "client, MB", "a process, MB")


@dataclass(frozen=True, slots=True)
class Measure:
    """One run. ``busy`` is the share of the processes' time that went into documents, ``processor`` the seconds of
    processor time of all that had a part in it; memory is the peak, in bytes.
    """

    documents: int
    processes: int
    seconds: float
    bytes: int
    busy: float
    processor: float
    client: int
    process: int

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds


class Watch:
    """The peak of what this process and the largest of its children hold in memory, looked at five times a second."""

    def __init__(self) -> None:
        self.own = 0
        self.child = 0
        self._end = Event()

    def look(self) -> None:
        """Look until told to stop."""
        this = psutil.Process()
        while not self._end.wait(0.2):
            self.own = max(self.own, this.memory_info().rss)
            for child in this.children(recursive=True):
                try:
                    self.child = max(self.child, child.memory_info().rss)
                except psutil.Error:  # it has just ended
                    continue

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Look as long as the context lasts."""
        thread = Thread(target=self.look)
        thread.start()
        try:
            yield
        finally:
            self._end.set()
            thread.join()


def archive(texts: Sequence[Path], count: int, folder: Path) -> Path:
    """A folder with that many documents."""
    for number, text in enumerate(islice(cycle(texts), count)):
        place = folder / f"{number // A_FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(text, place / f"{number:07}{text.suffix}")
    return folder


def measure(client: Client, source: Path, target: Path, processes: int) -> Measure:
    """Convert an archive into a folder that is not there yet."""
    job = Job(str(source), str(target), FORMATS, None, Options(), max_bytes=16 * 1024 * 1024, max_seconds=120)
    watch = Watch()
    with watch.looking(), Plan(FORMATS, fold=True) as plan, Ledger(target / "ledger.jsonl") as ledger:
        started, before = perf_counter(), processor_time()
        plan.add(listing_of(str(source)))
        tally = run(client, job, plan, ledger, lambda rows: None)
        seconds, processor = perf_counter() - started, processor_time() - before
        worked = sum(row.seconds or 0.0 for row in rows_of(ledger.path))
    assert not tally.halt, tally.halt
    count = tally.outcomes.total()
    busy = worked / (processes * seconds)
    return Measure(count, processes, seconds, tally.bytes, busy, processor, watch.own, watch.child)


def processor_time() -> float:
    """Seconds that this process and its children have used so far."""
    this = psutil.Process()
    times = [process.cpu_times() for process in (this, *this.children(recursive=True))]
    return float(sum(time.user + time.system for time in times))


def without_cluster(source: Path, target: Path) -> float:
    """Documents a second of this process alone, without Dask, without a ledger."""
    job = Job(str(source), str(target), FORMATS, None, Options(), max_bytes=16 * 1024 * 1024, max_seconds=120)
    items = [Item(listed.item.path, listed.item.bytes) for listed in listing_of(str(source))]
    started = perf_counter()
    work_through(job, items)
    return len(items) / (perf_counter() - started)


def table(measures: Sequence[Measure]) -> Iterator[str]:
    """The lines of a table."""
    yield f"| {' | '.join(HEAD)} |"
    yield f"|{' ---: |' * len(HEAD)}"
    single = {measure.documents: measure.rate for measure in measures if measure.processes == 1}
    for found in measures:
        over = f"{found.rate / single[found.documents]:.2f}" if found.documents in single else ""
        cells = (
            f"{found.documents:,}",
            f"{found.processes}",
            f"{found.rate:.1f}",
            over,
            f"{found.bytes / found.seconds / MEGA:.2f}",
            f"{100 * found.busy:.1f} %",
            f"{1000 * found.processor / found.documents:.1f}",
            f"{found.client / MEGA:.0f}",
            f"{found.process / MEGA:.0f}",
        )
        yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--counts", default="1000,5000,20000")
    parser.add_argument("--cores", default="1,2")
    chosen = parser.parse_args()
    if chosen.folder is None or not chosen.folder.is_dir():
        print("nothing is measured: no folder of texts is given")
        return
    texts = sorted(path for path in chosen.folder.iterdir() if path.is_file())
    measures = []
    with TemporaryDirectory() as place:
        counts = [int(count) for count in chosen.counts.split(",")]
        few = archive(texts, min(counts), Path(place, "few"))
        alone = without_cluster(few, Path(place, "alone"))
        print(f"without a cluster: {alone:.1f} a second; load {os.getloadavg()[0]:.1f}", flush=True)
        for count in counts:
            source = archive(texts, count, Path(place, f"in-{count}"))
            for cores in map(int, chosen.cores.split(",")):
                target = Path(place, f"out-{count}-{cores}")
                with cluster.processes(cores) as client:
                    measures.append(measure(client, source, target, cores))
                print(f"{measures[-1]}; load {os.getloadavg()[0]:.1f}", flush=True)
                shutil.rmtree(target)
            shutil.rmtree(source)
    print("\n".join(table(measures)))


if __name__ == "__main__":
    main()
