"""Dialogue with dashes: ``— What changed?`` / ``— Very little.`` Alternation is all there is.

Some houses put the dash before the questions only (``──您最近…``): the plain paragraphs between are then the answers.
"""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.turns import asked_and_answered, asks, is_talk
from transcript.engine.lines import Page

# The Arabic keyboard has no dash: the stroke that draws out letters (U+0640) stands for it.
_DASH = re.compile(r"(?:[—–―─]{1,2}[ \t]*(?=[^\s—–―─-])|-{1,2}[ \t]*(?=[^\s\d—–―─-])|\u0640{1,2}[ \t]+(?=\S))")
_HARD = "—–―─\u0640"


def propose(page: Page) -> list[Cue]:
    """Cues in turn for two voices, or for questions and answers."""
    lines = page.lines
    at = {
        i: found
        for i, line in enumerate(lines)
        if not line.closed and (found := _DASH.match(page.text, line.start, line.end))
    }
    if len(at) < 4:
        return []
    first = min(at)
    paragraphs = [i for i in range(first, len(lines)) if lines[i].blank or not _continues(page, i)]
    asked = sum(1 for i in at if asks(page.text, lines[i].end))
    if not asked:
        return []  # of an inquiry, or a story: who takes turns with whom is not said
    if len(at) >= 0.85 * len(paragraphs) and first <= max(6, len(lines) // 4) and not _is_list(page, list(at), asked):
        return _in_turn(page, at)
    marked = [i for i in at if page.text[lines[i].start] in _HARD]
    follows = sum(1 for i in marked if i + 1 < len(lines) and i + 1 not in at)
    if len(marked) >= 4 and follows >= 0.9 * len(marked) - 1 and 2 * len(marked) >= 0.5 * len(paragraphs):
        return _questions(page, {i: at[i] for i in marked})
    if not marked and asked >= 0.8 * len(at) and 2 * len(at) >= 0.5 * len(paragraphs) and _are_answered(page, at):
        return _questions(page, at)
    if len(at) >= 8 and len(at) >= 0.5 * len(paragraphs) and asked >= 0.25 * len(at):
        return _in_turn(page, at)
    return []


def _are_answered(page: Page, at: dict[int, re.Match[str]]) -> bool:
    """Lines with a hyphen that ask somebody, each with a plain line below."""
    text, lines = page.text, page.lines
    below = [i + 1 for i in at if i + 1 < len(lines) and i + 1 not in at]
    if len(below) < 0.9 * len(at) - 1:
        return False
    questions, answers = ([text[lines[i].start : lines[i].end] for i in group] for group in (list(at), below))
    return is_talk(questions, answers, slips=0)


def _is_list(page: Page, at: list[int], asked: int) -> bool:
    """Hyphens and blanks before lines that ask nothing are bullets."""
    text, lines = page.text, page.lines
    bullets = sum(1 for i in at if text[lines[i].start] == "-" and text[lines[i].start + 1] == " ")
    return bullets * 2 > len(at) and asked * 5 < len(at)


def _in_turn(page: Page, at: dict[int, re.Match[str]]) -> list[Cue]:
    """Two voices; where enough is asked, the question marks tell whose each line is."""
    lines = page.lines
    asking = [asks(page.text, lines[i].end) for i in at]
    forms = asked_and_answered(asking)
    told = [sum(ask for ask, form in zip(asking, forms, strict=True) if form == voice) for voice in "qa"]
    if told[0] < 3 or told[0] < 3 * told[1]:
        forms = ("12" * len(asking))[: len(asking)]
    return [
        Cue("dash", i, lines[i].start, found.end(), "", lines[i].start, found.end(), inline=True, form=form, weight=0.6)
        for (i, found), form in zip(at.items(), forms, strict=False)
    ]


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
