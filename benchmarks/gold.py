"""What is so: who speaks where in a text, as a careful person decided."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from transcript.model import Span

Kind = Literal["turn", "stage", "heading", "front", "back"]


@dataclass(frozen=True, slots=True)
class GoldSegment:
    """A range of code points of the text. Only a ``turn`` is speech; its label lies outside.

    ``speaker`` is None where nobody can be named. ``continued``: the turn before goes on after an interruption.
    """

    start: int
    end: int
    kind: Kind = "turn"
    speaker: str | None = None
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """The segments in order, and the ranges in which the text does not say who speaks.

    What lies in none of them, labels among it, is nobody's speech.
    """

    segments: tuple[GoldSegment, ...]
    unscored: tuple[Span, ...] = ()


def load(path: Path) -> Gold:
    """Read ``{"segments": [{"kind", "speaker", "start", "end", "cont"?}], "unscored"?: [[start, end]]}``."""
    data = json.loads(path.read_text(encoding="utf-8"))
    segments = (
        GoldSegment(
            row["start"], row["end"], row.get("kind", "turn"), row.get("speaker"), continued=bool(row.get("cont"))
        )
        for row in data["segments"]
    )
    return Gold(tuple(segments), tuple(Span(start, end) for start, end in data.get("unscored", ())))
