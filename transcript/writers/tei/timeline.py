"""The time line: a ``when`` for each moment that the document names, and no moment that it does not."""

from __future__ import annotations

from transcript.model import TimeKind

_PREFIXES: dict[TimeKind, str] = {"exact": "T", "approximate": "A", "wall-clock": "W"}
_BACK = 60.0
"""Overlapping speech may set the clock back a little; more than this many seconds, and another recording began."""


class Timeline:
    """Hands out pointers to moments, in document order, and keeps one ``timeline`` a recording.

    Times of the day are no times of a recording: they have a time line of their own, whose origin is midnight.
    """

    def __init__(self) -> None:
        self._recordings: list[dict[str, str]] = []
        self._day: dict[str, str] = {}
        self._latest = 0.0
        self._unknown = 0
        self._kind: TimeKind = "exact"

    def moment(self, seconds: float | None, kind: TimeKind | None = None) -> str:
        """A pointer to that time; to a moment of its own where the time is unknown.

        :param kind: None: a time of the day where the turns have such times, else exact.
        """
        if kind is None:
            kind = "wall-clock" if self._kind == "wall-clock" else "exact"
        self._kind = kind
        whens, recording = self._line(seconds, kind)
        if seconds is None:
            self._unknown += 1
        number = f"U{self._unknown}" if seconds is None else _shortest(seconds)
        name = recording + _PREFIXES[kind] + number
        if name not in whens:
            interval = "unknown" if seconds is None else number
            cert = ' cert="low"' if kind == "approximate" else ""
            whens[name] = f'<when xml:id="{name}" interval="{interval}" since="#{next(iter(whens))}"{cert}/>'
        return f"#{name}"

    def order(self) -> str:
        """A pointer to a moment of which only its place among the others is known."""
        whens, recording = self._line(None, "exact")
        self._unknown += 1
        name = f"{recording}TX{self._unknown}"
        whens[name] = f'<when xml:id="{name}"/>'
        return f"#{name}"

    def written(self, recording: str | None) -> str:
        """All time lines. ``recording`` is the pointer to the one recording that is described, if it is."""
        corresp = f' corresp="{recording}"' if recording and len(self._recordings) == 1 else ""
        lines = [f'<timeline unit="s" origin="#{next(iter(whens))}"{corresp}>' for whens in self._recordings]
        if self._day:
            lines.append('<timeline unit="s" origin="#W0">')
        return "".join(
            "\n      ".join([f"\n    {line}", *whens.values()]) + "\n    </timeline>"
            for line, whens in zip(lines, [*self._recordings, self._day], strict=False)
        )

    def _line(self, seconds: float | None, kind: TimeKind) -> tuple[dict[str, str], str]:
        if kind == "wall-clock":
            if not self._day:
                self._day["W0"] = '<when xml:id="W0" absolute="00:00:00"/>'
            return self._day, ""
        if not self._recordings or (seconds is not None and seconds < self._latest - _BACK):
            name = f"R{len(self._recordings) + 1}T0" if self._recordings else "T0"
            self._recordings.append({name: f'<when xml:id="{name}"/>'})
            self._latest = 0.0
        if seconds is not None:
            self._latest = max(self._latest, seconds)
        return self._recordings[-1], "" if len(self._recordings) == 1 else f"R{len(self._recordings)}"


def _shortest(seconds: float) -> str:
    """The shortest decimal that reads back as the same number, fit for a name."""
    return repr(seconds + 0.0).removesuffix(".0").replace("+", "")
