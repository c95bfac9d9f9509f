"""What becomes of a document: a row of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Outcome = Literal["done", "partial", "failed", "refused", "unchanged"]

SETTLED: tuple[Outcome, ...] = ("done", "partial")
"""Outcomes that the same input has again, so that there is no need to try."""


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one document.

    * ``done``: written in every format; ``partial``: only in those of ``written``, for the others need what the text
      does not have, as captions need times.
    * ``failed``: it could not be read or converted, or nothing be written; ``refused``: it was not tried, because of a
      limit or because of its name. ``reason`` says why, for all but ``done``.
    * ``unchanged``: an earlier run has settled it. The ledger keeps the row of that run, never this one.

    ``path`` is relative to the source. ``sha256`` is that of the document, ``asked`` one of all else on which the
    result depends: the program, the options, the sidecar. ``unattributed`` counts turns whose speaker is not known,
    ``reviews`` places that a person should look at; ``notes`` are the codes of the notes, each once; ``seconds`` is
    the time that it took on its worker. What is not known is None.
    """

    path: str
    outcome: Outcome
    reason: str | None = None
    bytes: int | None = None
    sha256: str | None = None
    asked: str | None = None
    format: str | None = None
    layouts: tuple[str, ...] = ()
    speakers: int | None = None
    turns: int | None = None
    unattributed: int | None = None
    confidence: float | None = None
    reviews: int | None = None
    notes: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    seconds: float | None = None


def row_of(content: dict[str, Any]) -> Row:
    """The row whose fields these are, with lists for tuples.

    :raises TypeError: they are not those of a row.
    """
    fields: dict[str, Any] = {}
    for name, value in content.items():
        fields[name] = tuple(value) if isinstance(value, list) else value
    return Row(**fields)
