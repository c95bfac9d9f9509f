"""What a layout is: a name, what it looks like, and a grammar that proposes cues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from transcript.engine.cues import Cue
from transcript.engine.lines import Page


@dataclass(frozen=True, slots=True)
class Layout:
    """A convention by which a house prints who speaks.

    ``propose`` returns cues in the order of the page, in time linear in the page. The labels of ``mixed`` layouts may
    stand side by side in one document; those of an ``alone`` layout look like much that is no label, and are read
    only where they explain the whole document. An ``unlabelled`` layout prints no label: its cues are a whole
    reading, and ``form`` says whose each is: ``q`` and ``a`` ask and answer, ``1`` and ``2`` are two voices.
    """

    name: str
    looks_like: str
    propose: Callable[[Page], list[Cue]]
    kind: Literal["mixed", "alone", "unlabelled"] = "mixed"
