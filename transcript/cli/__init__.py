"""The command line. Click alone is imported here; each command imports what it needs when it runs.

A shell may rely on the exit codes: 0 when all went well, 1 when some input could not be converted or some result
not be written, 2 when the command itself makes no sense. Messages go to standard error, a line each.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from transcript import __version__
from transcript.cli.archive import batch, report
from transcript.cli.parameters import FILE, about_the_input, about_the_output, address, known

if TYPE_CHECKING:
    from transcript.options import CueTimes, Profile, WallClock


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Structure the text of an interview into turns, each with its speaker.

    Exit codes: 0 all went well, 1 some input could not be converted, 2 wrong use.
    """
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        context.color = False


@cli.command()
@click.argument("inputs", metavar="FILE...", nargs=-1, required=True, type=FILE)
@click.option(
    "--to",
    "target_format",
    metavar="FORMAT",
    callback=known("write"),
    help="Write this format; else that of OUT, else json.",
)
@click.option("-o", "--output", type=FILE, help="A file, or a folder for several inputs; else standard output.")
@about_the_output
@about_the_input
@click.pass_context
def convert(
    context: click.Context,
    *,
    inputs: tuple[str, ...],
    target_format: str | None,
    output: str | None,
    profile: Profile,
    words_per_minute: int | None,
    wall_clock: WallClock,
    cue_times: CueTimes,
    source_format: str | None,
    metadata: str | None,
    cast: str | None,
    corrections: str | None,
) -> None:
    """Convert transcripts; a FILE may be a folder, and - is standard input.

    Several files, or a folder, need -o DIR: each becomes DIR/STEM with the suffix of the format.
    """
    from pathlib import Path

    from transcript.cli.conversion import Conversion
    from transcript.cli.sidecar import with_sidecars
    from transcript.options import Options

    choices = Options(profile=profile, words_per_minute=words_per_minute, wall_clock=wall_clock, cue_times=cue_times)
    conversion = Conversion(source_format, target_format, with_sidecars(choices, metadata, cast, corrections))
    conversion.run([Path(name) for name in inputs], Path(output) if output else None)
    context.exit(1 if conversion.failures else 0)


@cli.command()
@click.argument("file", type=FILE)
@click.option("--why", is_flag=True, help="Say why each layout and label was taken or refused.")
@about_the_input
@click.pass_context
def inspect(
    context: click.Context,
    *,
    file: str,
    why: bool,
    source_format: str | None,
    metadata: str | None,
    cast: str | None,
    corrections: str | None,
) -> None:
    """Show what was found in a transcript, and what to look at."""
    from pathlib import Path

    from transcript.cli.inspection import inspect_file
    from transcript.cli.sidecar import with_sidecars
    from transcript.options import Options

    options = with_sidecars(Options(explain=True), metadata, cast, corrections)
    found = inspect_file(Path(file), source_format, options, in_full=why)
    context.exit(0 if found else 1)


@cli.command()
def formats() -> None:
    """List the formats that can be read and written."""
    from transcript.cli.columns import aligned, terminal_width
    from transcript.formats import FORMATS

    head = ("FORMAT", "READ", "WRITE", "SUFFIX", "WHAT IT IS")
    rows = [
        (row.name, "yes" if row.reads else "-", "yes" if row.writes else "-", row.suffix, row.title) for row in FORMATS
    ]
    click.echo("\n".join(aligned([head, *rows], "llll", terminal_width())))


@cli.command()
@click.option("--bind", metavar="HOST:PORT", callback=address, help="Where to listen.")
@click.option("--workers", type=click.IntRange(1), help="How many processes.")
def serve(*, bind: str | None, workers: int | None) -> None:
    """Serve HTTP with gunicorn until told to stop.

    What is not said here is as gunicorn.conf.py in this folder and the environment say.
    """
    arguments = [sys.executable, "-m", "gunicorn"]
    if bind is not None:
        arguments += ["--bind", bind]
    if workers is not None:
        arguments += ["--workers", str(workers)]
    os.execv(sys.executable, [*arguments, "transcript.web:create_app()"])  # noqa: S606 # no shell is wanted


cli.add_command(batch)
cli.add_command(report)


def main() -> None:
    """What the shell calls."""
    try:
        cli(prog_name="transcript")
    except OSError as error:  # of the standard streams: files are looked after where they are used
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 # what waits in the buffer cannot be written either
        click.echo(f"transcript: standard output: {error.strerror}", err=True)
        sys.exit(1)
