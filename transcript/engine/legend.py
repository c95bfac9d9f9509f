"""Legends: what the front matter says of the codes and roles that the labels print.

``AP = Anya Petrova``, ``Anya Petrova (AP)``, ``Interviewer: Mark Hale``.
"""

from __future__ import annotations

import re
from collections import defaultdict

from transcript.engine.labels import Label, parse
from transcript.engine.lines import Page
from transcript.engine.words import fold

_REACH = 20_000
_WORD = r"[^\W\d_][\w.’'-]*"
_NAME = rf"(?:[^\W\d_a-z][\w.’'-]*)(?:[ ](?:{_WORD})){{1,4}}"
_CODE = re.compile(rf"(?m)\b([A-Z]{{1,4}})\s*(?:=|[–:-]\s)\s*({_NAME})|({_NAME})\s*[(\[]([A-Z]{{1,4}})[)\]]")
_FIELD = re.compile(rf"(?m)^[ \t*_]*([^\W\d_][^\n:]{{1,30}}?)[ \t*_]*:[ \t*_]*({_NAME})[ \t*_]*(?:[,(].{{0,80}})?$")


def legend_of(page: Page, stop: int, labels: list[Label]) -> dict[str, str]:
    """Full names by the key of the label they explain, as far as the text before ``stop`` gives them."""
    text = page.text[: min(stop, _REACH)]
    keys = {label.key for label in labels if label.shape in ("initials", "role")}
    if not keys or not text.strip():
        return {}
    found: dict[str, str] = {}
    for match in _CODE.finditer(text):
        code, name = (match[1], match[2]) if match[1] else (match[4], match[3])
        words = name.split()[-len(code) :]
        if "".join(word[0] for word in words).upper() == code and len(code) > 1:
            name = " ".join(words)  # "Interview with Mary Doyle (MD)"
        if fold(code) in keys and fold(code)[0] == fold(name)[0]:
            found.setdefault(fold(code), " ".join(name.split()))
    roles: dict[str, set[str]] = defaultdict(set)
    for match in _FIELD.finditer(text):
        head = parse(match[1])
        if head.role and head.shape == "role":
            roles[head.role].add(" ".join(match[2].split()))
    for label in labels:
        named = roles.get(label.role or "", set())
        if label.shape == "role" and len(named) == 1:
            found.setdefault(label.key, next(iter(named)))
    return found
