"""What a worker does with a portion of the documents. A bad one gets a row that says so, and the next is done."""

from __future__ import annotations

import faulthandler
import os
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from time import perf_counter

from transcript.batch.rows import Row
from transcript.batch.storage import NoRoom, Store
from transcript.errors import CannotWrite, InvalidDocument, LimitExceeded, TranscriptError, reason_of
from transcript.formats import named
from transcript.model import Document
from transcript.options import Options
from transcript.pipeline import read, structure, write
from transcript.sidecar import each_field, load_sidecar
from transcript.suffixes import known_suffix, stem
from transcript.version import __version__


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked for, the same for every document. ``max_bytes``: a larger file is refused without being read.
    ``max_seconds``: a document that takes longer ends the process that works on it.
    """

    source: str
    target: str
    formats: tuple[str, ...]
    format: str | None
    options: Options
    max_bytes: int
    max_seconds: int
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier run settled: of which document, as it was asked, in which formats."""

    sha256: str
    asked: str
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A document to be done. ``sidecar`` is the path of one, ``known`` the JSON of another."""

    path: str
    bytes: int | None = None
    sidecar: str | None = None
    known: str | None = None
    before: Before | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of a portion. ``halt`` says why no other should be begun; then some documents have no row."""

    rows: tuple[Row, ...]
    halt: str | None = None


class OtherVersion(TranscriptError):
    """The worker has another version of this program than the one who asks."""


def work_through(job: Job, items: Sequence[Item]) -> Finished:
    """Convert each document.

    :raises OtherVersion: the results would not be those of the version that asks.
    """
    if job.version != __version__:
        raise OtherVersion(f"a worker has version {__version__}, not {job.version}")
    desk = _Desk(job, Store(job.source), Store(job.target))
    rows: list[Row] = []
    for item in items:
        try:
            rows.append(desk.row(item))
        except NoRoom as error:
            return Finished(tuple(rows), str(error))
    return Finished(tuple(rows))


def targets(path: str, formats: Iterable[str]) -> list[str]:
    """Where the results of a document go: to the same folder of the target as it has in the source."""
    folder, file = posixpath.split(path)
    return [posixpath.join(folder, stem(file) + named(name).suffix) for name in formats]


@dataclass(frozen=True, slots=True)
class _Desk:
    job: Job
    source: Store
    target: Store

    def row(self, item: Item) -> Row:
        started = perf_counter()
        try:
            with _watched(self.job.max_seconds):
                row = self._converted(item)
        except NoRoom:
            raise
        except LimitExceeded as error:
            row = Row(item.path, "refused", str(error), item.bytes)
        except Exception as error:
            row = Row(item.path, "failed", reason_of(error), item.bytes)
        return replace(row, seconds=round(perf_counter() - started, 5))

    def _converted(self, item: Item) -> Row:
        """The row without the time.

        :raises LimitExceeded: the document is too large, or has too many turns.
        """
        size = self.source.size(item.path) if item.bytes is None else item.bytes
        if size > self.job.max_bytes:
            raise LimitExceeded(f"{size:,} bytes, more than the {self.job.max_bytes:,} of --max-bytes")
        data = self.source.read(item.path)
        options, asked = self._asked(item)
        digest = sha256(data).hexdigest()
        if self._is_settled(item, digest, asked):
            return Row(item.path, "unchanged", bytes=len(data))
        document = structure(read(data, self.job.format, suffix=known_suffix(item.path)), options)
        written, unwritable = self._write(item.path, document, options)
        return replace(
            _described(item.path, document),
            outcome="done" if not unwritable else "partial" if written else "failed",
            reason="; ".join(unwritable) or None,
            bytes=len(data),
            sha256=digest,
            asked=asked,
            written=written,
        )

    def _is_settled(self, item: Item, digest: str, asked: str) -> bool:
        before = item.before
        if before is None or (before.sha256, before.asked) != (digest, asked):
            return False
        return all(map(self.target.is_file, targets(item.path, before.written)))

    def _asked(self, item: Item) -> tuple[Options, str]:
        """The options for a document, and the hash of them and of all else that is asked.

        :raises UnreadableInput: a sidecar is not TOML or JSON, or not valid.
        """
        job = self.job
        options = replace(job.options, metadata={"filename": posixpath.basename(item.path), **job.options.metadata})
        sidecars = [(item.known.encode(), "the manifest.json")] if item.known else []
        if item.sidecar:
            sidecars.append((self.source.read(item.sidecar), posixpath.basename(item.sidecar)))
        for data, name in sidecars:
            options = _with_sidecar(options, data, name)
        asked = repr((job.version, job.formats, job.format, options))
        return options, sha256(asked.encode()).hexdigest()

    def _write(self, path: str, document: Document, options: Options) -> tuple[tuple[str, ...], list[str]]:
        """The formats that were written, and why the others cannot be. Nothing is written before all is known.

        :raises NoRoom: nor could anything else be written.
        """
        results, unwritable = {}, []
        for name, target in zip(self.job.formats, targets(path, self.job.formats), strict=True):
            try:
                results[name] = (target, write(document, name, options))
            except CannotWrite as error:
                unwritable.append(f"{name}: {error}")
        for target, data in results.values():
            self.target.write(target, data)
        return tuple(results), unwritable


@contextmanager
def _watched(seconds: int) -> Iterator[None]:
    """End this process if the context takes longer: nothing else stops a pattern that never comes to its end.

    A process has one such watch, which is set anew for each document; with several threads, the last one counts.
    """
    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _with_sidecar(options: Options, data: bytes, name: str) -> Options:
    try:
        known = load_sidecar(data, name)
    except InvalidDocument as error:
        raise InvalidDocument(f"{name} is not valid: {'; '.join(each_field(error))}") from None
    except TranscriptError as error:
        raise type(error)(f"{name} {error}") from None
    return replace(
        options,
        cast=known.cast or options.cast,
        metadata={**options.metadata, **known.metadata},
        corrections=(*options.corrections, *known.corrections),
    )


def _described(path: str, document: Document) -> Row:
    turns = document.turns
    return Row(
        path,
        "done",
        format=document.source.format,
        layouts=document.source.layouts,
        speakers=len(document.speakers),
        turns=len(turns),
        unattributed=sum(turn.speaker is None for turn in turns),
        confidence=document.confidence,
        reviews=len(document.review),
        notes=tuple(dict.fromkeys(note.code for note in document.notes)),
    )
