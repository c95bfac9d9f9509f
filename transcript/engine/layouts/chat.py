"""``<name> words``, with a time before or without: the logs of chat rooms."""

from __future__ import annotations

import re

from transcript.engine.cues import TIME, Cue, time_of
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_CUE = re.compile(rf"(?:\[?(?P<time>{TIME})\]?\s+)?<\s?[@+%~&!]?(?P<label>[^<>\s][^<>\n]{{0,30}})>(?=\s|$)")


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with a name in angle brackets."""
    if "<" not in page.text:
        return []
    cues = []
    for index, line in enumerate(page.lines):
        found = None if line.closed else _CUE.match(page.text, line.start, min(line.end, line.start + 80))
        if found:
            start, end = found.start("label") - 1, found.end()
            code = found["time"]
            time = time_of(page.text, *found.span("time"), code, kind="wall-clock") if code else None
            cues.append(Cue("chat", index, line.start, end, found["label"], start, end, True, "<", time, weight=2.5))
    return cues


LAYOUT = Layout("chat", "10:23 <name> words", propose)
