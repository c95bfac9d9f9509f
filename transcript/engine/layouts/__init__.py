"""The layouts, a module each. A new layout is one new file and one row in :data:`LAYOUTS`."""

from __future__ import annotations

from transcript.engine.layouts import (
    chat,
    colon,
    dashes,
    gap,
    letter,
    list_name,
    lone_questions,
    minutes,
    name_dash,
    numbered_name,
    own_line,
    period,
    plain_questions,
    questions,
    quoted_answers,
    run_in,
    signs,
    tab,
    timed,
    voice,
)
from transcript.engine.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    voice.LAYOUT,
    colon.LAYOUT,
    timed.LAYOUT,
    minutes.LAYOUT,
    numbered_name.LAYOUT,
    period.LAYOUT,
    signs.LAYOUT,
    chat.LAYOUT,
    tab.LAYOUT,
    gap.LAYOUT,
    letter.LAYOUT,
    name_dash.LAYOUT,
    own_line.LAYOUT,
    list_name.LAYOUT,
    run_in.LAYOUT,
    questions.LAYOUT,
    lone_questions.LAYOUT,
    dashes.LAYOUT,
    quoted_answers.LAYOUT,
    plain_questions.LAYOUT,
)
