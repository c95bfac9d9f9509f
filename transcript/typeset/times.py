"""Times as printed. A time is a whole number of milliseconds here, for two outputs must round alike."""

from __future__ import annotations

import math

DAY = 86_400_000
"""Milliseconds."""


def milliseconds(seconds: float | None) -> int | None:
    """The nearest millisecond; None where nothing, or no time at all, is given."""
    return round(seconds * 1000) if seconds is not None and 0 <= seconds < math.inf else None


def clock(time: int, *, point: str | None = None) -> str:
    """``00:12:05``, and with a decimal point also the milliseconds; hours have at least two digits."""
    seconds, rest = divmod(time, 1000)
    printed = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{printed}{point}{rest:03}" if point else printed


def short_clock(time: int) -> str:
    """``0:31`` or ``1:02:05``."""
    seconds = time // 1000
    minutes = f"{seconds // 60 % 60}:{seconds % 60:02}"
    return f"{seconds // 3600}:{minutes:0>5}" if seconds >= 3600 else minutes


def decimal(time: int) -> str:
    """Seconds, without zeros that say nothing: ``31`` or ``35.5``."""
    seconds, rest = divmod(time, 1000)
    return f"{seconds}.{rest:03}".rstrip("0") if rest else str(seconds)
