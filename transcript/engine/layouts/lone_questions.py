"""``Q: Why here?`` and below it the answer, which has no label: one word for a question is all that is printed.

Where answers are labelled too, by ``A`` or by a name, the labels tell it all. Questions that say "I" and are answered
with "you" are those of readers, whoever that may be.
"""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.labels import parse
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.turns import asks, is_advice
from transcript.engine.lines import Page

_LABEL = re.compile(
    r"([^\W\d_][^\W\d_ ]{0,16}(?:[ ][^\W\d_]{2,16})?)[ ]?(?:[Nn]o\.?[ ]?|#)?\d{0,3}[ ]?(?:[:：](?!//)|\.(?=[ ]))[ ]*"
)
_SOON = 300  # lines, before which the first question must stand, and by which answers are seen to be labelled
_LETTERS = frozenset("QPDВП")  # of the words for a question
_OTHER = re.compile(r"[^\W\d_][^\n:：?!.]{0,40}[:：](?:\s|$)|[AR]\d{0,3}[.)]\s")
_NAMED = re.compile(r"[\[【(<]([^\W\d_][^\[\]【】()<>?!:\n]{1,60})[\]】)>]$")  # who answers below


def propose(page: Page) -> list[Cue]:
    """A cue for each question with its label, and one for the first line below it."""
    text, lines = page.text, page.lines
    labels = _labels(page)
    if len(labels) < 3:
        return []
    answers = {below for index in labels if (below := _below(page, index, labels)) > 0}
    asked = sum(1 for index in labels if asks(text, lines[index].end) or (index + 2 in answers))
    bare = sum(1 for index in answers if not _OTHER.match(text, lines[index].start, lines[index].end))
    if asked < 0.7 * len(labels) or bare < 0.8 * len(labels):
        return []
    others = sum(1 for i, line in enumerate(lines) if i not in labels and _OTHER.match(text, line.start, line.end))
    if others * 2 > len(labels):
        return []  # somebody has a label, if not right below a question
    first = min(labels)
    names = {
        index: found[1]
        for index, line in enumerate(lines)
        if index + 1 < len(lines) and index not in labels and text[line.end - 1] in "]】)>"
        and text[line.start] in "[【(<" and (found := _NAMED.match(text, line.start, line.end))
        and (index > first or index + 1 == first)
    }  # fmt: skip
    one = "a" if len(set(names.values())) < 2 else "?"
    questions, words = ([text[lines[i].start : lines[i].end] for i in group] for group in (labels, answers))
    asker = "?" if is_advice(questions, words) else "q"
    one = "?" if asker == "?" else one
    cues = []
    for index in sorted({*labels, *answers, *names}):
        line = lines[index]
        start, end = line.start, labels.get(index, line.end if index in names else line.start)
        if index in names and index + 1 in labels:
            continue  # he answers the question below
        form = asker if index in labels else one
        cues.append(Cue("question-label", index, start, end, "", start, end, index not in names, form, weight=2.5))
    return cues


def _labels(page: Page) -> dict[int, int]:
    """Where the words begin on lines with the label that most often opens a question."""
    text = page.text
    found: dict[str, dict[int, int]] = {}
    answered = 0  # by a line with a label
    for index, line in enumerate(page.lines):
        if index == _SOON and answered * 5 >= sum(map(len, found.values())):
            return {}
        if line.closed or not text[line.start].isalpha():
            continue
        label = _LABEL.match(text, line.start, min(line.end, line.start + 60))
        if label and label.end() < line.end and (label[1] in _LETTERS or parse(label[1]).role == "interviewer"):
            found.setdefault(label[1], {})[index] = label.end()
            below = page.lines[index + 1] if index + 1 < min(_SOON, len(page.lines)) else line
            answered += below is not line and _OTHER.match(text, below.start, below.end) is not None
    return max(found.values(), key=len, default={})


def _below(page: Page, index: int, labels: dict[int, int]) -> int:
    """The line that begins the answer: below the question, which may be wrapped; -1 where another question stands."""
    text, lines = page.text, page.lines
    below = index + 1
    if (
        not asks(text, lines[index].end)
        and below < len(lines)
        and not lines[below].blank
        and asks(text, lines[below].end)
    ):
        below += 1
    return below if below < len(lines) and below not in labels else -1


LAYOUT = Layout("question-label", "Q: a question, the answer below without a label", propose, kind="unlabelled")
