"""What a worker does once before it is ready."""

from __future__ import annotations

from functools import cache

from transcript import pipeline
from transcript.formats import FORMATS


@cache
def rehearse() -> None:
    """Import every reader and writer, and convert something."""
    for row in FORMATS:
        if row.reads:
            row.reader()
        if row.writes:
            row.writer()
    pipeline.convert(b"A: Are we ready?\n\nB: We are.\n", to="json", format="plain")
