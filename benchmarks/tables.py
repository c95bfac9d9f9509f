"""The figures as tables to read, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.calibration import SURE, Bucket, Claim, buckets
from benchmarks.figures import Figures, figures
from benchmarks.scoring import Score

_HEAD = ("", "docs", "WDER", "macro", "mis", "false", "F1", "macro", "exact", "speakers")
_CALIBRATION = ("confidence", "turns", "right", "person right", "documents", "exact", "nobody mistaken")


def accuracy(groups: Iterable[tuple[str, Sequence[Score]]]) -> str:
    """A row for each group of documents."""
    return _table(_HEAD, [(name, *_row(figures(scores))) for name, scores in groups])


def calibration(turns: Iterable[Claim], documents: Iterable[Claim]) -> str:
    """A row for each bucket of confidence: how many turns and documents are in it, and the share that is right."""
    pairs = zip(buckets(turns), buckets(documents), strict=True)
    rows = [(_range(turn), *_shares(turn), *_shares(document)) for turn, document in pairs]
    rows[-1] = (f"all from {SURE}", *rows[-1][1:])
    return _table(_CALIBRATION, rows)


def _row(found: Figures) -> tuple[str, ...]:
    pooled = (found.wder, found.wder_macro, found.mis, found.false, found.f1, found.f1_macro)
    return (str(found.documents), *map(_percent, pooled), *(f"{100 * x:.1f} %" for x in (found.exact, found.speakers)))


def _range(bucket: Bucket) -> str:
    return f"{bucket.low:g} to {bucket.high:g}"


def _shares(bucket: Bucket) -> tuple[str, str, str]:
    if not bucket.claims:
        return "0", "", ""
    return str(bucket.claims), _percent(bucket.right / bucket.claims), _percent(bucket.person / bucket.claims)


def _percent(share: float) -> str:
    return f"{100 * share:.2f} %"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = [f"{'-' * (width - 1)}{':' if at else '-'}" for at, width in enumerate(widths)]
    return "\n".join(_line(cells, widths) for cells in (head, rule, *rows))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (f"{cell:{'>' if at else '<'}{widths[at]}}" for at, cell in enumerate(cells))
    return f"| {' | '.join((first, *others))} |"
