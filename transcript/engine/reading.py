"""A reading: one way to tell the turns of a document apart."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from transcript.engine.cues import Cue
from transcript.engine.evidence import Verdict


@dataclass(slots=True)
class Reading:
    """One way to read the whole document: its cues in order, how sure each is, and why."""

    name: str
    cues: list[Cue] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    layouts: list[str] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    printed: dict[int, Cue] = field(default_factory=dict)  # labels on the lines of a reading that needs none

    @property
    def worth(self) -> float:
        """How much of the page it explains: each cue counts as it is sure, so at most one."""
        return sum(1 / (1 + math.exp(1.0 - weight)) for weight in self.weights)
