"""One table of ratios, a line a measurement, printed as it becomes known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from time import process_time

_WIDTHS = (44, 12, 10, 8)


@dataclass(frozen=True, slots=True)
class Row:
    """``ratio``: None where it could not be measured, and ``note`` says why. ``goal``: the most that is good."""

    name: str
    ratio: float | None
    goal: float | None = None
    note: str = ""
    over: bool = False  # stopped: the ratio is larger than this

    def __str__(self) -> str:
        """One line of Markdown."""
        ratio = "" if self.ratio is None else f"{'> ' if self.over else ''}{self.ratio:.2f}"
        met = ""
        if self.goal is not None and self.ratio is not None:
            met = "met" if self.ratio <= self.goal and not self.over else "MISSED"
        return line(self.name, ratio, "" if self.goal is None else f"{self.goal:.2f}", met, self.note)


def line(*cells: str) -> str:
    """The cells between bars."""
    padded = (f"{cell:{width}}" for cell, width in zip(cells, _WIDTHS, strict=False))
    return f"| {' | '.join((*padded, *cells[len(_WIDTHS) :]))} |"


def show(title: str, rows: Iterable[Row]) -> None:
    """Print the rows of one part of the table."""
    print(line(f"**{title}**", "", "", "", ""), flush=True)
    for row in rows:
        print(row, flush=True)


def quickest(contestants: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Processor seconds of each one's best run. They take turns, so that a slow spell of the machine hits all."""
    best = dict.fromkeys(contestants, float("inf"))
    for _ in range(rounds):
        for name, work in contestants.items():
            started = process_time()
            work()
            best[name] = min(best[name], process_time() - started)
    return best
