"""Labels as printed, compared: a closing colon, brackets and a time of day tell no label from another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_EDGE = ' \t:：.;,-–—─*_#>•|[]()（）【】<>"“”'
_TIME = re.compile(r"\s*[\[(]?\d{1,3}(?::\d\d){1,2}(?:[.,]\d{1,3})?[\])]?$")
_NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=16_384)
def key_of(label: str) -> str:
    """What a label is compared by; empty for a dash or another sign that is no name."""
    words = bare(label)
    return unicodedata.normalize("NFC", bare(_TIME.sub("", words)) or words)


def bare(label: str) -> str:
    """The words of a label on one line, without the signs that set it off."""
    return " ".join(label.split()).strip(_EDGE)


def id_of(name: str, taken: set[str], fallback: str) -> str:
    """A word for that name which is not taken yet; made from the fallback where the name has no Latin letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    word = _NOT_IN_AN_ID.sub("-", plain).strip("-") or fallback
    found, number = word, 1
    while found in taken:
        number += 1
        found = f"{word}-{number}"
    return found
