"""Which documents there are: in a folder and all below it, those that a pattern matches, or those of a manifest."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from fsspec.utils import glob_translate

from transcript.batch.storage import Entry, Store
from transcript.batch.work import Item
from transcript.errors import TranscriptError, reason_of
from transcript.formats import FORMATS, Format, named
from transcript.suffixes import has_suffix_of, stem

MANIFEST = ".jsonl"
SIDECARS = (".toml", ".sidecar.json")
"""What stands in the name of a sidecar in the place of the document's suffix."""

_MAGIC = re.compile(r"[*?\[]")
_KNOWN = ("metadata", "cast", "corrections")
_FIELDS = ("path", "bytes", "sidecar", *_KNOWN)


class BadManifest(TranscriptError):
    """A line of a manifest is not what it should be; the message has its number."""

    code = "bad-manifest"


@dataclass(frozen=True, slots=True)
class Listed:
    """A document, or a folder, that was found; ``problem`` says why it will not be done."""

    item: Item
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What there is to do. ``root`` is the folder to which every path is relative, and which results mirror.

    Of a folder, the files are taken whose suffix is one of a format that can be read (of ``format``, if one is given);
    a pattern says itself what it means. Hidden files and folders are left out, and so is the folder ``without``.
    """

    root: str
    pattern: str | None = None
    manifest: str | None = None
    format: str | None = None
    without: str | None = None

    def __iter__(self) -> Iterator[Listed]:
        """Every document, folder by folder, or in the order of the manifest.

        :raises BadManifest: it is not one.
        :raises OSError: the root, or the manifest, cannot be read.
        """
        if self.manifest is not None:
            return _of_manifest(self.manifest)
        rows = tuple(row for row in FORMATS if row.reads) if self.format is None else (named(self.format),)
        matches = re.compile(glob_translate(self.pattern)).fullmatch if self.pattern is not None else None
        return (
            listed
            for listed in self._below()
            if listed.problem or (matches(listed.item.path) if matches else _is_of(listed.item.path, rows))
        )

    def _below(self) -> Iterator[Listed]:
        """Every file that is no sidecar, with its sidecar; a folder that cannot be listed is a problem."""
        store = Store(self.root)
        pending = [""]
        while pending:
            folder = pending.pop()
            try:
                entries = [entry for entry in store.entries(folder) if not entry.name.startswith(".")]
            except OSError as error:
                if not folder:
                    raise
                yield Listed(Item(f"{folder}/"), f"this folder cannot be listed: {reason_of(error)}")
                continue
            inner = (posixpath.join(folder, entry.name) for entry in reversed(entries) if entry.is_folder)
            pending += [path for path in inner if path != self.without and self._may_match_in(path)]
            yield from _documents(folder, [entry for entry in entries if not entry.is_folder])

    def _may_match_in(self, folder: str) -> bool:
        if self.pattern is None:
            return True
        steps, names = self.pattern.split("/"), folder.split("/")
        for step, name in zip(steps, names, strict=False):
            if step == "**":
                return True
            if not re.fullmatch(glob_translate(step), name):
                return False
        return len(names) < len(steps)


def listing_of(source: str, *, root: str | None = None, format: str | None = None) -> Listing:
    """What a person means by a source: a folder, a file, a manifest by its suffix, or else a pattern by its stars.

    :param root: for a manifest, the folder to which its paths are relative; else that in which it lies.
    :raises OSError: there is no such folder or file.
    """
    folder, slash, name = source.rpartition("/")
    if source.endswith(MANIFEST):
        return Listing(root or folder or slash or ".", manifest=source)
    store = Store(source)
    if store.files.isdir(store.root):
        return Listing(source, format=format)
    if store.files.isfile(store.root):
        return Listing(folder or slash or ".", pattern=re.sub(r"([*?\[])", r"[\1]", name))
    if magic := _MAGIC.search(source):
        folder, slash, _ = source[: magic.start()].rpartition("/")
        return Listing(folder or slash or ".", pattern=source[len(folder + slash) :])
    raise FileNotFoundError(2, "there is no such folder or file", source)


def _documents(folder: str, files: Sequence[Entry]) -> Iterator[Listed]:
    names = {file.name for file in files}
    for file in files:
        if file.name.endswith(SIDECARS):
            continue
        beside = [name for suffix in SIDECARS if (name := stem(file.name) + suffix) in names]
        item = Item(
            posixpath.join(folder, file.name),
            file.bytes,
            posixpath.join(folder, beside[0]) if beside else None,
        )
        yield Listed(item, f"there are two sidecars: {' and '.join(beside)}" if len(beside) > 1 else None)


def _is_of(path: str, rows: Sequence[Format]) -> bool:
    return any(has_suffix_of(posixpath.basename(path), row) for row in rows)


def _of_manifest(address: str) -> Iterator[Listed]:
    folder, _, name = address.rpartition("/")
    store = Store(folder or ".")
    with store.files.open(store.at(name), "rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _of_line(line, f"{name}, line {number}")


def _of_line(line: bytes, place: str) -> Listed:
    try:
        content = orjson.loads(line)
    except ValueError as error:
        raise BadManifest(f"{place} is not JSON: {error}") from None
    if not isinstance(content, dict) or not isinstance(content.get("path"), str):
        raise BadManifest(f"{place} is no object with a path")
    if unknown := sorted(content.keys() - set(_FIELDS)):
        raise BadManifest(f"{place}: unknown field {unknown[0]}; there are {', '.join(_FIELDS)}")
    path = posixpath.normpath(content["path"])
    problem = "the path leads out of the source" if path.startswith(("/", "..")) or "://" in content["path"] else None
    return Listed(Item(path, _bytes(content, place), content.get("sidecar"), _known(content)), problem)


def _bytes(content: dict[str, Any], place: str) -> int | None:
    size = content.get("bytes")
    if size is not None and (type(size) is not int or size < 0):
        raise BadManifest(f"{place}: bytes is a whole number")
    return size


def _known(content: dict[str, Any]) -> str | None:
    known = {field: content[field] for field in _KNOWN if field in content}
    return orjson.dumps(known).decode() if known else None
