"""What else reads interviews: turnchunk, and the script that everybody writes. The former may not be installed."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

_LABEL = re.compile(r"(?m)^(?:\[[\d:]+\] )?\**(\w[\w .'-]{0,40})(?::|\t| +[\d:]+$)\**[ \t]*")


def one_regex(text: str) -> list[tuple[str, str]]:
    """Labels and words, by one regular expression."""
    found = list(_LABEL.finditer(text))
    ends = [label.start() for label in found[1:]] + [len(text)]
    return [(label[1], text[label.end() : end].strip()) for label, end in zip(found, ends, strict=False)]


def turnchunk() -> Callable[[str], Any] | None:
    """Its function from a text to a transcript, which has ``turns``; None where it is not installed."""
    if find_spec("turnchunk") is None:
        return None
    return cast("Callable[[str], Any]", import_module("turnchunk").parse)
