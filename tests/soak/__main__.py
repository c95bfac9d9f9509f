"""Every trial at full length, about ten minutes; prints the table that docs/reliability.md holds."""

from __future__ import annotations

import sys
from collections.abc import Callable

from tests.soak.scenarios import (
    Trial,
    crowd,
    hostile_bodies,
    kills,
    lies,
    load,
    reloads,
    slow_clients,
    unpacking,
)

TRIALS: dict[str, Callable[[], Trial]] = {
    "load": lambda: load(180),
    "reloads": lambda: reloads(60),
    "kills": lambda: kills(60),
    "slow_clients": lambda: slow_clients(60),
    "crowd": lambda: crowd(600),
    "hostile_bodies": lambda: hostile_bodies(10_000),
    "lies": lambda: lies(50),
    "unpacking": lambda: unpacking(1 << 29, times=5),
}

COLUMNS = (
    *("trial", "faults made", "requests", "answers by status", "lost", "wrong"),
    *("milliseconds: median, 99 %, longest", "memory in kB, before → after"),
)


def main() -> None:
    """Run the trials that are named, or all."""
    print(
        "| trial | faults made | requests | answers by status | lost | wrong | ms: median, 99 %, longest | memory, kB |"
    )
    print("|---|---|---|---|---|---|---|---|")
    failed = False
    for name in sys.argv[1:] or TRIALS:
        trial = TRIALS[name]()
        print(row(trial), flush=True)
        failed |= not trial.alive or trial.books.wrong > 0
    sys.exit(failed)


def row(trial: Trial) -> str:
    """One line of the table."""
    books = trial.books
    statuses = ", ".join(f"{status}: {count:,}" for status, count in sorted(books.statuses.items()))
    times = f"{books.quantile(0.5):.1f}, {books.quantile(0.99):.1f}, {books.quantile(1):.0f}"
    cells = (trial.name, trial.faults, f"{books.sent:,}", statuses, books.lost, books.wrong, times)
    return f"| {' | '.join(map(str, cells))} | {trial.before:,} → {trial.after:,} |"


if __name__ == "__main__":
    main()
