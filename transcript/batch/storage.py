"""Where files lie: a folder of this machine, or any other address that fsspec knows."""

from __future__ import annotations

import errno
import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from transcript.errors import TranscriptError

DRAFTS = ".drafts"
"""The folder for what is being written; whatever is left in it was never finished."""

_WHOLE = frozenset(["abfs", "abfss", "adl", "az", "gcs", "gs", "memory", "oci", "oss", "r2", "s3", "s3a", "tos"])
"""Protocols of stores in which a file is seen only when all of it has come."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


class NoRoom(TranscriptError):
    """Nothing more can be written: the disk is full, a quota used up, all is read-only. No fault of a document."""

    code = "no-room"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a folder holds under a name. ``bytes`` is None where the store does not say."""

    name: str
    is_folder: bool
    bytes: int | None


class Store:
    """A folder at an address. Paths are relative to it and parted by slashes.

    :raises ImportError: the package for such addresses is not installed; the message names it.
    :raises ValueError: no such kind of address is known.
    """

    def __init__(self, address: str) -> None:
        self.address = address if "://" in address else os.path.realpath(address)
        self.files, root = _located(self.address)
        self.root = root.rstrip("/")

    @property
    def is_local(self) -> bool:
        """Whether it is a folder of this machine, or of a disk that several share."""
        return type(self.files) is LocalFileSystem

    @property
    def _shows_only_what_is_whole(self) -> bool:
        protocol = self.files.protocol
        return not _WHOLE.isdisjoint([protocol] if isinstance(protocol, str) else protocol)

    def at(self, path: str) -> str:
        """The path as the store itself calls it."""
        return f"{self.root}/{path}" if path else self.root

    def entries(self, folder: str) -> Iterator[Entry]:
        """The files and folders in a folder, by name. Links lead to files, not to folders; devices are left out.

        :raises OSError: it cannot be listed.
        """
        for info in sorted(self.files.ls(self.at(folder), detail=True), key=lambda info: str(info["name"])):
            name = posixpath.basename(info["name"].rstrip("/"))
            is_file = info["type"] == "file" or (info.get("islink") and self.files.isfile(info["name"]))
            if name and (is_file or info["type"] == "directory"):
                yield Entry(name, not is_file, info.get("size") if is_file else None)

    def size(self, path: str) -> int:
        """Bytes of a file.

        :raises OSError: there is none.
        """
        return int(self.files.size(self.at(path)) or 0)

    def read(self, path: str) -> bytes:
        """The content of a file.

        :raises OSError: it cannot be read.
        """
        return bytes(self.files.cat_file(self.at(path)))

    def is_file(self, path: str) -> bool:
        """Whether there is such a file."""
        return bool(self.files.isfile(self.at(path)))

    def write(self, path: str, data: bytes) -> None:
        """Put the data in a file as a whole: it holds what it held before, or all of the data. If that is the same,
        it is left alone.

        :raises OSError: it cannot be written.
        :raises NoRoom: nor could any other.
        """
        try:
            if not self._holds(path, data):
                self._put(path, data)
        except OSError as error:
            if error.errno in _NO_ROOM:
                raise NoRoom(error.strerror or str(error)) from None
            raise

    def clear_drafts(self) -> None:
        """Throw away what was begun by a run that was killed."""
        drafts = self.at(DRAFTS)
        if self.files.isdir(drafts):
            self.files.rm(drafts, recursive=True)

    def _holds(self, path: str, data: bytes) -> bool:
        try:
            return self.size(path) == len(data) and self.read(path) == data
        except FileNotFoundError:
            return False

    def _put(self, path: str, data: bytes) -> None:
        target = self.at(path)
        if self._shows_only_what_is_whole:
            self.files.pipe_file(target, data)
            return
        draft = self.at(f"{DRAFTS}/{os.urandom(8).hex()}")
        for folder in (posixpath.dirname(draft), posixpath.dirname(target)):
            self.files.makedirs(folder, exist_ok=True)
        try:
            self._move_in(draft, target, data)
        except BaseException:
            if self.files.exists(draft):
                self.files.rm_file(draft)
            raise

    def _move_in(self, draft: str, target: str, data: bytes) -> None:
        if not self.is_local:
            self.files.pipe_file(draft, data)
            self.files.mv(draft, target)
            return
        with open(draft, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)


def _located(address: str) -> tuple[Any, str]:
    """The file system and the path in it. What it lists is not remembered: memory does not grow with an archive."""
    if "://" not in address:
        return fsspec.filesystem("file"), address
    files, path = fsspec.core.url_to_fs(address, use_listings_cache=False)
    return files, str(path)
