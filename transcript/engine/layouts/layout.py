"""What a layout is: a name, what it looks like, and a grammar that proposes cues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from transcript.engine.cues import Cue
from transcript.engine.lines import Page


@dataclass(frozen=True, slots=True)
class Layout:
    """A convention by which a house prints who speaks.

    ``propose`` returns cues in the order of the page, in time linear in the page. Where ``labelled`` is False the
    page prints no label: the cues are a whole reading of their own, and ``form`` says whose each is: ``q``
    and ``a`` ask and answer, ``a`` and ``b`` are two voices.
    """

    name: str
    looks_like: str
    propose: Callable[[Page], list[Cue]]
    labelled: bool = True
