"""Questions and answers with nothing to mark them: paragraphs in turn, every other one a question to "you".

The weakest evidence there is; it is read only where question and answer alternate nearly without exception.
"""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.turns import asked_and_answered
from transcript.engine.lines import Page
from transcript.engine.words import SECOND_PERSON

_ASKS = re.compile(r"[?？؟;][\"'”’»)\]]*$")


def propose(page: Page) -> list[Cue]:
    """Cues for the paragraphs in turn; none where they do not alternate."""
    text, lines = page.text, page.lines
    opening = [i for i, line in enumerate(lines) if line.blank and not line.closed]
    if len(opening) < 6 or len(opening) * 2 < len(lines):
        return []
    asks = [
        bool(_ASKS.search(text, max(lines[i].start, _end(page, opening, n) - 4), _end(page, opening, n)))
        for n, i in enumerate(opening)
    ]
    if True not in asks:
        return []
    first = asks.index(True)
    turns = opening[first:]
    rest = asks[first:]
    asked, answered = rest[0::2], rest[1::2]
    if len(asked) < 3 or sum(asked) < 0.6 * len(asked) or sum(answered) > 0.15 * len(answered) + 1:
        return []
    questions = [text[lines[i].start : _end(page, opening, first + n)] for n, i in enumerate(turns) if n % 2 == 0]
    if sum(1 for words in questions if SECOND_PERSON.search(words)) * 2 < len(questions):
        return []
    forms = asked_and_answered(rest)
    return [
        Cue("paragraph", i, lines[i].start, lines[i].start, "", lines[i].start, lines[i].start, True, form, weight=0.3)
        for i, form in zip(turns, forms, strict=True)
    ]


def _end(page: Page, opening: list[int], n: int) -> int:
    stop = opening[n + 1] if n + 1 < len(opening) else len(page.lines)
    return page.lines[stop - 1].end


LAYOUT = Layout("paragraph", "a question, a paragraph, a question, a paragraph", propose, kind="unlabelled")
