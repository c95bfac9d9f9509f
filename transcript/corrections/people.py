"""Corrections of who is who: rename, merge, split, assign, role."""

from __future__ import annotations

from dataclasses import replace

from transcript.corrections.draft import Draft, Unmatched
from transcript.corrections.labels import bare
from transcript.model import Speaker
from transcript.options import Assign, Merge, Rename, SetRole, Split


def rename(draft: Draft, correction: Rename) -> None:
    """Call a speaker otherwise; labels stay as printed."""
    draft.call(draft.find(correction.speaker), correction.name)


def set_role(draft: Draft, correction: SetRole) -> None:
    """Say who asks and who answers."""
    known = draft.find(correction.speaker)
    draft.speakers[known] = replace(draft.speakers[known], role=correction.role)


def merge(draft: Draft, correction: Merge) -> None:
    """Make several speakers one, who keeps what is known of the first and takes from the others what is not."""
    first, *others = dict.fromkeys(draft.find(word) for word in correction.speakers)
    for other in others:
        draft.speakers[first] = _both(draft.speakers[first], draft.speakers.pop(other))
        draft.give(draft.turns_of(other), first, surely=False)
        draft.successors[other] = first


def split(draft: Draft, correction: Split) -> None:
    """Give turns to somebody who need not be known yet."""
    turns = draft.at(correction.label, correction.start, correction.end)
    name = correction.name or bare(correction.label or "") or draft.label_at(turns[0])
    if not name:
        raise Unmatched("no label is printed there: give a name")
    draft.give(turns, draft.named(name), surely=True)


def assign(draft: Draft, correction: Assign) -> None:
    """Give turns to somebody who is known, or to nobody."""
    speaker = None if correction.speaker is None else draft.find(correction.speaker)
    draft.give(draft.at(correction.label, correction.start, correction.end), speaker, surely=True)


def _both(kept: Speaker, absorbed: Speaker) -> Speaker:
    return replace(
        kept,
        role=kept.role or absorbed.role,
        kind="group" if kept.kind == absorbed.kind == "group" else "person",
        description=kept.description or absorbed.description,
        ref=kept.ref or absorbed.ref,
        labels=tuple(dict.fromkeys((*kept.labels, *absorbed.labels))),
    )
