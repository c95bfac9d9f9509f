"""Between two dashes a paragraph has no sign of its own: the answer goes on, or the reporter tells something.

Told is what calls a person of the title or the lead by name, or begins with "he" or "she", and says no "I". A page
that tells so once may do it again without a name ("Laughs."), so there nothing is taken for an answer.
"""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.lines import Page
from transcript.engine.persons import FIRST_PERSON
from transcript.engine.words import TRAILER

_WORD = re.compile(r"[^\W\d_]{3,40}")
_HE = re.compile(
    r"(?i)\W{0,3}(?:he|she|er|sie|il|elle|él|ella|ele|ela|lui|lei|egli|он|она|він|вона|han|hun|hon|hän|el|ea|hij|zij|ze"
    r"|ő|ón|ona|ono|αυτός|αυτή|anh ấy|chị ấy|cô ấy|ông ấy|dia|هو|هي|او|הוא|היא|वह)\b"
)
_FIELD = re.compile(r"[^\n:.!?]{1,40}\s?[:：]\s?[^\n]{1,100}(?<![.!?…])$")
_STOPS = frozenset(".!?…。！？;؟؛۔।\"'”’»«“)]:")


def answers_go_on(page: Page, cues: list[Cue]) -> bool:
    """Whether the paragraphs between questions and answers are those of the one who answers."""
    if any(cue.form[0] not in "qa" for cue in cues):
        return False
    taken = {cue.line for cue in cues}
    text, lines = page.text, page.lines
    first, last = cues[0].line, cues[-1].line
    dashed = any(cue.form[0] == "a" and cue.end > cue.start for cue in cues)
    stray = [line for line in range(first, last) if line not in taken and lines[line].blank]
    if dashed and len(stray) * 5 > len(cues) * 2:
        return False
    names = _names(page, cues[0].start)
    return not any(_tells(text[lines[line].start : lines[line].end], names) for line in stray)


def is_told(words: str, *, dashed: bool) -> bool:
    """A caption, a credit, a field: on a page where answers go on, these are still nobody's.

    :param dashed: answers have a dash too; a few words without one ("Laughs.") may be told.
    """
    if words[-1] not in _STOPS or TRAILER.match(words) or _FIELD.match(words):
        return True
    return dashed and len(words.split()) <= 3 and len(words) <= 24 and not FIRST_PERSON.search(words)


def _tells(words: str, names: frozenset[str]) -> bool:
    if FIRST_PERSON.search(words):
        return False
    return bool(_HE.match(words)) or any(_stem(word) in names for word in _WORD.findall(words))


def _names(page: Page, stop: int) -> frozenset[str]:
    """The words of the front matter that have a capital, and never stand in small letters on the page."""
    capital = {_stem(word) for word in _WORD.findall(page.text, 0, stop) if word[0].isupper()}
    if not capital:
        return frozenset()
    return frozenset(capital.difference(_stem(word).title() for word in _WORD.findall(page.text) if word[0].islower()))


def _stem(word: str) -> str:
    """The word without the endings by which many languages decline a name."""
    return (word[:1] + word[1:].lower())[: max(4, len(word) - 2)][:6]
