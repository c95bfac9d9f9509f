"""What a ledger says as a whole, and which documents a person should look at first. Memory stays small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nsmallest
from math import log10

from transcript.batch.rows import Row

BINS = 10
"""Steps of confidence, from 0 to 1."""
_RANKS = {"failed": 0, "refused": 1, "partial": 2}


@dataclass
class Summary:
    """Counts over the rows of a ledger; ``worst`` holds the worst rows, the worst first.

    ``confidences`` counts documents by step of confidence, the lowest first. ``costs`` counts them by the magnitude of
    their size in bytes and of the time they took in seconds, both as powers of ten in half steps.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    layouts: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)
    confidences: list[int] = field(default_factory=lambda: [0] * BINS)
    costs: Counter[tuple[float, float]] = field(default_factory=Counter)
    bytes: int = 0
    seconds: float = 0.0
    speakers: int = 0
    turns: int = 0
    unattributed: int = 0
    worst: list[Row] = field(default_factory=list)

    @property
    def documents(self) -> int:
        """The number of rows."""
        return self.outcomes.total()

    def count(self, row: Row) -> None:
        """Take in a row."""
        self.outcomes[row.outcome] += 1
        self.notes.update(row.notes)
        self.layouts.update(row.layouts)
        if row.format:
            self.formats[row.format] += 1
        if row.confidence is not None:
            self.confidences[min(int(row.confidence * BINS), BINS - 1)] += 1
        if row.bytes and row.seconds and row.turns is not None:
            self.costs[_half_step(row.bytes), _half_step(row.seconds)] += 1
        self.bytes += row.bytes or 0
        self.seconds += row.seconds or 0.0
        self.speakers += row.speakers or 0
        self.turns += row.turns or 0
        self.unattributed += row.unattributed or 0


def badness(row: Row) -> tuple[int, float, float, str]:
    """What sorts rows, the worst first: what failed, then what was done with the least confidence."""
    share = (row.unattributed or 0) / (row.turns or 1)
    return _RANKS.get(row.outcome, len(_RANKS)), row.confidence or 0.0, -share, row.path


def summary_of(rows: Iterable[Row], worst: int) -> Summary:
    """Read all rows, and keep the worst ``worst``."""
    summary = Summary()

    def counted() -> Iterable[Row]:
        for row in rows:
            summary.count(row)
            yield row

    summary.worst = nsmallest(max(worst, 1), counted(), key=badness)[:worst]  # for none it would read nothing
    return summary


def _half_step(value: float) -> float:
    return round(log10(value) * 2) / 2
