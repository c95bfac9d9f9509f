"""``transcript batch`` and ``transcript report``: the archive as a person at a terminal sees it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from transcript.cli.parameters import about_the_input, about_the_output, each_known

if TYPE_CHECKING:
    from transcript.options import CueTimes, Profile, WallClock

MOST_BYTES = 16 * 1024 * 1024
MOST_SECONDS = 120


@click.command()
@click.argument("source")
@click.argument("dest")
@click.option(
    "--to", "formats", metavar="FORMAT,...", default="json", callback=each_known, help="Write these; else json."
)
@click.option("--resume", is_flag=True, help="Do only what is not done yet, or has changed since.")
@click.option("--ledger", type=click.Path(path_type=Path), help="Where to keep it, if not in DEST.")
@click.option("--root", metavar="ADDRESS", help="Folder of the paths in a manifest, if not its own.")
@click.option(
    "--max-bytes",
    type=click.IntRange(1),
    default=MOST_BYTES,
    show_default=True,
    help="Refuse a larger document unread.",
)
@click.option(
    "--max-seconds",
    type=click.IntRange(1),
    default=MOST_SECONDS,
    show_default=True,
    help="Give up a document that takes longer.",
)
@click.option("--workers", type=click.IntRange(1), help="How many processes; else one a core.")
@click.option("--threads", type=click.IntRange(1), default=1, help="How many a process, where storage is far.")
@click.option("--scheduler", metavar="ADDRESS", help="Work on the Dask cluster that is there.")
@about_the_output
@about_the_input
@click.pass_context
def batch(
    context: click.Context,
    *,
    source: str,
    dest: str,
    formats: tuple[str, ...],
    resume: bool,
    ledger: Path | None,
    root: str | None,
    max_bytes: int,
    max_seconds: int,
    workers: int | None,
    threads: int,
    scheduler: str | None,
    profile: Profile,
    words_per_minute: int | None,
    wall_clock: WallClock,
    cue_times: CueTimes,
    source_format: str | None,
    metadata: str | None,
    cast: str | None,
    corrections: str | None,
) -> None:
    """Convert an archive: a folder and all below it, a pattern, or a manifest, to the same tree in DEST.

    Both may be on this machine or at any address that fsspec knows, such as s3://bucket/folder.
    """
    from transcript.cli.sidecar import with_sidecars
    from transcript.options import Options

    choices = Options(profile=profile, words_per_minute=words_per_minute, wall_clock=wall_clock, cue_times=cue_times)
    options = with_sidecars(choices, metadata, cast, corrections)
    try:
        from transcript.cli.running import Archive, Wish
    except ImportError as error:
        raise _without_extra(error) from None
    wish = Wish(formats, source_format, options, max_bytes, max_seconds)
    archive = Archive(source, dest, wish, root=root, ledger=ledger, resume=resume)
    context.exit(0 if archive.convert(scheduler, workers, threads) else 1)


@click.command()
@click.argument("ledger", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The page; else beside the ledger.")
@click.option("--worst", type=click.IntRange(0), default=100, show_default=True, help="How many documents it lists.")
@click.pass_context
def report(context: click.Context, *, ledger: Path, output: Path | None, worst: int) -> None:
    """Show the worst documents of a LEDGER first, and write a page about all of them."""
    try:
        from transcript.cli.reporting import show_and_write
    except ImportError as error:
        raise _without_extra(error) from None
    context.exit(0 if show_and_write(ledger, output or ledger.with_suffix(".html"), worst) else 1)


def _without_extra(error: ImportError) -> click.UsageError:
    return click.UsageError(f"archives need more than is installed ({error}): pip install 'transcript[archive]'")
