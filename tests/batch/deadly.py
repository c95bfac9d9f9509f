"""A store some of whose files kill or hold their reader, for the processes of a cluster: Dask loads this first."""

from __future__ import annotations

import os
from threading import Event
from typing import Any

import fsspec
from fsspec.implementations.local import LocalFileSystem


class Deadly(LocalFileSystem):
    """The files of this machine. One that is called ``deadly`` kills its reader, as a fault in C would; one that is
    called ``endless`` is never read to its end.
    """

    protocol = "deadly"

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.removeprefix("deadly://")))

    def cat_file(self, path: str, start: int | None = None, end: int | None = None, **arguments: Any) -> bytes:
        if path.endswith("deadly.txt"):
            os._exit(1)
        if path.endswith("endless.txt"):
            Event().wait()
        return bytes(super().cat_file(path, start, end, **arguments))


def register() -> None:
    """Let addresses begin with ``deadly://``."""
    fsspec.register_implementation("deadly", Deadly, clobber=True)


def dask_setup(worker: object) -> None:
    """Called by Dask in each process, by this name."""
    register()
