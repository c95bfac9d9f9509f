"""A name alone on its line, the words below, as editors' tools and minutes print; the line may be bold or a heading.

A short line above a paragraph may be anything, so the same line must recur.
"""

from __future__ import annotations

import re
from collections import Counter

from transcript.engine.cues import TIME_ALONE, Cue
from transcript.engine.labels import parse
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Line, Page

_LONGEST = 48
_LONGEST_WITH_PARTY = 140
# First name and surname, or an office and a name in parentheses, as records of parliaments print.
_PERSON = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+(?: \([^()\n]{2,40}\)){0,2}$"
    r"|The [A-Z][^\n()]{3,60} \([A-Z][^()\n]{3,40}\)$|Hon\.? Members$|M(?:r|s|rs|adam) Speaker$"
)
_NUMBER = re.compile(r"(?:T?\d{1,3}\.|Q\d{1,3}\.?)\s+(?:\[\d+\]\s+)?")  # of a question put down in parliament
_NAME = re.compile(r"[^\W\d_](?:[^\n:：!?;…“”\"()（）。，]){1,90}(?:\s*[(（][^()\n（）]{1,60}[)）]){0,3}$")
_STOPS = frozenset('.!?…;»"”’)')
_CAPITALS = re.compile(r"[^\W\d_][\w.’'-]{0,20}(?: [^\W\d_][\w.’'-]{0,20}){1,4}(?:, [^\n:?!]{2,100})?$")
_PARTY = re.compile(r"\s*(?:[(（]| [-–—]{1,2} ).*$")
_OFFICE = re.compile(r" [-–—]{1,2} (?=[A-ZÀ-Ý])")  # "Rob Hale - President"


def propose(page: Page) -> list[Cue]:
    """A cue for each short line with words right below it that recurs, or is dressed as lines that recur."""
    lines = page.lines
    found = [
        (index, start, form)
        for index in range(len(lines) - 1)
        if (start := _name_starts(page, index)) >= 0 and (form := _form(lines[index]))
    ]
    names = Counter((_name(page.text[start : lines[index].end]), form) for index, start, form in found)
    recurring = Counter(form for (_, form), count in names.items() if count >= 2)
    paragraphs = sum(1 for line in lines if line.blank)
    forms = {form for form, count in recurring.items() if count >= 2 or form != "-" or len(found) >= 0.8 * paragraphs}
    if not forms:
        return []
    usual = max(forms, key=lambda form: recurring[form])
    return [
        _cue(page, index, start, form if form in forms else usual)
        for index, start, form in found
        if form in forms or _is_nobody(page.text[start : lines[index].end])
    ]


def _is_nobody(label: str) -> bool:
    """Somebody without a name, as "Unknown Speaker", whom programs print plain among names in bold."""
    words = parse(label)
    return words.group and words.shape == "role" and len(words.names) > 1


def _name_starts(page: Page, index: int) -> int:
    """Where the name of a line begins that may be one; -1 where it is none."""
    text, line, below = page.text, page.lines[index], page.lines[index + 1]
    length = line.end - line.start
    if length > _LONGEST_WITH_PARTY or line.closed:
        return -1
    if not line.blank and not below.blank and _is_capital(page, index):
        return line.start
    if not line.blank and not (above := page.lines[index - 1]).level and not _is_time(text, above):
        return -1
    marked = line.emphasised or line.level > 0
    titled = _OFFICE.search(text, line.start, line.end) is not None
    apart = marked or titled or text[line.start : line.end].isupper()  # the words may stand below a blank line
    if not apart and below.blank == 1 and line.blank:
        apart = _PERSON.match(text, line.start, line.end) is not None or (
            length <= 24 and parse(text[line.start : line.end]).shape == "role"
        )
    if below.blank > (1 if apart else 0) or (length > _LONGEST and not titled and text[line.end - 1] not in ")）"):
        return -1
    number = _NUMBER.match(text, line.start, line.end)
    start = number.end() if number else line.start
    words = text[start : line.end]
    if not _NAME.match(words) or len(_PARTY.sub("", words).split()) > (5 if length <= _LONGEST else 14):
        return -1
    capital = words[0].isupper() or not words[0].islower()
    return start if capital or marked else -1


def _is_capital(page: Page, index: int) -> bool:
    """A name of some words in capitals, perhaps described behind a comma, between sentences that are not.

    Such a line needs no blank line above.
    """
    text, line, above, below = page.text, page.lines[index], page.lines[index - 1], page.lines[index + 1]
    if text[above.end - 1] not in _STOPS or text[below.start : below.end].isupper():
        return False
    if not text[line.start].isupper() or not text[line.start + 1 : line.start + 3].strip(".").isupper():
        return False
    words = text[line.start : line.end]
    return words.partition(", ")[0].isupper() and words[-1] not in ".!?…," and _CAPITALS.match(words) is not None


def _name(label: str) -> str:
    """The label without what describes the person."""
    head, comma, _ = label.partition(", ")
    return head if comma and head.isupper() else _PARTY.sub("", label)


def _is_time(text: str, line: Line) -> bool:
    return text[line.start] in "[(0123456789" and TIME_ALONE.match(text, line.start, line.end) is not None


def _form(line: Line) -> str:
    return "*" if line.emphasised else f"#{line.level}" if line.level else "-"


def _cue(page: Page, index: int, start: int, form: str) -> Cue:
    line = page.lines[index]
    weight = -0.4 if form == "-" else 0.0
    label = page.text[start : line.end]
    return Cue(
        "name-line", index, line.start, line.end, label, start, line.end, inline=False, form=form + "|", weight=weight
    )


LAYOUT = Layout("name-line", "Name alone, the words below", propose, kind="alone")
