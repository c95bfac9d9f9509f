"""What the text itself says of the interview, in so many words: fields of its front matter, and its first heading."""

from __future__ import annotations

import re

from transcript.engine.lines import Page
from transcript.model import Heading, Segment

_FIELD = re.compile(r"""(?m)^(title|date|language|lang)[ \t]*:[ \t]*["']?([^\n"']+?)["']?[ \t\r]*$""")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")


def metadata_of(page: Page, segments: list[Segment]) -> dict[str, str | None]:
    """Title, date and language, as far as they are certain."""
    found: dict[str, str | None] = {}
    block = next((mark for mark in page.source.marks if mark.kind == "metadata"), None)
    if block:
        for field in _FIELD.finditer(page.source.text[block.start : block.end]):
            name, value = field[1], field[2].strip()
            if name == "date" and _DATE.match(value):
                found["date"] = value
            elif name in ("language", "lang") and _LANGUAGE.match(value):
                found["language"] = value
            elif name == "title":
                found["title"] = value
    if "title" not in found:
        for segment in segments:
            if segment.part != "front":
                break
            if isinstance(segment, Heading) and segment.level == 1:
                found["title"] = segment.text
                break
    return found
