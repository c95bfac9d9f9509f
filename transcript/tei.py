"""The words of our TEI: what its writer and its reader must agree on.

``docs/tei.md`` explains the choices, ``schemas/tei_interview.odd`` documents each element.
"""

from __future__ import annotations

from typing import NamedTuple

from transcript.model import DirectionType, PassageType, Role

NAMESPACE = "http://www.tei-c.org/ns/1.0"
SOFTWARE = "transcript"
"""``@ident`` and ``@xml:id`` of the application; what is written by it says so."""


class Encoding(NamedTuple):
    """How a direction is encoded: an element, and an attribute of it (``name="value"``) in each profile.

    Where several types share these, ``category`` tells them apart: ``@ana`` points at the category of that name.
    """

    default: tuple[str, str]
    spoken: tuple[str, str]
    category: str | None = None


DIRECTIONS: dict[DirectionType, Encoding] = {
    "vocal":     Encoding(("stage", 'type="vocal"'),      ("vocal", "")),
    "laughter":  Encoding(("stage", 'type="vocal"'),      ("vocal", ""), "laughter that is heard"),
    "kinesic":   Encoding(("stage", 'type="kinesic"'),    ("kinesic", "")),
    "applause":  Encoding(("stage", 'type="kinesic"'),    ("kinesic", ""), "applause or cheers"),
    "gesture":   Encoding(("stage", 'type="kinesic"'),    ("kinesic", ""), "a gesture that means something"),
    "incident":  Encoding(("stage", 'type="incident"'),   ("incident", "")),
    "media":     Encoding(("stage", 'type="incident"'),   ("incident", ""), "a recording that is played"),
    "music":     Encoding(("stage", 'type="incident"'),   ("incident", ""), "music or singing"),
    "pause":     Encoding(("stage", 'type="pause"'),      ("pause", "")),
    "silence":   Encoding(("stage", 'type="pause"'),      ("pause", ""), "silence that the transcript calls so"),
    "crosstalk": Encoding(("stage", 'type="crosstalk"'),  ("incident", 'type="crosstalk"')),
    "foreign":   Encoding(("stage", 'type="delivery"'),   ("incident", 'type="delivery"')),
    "setting":   Encoding(("stage", 'type="setting"'),    ("note", 'type="setting"')),
    "other":     Encoding(("stage", 'type="other"'),      ("incident", 'type="other"')),
    "inaudible": Encoding(("gap", 'reason="inaudible"'),  ("gap", 'reason="inaudible"')),
    "redacted":  Encoding(("gap", 'reason="editorial"'),  ("gap", 'reason="editorial"')),
    "uncertain": Encoding(("unclear", 'cert="low"'),      ("unclear", 'cert="low"')),
    "phonetic":  Encoding(("seg", 'type="phonetic"'),     ("seg", 'type="phonetic"')),
    "timecode":  Encoding(("seg", 'type="timecode"'),     ("seg", 'type="timecode"')),
}  # fmt: skip

PASSAGES: dict[PassageType, tuple[str, str]] = {
    "narration": ("p", ""),
    "legend":    ("ab", 'type="legend"'),
    "metadata":  ("ab", 'type="metadata"'),
    "furniture": ("fw", ""),
}  # fmt: skip
"""Element and attribute of each kind of passage; in the spoken profile narration is ``note type="narrative"``."""

ROLES: dict[Role, str] = {"interviewer": "interviewer", "interviewee": "interviewee", "other": "participant"}
"""``person/@role``."""
