"""The layouts, a module each. A new layout is one new file and one row in :data:`LAYOUTS`."""

from __future__ import annotations

from transcript.engine.layouts import (
    bracket,
    chat,
    colon,
    dashes,
    dated,
    gap,
    handles,
    letter,
    minutes,
    name_dash,
    own_line,
    period,
    plain_questions,
    questions,
    run_in,
    said,
    signs,
    tab,
    time_below,
    time_between,
    timed,
    voice,
)
from transcript.engine.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    voice.LAYOUT,
    colon.LAYOUT,
    bracket.LAYOUT,
    timed.LAYOUT,
    minutes.LAYOUT,
    time_below.LAYOUT,
    time_between.LAYOUT,
    dated.LAYOUT,
    period.LAYOUT,
    signs.LAYOUT,
    chat.LAYOUT,
    handles.LAYOUT,
    said.LAYOUT,
    tab.LAYOUT,
    gap.LAYOUT,
    letter.LAYOUT,
    name_dash.LAYOUT,
    own_line.LAYOUT,
    run_in.LAYOUT,
    questions.LAYOUT,
    dashes.LAYOUT,
    plain_questions.LAYOUT,
)
