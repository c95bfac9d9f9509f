"""Questions set apart by type alone: bold, italic, a heading, a number; the answers stand plain below.

The dress in which most questions stand is that of the interviewer. A line so dressed that asks nothing is his too
where it is a sentence; a few words are a heading.
"""

from __future__ import annotations

import re
from collections import defaultdict

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.turns import is_advice, share
from transcript.engine.lines import Line, Page
from transcript.engine.persons import FIRST_PERSON, SECOND_PERSON

_ASKS = re.compile(r"[?？؟;][\"'”’»)\]*_ ]*$")
_STOPS = frozenset('.!。！…”"»«“')
_PROMPT = re.compile(
    r"(?i)(?:tell|describe|name|complete|finish|explain|give|share|pick|choose|imagine|talk|walk|erzählen|nennen|beschreiben"
    r"|erklären|racontez|décrivez|parlez|expliquez|cuénte\w*|háble\w*|describa|cite|conte|fale|descreva|racconti|descriva)\b"
)
_INSTRUCTIONS = re.compile(
    r"(?i)\bFAQs?\b|frequently asked|häufige fragen|foire aux questions|preguntas frecuentes|частые вопросы|常见问题"
)
_NUMBER = re.compile(r"(?:Q(?:uestion)?\s*)?(\d{1,3})\s?[.):–-]+\s+(?=\S)")


def propose(page: Page) -> list[Cue]:
    """A cue for each question in the dress that most questions have, and one for the answer below it."""
    text, lines = page.text, page.lines
    dressed: dict[str, list[int]] = defaultdict(list)
    counted = _counted(page)
    for index, line in enumerate(lines):
        if not line.closed and (form := _dress(text, line, counted=index in counted)):
            dressed[form].append(index)
    asked = {form: sum(1 for index in group if _asks(page, index)) for form, group in dressed.items()}
    form = max(asked, key=lambda form: asked[form], default="")
    if not form or asked[form] < 2:
        return []
    questions = [index for index in dressed[form] if _asks(page, index) or _is_sentence(text, lines[index])]
    first = next(index for index in questions if _asks(page, index))
    questions = [index for index in questions if index >= first]
    above = text[lines[max(0, first - 3)].start : lines[first].start]
    if asked[form] * 2 < len(questions) or _INSTRUCTIONS.search(above):
        return []
    tight = sum(1 for index in questions if not lines[index].blank) * 2 > len(questions)
    if tight and not _is_spoken(page, questions):
        return []
    return _cues(page, questions, form, weight=2.0 if asked[form] >= 3 else 1.2, tight=tight)


def _counted(page: Page) -> set[int]:
    """Lines that count on, as questions do where no blank line parts them; the points of a list begin anew."""
    text = page.text
    found: set[int] = set()
    last, sign = 0, ""
    for index, line in enumerate(page.lines):
        if text[line.start].isdigit() and (number := _NUMBER.match(text, line.start, line.end)):
            mark = text[number.end(1)]
            if int(number[1]) == last + 1 and (not last or mark == sign):
                found.add(index)
                last, sign = last + 1, mark
    return found


def _is_spoken(page: Page, questions: list[int]) -> bool:
    """Numbered lines of which nearly all ask, and some "you", with answers of which some say "I": no quiz."""
    text, lines = page.text, page.lines
    asked = sum(1 for index in questions if _asks(page, index))
    said = [text[lines[index].start : lines[index].end] for index in questions]
    stops = [*questions[1:], min(len(lines), questions[-1] + 3)]
    answers = [text[lines[i].end : lines[stop - 1].end] for i, stop in zip(questions, stops, strict=True)]
    if asked < 5 or asked < 0.8 * len(questions) or is_advice(said, answers):
        return False
    return share(SECOND_PERSON, said) + share(FIRST_PERSON, answers) >= 0.3


def _cues(page: Page, questions: list[int], form: str, weight: float, *, tight: bool) -> list[Cue]:
    text, lines = page.text, page.lines
    chosen = set(questions)
    cues: list[Cue] = []
    open_question = False
    for index in range(questions[0], len(lines)):
        line = lines[index]
        if index in chosen:
            if not open_question:
                found = _NUMBER.match(text, line.start, line.end) if form == "1" else None
                end = found.end() if found else line.start
                cues.append(
                    Cue(
                        "question",
                        index,
                        line.start,
                        end,
                        "",
                        line.start,
                        end,
                        inline=True,
                        form="q" + form,
                        weight=weight,
                    )
                )
            open_question = True
        elif open_question and not (line.emphasised and form in "*/" and not line.blank):
            above = lines[index - 1].end - 1
            if form == "1" and not line.blank and not _asks(page, index - 1) and not (tight and text[above] in _STOPS):
                continue
            cues.append(
                Cue(
                    "question",
                    index,
                    line.start,
                    line.start,
                    "",
                    line.start,
                    line.start,
                    inline=True,
                    form="a",
                    weight=weight,
                )
            )
            open_question = False
    return cues


def _dress(text: str, line: Line, *, counted: bool) -> str:
    if line.level:
        return f"#{line.level}"
    if line.emphasised:
        return "/" if line.italic else "*"
    if text[line.start].isdigit() or text[line.start] == "Q":
        return "1" if (line.blank or counted) and _NUMBER.match(text, line.start, line.end) else ""
    return ""


def _asks(page: Page, index: int) -> bool:
    line = page.lines[index]
    return bool(_ASKS.search(page.text, max(line.start, line.end - 6), line.end))


def _is_sentence(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    return bool(_PROMPT.match(words)) or (len(words) > 3 and words.rstrip("*_ ")[-1:] in _STOPS)


LAYOUT = Layout(
    "question", "a question in bold, as a heading or numbered; the answer plain below", propose, kind="unlabelled"
)
