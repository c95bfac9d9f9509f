"""A run over an archive: how it is prepared, and what of it is shown."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import click
from distributed import Client

from transcript.batch import cluster
from transcript.batch.ledger import Ledger, rows_of
from transcript.batch.listing import Listing, listing_of
from transcript.batch.plan import Plan
from transcript.batch.rows import Row
from transcript.batch.run import LEDGER, Tally, WrongUse, beside_results, place_of_ledger, run
from transcript.batch.storage import Store
from transcript.batch.tables import SUFFIX
from transcript.batch.work import Job
from transcript.cli.files import complain
from transcript.cli.words import shown
from transcript.errors import TranscriptError, reason_of
from transcript.options import Options

TAKEN = (LEDGER, Path(LEDGER).with_suffix(SUFFIX).name, Path(LEDGER).with_suffix(".html").name)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for of every document."""

    formats: tuple[str, ...]
    source_format: str | None
    options: Options
    max_bytes: int
    max_seconds: int


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive and what is to become of it, as it is said at the terminal."""

    source: str
    dest: str
    wish: Wish
    root: str | None
    ledger: Path | None
    resume: bool

    def convert(self, scheduler: str | None, workers: int | None, threads: int) -> bool:
        """Do it all, and say what came of it; whether all is well.

        :raises click.UsageError: nothing has been done.
        """
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever manages processes ends a run as Ctrl-C does
        started = monotonic()
        with ExitStack() as stack:
            with _usage():
                job, plan, path = self._planned(stack)
                count, _ = plan.size
                connection = stack.enter_context(ExitStack())
                client = connection.enter_context(_connected(scheduler, workers, threads))
                ledger = stack.enter_context(Ledger(path))
                plan.settle(rows_of(path))
                Store(job.target).clear_drafts()
            with _bar(count) as seen:
                tally = run(client, job, plan, ledger, seen)
            connection.close()  # then nobody writes any more
            with suppress(OSError):
                Store(job.target).clear_drafts()
        _say(tally, count, monotonic() - started, path)
        return tally.all_is_well

    def _planned(self, stack: ExitStack) -> tuple[Job, Plan, Path]:
        listing, target = self._places()
        path = place_of_ledger(target, self.ledger, resume=self.resume)
        plan = stack.enter_context(Plan(self.wish.formats, fold=target.is_local))
        plan.add(listing, taken=TAKEN)
        count, size = plan.size
        if not count:
            raise WrongUse(f"{self.source}: there is no document that can be read")
        click.echo(f"{count:,} documents, {size / 1e6:,.1f} MB", err=True)
        return self._job(listing, target), plan, path

    def _places(self) -> tuple[Listing, Store]:
        target = Store(self.dest)
        return beside_results(listing_of(self.source, root=self.root, format=self.wish.source_format), target), target

    def _job(self, listing: Listing, target: Store) -> Job:
        source = Store(listing.root).address
        wish = self.wish
        wanted = (wish.formats, wish.source_format, wish.options)
        return Job(source, target.address, *wanted, max_bytes=wish.max_bytes, max_seconds=wish.max_seconds)


@contextmanager
def _usage() -> Iterator[None]:
    """What goes wrong before anything is done is said as wrong use."""
    try:
        yield
    except (TranscriptError, OSError) as error:
        where = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        raise click.UsageError(shown(f"{where}{reason_of(error)}")) from None
    except (ImportError, ValueError) as error:  # of an address: the package for it is missing, or there is no such kind
        raise click.UsageError(shown(str(error))) from None


def _connected(scheduler: str | None, workers: int | None, threads: int) -> AbstractContextManager[Client]:
    return cluster.scheduler_at(scheduler) if scheduler else cluster.processes(workers, threads=threads)


@contextmanager
def _bar(count: int) -> Iterator[Callable[[Sequence[Row]], None]]:
    """A bar on a terminal, with the rate and the time that is left; nothing elsewhere."""
    started = monotonic()
    done = 0

    def rate(_: int | None) -> str:
        return f"{done / max(monotonic() - started, 1e-9):,.1f} a second"

    with click.progressbar(length=count, file=sys.stderr, show_pos=True, show_eta=True, item_show_func=rate) as bar:

        def seen(rows: Sequence[Row]) -> None:
            nonlocal done
            done += len(rows)
            bar.update(len(rows))

        yield seen


def _say(tally: Tally, count: int, seconds: float, ledger: Path) -> None:
    for row in tally.problems:
        complain(Path(row.path), row.reason or row.outcome)
    troubled = sum(tally.outcomes[outcome] for outcome in ("failed", "refused", "partial"))
    if troubled > len(tally.problems):
        click.echo(f"transcript: and {troubled - len(tally.problems):,} more: transcript report {ledger}", err=True)
    if tally.halt:
        click.echo(f"transcript: stopped: {shown(tally.halt)}; go on with --resume", err=True)
    looked_at = tally.outcomes.total()
    rows = [*sorted(tally.outcomes.items()), *([("not done", count - looked_at)] if looked_at < count else [])]
    for outcome, number in rows:
        click.echo(f"{number:>12,} {outcome}")
    click.echo(f"{looked_at:>12,} in {_duration(seconds)}, {looked_at / seconds:,.1f} a second; ledger: {ledger}")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"
