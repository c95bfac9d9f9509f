"""The time line: what each of its moments says of the time."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from lxml import etree

from transcript.model import TimeKind
from transcript.readers.tei.parsing import descendants, identifier

_UNITS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86_400.0}
_CLOCK = re.compile(r"(?:.*T)?(\d\d?):(\d\d):(\d\d(?:\.\d+)?)")


class Moment(NamedTuple):
    """A time in seconds; ``timed`` is False for a moment of which only the place in the order is known."""

    seconds: float | None
    kind: TimeKind = "exact"
    timed: bool = True


def moments(root: etree._Element) -> dict[str, Moment]:
    """Every ``when`` of every time line, by its identifier."""
    found: dict[str, Moment] = {}
    for timeline in descendants(root, "timeline"):
        _read(timeline, found)
    return found


def _read(timeline: etree._Element, found: dict[str, Moment]) -> None:
    whens = list(descendants(timeline, "when"))
    unit = _UNITS.get(timeline.get("unit", "s"), 1.0)
    pointers = [timeline.get("origin", ""), *(when.get("since", "") for when in whens)]
    origins = {pointer.removeprefix("#") for pointer in pointers}  # time is counted from these
    last: str | None = None
    for when in whens:
        known = identifier(when)
        if known is None:
            continue
        since = when.get("since", "").removeprefix("#") or last or ""
        found[known] = _moment(when, found.get(since), unit, is_origin=known in origins)
        last = known


def _moment(when: etree._Element, since: Moment | None, unit: float, *, is_origin: bool) -> Moment:
    interval = when.get("interval")
    kind: TimeKind = "approximate" if when.get("cert") == "low" else since.kind if since else "exact"
    if interval == "unknown":
        return Moment(None, kind)
    if interval is not None:
        return _counted(interval, unit, since, kind)
    clock = _CLOCK.fullmatch(when.get("absolute", ""))
    if clock:
        return Moment(int(clock[1]) * 3600 + int(clock[2]) * 60 + float(clock[3]), "wall-clock")
    return Moment(0.0) if is_origin else Moment(None, timed=False)


def _counted(interval: str, unit: float, since: Moment | None, kind: TimeKind) -> Moment:
    base = since.seconds if since else 0.0
    try:
        seconds = float(interval) * unit
    except ValueError:
        seconds = math.nan
    if base is None or not 0 <= seconds < math.inf:
        return Moment(None, kind, timed=False)
    return Moment(base + seconds, kind)
