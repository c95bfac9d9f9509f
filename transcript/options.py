"""What a caller may choose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Profile = Literal["default", "spoken"]


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
    """

    cast: tuple[CastMember, ...] = ()
    metadata: dict[str, str | None] = field(default_factory=dict)
    explain: bool = False
    profile: Profile = "default"
    max_turns: int = 200_000


DEFAULTS = Options()
