"""Whether confidence means something: of what is marked 0.95, how much is right.

A turn is **right** if it opens where that person begins to speak, every word of it is that person's, and no word of
that person's is left out at its end. Its **person** is right if most of its words are that person's. A turn that names
nobody is right in neither way, unless nobody can be named. Turns without a word that is scored are not judged.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.scoring import UNKNOWN, Judgement
from transcript.model import Document

EDGES = (0.0, 0.5, 0.7, 0.9, 0.95, 0.99)
"""Where the buckets begin; each ends before the next, and the last holds 1."""
SURE = 0.95


@dataclass(frozen=True, slots=True)
class Claim:
    """A confidence, and whether all of it is right, and nobody taken for another."""

    confidence: float
    right: bool
    person: bool


@dataclass(frozen=True, slots=True)
class Bucket:
    """The claims with a confidence from ``low`` to below ``high``."""

    low: float
    high: float
    claims: int
    right: int
    person: int


def of_turns(document: Document, judgement: Judgement) -> Iterator[tuple[int, Claim]]:
    """The index of each turn that can be judged, and its claim."""
    words: dict[int, list[int]] = {}
    for word, turn in enumerate(judgement.found.turn):
        if turn is not None and word not in judgement.skip:
            words.setdefault(turn, []).append(word)
    for index, spoken in words.items():
        right = all(map(judgement.right, spoken)) and _opens(judgement, spoken[0]) and _closes(judgement, spoken[-1])
        yield index, Claim(document.turns[index].confidence, right, _person(judgement, spoken))


def of_document(document: Document, judgement: Judgement) -> Claim:
    """The claim that the document makes as a whole: right if exact; its people are right if no word is another's."""
    score = judgement.score()
    return Claim(document.confidence, score.exact, score.mis == 0)


def buckets(claims: Iterable[Claim]) -> list[Bucket]:
    """The claims by confidence, and at the end those that are at least :data:`SURE`."""
    held: list[list[Claim]] = [[] for _ in EDGES]
    for claim in claims:
        held[bisect_right(EDGES, claim.confidence) - 1].append(claim)
    found = [_bucket(low, high, held[at]) for at, (low, high) in enumerate(zip(EDGES, (*EDGES[1:], 1.0), strict=True))]
    sure = [claim for claims in held for claim in claims if claim.confidence >= SURE]
    return [*found, _bucket(SURE, 1.0, sure)]


def _bucket(low: float, high: float, claims: list[Claim]) -> Bucket:
    return Bucket(low, high, len(claims), sum(c.right for c in claims), sum(c.person for c in claims))


def _opens(judgement: Judgement, word: int) -> bool:
    """Whether speakers change at the word, or do not, as they should."""
    return (word in judgement.found.changes) == (word in judgement.truth.changes)


def _closes(judgement: Judgement, word: int) -> bool:
    """Whether no word of the same person is left to nobody behind the word."""
    for following in range(word + 1, len(judgement.starts)):
        if following in judgement.skip:
            continue
        if judgement.found.who[following] is not None:
            return True
        true = judgement.truth.who[following]
        return true is None or true != judgement.truth.who[word] or following in judgement.truth.changes
    return True


def _person(judgement: Judgement, spoken: list[int]) -> bool:
    true = Counter(judgement.truth.who[word] for word in spoken).most_common(1)[0][0]
    found = judgement.found.who[spoken[0]]
    if found is None or found == UNKNOWN:
        return found == true
    return true is not None and judgement.people.get(found) == true
