"""Labels that a hard wrap broke in two are made whole: ``Rt Hon JOHN KEY (Prime`` / ``Minister): words``.

Only two breaks are sure: within a parenthesis behind a name that the colon follows, and between a title that stands
alone and the name. The line break becomes a blank, so that every offset stays.
"""

from __future__ import annotations

import re

from transcript.engine.lines import Line, Page
from transcript.engine.words import HONORIFICS, fold

_OPEN = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.'’-]*\s){1,6}\([^\n()]{1,60}$")
_CLOSED = re.compile(r"[^\n()]{0,60}\)\s?[:：](?=\s|$)")
_NAMED = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.'’-]*\s?){1,4}(?:\([^\n()]{1,60}\)\s?)?[:：](?=\s|$)")
_LONGEST = 90
_TITLES = 16  # characters, at most, of titles that stand alone
_LEADING = frozenset(("the", "rt", "right", "most", "very"))  # "Rt Hon", "The Right Rev"


def mend(page: Page) -> None:
    """Join the lines of such labels, in place."""
    text, lines = page.text, page.lines
    joints: list[int] = []
    for index in range(len(lines) - 1):
        above, below = lines[index], lines[index + 1]
        if not below.blank and not above.closed and not above.level and _is_broken(text, above, below):
            joints.append(index)
    if not joints:
        return
    pieces: list[str] = []
    at = 0
    for index in joints:
        start, end = lines[index].end, lines[index + 1].start
        pieces += [text[at:start], " " * (end - start)]
        at = end
        lines[index + 1].start, lines[index + 1].indent = lines[index].start, lines[index].indent
        lines[index + 1].blank = lines[index].blank
    page.text = "".join([*pieces, text[at:]])
    gone = set(joints)
    page.lines = [line for index, line in enumerate(lines) if index not in gone]
    page.starts = [line.start for line in page.lines]


def _is_broken(text: str, above: Line, below: Line) -> bool:
    length = above.end - above.start
    if length <= _TITLES and text[above.start].isupper():
        titles = text[above.start : above.end].split()
        return all(fold(word) in HONORIFICS or fold(word) in _LEADING for word in titles) and bool(
            _NAMED.match(text, below.start, below.end)
        )
    if length > _LONGEST or text.find("(", above.start, above.end) < 0:
        return False
    return bool(_OPEN.match(text, above.start, above.end)) and bool(_CLOSED.match(text, below.start, below.end))
