"""What the name of a file tells of its format."""

from __future__ import annotations

from os.path import splitext

from transcript.formats import FORMATS, Format

_SUFFIXES = sorted({suffix for row in FORMATS for suffix in row.suffixes}, key=len, reverse=True)


def known_suffix(name: str) -> str:
    """The longest suffix of a file's name that a format has, as it is spelt there; else the last suffix, perhaps empty.

    A name that is nothing but a suffix has none.
    """
    lower = name.lower()
    length = next((len(suffix) for suffix in _SUFFIXES if lower.endswith(suffix) and lower != suffix), None)
    return name[-length:] if length else splitext(name)[1]


def stem(name: str) -> str:
    """A file's name without its suffix."""
    return name.removesuffix(known_suffix(name))


def has_suffix_of(name: str, row: Format) -> bool:
    """Whether a file's name ends as those of the format do."""
    return known_suffix(name).lower() in row.suffixes
