"""Front, body and back: divisions, headings, passages, and the turns between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcript.model import Direction, Heading, Part, Passage, Segment, Turn
from transcript.tei import PASSAGES
from transcript.writers.tei import directions, spoken, turns
from transcript.writers.tei.directions import Context

_DIVISIONS: dict[Part, tuple[str, str]] = {
    "front": ("frontmatter", "front"),
    "body": ("interview", "interview"),
    "back": ("backmatter", "back"),
}
_PASSAGE_IDS: dict[Part, str] = {"front": "f", "body": "n", "back": "b"}


def links(segments: Sequence[Segment], prefix: str) -> dict[int, str]:
    """``@next`` and ``@prev`` of the turns, by their ordinal, that something else interrupts.

    A turn without a label, behind a turn of the same speaker and something between, goes on with it.
    """
    following: dict[int, int] = {}
    number = 0
    speaker: str | None = None
    interrupted = False
    for segment in segments:
        if not isinstance(segment, Turn):
            interrupted = True
            continue
        number += 1
        if interrupted and segment.label is None and segment.speaker == speaker is not None:
            following[number - 1] = number
        speaker, interrupted = segment.speaker, False
    found = {number: f' next="#{prefix}{after}"' for number, after in following.items()}
    for number, after in following.items():
        found[after] = found.get(after, "") + f' prev="#{prefix}{number}"'
    return found


class Matter:
    """Writes the parts of one document, front to back."""

    def __init__(self, context: Context, segments: Sequence[Segment]) -> None:
        self._context = context
        self._segments = segments
        self._links = links(sorted(segments, key=_part), "u" if context.spoken else "t")
        self._turn = 0
        self._sections = 0
        self._passages: dict[Part, int] = {"front": 0, "body": 0, "back": 0}
        self._crosstalk = False

    def lines(self) -> Iterator[str]:
        """All parts, line by line. The body is always there; front and back where they have segments."""
        for part, (kind, name) in _DIVISIONS.items():
            segments = [segment for segment in self._segments if segment.part == part]
            if segments or part == "body":
                yield f"    <{part}>"
                yield f'      <div type="{kind}" xml:id="{name}1">'
                yield from self._lines(segments, part)
                yield "      </div>"
                yield f"    </{part}>"

    def _lines(self, segments: list[Segment], part: Part) -> Iterator[str]:
        """Headings open sections that run to the next heading; front and back matter may have heads of their own."""
        pad = " " * 8
        open_to_heads = part != "body"
        within = False
        for segment in segments:
            if not isinstance(segment, Heading):
                open_to_heads = False
            elif not open_to_heads:
                if within:
                    yield "        </div>"
                self._sections += 1
                yield f'        <div type="section" xml:id="s{self._sections}">'
                within = open_to_heads = True
                pad = " " * 10
            yield pad + self._segment(segment, pad)
        if within:
            yield "        </div>"

    def _segment(self, segment: Segment, pad: str) -> str:
        match segment:
            case Turn():
                return self._spoken(segment, pad)
            case Direction():
                self._crosstalk = segment.type == "crosstalk"
                return directions.alone(self._context, segment)
            case Heading():
                kind = ' type="main"' if segment.level == 1 else ""
                words = self._context.markup.words(segment.text)
                return f'<head{kind} n="{segment.level}" source="src:{segment.start},{segment.end}">{words}</head>'
            case Passage():
                return self._passage(segment, pad)

    def _spoken(self, turn: Turn, pad: str) -> str:
        self._turn += 1
        link = self._links.get(self._turn, "")
        if not self._context.spoken:
            return turns.turn(self._context, turn, self._turn, link, pad)
        overlaps, self._crosstalk = self._crosstalk, _ends_in_crosstalk(turn)
        return spoken.turn(self._context, turn, self._turn, link, pad, overlaps=overlaps)

    def _passage(self, passage: Passage, pad: str) -> str:
        element, kind = PASSAGES[passage.type]
        texts = [passage.text]
        if element == "p" and self._context.spoken and passage.part == "body":
            element, kind = "note", 'type="narrative"'
        elif element == "p":
            texts = passage.text.split("\n\n")
        written = []
        link = f' source="src:{passage.start},{passage.end}"'
        for text in texts:
            self._passages[passage.part] += 1
            name = f"{_PASSAGE_IDS[passage.part]}{self._passages[passage.part]}"
            words = self._context.markup.words(text)
            written.append(f'<{element}{" " if kind else ""}{kind} xml:id="{name}"{link}>{words}</{element}>')
            link = f' prev="#{name}"'
        return f"\n{pad}".join(written)


def _part(segment: Segment) -> int:
    return ("front", "body", "back").index(segment.part)


def _ends_in_crosstalk(turn: Turn) -> bool:
    last = turn.directions[-1] if turn.directions else None
    return last is not None and last.type == "crosstalk" and turn.text.endswith(last.text)
