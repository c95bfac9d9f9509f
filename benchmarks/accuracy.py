"""How right the engine is on texts whose truth is known: ``python benchmarks/accuracy.py FOLDER``.

What the figures mean is said in :mod:`benchmarks.scoring`, what a folder holds in :mod:`benchmarks.corpus`, and what
of a confidence is right in :mod:`benchmarks.calibration`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import click

from benchmarks import tables
from benchmarks.calibration import of_document, of_turns
from benchmarks.corpus import Sample, samples
from benchmarks.figures import error_of
from benchmarks.places import places
from benchmarks.scoring import Judgement, Score
from transcript.model import Document


@dataclass(frozen=True, slots=True)
class Result:
    """One text, what became of it, and how that compares with what is so."""

    sample: Sample
    document: Document
    judgement: Judgement
    score: Score


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--by", help="Also a row for each value of this field: layout, language, source.")
@click.option("--natural/--rendered", default=None, help="Only texts as their house printed them, or only the others.")
@click.option("--only", multiple=True, metavar="ID", help="Only this text; may be given several times.")
@click.option("--worst", default=0, metavar="N", help="Show the places that are wrong in the N worst texts.")
@click.option("--places", "shown", default=8, show_default=True, metavar="N", help="At most N places a text.")
def main(
    folders: tuple[Path, ...], by: str | None, natural: bool | None, only: tuple[str, ...], worst: int, shown: int
) -> None:
    """Run the engine on folders of texts with gold, and print how right it is and how well it knows."""
    chosen = [
        sample
        for folder in folders
        for sample in samples(folder)
        if natural in (None, sample.natural) and (not only or sample.id in only)
    ]
    results = [_result(sample) for sample in chosen]
    click.echo(tables.accuracy(_groups(results, by)))
    click.echo()
    claims = [claim for result in results for _, claim in of_turns(result.document, result.judgement)]
    click.echo(tables.calibration(claims, [of_document(result.document, result.judgement) for result in results]))
    wrong = [result for result in results if not result.score.exact]
    for result in sorted(wrong, key=_badness, reverse=True)[:worst]:
        _show(result, shown)


def _result(sample: Sample) -> Result:
    document, judgement = sample.judged()
    return Result(sample, document, judgement, judgement.score())


def _groups(results: Sequence[Result], by: str | None) -> Iterator[tuple[str, list[Score]]]:
    """The rows: each value of the field, then natural and rendered where there are both, then all."""
    if by:
        yield from _split(results, lambda result: result.sample.group(by))
    if len({result.sample.natural for result in results}) == 2:
        yield from _split(results, lambda result: "natural" if result.sample.natural else "rendered")
    yield "all", [result.score for result in results]


def _split(results: Sequence[Result], key: Callable[[Result], str]) -> Iterator[tuple[str, list[Score]]]:
    for name, group in groupby(sorted(results, key=key), key):
        yield name, [result.score for result in group]


def _badness(result: Result) -> tuple[float, int]:
    return error_of(result.score), result.score.changes_wrong


def _show(result: Result, shown: int) -> None:
    score = result.score
    wrong = places(result.judgement)
    click.echo(
        f"\n{result.sample.id}: {score.wrong} of {score.words} words wrong, {score.mis} of them given to a wrong "
        f"person and {score.false} spoken by nobody; {score.hit} of {score.changes} changes of speaker found and "
        f"{score.changes_found - score.hit} invented; {score.speakers_found} speakers for {score.speakers}; "
        f"confidence {result.document.confidence:g}"
    )
    for place in wrong[:shown]:
        click.echo(f"  {place}".replace("\n", "\n  "))
    if len(wrong) > shown:
        click.echo(f"  and {len(wrong) - shown} more places")


if __name__ == "__main__":
    main()
