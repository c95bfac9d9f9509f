"""How near a document comes to what is so, word by word.

Every word of the text has one speaker or none, in truth and in the document. The document's speakers are mapped one to
one onto the true ones, so that most words agree, and what differs then is counted:

* a word is **wrong** where its speaker is another than the true one; a label taken for speech is wrong, and so is
  speech taken for a label. **WDER**, the word diarization error rate, is the share of words that are wrong.
* of these, **mis** are words given to a wrong person, and **false** are words given to a person that nobody speaks. A
  turn that names nobody is wrong where somebody can be named, but is neither of these.
* a **change** of speaker is right where the truth has one before the same word. Turns of one speaker in a row are one.
* a document is **exact** if no word and no change is wrong.

Not scored are stage directions (houses differ on whose words they are), page furniture within a turn, and what gold
leaves open. A figure is pooled over all words, or, as "macro", the mean over documents.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.assignment import assign
from benchmarks.gold import Gold
from benchmarks.words import aligned, starts_of, word_at, words_of
from transcript.model import Document, Turn

UNKNOWN = "?"
"""The speaker of a turn that names nobody: never mapped onto a person."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks each word (None: nobody), in which turn, and the words before which the speaker changes."""

    who: list[str | None]
    turn: list[int | None]
    changes: set[int]


@dataclass(frozen=True, slots=True)
class Score:
    """The counts for one document."""

    words: int = 0
    wrong: int = 0
    mis: int = 0
    false: int = 0
    hit: int = 0
    changes: int = 0
    changes_found: int = 0
    speakers: int = 0
    speakers_found: int = 0
    exact: bool = True

    @property
    def changes_wrong(self) -> int:
        """Changes of speaker that are missed or invented."""
        return self.changes + self.changes_found - 2 * self.hit


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is so and what was found, side by side. ``starts`` are the offsets of the words; ``skip`` are not scored."""

    text: str
    starts: list[int]
    truth: Voices
    found: Voices
    skip: set[int]
    people: dict[str, str] = field(default_factory=dict)

    def right(self, word: int) -> bool:
        """Whether the word has the speaker that it should have."""
        found, true = self.found.who[word], self.truth.who[word]
        if found is None or found == UNKNOWN:
            return found == true
        return true is not None and self.people.get(found) == true

    def score(self) -> Score:
        """Count."""
        kept = [word for word in range(len(self.starts)) if word not in self.skip]
        wrong = [word for word in kept if not self.right(word)]
        given = [word for word in wrong if self.found.who[word] not in (None, UNKNOWN)]
        false = sum(1 for word in given if self.truth.who[word] is None)
        changes, found = self.truth.changes - self.skip, self.found.changes - self.skip
        return Score(
            words=len(kept),
            wrong=len(wrong),
            mis=len(given) - false,
            false=false,
            hit=len(changes & found),
            changes=len(changes),
            changes_found=len(found),
            speakers=len({who for who in self.truth.who if who is not None}),
            speakers_found=len({who for who in self.found.who if who is not None}),
            exact=not wrong and changes == found,
        )


def judge(text: str, gold: Gold, document: Document, *, same_text: bool = True, markup: bool = False) -> Judgement:
    """Hold a document against what is so.

    ``same_text``: the document's offsets count this text. Otherwise the words of its segments are aligned with those
    of the text. ``markup``: tags in the text are no words.
    """
    starts = starts_of(text, markup=markup)
    turns = (
        (segment.start, segment.end, segment.speaker if segment.kind == "turn" else None, segment.kind == "turn")
        for segment in gold.segments
    )
    truth = _painted(starts, ((start, end, who) for start, end, who, spoken in turns if spoken))
    if same_text:
        found = _painted(starts, ((turn.start, turn.end, turn.speaker) for turn in document.turns))
    else:
        found = _by_words(text, starts, document)
    skip = _unscored(starts, gold)
    kept = (pair for word, pair in enumerate(zip(found.who, truth.who, strict=True)) if word not in skip)
    pairs = Counter(
        (theirs, ours) for theirs, ours in kept if theirs and ours and theirs != UNKNOWN and ours != UNKNOWN
    )
    return Judgement(text, starts, truth, found, skip, assign(pairs))


def _painted(starts: Sequence[int], turns: Iterable[tuple[int, int, str | None]]) -> Voices:
    voices = Voices([None] * len(starts), [None] * len(starts), set())
    last = None
    for index, (start, end, speaker) in enumerate(turns):
        who = UNKNOWN if speaker is None else speaker
        first, stop = bisect_left(starts, start), bisect_left(starts, end)
        if first >= stop:
            continue
        voices.who[first:stop] = [who] * (stop - first)
        voices.turn[first:stop] = [index] * (stop - first)
        if who != last or who == UNKNOWN:
            voices.changes.add(first)
        last = who
    return voices


def _by_words(text: str, starts: Sequence[int], document: Document) -> Voices:
    """As :func:`_painted`, for a document whose offsets count another text."""
    said: list[str] = []
    owners: list[tuple[str | None, int | None, bool]] = []
    turns, last = 0, None
    for segment in document.segments:
        words = words_of(segment.text)
        if isinstance(segment, Turn):
            who = UNKNOWN if segment.speaker is None else segment.speaker
            changes = who != last or who == UNKNOWN
            owners += [(who, turns, changes and at == 0) for at in range(len(words))]
            last = who if words else last
            turns += 1
        else:
            owners += [(None, None, False)] * len(words)
        said += words
    voices = Voices([None] * len(starts), [None] * len(starts), set())
    for word, place in aligned([word_at(text, start) for start in starts], said):
        voices.who[word], voices.turn[word], changes = owners[place]
        if changes:
            voices.changes.add(word)
    return voices


def _unscored(starts: Sequence[int], gold: Gold) -> set[int]:
    """The words that are not scored.

    What stands between the parts of one turn counts as furniture only if the turn goes on behind it.
    """
    spans = [(span.start, span.end) for span in gold.unscored]
    spoken: int | None = None  # where the last turn ends, or the heading or the like behind it,
    gaps: list[tuple[int, int]] = []  # and what lies between these
    for segment in gold.segments:
        if segment.kind == "stage":
            spans.append((segment.start, segment.end))
        elif segment.kind == "turn":
            if segment.continued and spoken is not None:
                spans += [*gaps, (spoken, segment.start)]
            spoken, gaps = segment.end, []
        elif spoken is not None:
            gaps.append((spoken, segment.start))
            spoken = segment.end
    return {word for start, end in spans for word in range(bisect_left(starts, start), bisect_left(starts, end))}
