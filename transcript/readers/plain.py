"""Plain text, with the Markdown that people paste. A page of HTML that is one ``<pre>`` is plain text too."""

from __future__ import annotations

import hashlib
import re

from transcript.encoding import decode
from transcript.extract.markdown import marks_of
from transcript.model import Mark, Source

# Plain text in an envelope: its lines and indents are what it has.
_ENVELOPE = re.compile(
    r"(?is)\ufeff?\s*(?:<!doctype[^<>]*>\s*)?<html\b(?:(?!<(?:p|div|table|article|h[1-6]|ul|script)\b).){0,4000}?<pre\b"
)
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,400}>")


def sniff(data: bytes) -> bool:
    """A page of HTML that is nothing but one ``<pre>``. Any other plain text is known by nothing else fitting."""
    return _ENVELOPE.match(data[:8192].decode("latin-1")) is not None


def read(data: bytes) -> Source:
    """Decode and mark a plain text.

    :raises UnreadableInput: empty, or not text.
    """
    text, encoding = decode(data)
    marks = marks_of(text)
    if text[:200].lstrip("\ufeff \t\r\n")[:1] == "<" and _ENVELOPE.match(text):
        tags = [Mark("syntax", *tag.span()) for tag in _TAG.finditer(text)]
        marks = tuple(sorted([*tags, *marks], key=lambda mark: (mark.start, mark.end)))
    return Source(text, "plain", hashlib.sha256(data).hexdigest(), marks, encoding)
