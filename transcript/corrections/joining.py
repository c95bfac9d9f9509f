"""A turn whose label names nobody, without its label: as passages, as a turn that goes on, or as a part of another.

No character of the source is lost or claimed twice: the label becomes words, and so does the time printed beside it.
"""

from __future__ import annotations

from dataclasses import replace

from transcript.model import Direction, Passage, Printed, Segment, Span, Time, Turn


def passages_of(turn: Turn, floor: int) -> list[Segment]:
    """One passage; several where another segment, which ends at ``floor``, parts the label from the words."""
    pieces = _pieces(turn)
    if pieces[0].start >= floor:
        return [Passage(pieces[0].start, turn.end, " ".join(piece.text for piece in pieces), turn.part)]
    return [Passage(piece.start, piece.end, piece.text, turn.part) for piece in pieces]


def continued(turn: Turn, floor: int, before: Turn) -> tuple[*tuple[Passage, ...], Turn]:
    """The turn as one that goes on where ``before`` was interrupted: last, after passages of what cannot be in it."""
    pieces = _pieces(turn)
    own = replace(
        turn,
        speaker=before.speaker,
        label=None,
        time=replace(turn.time, code=None) if turn.time else None,
        confidence=before.confidence,
    )
    if pieces[0].start < floor:
        return (*(Passage(piece.start, piece.end, piece.text, turn.part) for piece in pieces[:-1]), own)
    printed = pieces[:-1]
    return (
        replace(
            own,
            start=pieces[0].start,
            text=" ".join(piece.text for piece in pieces),
            directions=(*_timecode(turn), *turn.directions),
            skipped=(*(Span(piece.start, piece.end) for piece in printed if _is_folded(piece)), *turn.skipped),
        ),
    )


def joined(before: Turn, turn: Turn) -> Turn:
    """Two turns of one speaker, right after one another, as one.

    A line end alone between them is taken for a wrapped line, more for a new paragraph.
    """
    gap = turn.start - before.end
    return replace(
        before,
        end=turn.end,
        text=before.text + (" " * gap if gap < 2 else "\n\n") + turn.text,
        directions=(*before.directions, *turn.directions),
        time=_lasting(before.time, turn.time),
        skipped=(*before.skipped, *turn.skipped),
    )


def _pieces(turn: Turn) -> list[Printed]:
    """Label, printed time and words, in order; the words are last."""
    code = turn.time.code if turn.time else None
    words = Printed(turn.text, turn.start, turn.end)
    return sorted((piece for piece in (turn.label, code, words) if piece), key=lambda piece: piece.start)


def _is_folded(piece: Printed) -> bool:
    """Whether the words stand for other characters: line ends, asterisks of Markdown."""
    return len(piece.text) != piece.end - piece.start


def _timecode(turn: Turn) -> tuple[Direction, ...]:
    if not turn.time or not turn.time.code:
        return ()
    code = turn.time.code
    seconds = None if turn.time.kind == "wall-clock" else turn.time.start
    return (Direction("timecode", code.text, code.start, code.end, seconds, turn.part),)


def _lasting(first: Time | None, last: Time | None) -> Time | None:
    """When both were said: from the start of the first to the end of the last, as far as these are known."""
    if first is None:
        return None
    end = last.end if last and last.kind == first.kind else None
    return replace(first, end=None if end is None or (first.start is not None and end < first.start) else end)
