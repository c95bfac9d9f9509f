"""What a word is, and which words of two texts are the same ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")  # one kana or ideograph, or a run of letters, digits and underscores
_MARKUP = re.compile(r"<[^<>]*>|&#?\w+;")
_CLOCK = re.compile(r"\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d+)?")


def starts_of(text: str, *, markup: bool = False) -> list[int]:
    """Where the words of the text start. Clock times are nobody's words, nor, with ``markup``, tags and entities."""
    text = _CLOCK.sub(_blank, text)
    if markup:
        text = _MARKUP.sub(_blank, text)
    return [word.start() for word in _WORD.finditer(text)]


def words_of(text: str) -> list[str]:
    """The words of the text, clock times left out, in small letters."""
    return [word.lower() for word in _WORD.findall(_CLOCK.sub(" ", text))]


def word_at(text: str, start: int) -> str:
    """The word that starts there, in small letters; "" where none does."""
    found = _WORD.match(text, start)
    return found[0].lower() if found else ""


def aligned(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indexes of the words that a longest common subsequence of the two pairs."""
    numbers: dict[str, int] = {}
    left, right = ([numbers.setdefault(word, len(numbers)) for word in words] for words in (ours, theirs))
    for block in Indel.opcodes(left, right):
        if block.tag == "equal":
            yield from zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
