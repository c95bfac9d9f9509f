"""What holds for every source, whatever was read."""

from __future__ import annotations

import re
from itertools import pairwise

from transcript.model import Mark, Source


def assert_lawful(source: Source) -> None:
    """Marks lie within the text, in order, are not empty, and those of one kind do not overlap."""
    starts = [mark.start for mark in source.marks]
    assert starts == sorted(starts)
    for mark in source.marks:
        assert 0 <= mark.start < mark.end <= len(source.text), mark
    for kind in {mark.kind for mark in source.marks}:
        for before, after in pairwise(mark for mark in source.marks if mark.kind == kind):
            assert before.end <= after.start, (before, after)
    for note in source.notes:
        assert note.start is None or 0 <= note.start <= (note.end or 0) <= len(source.text)
    source.text.encode("utf-8")


def said(source: Source) -> str:
    """The text without labels and syntax, and with what the syntax stands for."""
    pieces, at = [], 0
    for mark in marked(source, "syntax", "voice"):
        pieces += [source.text[at : mark.start], str(mark.value or "") if mark.kind == "syntax" else ""]
        at = mark.end
    return "".join([*pieces, source.text[at:]])


def folded(source: Source) -> str:
    """What is said, on one line."""
    return " ".join(said(source).split())


def words(text: str) -> list[str]:
    """The words of a text, without the signs around them."""
    return re.findall(r"\w+", text)


def marked(source: Source, *kinds: str) -> list[Mark]:
    """The marks of these kinds."""
    return [mark for mark in source.marks if mark.kind in kinds]


def spots(source: Source, *kinds: str) -> list[str]:
    """The characters that the marks of these kinds cover."""
    return [source.text[mark.start : mark.end] for mark in marked(source, *kinds)]
