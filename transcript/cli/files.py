"""Files, folders and standard streams, as the commands see them."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from transcript.cli.words import shown

STANDARD = Path("-")
"""Standard input or output."""


def complain(subject: Path, why: str) -> None:
    """Say on standard error, in one line, what is wrong with a file."""
    name = "standard input" if subject == STANDARD else str(subject)
    click.echo(f"transcript: {shown(name)}: {shown(why)}", err=True)


def read_bytes(path: Path) -> bytes:
    """The content of a file, or what comes from standard input.

    :raises OSError: it cannot be read.
    """
    if path != STANDARD:
        return path.read_bytes()
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdin.buffer.read()


def write_bytes(path: Path, data: bytes) -> None:
    """Put the data in the file as a whole: it holds what it held before, or all of the data.

    A device or a pipe is written to as it is.

    :raises OSError: it cannot be written; no trace of the attempt is left.
    """
    if path == STANDARD and sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    if path == STANDARD:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    elif os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
        path.write_bytes(data)
    else:
        _replace(Path(os.path.realpath(path)), data)  # through a link, so that it stays one


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f".transcript-{os.urandom(6).hex()}")
    try:
        with open(draft, "xb") as file:
            with suppress(FileNotFoundError):
                os.fchmod(file.fileno(), path.stat().st_mode & 0o777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
