"""The time line: a ``when`` for each moment that the document names, and no moment that it does not."""

from __future__ import annotations

from dataclasses import dataclass

from transcript.model import TimeKind

_PREFIXES: dict[TimeKind, str] = {"exact": "T", "approximate": "A", "wall-clock": "W"}
_BACK = 60.0
"""Overlapping speech may set the clock back a little; more than this many seconds, and another recording began."""


@dataclass(slots=True)
class _Line:
    """The moments of one recording, or of the day. ``prefix`` tells its names from those of other recordings."""

    prefix: str
    origin: str
    whens: dict[str, str]
    latest: float = 0.0


class Timeline:
    """Hands out pointers to moments, in document order, and keeps one ``timeline`` a recording.

    Times of the day are no times of a recording: they have a time line of their own, whose origin is midnight.
    """

    def __init__(self) -> None:
        self._recordings: list[_Line] = []
        self._day: _Line | None = None
        self._unknown = 0
        self._of_day = False

    def moment(self, seconds: float | None, kind: TimeKind | None = None) -> str:
        """A pointer to that time; to a moment of its own where the time is unknown.

        :param kind: None: a time of the day where the turns have such times, else exact.
        """
        if kind is None:
            kind = "wall-clock" if self._of_day else "exact"
        self._of_day = kind == "wall-clock"
        line = self._midnight() if self._of_day else self._recording(seconds)
        if seconds is None:
            self._unknown += 1
            number, interval = f"U{self._unknown}", "unknown"
        else:
            number = interval = _shortest(seconds)
        name = f"{line.prefix}{_PREFIXES[kind]}{number}"
        if name not in line.whens:
            cert = ' cert="low"' if kind == "approximate" else ""
            line.whens[name] = f'<when xml:id="{name}" interval="{interval}" since="#{line.origin}"{cert}/>'
        return f"#{name}"

    def order(self) -> str:
        """A pointer to a moment of which only its place among the others is known."""
        line = self._recording(None)
        self._unknown += 1
        name = f"{line.prefix}TX{self._unknown}"
        line.whens[name] = f'<when xml:id="{name}"/>'
        return f"#{name}"

    def written(self, recording: str | None) -> str:
        """All time lines. ``recording`` is the pointer to the one recording that is described, if it is."""
        described = f' corresp="{recording}"' if recording and len(self._recordings) == 1 else ""
        pieces = []
        for line in (*self._recordings, self._day):
            if line:
                corresp = "" if line is self._day else described
                opening = f'\n    <timeline unit="s" origin="#{line.origin}"{corresp}>'
                pieces.append("\n      ".join([opening, *line.whens.values()]) + "\n    </timeline>")
        return "".join(pieces)

    def _midnight(self) -> _Line:
        if self._day is None:
            self._day = _Line("", "W0", {"W0": '<when xml:id="W0" absolute="00:00:00"/>'})
        return self._day

    def _recording(self, seconds: float | None) -> _Line:
        """The recording that a time belongs to: another one begins where time runs back."""
        line = self._recordings[-1] if self._recordings else None
        if line is None or (seconds is not None and seconds < line.latest - _BACK):
            prefix = f"R{len(self._recordings) + 1}" if line else ""
            line = _Line(prefix, f"{prefix}T0", {f"{prefix}T0": f'<when xml:id="{prefix}T0"/>'})
            self._recordings.append(line)
        if seconds is not None and seconds > line.latest:
            line.latest = seconds
        return line


def _shortest(seconds: float) -> str:
    """The shortest decimal that reads back as the same number, fit for a name."""
    number = repr(seconds + 0.0)
    return number[:-2] if number.endswith(".0") else number.replace("+", "")
