"""A plain question, and the answer in quotation marks: ``Why here?`` / ``»It was empty.«``.

The mark opens right below the question and closes at the end of the answer, perhaps some paragraphs later. In a story
quotations follow one another; in a report they stand below sentences that ask nothing, and somebody "said" them.
"""

from __future__ import annotations

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

QUOTES = frozenset('"“”„‟»«″״')
_ASKS = frozenset("?？؟")


def propose(page: Page) -> list[Cue]:
    """A cue for each question and one for each quotation below it; none where other quotations are as many."""
    text, lines = page.text, page.lines
    if sum(1 for line in lines if text[line.start] in QUOTES) < 3:
        return []
    answers = _answers(page)
    asked = [first for first, _ in answers if text[lines[first - 1].end - 1] in _ASKS]
    if len(asked) < 3:
        return []
    answers = [(first, last) for first, last in answers if first >= asked[0]]
    spaced = sum(1 for line in lines if line.blank) * 4 >= len(lines)
    questions = [_opens(page, first - 1) if spaced else first - 1 for first, _ in answers]
    read = sum(last - question + 1 for question, (_, last) in zip(questions, answers, strict=True))
    closed = sum(1 for _, last in answers if closes(text, lines[last].end))
    if min(len(asked), closed) < 0.7 * len(answers) or read < 0.6 * (answers[-1][1] - questions[0] + 1):
        return []
    cues = []
    for question, (answer, _) in zip(questions, answers, strict=True):
        for line, form in ((question, "q"), (answer, "a")):
            at = lines[line].start
            cues.append(Cue("quoted-answer", line, at, at, "", at, at, inline=True, form=form, weight=0.6))
    return cues


def _answers(page: Page) -> list[tuple[int, int]]:
    """First and last line of each quotation that opens below words of another."""
    text, lines = page.text, page.lines
    found: list[tuple[int, int]] = []
    first = -1
    for index, line in enumerate(lines):
        opens = text[line.start] in QUOTES and index > 0 and not line.closed
        if first >= 0 and opens and text[lines[index - 1].end - 1] in _ASKS and index - 1 > first:
            found.append((first, index - 2))  # nothing closed the one before
            first = -1
        if first < 0 and opens:
            if found and found[-1][1] == index - 1:
                first = found.pop()[0]  # the same answer goes on
            elif text[lines[index - 1].start] not in QUOTES:
                first = index
        if first >= 0 and closes(text, line.end):
            found.append((first, index))
            first = -1
    if first >= 0:
        found.append((first, first))
    return found


def closes(text: str, end: int) -> bool:
    """A quotation closes at the end of these words, or before their last stop."""
    return text[end - 1] in QUOTES or (text[end - 1] in ".," and text[end - 2] in QUOTES)


def _opens(page: Page, index: int) -> int:
    """Where the paragraph of a line begins."""
    while not page.lines[index].blank and page.text[page.lines[index - 1].end - 1] not in QUOTES:
        index -= 1
    return index


LAYOUT = Layout("quoted-answer", "a question, the answer in quotation marks", propose, kind="unlabelled")
