"""``transcript convert``: which file becomes which. One bad file never stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from os.path import abspath, isdir, realpath
from pathlib import Path
from unicodedata import normalize

import click

from transcript.cli.files import STANDARD, complain, read_bytes, write_bytes
from transcript.errors import reason_of
from transcript.formats import FORMATS, Format, named
from transcript.options import Options
from transcript.pipeline import convert
from transcript.suffixes import has_suffix_of, known_suffix, stem

READERS = tuple(row for row in FORMATS if row.reads)
WRITERS = tuple(row for row in FORMATS if row.writes)


@dataclass
class Conversion:
    """One run of the command: what was chosen, and how many inputs have failed so far."""

    source: str | None
    target: str | None
    options: Options
    failures: int = 0

    def run(self, inputs: Sequence[Path], output: Path | None) -> None:
        """Convert every input; what fails is said on standard error and counted.

        :raises click.UsageError: nothing says where the output should go, or in which format. Nothing is written then.
        """
        if len(inputs) == 1 and not isdir(inputs[0]) and not (output and isdir(output)):
            self._to_file(inputs[0], output or STANDARD)
        elif output and output != STANDARD:
            self._to_folder(inputs, output)
        else:
            raise click.UsageError("several files, or a folder, need a folder to go to: -o DIR")

    def _to_file(self, path: Path, output: Path) -> None:
        row = named(self.target) if self.target else _format_of(output)
        if output != STANDARD and _place(path) == _place(output):
            self._refuse(path, "the output would take the place of the input")
        else:
            self._convert(path, output, row)

    def _to_folder(self, inputs: Sequence[Path], folder: Path) -> None:
        row = named(self.target or "json")
        targets = {path: folder / f"{_stem(path)}{row.suffix}" for path in self._unfold(inputs)}
        sources = {_place(path) for path in targets}
        claims: dict[str, list[Path]] = {}
        for path, target in targets.items():
            claims.setdefault(_place(target), []).append(path)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise click.UsageError(f"cannot write to {click.format_filename(folder)}: {reason_of(error)}") from None
        for path, target in targets.items():
            rivals = [str(rival) for rival in claims[_place(target)] if rival != path]
            if rivals:
                self._refuse(path, f"not converted, because {', '.join(rivals)} would become {target} too")
            elif _place(target) in sources:
                self._refuse(path, f"not converted, because its result {target} would take the place of an input")
            else:
                self._convert(path, target, row)

    def _unfold(self, inputs: Sequence[Path]) -> Iterable[Path]:
        """The files that are named and those in the folders that are named, each once."""
        rows = (named(self.source),) if self.source else READERS
        files: dict[str, Path] = {}
        for path in inputs:
            found = [path]
            if isdir(path):
                try:
                    found = _transcripts_in(path, rows)
                except OSError as error:
                    self._refuse(path, reason_of(error))
                    continue
            if not found:
                self._refuse(path, "no file in this folder has the suffix of a format that can be read")
            for file in found:
                files.setdefault(abspath(file), file)
        return files.values()

    def _convert(self, path: Path, output: Path, row: Format) -> None:
        try:
            data = convert(
                read_bytes(path),
                to=row.name,
                format=self.source,
                suffix=known_suffix(path.name),
                options=_named_after(path, self.options),
            )
        except Exception as error:
            self._refuse(path, reason_of(error))
            return
        try:
            write_bytes(output, data)
        except OSError as error:
            if output == STANDARD:
                raise
            self._refuse(path, f"cannot write {output}: {reason_of(error)}")

    def _refuse(self, path: Path, reason: str) -> None:
        complain(path, reason)
        self.failures += 1


def _format_of(output: Path) -> Format:
    """The format that an output's name ends as; JSON for standard output.

    :raises click.UsageError: its name does not say.
    """
    if output == STANDARD:
        return named("json")
    row = next((row for row in WRITERS if has_suffix_of(output.name, row)), None)
    if row is None:
        raise click.UsageError(f"the name {click.format_filename(output)} does not tell the format: say --to FORMAT")
    return row


def _transcripts_in(folder: Path, rows: Sequence[Format]) -> list[Path]:
    """The files right in a folder that one of the formats' suffixes fits, by name; hidden ones are left out.

    :raises OSError: the folder cannot be listed.
    """
    return sorted(
        path
        for path in folder.iterdir()
        if not path.name.startswith(".") and any(has_suffix_of(path.name, row) for row in rows) and not isdir(path)
    )


def _stem(path: Path) -> str:
    return "stdin" if path == STANDARD else stem(path.name)


def _place(path: Path) -> str:
    """What two names share that may be one file: links are followed, and many file systems know no capitals."""
    return normalize("NFC", realpath(path)).casefold()


def _named_after(path: Path, options: Options) -> Options:
    if path == STANDARD:
        return options
    return replace(options, metadata={"filename": path.name, **options.metadata})
