"""The format itself says who speaks: a WebVTT voice, a column of a table, a field of a recogniser's answer."""

from __future__ import annotations

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page


def propose(page: Page) -> list[Cue]:
    """A cue for each voice mark."""
    cues = []
    for mark in page.source.marks:
        if mark.kind == "voice":
            line = page.line_at(max(mark.end, mark.start))
            cues.append(
                Cue(
                    "voice",
                    line,
                    mark.start,
                    mark.end,
                    str(mark.value),
                    mark.start,
                    mark.end,
                    inline=True,
                    form="v",
                    weight=9.0,
                )
            )
    return cues


LAYOUT = Layout("voice", "the format says who speaks", propose)
