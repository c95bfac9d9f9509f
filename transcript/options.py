"""What a caller may choose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Profile = Literal["default", "spoken"]
WallClock = Literal["refuse", "from-first"]
CueTimes = Literal["known", "divided"]


@dataclass(frozen=True, slots=True)
class CastMember:
    """A person whom the caller names. Labels that fit nobody else are this person's.

    ``labels`` are printed labels that are this person's whatever they look like.
    """

    name: str
    role: Literal["interviewer", "interviewee", "other"] | None = None
    description: str | None = None
    ref: str | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for one conversion.

    ``metadata`` holds fields of :class:`transcript.model.Metadata` and wins over what the text says. ``profile``
    chooses between the TEI profiles. ``max_turns`` bounds the number of turns; a text with more is refused.

    Three are for captions. ``words_per_minute`` (1 or more): where no turn has a time, synthetic times at that rate.
    ``wall_clock``: what to do with times of day; ``from-first`` counts them from the first. ``cue_times``: ``known``
    writes only times that the document knows; ``divided`` cuts a WebVTT cue of more than two lines into several, each
    with its share of the time.
    """

    cast: tuple[CastMember, ...] = ()
    metadata: dict[str, str | None] = field(default_factory=dict)
    explain: bool = False
    profile: Profile = "default"
    max_turns: int = 200_000
    words_per_minute: int | None = None
    wall_clock: WallClock = "refuse"
    cue_times: CueTimes = "known"


DEFAULTS = Options()
