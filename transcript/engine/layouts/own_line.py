"""A name alone on its line, the words below, as editors' tools and minutes print; the line may be bold or a heading.

A short line above a paragraph may be anything, so the same line must recur.
"""

from __future__ import annotations

import re
from collections import Counter

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_LONGEST = 48
_NAME = re.compile(r"[^\W\d_](?:[^\n:：!?,;…“”\"]|,(?=\s)){1,47}$")


def propose(page: Page) -> list[Cue]:
    """A cue for each short line with words right below it that recurs, or is dressed as lines that recur."""
    text, lines = page.text, page.lines
    found: list[tuple[int, str, str]] = []
    for index in range(len(lines) - 1):
        line = lines[index]
        if line.end - line.start > _LONGEST or line.closed or not (line.blank or lines[index - 1].level):
            continue
        marked = line.emphasised or line.level > 0
        if lines[index + 1].blank > (1 if marked else 0):
            continue
        words = text[line.start : line.end]
        if _NAME.match(words) and not words.endswith(".") and len(words.split()) <= 5 and words[0].isupper() | marked:
            found.append((index, words, "*" if line.emphasised else "#" if line.level else "-"))
    counts = Counter((words, form) for _, words, form in found)
    recurring = Counter(form for (_, form), count in counts.items() if count >= 2)
    paragraphs = sum(1 for line in lines if line.blank)
    forms = {form for form, count in recurring.items() if count >= 2 or form != "-" or len(found) >= 0.8 * paragraphs}
    return [
        Cue(
            "name-line",
            index,
            lines[index].start,
            lines[index].end,
            words,
            lines[index].start,
            lines[index].end,
            inline=False,
            form=form + "|",
            weight=-0.4 if form == "-" else 0.0,
        )
        for index, words, form in found
        if form in forms
    ]


LAYOUT = Layout("name-line", "Name alone, the words below", propose, kind="alone")
