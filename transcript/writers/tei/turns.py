"""Turns in the default profile: ``sp`` with ``speaker``, ``p`` and ``list``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from transcript.errors import InvalidDocument
from transcript.model import Time, Turn
from transcript.tei import SOFTWARE
from transcript.writers.tei import directions
from transcript.writers.tei.blocks import Place, Run, blocks_of, has_items, places_of
from transcript.writers.tei.directions import Context
from transcript.writers.tei.markup import LINE_BREAK

_BLANK_LINE = LINE_BREAK * 2


def turn(context: Context, said: Turn, number: int, links: str, pad: str) -> str:
    """One ``sp``, its lines indented by ``pad``.

    :param number: its ordinal, from 1.
    :param links: attributes that point at the turns which belong to the same speech.
    """
    line = f"\n{pad}  "
    speaker = code = synch = ""
    places: list[Place] = []
    whose, certainty = attribution(context, said, number)
    tail = ""
    if label := said.label:
        speaker = f'{line}<speaker source="src:{label.start},{label.end}">{context.markup.words(label.text)}</speaker>'
    if said.time:
        synch, code = _time(context, said.time)
    if said.directions:
        places, missing = places_of(said)
        for direction in missing:
            tail += line + directions.unplaced(context, direction, f"t{number}")
    if certainty:
        tail += line + certainty
    paragraphs = _blocks(context, said, places, code, line)
    if said.time and said.time.end is not None:
        tail += f'{line}<anchor synch="{context.timeline.moment(said.time.end, said.time.kind)}"/>'
    return (
        f'<sp xml:id="t{number}" n="{number}"{whose}{links}{synch}{words_range(said)}>'
        f"{speaker}{line}{paragraphs}{tail}\n{pad}</sp>"
    )


def attribution(context: Context, said: Turn, number: int) -> tuple[str, str]:
    """Attributes that say whose turn it is, and a ``certainty`` where there is doubt.

    :raises InvalidDocument: the turn names a speaker whom the document does not list.
    """
    whose = ""
    if said.speaker is not None:
        try:
            whose = f' who="{context.who[said.speaker]}"'
        except KeyError:
            raise InvalidDocument(f"turn {number} has a speaker who is not listed") from None
    if said.confidence == 1:
        return whose, ""
    cert, certainty = _doubt(said.confidence, said.speaker is not None)
    return whose + cert, certainty


@lru_cache(maxsize=1024)
def _doubt(confidence: float, attributed: bool) -> tuple[str, str]:
    """The confidence as attributes and as a number. Without a speaker it is that of the turn as a whole."""
    cert = "high" if confidence >= 0.9 else "medium" if confidence >= 0.6 else "low"
    match = ' match="@who"' if attributed else ""
    return f' cert="{cert}" resp="#{SOFTWARE}"', f'<certainty locus="value"{match} degree="{confidence!r}"/>'


def words_range(turn: Turn) -> str:
    """``@source``: the ranges of the spoken words. What was skipped lies between them."""
    if not turn.skipped:
        return f' source="src:{turn.start},{turn.end}"'
    starts = [turn.start, *(span.end for span in turn.skipped)]
    ends = [*(span.start for span in turn.skipped), turn.end]
    ranges = " ".join(f"src:{start},{end}" for start, end in zip(starts, ends, strict=True))
    return f' source="{ranges}"'


def within(places: list[Place], run: Run) -> list[Place]:
    """The places within a run."""
    if not places:
        return places
    return places[bisect_left(places, (run.start,)) : bisect_left(places, (run.end,))]


def _time(context: Context, time: Time) -> tuple[str, str]:
    """``@synch``, and the time code as printed."""
    synch = f' synch="{context.timeline.moment(time.start, time.kind)}"'
    if not time.code:
        return synch, ""
    code = time.code
    at = f' source="src:{code.start},{code.end}"'
    return synch, f'<seg type="timecode"{synch}{at}>{context.markup.words(code.text)}</seg>'


def _blocks(context: Context, turn: Turn, places: list[Place], code: str, line: str) -> str:
    """Paragraphs and lists. The printed time code leads the first paragraph, one blank before the words."""
    text = turn.text
    lead = f"{code} " if code else ""
    if "\n" not in text:  # nearly every turn
        said = directions.words(context, text, 0, len(text), places) if places else context.markup.words(text)
        return f"<p>{lead}{said}</p>"
    if has_items(text) or any("\n" in place.direction.text for place in places):
        return line.join(_divided(context, turn, places, code, line))
    said = directions.words(context, text, 0, len(text), places)
    return f"<p>{lead}{said.replace(_BLANK_LINE, f'</p>{line}<p>')}</p>"


def _divided(context: Context, turn: Turn, places: list[Place], code: str, line: str) -> Iterator[str]:
    """The blocks of a text that has lists."""
    for block in blocks_of(turn.text, places):
        whole = all(run.marker for run in block)
        said = _runs(context, turn.text, block, places, line)
        if whole and code:
            yield f"<p>{code}</p>"
        elif code:
            said = f"{code} {said}"
        code = ""
        yield said if whole else f"<p>{said}</p>"


def _runs(context: Context, text: str, block: list[Run], places: list[Place], line: str) -> str:
    """The runs of a block. A list next to lines of the same paragraph stands in it."""
    parts: list[str] = []
    items: list[str] = []
    rend = ""
    for run in block:
        said = directions.words(context, text, run.start, run.end, within(places, run))
        if run.marker:
            rend = rend or ("numbered" if run.marker[-1] in ".)" else "bulleted")
            items.append(f'<item n="{run.marker}">{said}</item>')
            continue
        parts += _list(items, rend, line)
        rend = ""
        parts.append(said)
    return "".join([*parts, *_list(items, rend, line)])


def _list(items: list[str], rend: str, line: str) -> list[str]:
    """The items gathered so far as a list, each on a line of its own, or nothing."""
    if not items:
        return []
    gathered = f"{line}  ".join([f'<list rend="{rend}">', *items])
    items.clear()
    return [f"{gathered}{line}</list>"]
