"""Characters that a format cannot hold, and words on one line."""

from __future__ import annotations

import re

WIDE = "\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Characters, as a class of a regular expression, of scripts that set no blanks between words."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def xml_safe(text: str) -> str:
    """The text with U+FFFD for what neither XML 1.0 (section 2.2) nor HTML lets stand in a text."""
    return _FORBIDDEN.sub("\ufffd", text)


def one_line(words: str, without: str = "") -> str:
    """The words on one line, without control characters; a blank takes the place of each character named."""
    kept = "".join(" " if sign in without else sign for sign in words)
    return _FORBIDDEN.sub("", " ".join(kept.split()))
