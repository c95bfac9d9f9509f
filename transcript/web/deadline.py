"""A limit on the processor time of one piece of work, which leaves the process as it was.

The clock counts the time that this process computes, not the time that passes: a busy machine refuses nothing that an
idle one would answer, and a client that is refused need not ask again.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from transcript.web.problems import Problem

_AGAIN = 0.05  # seconds; an interrupt that falls into a destructor is lost, so the bell rings until it is heard
_running = False


class _Overrun(BaseException):
    """Not an Exception, so that nothing on the way takes it for an error of its own."""


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Let the block compute for so long; 0 sets no limit, and so does any thread but the main one.

    :raises Problem: ``too-costly``.
    """
    if not seconds or threading.current_thread() is not threading.main_thread():
        yield
        return
    try:
        try:
            _start(seconds)
            yield
        finally:
            _stop()
    except _Overrun:
        raise Problem("too-costly", f"It took more than {seconds:g} s of computing.") from None


def _start(seconds: float) -> None:
    global _running
    if signal.getsignal(signal.SIGVTALRM) is not _ring:
        signal.signal(signal.SIGVTALRM, _ring)
    _running = True
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)


def _stop() -> None:
    global _running
    _running = False
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _ring(number: int, frame: FrameType | None) -> None:
    if _running:
        raise _Overrun
