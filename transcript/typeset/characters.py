"""Characters that a format cannot hold, and words on one line."""

from __future__ import annotations

import re

WIDE = "\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Characters, as a class of a regular expression, of scripts that set no blanks between words."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Control characters, surrogates and noncharacters: what XML 1.0 (section 2.2) or HTML (section 13.2.3.5) forbids."""


def xml_safe(text: str) -> str:
    """The text as XML and HTML can hold it: forbidden white space is a blank, anything else forbidden U+FFFD."""
    return _FORBIDDEN.sub(lambda found: " " if found[0].isspace() else "\ufffd", text)


def one_line(words: str, without: str = "") -> str:
    """The words on one line, without control characters; a blank takes the place of each character named."""
    kept = "".join(" " if sign in without or sign.isspace() else sign for sign in words)
    return " ".join(_FORBIDDEN.sub("", kept).split())
