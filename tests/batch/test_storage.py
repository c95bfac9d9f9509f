"""Where files lie, and how they are written as a whole."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.local import LocalFileSystem
from fsspec.implementations.memory import MemoryFileSystem

from transcript.batch.storage import DRAFTS, Entry, NoRoom, Store


class Elsewhere(LocalFileSystem):
    """A store that is not this machine's, and can move a file."""

    protocol = "elsewhere"

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.removeprefix("elsewhere://")))

    def mv(self, path1: str, path2: str, **arguments: Any) -> None:
        assert DRAFTS in path1
        super().mv(path1, path2, **arguments)


class Full(MemoryFileSystem):
    """A store that has no room."""

    protocol = "full"

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **arguments: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture(params=["local", "elsewhere", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path, memory: object) -> Store:
    """A store of each kind, empty."""
    fsspec.register_implementation("elsewhere", Elsewhere, clobber=True)
    addresses = {"local": str(tmp_path), "elsewhere": f"elsewhere://{tmp_path}", "memory": "memory://box"}
    return Store(addresses[request.param])


def test_what_is_written_is_read(store: Store) -> None:
    store.write("a/b.txt", b"first")
    store.write("a/b.txt", b"second")
    assert (store.read("a/b.txt"), store.size("a/b.txt"), store.is_file("a/b.txt")) == (b"second", 6, True)
    assert not store.is_file("a")


def test_entries_are_sorted_and_have_their_sizes(store: Store) -> None:
    store.write("b.txt", b"12345")
    store.write("a/c.txt", b"")
    store.clear_drafts()
    assert list(store.entries("")) == [Entry("a", True, None), Entry("b.txt", False, 5)]


def test_nothing_is_left_of_drafts(store: Store) -> None:
    store.write("a.txt", b"1")
    store.clear_drafts()
    assert not store.files.exists(store.at(DRAFTS))
    store.clear_drafts()
    assert store.read("a.txt") == b"1"


def test_a_file_that_holds_the_same_is_left_alone(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    store.write("a.txt", b"same")
    before = (tmp_path / "a.txt").stat()
    store.write("a.txt", b"same")
    assert (tmp_path / "a.txt").stat() == before
    store.write("a.txt", b"diff")
    assert (tmp_path / "a.txt").stat().st_ino != before.st_ino


def test_what_cannot_be_written_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    store = Store(str(tmp_path))
    with pytest.raises(OSError, match="Is a directory"):
        store.write("a.txt", b"1")
    assert list((tmp_path / DRAFTS).iterdir()) == []


def test_no_room_is_no_fault_of_the_file() -> None:
    fsspec.register_implementation("full", Full, clobber=True)
    store = Store("full://box")
    store.files.protocol = "s3"  # a store that shows only what is whole
    with pytest.raises(NoRoom, match="No space left on device"):
        store.write("a.txt", b"1")


def test_links_lead_to_files_only_and_pipes_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("1")
    (tmp_path / "link.txt").symlink_to("file.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    assert [entry.name for entry in Store(str(tmp_path)).entries("")] == ["file.txt", "link.txt"]


def test_a_local_name_is_no_address(tmp_path: Path) -> None:
    """Two colons chain addresses, and a sharp begins a fragment: in a name they are characters."""
    store = Store(str(tmp_path / "a::b#c?d"))
    store.write("x::y.txt", b"1")
    assert (tmp_path / "a::b#c?d" / "x::y.txt").read_bytes() == b"1"


def test_an_address_of_no_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        Store("nowhere://x")
