"""A page about a ledger: one HTML file that needs nothing else, neither the network nor scripts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from transcript.batch.summary import BINS, Summary
from transcript.version import __version__

MOST_BARS = 12
"""Bars that a plot has at the most; the rest is left out, the longest are shown."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a plot. ``length`` is its share of the longest, from 0 to 1."""

    name: str
    count: int
    length: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the plot of costs. ``column`` and ``row`` count from the lower left; ``weight`` runs from 0 to 1."""

    column: int
    row: int
    count: int
    weight: float
    size: str
    time: str


def page(summary: Summary, title: str) -> bytes:
    """The page, in UTF-8."""
    steps = [f"{step / BINS:.1f} to {(step + 1) / BINS:.1f}" for step in range(BINS)]
    return (
        _template()
        .render(
            title=title,
            version=__version__,
            summary=summary,
            outcomes=bars(summary.outcomes.most_common()),
            notes=bars(summary.notes.most_common(MOST_BARS)),
            layouts=bars(summary.layouts.most_common(MOST_BARS)),
            formats=bars(summary.formats.most_common(MOST_BARS)),
            confidences=bars(list(zip(steps, summary.confidences, strict=True))),
            costs=cells(summary),
        )
        .encode()
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("transcript.batch"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")


def bars(counts: Sequence[tuple[str, int]]) -> list[Bar]:
    """Bars in the order given."""
    longest = max((count for _, count in counts), default=0)
    return [Bar(name, count, count / longest if longest else 0.0) for name, count in counts]


def cells(summary: Summary) -> list[Cell]:
    """Documents by size, from left to right, and time taken, from bottom to top."""
    if not summary.costs:
        return []
    left = min(size for size, _ in summary.costs)
    bottom = min(time for _, time in summary.costs)
    most = max(summary.costs.values())
    return [
        Cell(int((x - left) * 2), int((y - bottom) * 2), count, count / most, _bytes(10**x), _seconds(10**y))
        for (x, y), count in sorted(summary.costs.items())
    ]


def _bytes(count: float) -> str:
    for unit in ("bytes", "kB", "MB"):
        if count < 1000:
            return f"{count:.0f} {unit}"
        count /= 1000
    return f"{count:.0f} GB"


def _seconds(count: float) -> str:
    return f"{count * 1000:.1f} ms" if count < 1 else f"{count:.1f} s"
