"""How things are said to a person at a terminal."""

from __future__ import annotations


def shown(text: str) -> str:
    """Words from elsewhere on one line, safe for a terminal: what controls it, or turns writing round, is escaped."""
    return "".join(character if character.isprintable() else _visible(character) for character in text)


def _visible(character: str) -> str:
    return " " if character.isspace() else character.encode("unicode_escape").decode()
