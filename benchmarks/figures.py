"""The figures of many documents together, as shares from 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.scoring import Score


@dataclass(frozen=True, slots=True)
class Figures:
    """What :mod:`benchmarks.scoring` defines. ``speakers``: documents with the right number of speakers."""

    documents: int
    wder: float
    wder_macro: float
    mis: float
    false: float
    f1: float
    f1_macro: float
    exact: float
    speakers: float


def figures(scores: Sequence[Score]) -> Figures:
    """Pool the counts; those of no document at all are all nought."""
    number = max(1, len(scores))
    words = max(1, sum(score.words for score in scores))
    return Figures(
        documents=len(scores),
        wder=sum(score.wrong for score in scores) / words,
        wder_macro=sum(error_of(score) for score in scores) / number,
        mis=sum(score.mis for score in scores) / words,
        false=sum(score.false for score in scores) / words,
        f1=_f1(scores) if scores else 0.0,
        f1_macro=sum(_f1([score]) for score in scores) / number,
        exact=sum(score.exact for score in scores) / number,
        speakers=sum(score.speakers == score.speakers_found for score in scores) / number,
    )


def error_of(score: Score) -> float:
    """The share of one document's words that is wrong."""
    return score.wrong / max(1, score.words)


def _f1(scores: Sequence[Score]) -> float:
    both = sum(score.changes + score.changes_found for score in scores)
    return 2 * sum(score.hit for score in scores) / both if both else 1.0
