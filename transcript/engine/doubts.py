"""How sure each turn is: what may be wrong with it, weighed by how often it was where the truth is known.

A turn is right if it opens where its person begins, holds only his words and ends where they end. So the doubt is
seldom on the label alone: it is on how far the turn reaches. The weights are log odds, fitted on documents with known
turns and rounded; ``benchmarks/README.md`` shows how right turns are for each confidence.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from transcript.engine.cues import Cue
from transcript.engine.evidence import Verdict
from transcript.engine.reading import Reading
from transcript.model import Heading, Segment, Turn

Doubt = tuple[float, str]

_SURE = 5.2  # the log odds of a turn that nothing speaks against
_SAID_BY_FORMAT = 0.99
_STOPS = frozenset('.!?…。！？"”’»)]）」』*>;:—–-,')
_LABELLED = re.compile(r"(?m)^[^\n:：]{1,40}[:：]\s")
_NAMED = frozenset(("name", "caps", "titled", "described"))
_TYPOGRAPHY = {"question": 1.0, "dash": 2.6, "paragraph": 3.0}


def weighed(reading: Reading, segments: list[Segment]) -> tuple[list[Segment], dict[int, str]]:
    """The segments, each turn with its confidence; and by the start of each doubted turn what speaks against it."""
    turns = [segment for segment in segments if isinstance(segment, Turn)]
    if not turns:
        return segments, {}
    several = sum(1 for turn in turns if "\n\n" in turn.text) / len(turns)
    ground = _Ground(reading, turns, usual=several >= 0.4)
    said = reading.layouts == ["voice"]
    reasons: dict[int, str] = {}
    result: list[Segment] = []
    for index, segment in enumerate(segments):
        if isinstance(segment, Turn) and segment.speaker is not None:
            below = segments[index + 1] if index + 1 < len(segments) else None
            doubts = ground.doubts(segment, below)
            sure = _SAID_BY_FORMAT if said else _sure(doubts)
            segment = Turn(  # replace() takes four times as long, and there are many turns
                segment.speaker, segment.start, segment.end, segment.text, segment.label, segment.directions,
                segment.time, sure, segment.skipped, segment.part,
            )  # fmt: skip
            if doubts:
                reasons[segment.start] = "; ".join([words for _, words in sorted(doubts, reverse=True)])
        result.append(segment)
    return result, reasons


@lru_cache(maxsize=1024)
def _sure(doubts: tuple[Doubt, ...]) -> float:
    return round(1 / (1 + math.exp(sum(weight for weight, _ in doubts) - _SURE)), 3)


class _Ground:
    """What the doubts on the turns of one document stand on."""

    def __init__(self, reading: Reading, turns: list[Turn], *, usual: bool) -> None:
        self.reading = reading
        self.usual = usual  # turns of several paragraphs
        self.last = turns[-1]
        pairs = sorted(zip(reading.cues, reading.weights, strict=True), key=lambda pair: pair[0].start)
        self.cues = [cue for cue, _ in pairs]
        self.starts = [cue.start for cue in self.cues]
        self.weights = [weight for _, weight in pairs]
        self.verdicts = {cue.start: verdict for verdict in reading.verdicts for cue in verdict.cues}
        self.refused = sorted(
            cue.start
            for verdict in reading.verdicts
            if not verdict.taken and verdict.weight >= -3
            for cue in verdict.cues
        )
        self.on_labels: dict[tuple[int, str, float], tuple[Doubt, ...]] = {}
        self.names = sum(len(v.cues) for v in reading.verdicts if v.taken and v.label.shape in _NAMED)

    def doubts(self, turn: Turn, below: Segment | None) -> tuple[Doubt, ...]:
        """What may be wrong with a turn."""
        at = max(0, bisect_right(self.starts, turn.label.start if turn.label else turn.start) - 1)
        cue, verdict = self.cues[at], self.verdicts.get(self.starts[at])
        key = (id(verdict), cue.layout, self.weights[at])
        on_label = self.on_labels.get(key)
        if on_label is None:
            on_label = self.on_labels[key] = tuple(self._on_label(cue, self.weights[at], verdict))
        if turn.text[-1:] in _STOPS and "\n\n" not in turn.text and turn is not self.last and not self.refused:
            return on_label if not isinstance(below, Heading) else (*on_label, *self._on_reach(turn, below))
        return (*on_label, *self._on_reach(turn, below))

    def _on_label(self, cue: Cue, weight: float, verdict: Verdict | None) -> Iterator[Doubt]:
        if verdict is None:
            yield _TYPOGRAPHY.get(cue.layout, 1.0), "only the typography tells who speaks"
            return
        if weight < 6:
            yield (2.4 if weight < 4 else 0.7), f"“{verdict.label.text}” is weak evidence for a speaker"
        if len(verdict.cues) <= 3:
            yield 0.5, "its label is rare"
        if cue.layout == "run-in":
            yield 0.7, "its label stands in the middle of a line"
        if verdict.label.shape == "role" and self.names >= 3:
            yield 1.0, "it names a part where others are named as persons"

    def _on_reach(self, turn: Turn, below: Segment | None) -> Iterator[Doubt]:
        text, later = turn.text, False
        inside = self.refused and bisect_right(self.refused, turn.end - 1) > bisect_right(self.refused, turn.start - 1)
        if "\n\n" in text:
            later, paragraphs = True, text.split("\n\n")[1:]
            if any(len(words) <= 80 and "\n" not in words and words[-1] not in _STOPS for words in paragraphs if words):
                yield 1.8, "a line without a stop stands in it, as headings do"
            inside = inside or any(_LABELLED.search(words) for words in paragraphs)
        if turn is self.last:
            yield (4.2 if later else 2.0), "it is the last, and what follows an interview may stand in it"
        elif later and not self.usual:
            yield 1.8, "it has several paragraphs, where others have one"
        if inside:
            yield 1.3, "words before a colon stand in it, as labels do"
        if text[-1:] not in _STOPS:
            yield 1.8, "it does not end in a stop"
        if isinstance(below, Heading):
            yield 2.0, "a heading follows, and perhaps not the first one"
