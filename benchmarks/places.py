"""Where a document is wrong: the text around, who speaks there, and who was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from benchmarks.scoring import UNKNOWN, Judgement

_AROUND = 40
_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A run of words that are wrong in one way, or a change of speaker missed or invented before right words."""

    start: int
    line: int
    words: int
    expected: str
    found: str
    before: str
    text: str
    wrong_person: bool = False

    def __str__(self) -> str:
        size = f"{self.words} words" if self.words > 1 else "1 word" if self.words else "no word"
        worst = ", a wrong person" if self.wrong_person else ""
        return (
            f"line {self.line}, character {self.start}, {size}{worst}:\n"
            f"    {self.before}▸{self.text}\n"
            f"    expected {self.expected}; found {self.found}"
        )


def places(judgement: Judgement) -> list[Place]:
    """Every place that is wrong, in order."""
    found = [*_runs(judgement), *_changes(judgement)]
    return sorted(found, key=lambda place: place.start)


def _runs(judgement: Judgement) -> Iterator[Place]:
    def kind(word: int) -> tuple[str | None, str | None] | None:
        if judgement.right(word):
            return None
        return judgement.truth.who[word], judgement.found.who[word]

    kept = [word for word in range(len(judgement.starts)) if word not in judgement.skip]
    for speakers, run in groupby(kept, kind):
        if speakers is not None:
            words = list(run)
            expected, found = speakers
            mis = expected is not None and found not in (None, UNKNOWN)
            yield _place(judgement, words[0], words[-1], len(words), _name(expected), _called(judgement, found), mis)


def _changes(judgement: Judgement) -> Iterator[Place]:
    """Changes that differ where the word is right: at the others the run of words tells as much."""
    truth, found = judgement.truth.changes, judgement.found.changes
    for word in sorted((truth ^ found) - judgement.skip):
        if judgement.right(word):
            who = _name(judgement.truth.who[word])
            begins, goes_on = f"{who} begins to speak", f"{who} goes on"
            expected, says = (begins, goes_on) if word in truth else (goes_on, begins)
            yield _place(judgement, word, word, 0, expected, says)


def _name(who: str | None) -> str:
    return "no speech" if who is None else "an unknown speaker" if who == UNKNOWN else who


def _called(judgement: Judgement, who: str | None) -> str:
    """The speaker as the document calls it, and whom that is, where the two differ."""
    is_person = judgement.people.get(who or "")
    return f"{who} (who is {is_person})" if is_person else _name(who)


def _place(
    judgement: Judgement, first: int, last: int, words: int, expected: str, found: str, wrong_person: bool = False
) -> Place:
    text, start = judgement.text, judgement.starts[first]
    stop = judgement.starts[last + 1] if last + 1 < len(judgement.starts) else len(text)
    shown = text[start:stop].rstrip() if words else text[start : start + _AT_MOST]
    if len(shown) > _AT_MOST + _AROUND:
        shown = f"{shown[:_AT_MOST]} … {shown[-_AROUND:]}"
    before = text[max(0, start - _AROUND) : start]
    line = text.count("\n", 0, start) + 1
    return Place(start, line, words, expected, found, _line(before), _line(shown), wrong_person)


def _line(text: str) -> str:
    return text.replace("\r", "").replace("\n", "⏎").replace("\t", "⇥")
