"""Turns in the spoken profile: ``annotationBlock`` with ``u`` and ``seg``, as ISO 24624:2016 has them.

Every contribution has two ends on the time line. Where the transcript does not say when they were, the moments have no
time: they give the order alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcript.model import Turn
from transcript.writers.tei import directions
from transcript.writers.tei.blocks import Place, Run, blocks_of, places_of
from transcript.writers.tei.directions import Context
from transcript.writers.tei.turns import attribution, within, words_range


def turn(context: Context, said: Turn, number: int, links: str, pad: str, *, overlaps: bool) -> str:
    """The printed label and time code as notes, and one ``annotationBlock``, its lines indented by ``pad``.

    :param number: its ordinal, from 1.
    :param links: attributes that point at the turns which belong to the same speech.
    :param overlaps: the transcript says that several speak at once as the turn begins.
    """
    line = f"\n{pad}    "
    whose, certainty = attribution(context, said, number)
    who = "" if said.speaker is None else f' who="{context.who[said.speaker]}"'
    trans = ' trans="overlap"' if overlaps else ""
    start, synch = _start(context, said)
    printed = "".join(f"{note}\n{pad}" for note in _printed(context, said, synch))
    places, missing = places_of(said) if said.directions else ([], [])
    inner, end = _contributions(context, said, f"u{number}", places, start)
    inner += (directions.unplaced(context, direction, f"u{number}") for direction in missing)
    if certainty:
        inner.append(certainty)
    return (
        f'{printed}<annotationBlock xml:id="ab{number}"{who} start="{start}" end="{end}">\n{pad}  '
        f'<u xml:id="u{number}" n="{number}"{trans}{whose}{links}{words_range(said)}>'
        f"{line}{line.join(inner)}\n{pad}  </u>\n{pad}</annotationBlock>"
    )


def _start(context: Context, turn: Turn) -> tuple[str, str]:
    """The pointer to the moment where the turn begins, and the same as an attribute for its printed time code."""
    if not turn.time:
        return context.timeline.order(), ""
    start = context.timeline.moment(turn.time.start, turn.time.kind)
    return start, f' synch="{start}"'


def _printed(context: Context, turn: Turn, synch: str) -> Iterator[str]:
    if turn.label:
        at = f' source="src:{turn.label.start},{turn.label.end}"'
        yield f'<note type="speaker"{at}>{context.markup.words(turn.label.text)}</note>'
    if turn.time and turn.time.code:
        code = turn.time.code
        at = f' source="src:{code.start},{code.end}"'
        yield f'<note type="timecode"{synch}{at}>{context.markup.words(code.text)}</note>'


def _contributions(context: Context, turn: Turn, name: str, places: list[Place], start: str) -> tuple[list[str], str]:
    """One ``seg`` a run, each from one moment to the next, and the moment where the turn ends."""
    found: list[str] = []
    runs = list(_joined(turn.text, places))
    for number, (run, joint) in enumerate(runs, 1):
        words = directions.words(context, turn.text, run.start, run.end, within(places, run))
        end = _end(context, turn) if number == len(runs) else context.timeline.order()
        item = f' subtype="item" n="{run.marker}"' if run.marker else ""
        rend = ' rend="spaced"' if joint == "spaced" else ""
        lead = "<lb/>" if joint == "line" else ""
        found.append(
            f'<seg xml:id="{name}.s{number}" type="contribution"{item}{rend}>'
            f'<anchor synch="{start}"/>{lead}{words}<anchor synch="{end}"/></seg>'
        )
        start = end
    return found, start


def _joined(text: str, places: list[Place]) -> Iterator[tuple[Run, str]]:
    """Each run, and how it is joined to the one before.

    A blank line goes without saying, and so does a line end between two items; otherwise a line end is said
    (``line``), and so is a blank line between two items (``spaced``).
    """
    previous: Run | None = None
    for block in blocks_of(text, places):
        for index, run in enumerate(block):
            items = previous is not None and previous.marker and run.marker
            if index:
                yield run, "" if items else "line"
            else:
                yield run, "spaced" if items else ""
            previous = run


def _end(context: Context, turn: Turn) -> str:
    if turn.time is None or turn.time.end is None:
        return context.timeline.order()
    return context.timeline.moment(turn.time.end, turn.time.kind)
