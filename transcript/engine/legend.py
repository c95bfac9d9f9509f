"""Legends: what the front matter says of the codes and roles that the labels print.

``AP = Anya Petrova``, ``Anya Petrova (AP)``, ``Interviewer: Mark Hale``, which tells both who ``Interviewer`` or ``MH``
is and what part he has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from transcript.engine.identity import may_be
from transcript.engine.labels import Label, parse
from transcript.engine.lines import Page
from transcript.engine.words import fold
from transcript.model import Role

_REACH = 20_000
_WORD = r"[^\W\d_][\w.’'-]*"
_NAME = rf"(?:[^\W\d_a-z][\w.’'-]*)(?:[ ](?:{_WORD})){{1,4}}"
_CODE = re.compile(rf"(?m)\b([A-Z]{{1,4}})\s*(?:=|[–:-]\s)\s*({_NAME})|({_NAME})\s*[(\[]([A-Z]{{1,4}})[)\]]")
_FIELD = re.compile(
    rf"(?m)^[ \t*_]*([^\W\d_][^\n:]{{1,30}}?)[ \t*_]*:[ \t*_]*({_NAME})[ \t*_]*((?:[,(&]|and\b).{{0,120}})?$"
)
_LIST = re.compile(rf"(?:,|&|\band\b)\s*({_NAME})")


@dataclass(slots=True)
class Legend:
    """Full names, and parts, by the key of the label they explain."""

    names: dict[str, str] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)


def legend_of(page: Page, stop: int, labels: list[Label]) -> Legend:
    """What the text before ``stop`` says of the labels."""
    text = page.text[: min(stop, _REACH)]
    legend = Legend()
    if text.strip():
        _codes(text, labels, legend.names)
        _parts(text, labels, legend)
    return legend


def _codes(text: str, labels: list[Label], found: dict[str, str]) -> None:
    keys = {label.key for label in labels if label.shape in ("initials", "role")}
    if not keys:
        return
    for match in _CODE.finditer(text):
        code, name = (match[1], match[2]) if match[1] else (match[4], match[3])
        words = name.split()[-len(code) :]
        if "".join(word[0] for word in words).upper() == code and len(code) > 1:
            name = " ".join(words)  # "Interview with Mary Doyle (MD)"
        if fold(code) in keys and fold(code)[0] == fold(name)[0]:
            found.setdefault(fold(code), " ".join(name.split()))


def _parts(text: str, labels: list[Label], legend: Legend) -> None:
    named: dict[Role, set[str]] = defaultdict(set)
    printed: dict[str, set[str]] = defaultdict(set)  # the same, by the word of the field
    parts: dict[str, Role] = {}
    for match in _FIELD.finditer(text):
        head = parse(match[1])
        if head.role and head.shape == "role":
            name = " ".join(match[2].split())
            named[head.role].add(name)
            printed[head.key].add(name)
            parts.update((" ".join(name.split()), head.role) for name in (match[2], *_LIST.findall(match[3] or "")))
    taken = {label.role for label in labels if label.key in printed}  # "Moderator: Ann Roe", and "Q:" is not hers
    for label in labels if parts else ():
        if label.shape == "role":
            names = printed.get(label.key) or (
                named.get(label.role, set()) if label.role and label.role not in taken else set()
            )
            if label.role and len(names) == 1 and not label.description:
                legend.names.setdefault(label.key, next(iter(names)))
            continue
        fits = [name for name in parts if may_be(label, parse(name))]
        if len(fits) == 1 and sum(fits[0] in names for names in named.values()) <= 1:
            legend.roles[label.key] = parts[fits[0]]
            if label.shape == "initials":
                legend.names.setdefault(label.key, fits[0])
