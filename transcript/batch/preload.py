"""What Dask does first in a process of ours. Ctrl-C goes to every process of a terminal; the one in front ends us."""

from __future__ import annotations

import signal


def dask_setup(worker: object) -> None:
    """Called by Dask, by this name."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
