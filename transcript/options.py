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
class Rename:
    """The speaker is called so, in every format."""

    speaker: str
    name: str


@dataclass(frozen=True, slots=True)
class Merge:
    """These are one person, who keeps the name of the first."""

    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """The turns under a label, or in a range, are those of somebody else, whose ``name`` is else the label."""

    label: str | None = None
    start: int | None = None
    end: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Assign:
    """The turns under a label, or in a range, are those of that speaker; of nobody known, where it is None."""

    speaker: str | None
    label: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class NotASpeaker:
    """Nobody is named here: turns of a speaker, under a label or in a range are none.

    ``becomes``: ``passage``, words that nobody speaks, or ``speech`` of whoever spoke before, the label a part of it.
    """

    speaker: str | None = None
    label: str | None = None
    start: int | None = None
    end: int | None = None
    becomes: Literal["passage", "speech"] = "passage"


@dataclass(frozen=True, slots=True)
class SetRole:
    """What the speaker does in the interview; None where nothing says."""

    speaker: str
    role: Literal["interviewer", "interviewee", "other"] | None


@dataclass(frozen=True, slots=True)
class Begin:
    """The interview begins with the segment that holds this offset, or the next one; what is before is front matter."""

    at: int


@dataclass(frozen=True, slots=True)
class End:
    """The interview ends before the first segment that begins at this offset or after it; the rest is back matter."""

    at: int


@dataclass(frozen=True, slots=True)
class Pseudonymise:
    """The speaker is called so wherever the name, a label or one of the further ``words`` stood."""

    speaker: str
    name: str
    words: tuple[str, ...] = ()


Correction = Rename | Merge | Split | Assign | NotASpeaker | SetRole | Begin | End | Pseudonymise
"""What a person knows better. A speaker is meant by one of the labels as printed, or by name; a place by its label, or
by a range of code points of the source. Neither moves when the text is structured anew."""


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for one conversion.

    ``corrections`` are made in their order, pseudonyms last, and every format is written from the result.
    ``metadata`` holds fields of :class:`transcript.model.Metadata` and wins over what the text says. ``profile``
    chooses between the TEI profiles. ``max_turns`` bounds the number of turns; a text with more is refused.

    Three are for captions. ``words_per_minute`` (1 or more): where no turn has a time, synthetic times at that rate.
    ``wall_clock``: what to do with times of day; ``from-first`` counts them from the first. ``cue_times``: ``known``
    writes only times that the document knows; ``divided`` cuts a WebVTT cue of more than two lines into several, each
    with its share of the time.
    """

    cast: tuple[CastMember, ...] = ()
    metadata: dict[str, str | None] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    explain: bool = False
    profile: Profile = "default"
    max_turns: int = 200_000
    words_per_minute: int | None = None
    wall_clock: WallClock = "refuse"
    cue_times: CueTimes = "known"


DEFAULTS = Options()
