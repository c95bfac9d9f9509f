"""What several commands take. The table of formats is loaded only where a format is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import click

FILE = click.Path(allow_dash=True, readable=False)  # what cannot be read is said of each file, when its turn comes
SIDECAR = click.Path(exists=True, dir_okay=False)

Command = Callable[..., None]


def known(verb: Literal["read", "write"]) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """A check that a format can be read or written."""

    def check(context: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
        if name is not None:
            from transcript.errors import UnknownFormat
            from transcript.formats import named

            try:
                _ = named(name).reader() if verb == "read" else named(name).writer()
            except UnknownFormat as error:
                raise click.BadParameter(str(error), context, parameter) from None
        return name

    return check


def each_known(context: click.Context, parameter: click.Parameter, names: str) -> tuple[str, ...]:
    """The formats of a list with commas, each once, and each one that can be written."""
    check = known("write")
    return tuple(dict.fromkeys(check(context, parameter, name.strip()) or "" for name in names.split(",")))


def address(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Where to listen: ``HOST:PORT``, ``[IPv6]:PORT``, ``unix:PATH`` or ``fd://N``, as gunicorn takes it."""
    if value is None or value.startswith(("unix:", "fd://")):
        return value
    host, colon, port = value.rpartition(":")
    if not colon or not port.isdecimal() or int(port) > 65_535 or (":" in host and not host.startswith("[")):
        raise click.BadParameter(f"{value!r} is no HOST:PORT, such as 127.0.0.1:8000", context, parameter)
    return value


def about_the_input(command: Command) -> Command:
    """The options of every command that reads a transcript."""
    return _with(
        command,
        click.option(
            "--from", "source_format", metavar="FORMAT", callback=known("read"), help="Read this format; do not guess."
        ),
        click.option("--metadata", type=SIDECAR, help="TOML or JSON file about the interview and its speakers."),
        click.option("--cast", type=SIDECAR, help="TOML or JSON file that names the speakers."),
        click.option("--corrections", type=SIDECAR, help="TOML or JSON file that puts right what is found."),
    )


def about_the_output(command: Command) -> Command:
    """The options of every command that writes transcripts."""
    return _with(
        command,
        click.option(
            "--profile",
            type=click.Choice(["default", "spoken"]),
            default="default",
            help="TEI: as a drama, or as ISO 24624 transcribes speech.",
        ),
        click.option(
            "--words-per-minute",
            type=click.IntRange(1, 1000),
            help="Captions: make up times at this rate where the text has none.",
        ),
        click.option(
            "--wall-clock",
            type=click.Choice(["refuse", "from-first"]),
            default="refuse",
            help="Captions: what to do with times of day.",
        ),
        click.option(
            "--cue-times",
            type=click.Choice(["known", "divided"]),
            default="known",
            help="WebVTT: divided cuts a long turn into cues that share its time.",
        ),
    )


def _with(command: Command, *options: Callable[[Command], Command]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
