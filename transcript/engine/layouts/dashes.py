"""Dialogue with dashes: ``— What changed?`` / ``— Very little.`` Alternation is all there is.

Some houses put the dash before the questions only (``──您最近…``): the plain paragraphs between are then the answers.
"""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_DASH = re.compile(r"(?:[—–―─]{1,2}[ \t]*(?=[^\s—–―─-])|-{1,2}[ \t]*(?=[^\s\d—–―─-]))")
_HARD = "—–―─"


def propose(page: Page) -> list[Cue]:
    """Cues in turn for two voices, or for questions and answers."""
    text, lines = page.text, page.lines
    dashed = [
        (i, found)
        for i, line in enumerate(lines)
        if not line.closed and (found := _DASH.match(text, line.start, line.end))
    ]
    if len(dashed) < 4:
        return []
    first = dashed[0][0]
    paragraphs = [i for i in range(first, len(lines)) if lines[i].blank or not _continues(page, i)]
    at = dict(dashed)
    if len(dashed) >= 0.85 * len(paragraphs) and first <= max(6, len(lines) // 4):
        if (
            text[lines[first].start] == "-"
            and sum(1 for i, _ in dashed if text[lines[i].start] == "-" and text[lines[i].start + 1] == " ")
            > len(dashed) * 0.5
        ):
            return []  # a list
        return [
            Cue(
                "dash",
                i,
                lines[i].start,
                found.end(),
                "",
                lines[i].start,
                found.end(),
                inline=True,
                form="ba"[n % 2 == 0],
                weight=0.6,
            )
            for n, (i, found) in enumerate(dashed)
        ]
    marked = [i for i in at if text[lines[i].start] in _HARD]
    follows = sum(1 for i in marked if i + 1 < len(lines) and i + 1 not in at)
    if len(marked) >= 4 and follows >= 0.9 * len(marked) - 1 and 2 * len(marked) >= 0.5 * len(paragraphs):
        return _questions(page, {i: at[i] for i in marked})
    return []


def _questions(page: Page, at: dict[int, re.Match[str]]) -> list[Cue]:
    lines = page.lines
    cues: list[Cue] = []
    for i, found in at.items():
        cues.append(
            Cue(
                "dash",
                i,
                lines[i].start,
                found.end(),
                "",
                lines[i].start,
                found.end(),
                inline=True,
                form="q",
                weight=1.0,
            )
        )
        below = i + 1
        if below < len(lines) and below not in at:
            cues.append(
                Cue(
                    "dash",
                    below,
                    lines[below].start,
                    lines[below].start,
                    "",
                    lines[below].start,
                    lines[below].start,
                    inline=True,
                    form="a",
                    weight=1.0,
                )
            )
    return cues


def _continues(page: Page, index: int) -> bool:
    """A hard-wrapped line: no dash, no blank line above, and the line above is long."""
    above = page.lines[index - 1]
    return not _DASH.match(page.text, page.lines[index].start) and above.end - above.start > 50


LAYOUT = Layout("dash", "— words, — words: two voices in turn", propose, kind="unlabelled")
