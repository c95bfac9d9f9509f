"""Text that a reader takes out of a document that is no text file: how it is printed, and the marks it gets.

Paragraphs are parted by a blank line, list items and table rows by a line end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Literal

from transcript.errors import UnreadableInput
from transcript.model import Mark, MarkKind, Note, Source

Kind = Literal["paragraph", "heading", "item", "row", "verbatim", "label"]


class Prose:
    """A text that grows paragraph by paragraph.

    What is added stands in the open paragraph until :meth:`end` says what it was. A paragraph without words leaves no
    trace.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._last: Kind | None = None
        self._open: list[str] = []
        self._size = 0
        self._time: Mark | None = None
        self._ranges: list[Mark] = []  # of the open paragraph, and counted from its start

    @property
    def tail(self) -> str:
        """The last character of the open paragraph, or nothing."""
        return self._open[-1][-1] if self._open else ""

    def add(self, words: str, kinds: Iterable[MarkKind] = ()) -> None:
        """Put words behind those of the open paragraph; ``kinds`` are their emphasis."""
        if not words:
            return
        start, self._size = self._size, self._size + len(words)
        self._open.append(words)
        for kind in kinds:
            self._ranges.append(Mark(kind, start, self._size))

    def voice(self, name: str) -> None:
        """Print the label of who speaks the open paragraph."""
        start = self._size
        self.add(f"{name}:")
        self._ranges.append(Mark("voice", start, self._size, name))
        self.add(" ")

    def said_at(self, begins: float | None, ends: float | None = None) -> None:
        """What is added from here on, to the next such call or the paragraph's end, was said at that time (seconds)."""
        self._close_time()
        if begins is not None or ends is not None:
            self._time = Mark("time", self._size, self._size, begins, ends)

    def _close_time(self) -> None:
        if self._time and self._time.start < self._size:
            self._ranges.append(replace(self._time, end=self._size))
        self._time = None

    def end(self, kind: Kind = "paragraph", value: str | float | None = None, within: Iterable[MarkKind] = ()) -> bool:
        """Close the open paragraph, and say whether it had words. A ``label`` names who says what follows.

        :param value: the level of a heading, the marker of an item (which is printed).
        :param within: what encloses the paragraph: ``quote``, ``metadata``.
        """
        self._close_time()
        whole = "".join(self._open)
        ranges, self._ranges, self._open, self._size = self._ranges, [], [], 0
        words = whole.lstrip("\r\n") if kind == "verbatim" else whole.lstrip()
        cut, words = len(whole) - len(words), words.rstrip()
        if not words.strip():
            return False
        if self._pieces:
            self._print("\n" if kind == self._last and kind in ("item", "row") else "\n\n")
        start = self._length
        if kind == "item":
            self._print(f"{value} ")
        printed = self._length
        self._print(words)
        if kind in ("paragraph", "heading", "item"):
            self._marks.append(Mark(kind, start, self._length, value))
        elif kind == "label":
            self._marks.append(Mark("voice", start, self._length, " ".join(words.rstrip(":： ").split())))
        self._marks += (Mark(around, start, self._length) for around in within)
        self._marks += _settled(ranges, words, printed, cut)
        self._last = kind
        return True

    def source(self, format: str, data: bytes, encoding: str | None = None, notes: Iterable[Note] = ()) -> Source:
        """The source that was read from the bytes.

        :raises UnreadableInput: no paragraph has words.
        """
        if not self._pieces:
            raise UnreadableInput("there are no words in it")
        marks = tuple(sorted(self._marks, key=lambda mark: (mark.start, mark.end)))
        return Source("".join(self._pieces), format, sha256(data).hexdigest(), marks, encoding, tuple(notes))

    def _print(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)


def _settled(ranges: list[Mark], words: str, printed: int, cut: int) -> Iterable[Mark]:
    """The ranges of a paragraph as marks of the text, without white space at their ends.

    Ranges of one emphasis that only white space parts are one: word processors cut names into runs.
    """
    joined: dict[MarkKind, list[tuple[int, int]]] = {}
    for mark in ranges:
        start, end = max(0, mark.start - cut), min(len(words), mark.end - cut)
        inner = words[start:end]
        if not inner.strip():
            continue
        start, end = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
        if mark.kind in ("time", "voice"):
            yield Mark(mark.kind, printed + start, printed + end, mark.value, mark.end_value)
            continue
        spans = joined.setdefault(mark.kind, [])
        if spans and not words[spans[-1][1] : start].strip():
            start = spans.pop()[0]
        spans.append((start, end))
    for kind, spans in joined.items():
        yield from (Mark(kind, printed + start, printed + end) for start, end in spans)
