"""Interviews made to measure: the same size, layout and seed give the same text. Every person and noun is invented."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Said = tuple[int, str]
"""Which of the people speaks, and the words."""

_STARTS = (
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "g",
    "gl",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
)
_MIDDLES = ("a", "ai", "e", "ea", "i", "o", "oa", "u", "ou")
_ENDS = ("b", "ck", "d", "l", "ll", "m", "n", "nd", "ng", "r", "rn", "rt", "s", "sh", "st", "t", "th", "v")
_SMALL = (
    "the", "and", "of", "to", "a", "in", "that", "it", "was", "we", "I", "you", "they", "for", "on", "with", "but",
    "so", "as", "at", "had", "not", "he", "she", "be", "have", "this", "from", "there", "then", "or", "when", "what",
    "about", "would", "were", "all", "one", "if", "out", "up", "into", "just", "because", "who", "how", "where", "our",
    "my", "your", "been", "more", "by", "very",
)  # fmt: skip
_PEOPLE = (
    ("Marlo", "Venn"),
    ("Ruska", "Oldacre"),
    ("Tibor", "Hask"),
    ("Jenet", "Quillfeather"),
)


def conversation(size: int, seed: int = 1) -> Iterator[Said]:
    """Turns until so many characters are said. Nobody speaks twice in a row; one turn in six has two paragraphs."""
    chance = random.Random(seed)  # noqa: S311 - the same for every run
    nouns = _nouns(chance)
    who = 0
    while size > 0:
        words = _paragraph(chance, nouns)
        if chance.random() < 1 / 6:
            words += "\n\n" + _paragraph(chance, nouns)
        yield who, words
        size -= len(words) + 10
        who = (who + chance.randrange(1, len(_PEOPLE))) % len(_PEOPLE)


def _nouns(chance: random.Random) -> list[str]:
    def syllable() -> str:
        return chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)

    return [syllable() + (syllable() if chance.random() < 0.6 else "") for _ in range(2000)]


def _paragraph(chance: random.Random, nouns: list[str]) -> str:
    return " ".join(_sentence(chance, nouns) for _ in range(chance.choice((1, 1, 2, 3, 4, 6))))


def _sentence(chance: random.Random, nouns: list[str]) -> str:
    words = [chance.choice(_SMALL if chance.random() < 0.55 else nouns) for _ in range(chance.randrange(5, 18))]
    if len(words) > 9:
        words[len(words) // 2] += ","
    words[0] = words[0].capitalize()
    return " ".join(words) + chance.choice(".....?")


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to print who speaks. ``printed`` gives one turn, from its number, its speaker and the words."""

    name: str
    printed: Callable[[int, int, str], str]
    between: str = "\n\n"


def text_of(layout: Layout, size: int, seed: int = 1) -> str:
    """An interview of about ``size`` characters, never more than one turn longer."""
    turns = enumerate(conversation(size, seed))
    return layout.between.join(layout.printed(number, who, words) for number, (who, words) in turns) + "\n"


def _first(who: int) -> str:
    return _PEOPLE[who][0]


def _whole(who: int) -> str:
    return " ".join(_PEOPLE[who])


def _clock(number: int) -> str:
    return f"{number // 120}:{number // 2 % 60:02}:{number % 2 * 30:02}"


def _wrapped(label: str, words: str) -> str:
    return "\n\n".join(textwrap.fill(part, 72) for part in f"{label} {words}".split("\n\n"))


def _one_line(words: str) -> str:
    return words.replace("\n\n", " ")


LAYOUTS = (
    Layout("Name:", lambda _, who, words: f"{_first(who)}: {words}"),
    Layout("Name: hard-wrapped", lambda _, who, words: _wrapped(f"{_whole(who)}:", words)),
    Layout("NAME: tight", lambda _, who, words: f"{_whole(who).upper()}: {_one_line(words)}", "\n"),
    Layout("**Name:**", lambda _, who, words: f"**{_whole(who)}:** {words}"),
    Layout("[0:00:00] Name:", lambda number, who, words: f"[{_clock(number)}] {_first(who)}: {words}"),
    Layout("Name  0:00:00 above", lambda number, who, words: f"{_whole(who)}  {_clock(number)}\n{words}"),
    Layout("Name: above", lambda _, who, words: f"{_whole(who)}:\n{words}"),
    Layout("Q. and A.", lambda number, _, words: f"{'QA'[number % 2]}. {words}"),
    Layout("dashes", lambda _, __, words: f"– {words}"),
    Layout("tabs", lambda _, who, words: f"{_whole(who)}\t{_one_line(words)}", "\n"),
)
ORDINARY = LAYOUTS[0]
