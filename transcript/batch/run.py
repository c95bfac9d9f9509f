"""One run over an archive, from what there is to a ledger of what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from distributed import Client

from transcript.batch import cluster
from transcript.batch.ledger import Ledger, latest
from transcript.batch.listing import Listing
from transcript.batch.plan import Plan
from transcript.batch.portions import bytes_a_portion, portions
from transcript.batch.rows import Row
from transcript.batch.storage import Store
from transcript.batch.tables import SUFFIX, write_table
from transcript.batch.work import Job
from transcript.errors import TranscriptError, reason_of

LEDGER = "ledger.jsonl"
MOST_PROBLEMS = 10
"""Rows that a tally keeps to be shown at the end; the ledger has them all."""


class WrongUse(TranscriptError):
    """The run makes no sense as it is asked for. Nothing has been done."""

    code = "wrong-use"


@dataclass
class Tally:
    """What has become of the documents so far. ``halt`` says why the run ended before all was done."""

    outcomes: Counter[str] = field(default_factory=Counter)
    bytes: int = 0
    problems: list[Row] = field(default_factory=list)
    halt: str | None = None

    def count(self, rows: Sequence[Row]) -> None:
        """Take in what became of some."""
        for row in rows:
            self.outcomes[row.outcome] += 1
            self.bytes += row.bytes or 0
            if row.reason and len(self.problems) < MOST_PROBLEMS:
                self.problems.append(row)

    @property
    def all_is_well(self) -> bool:
        """Whether every document is written in every format."""
        return not self.halt and set(self.outcomes) <= {"done", "unchanged"}


def beside_results(listing: Listing, target: Store) -> Listing:
    """The listing, without the folder of the results where that lies in the source.

    :raises WrongUse: the source lies in the folder of the results.
    """
    source = Store(listing.root)
    if source.files != target.files:
        return listing
    if f"{source.root}/".startswith(f"{target.root}/"):
        raise WrongUse("the results would lie among the documents: choose another folder for them")
    if target.root.startswith(f"{source.root}/"):
        return replace(listing, without=target.root[len(source.root) + 1 :])
    return listing


def place_of_ledger(target: Store, named: Path | None, *, resume: bool) -> Path:
    """Where the ledger is: in the folder of the results, unless somewhere else is named.

    :raises WrongUse: it can be nowhere, or it is there and nothing is to be resumed.
    """
    if named is None and not target.is_local:
        raise WrongUse("a ledger grows line by line, which a far store cannot do: say --ledger FILE, a local one")
    path = named or Path(target.root, LEDGER)
    if path.suffix != Path(LEDGER).suffix:
        raise WrongUse(f"{path}: the name of a ledger ends in {Path(LEDGER).suffix}")
    if not resume and path.exists() and path.stat().st_size:
        raise WrongUse(f"{path} is of an earlier run: say --resume, or choose another folder")
    return path


def run(client: Client, job: Job, plan: Plan, ledger: Ledger, seen: Callable[[Sequence[Row]], None]) -> Tally:
    """Do what is to be done, and make the table of the ledger. Whatever stops it, the next run can go on.

    :param seen: told the rows of each portion once they are in the ledger.
    """
    tally = Tally()
    table = ledger.path.with_suffix(SUFFIX)
    try:
        table.unlink(missing_ok=True)  # it tells of a run that came to its end
        _run(client, job, plan, ledger, seen, tally)
        if not tally.halt:
            write_table(latest(ledger.path), table)
    except KeyboardInterrupt:
        tally.halt = "interrupted"
    except (OSError, cluster.ClusterFault) as error:
        tally.halt = f"{ledger.path}: {reason_of(error)}" if isinstance(error, OSError) else reason_of(error)
    return tally


def _run(
    client: Client, job: Job, plan: Plan, ledger: Ledger, seen: Callable[[Sequence[Row]], None], tally: Tally
) -> None:
    def take(rows: Sequence[Row]) -> None:
        ledger.append(row for row in rows if row.outcome != "unchanged")
        tally.count(rows)
        seen(rows)

    for row in plan.refused():
        take([row])
    size = bytes_a_portion(plan.size[1], cluster.cores(client))
    for finished in cluster.outcomes(client, job, portions(plan.to_do(), size)):
        take(finished.rows)
        if finished.halt:
            tally.halt = f"{job.target}: {finished.halt}"
            return
