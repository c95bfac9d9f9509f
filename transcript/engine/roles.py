"""Who asks and who answers: printed role words first, then who asks the questions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from transcript.engine.labels import parse
from transcript.model import Segment, Speaker, Turn

_QUESTION = ("?", "？", ";", "؟")


def with_roles(speakers: tuple[Speaker, ...], segments: list[Segment]) -> tuple[Speaker, ...]:
    """The speakers, each with the role that the evidence gives; None where there is none."""
    asked: dict[str, int] = defaultdict(int)
    turns: dict[str, int] = defaultdict(int)
    words: dict[str, int] = defaultdict(int)
    for segment in segments:
        if isinstance(segment, Turn) and segment.speaker:
            turns[segment.speaker] += 1
            words[segment.speaker] += len(segment.text)
            asked[segment.speaker] += segment.text.rstrip('"”’») ').endswith(("?", "？", "؟"))
    printed = {speaker.id: speaker.role or _printed(speaker) for speaker in speakers}
    asking = {speaker.id: asked[speaker.id] / turns[speaker.id] for speaker in speakers if turns[speaker.id]}
    if len(speakers) == 2 and len(asking) == 2:
        a, b = speakers
        for one, other in ((a, b), (b, a)):
            if printed[one.id] == "interviewer" and printed[other.id] is None:
                printed[other.id] = "interviewee"
            if printed[one.id] == "interviewee" and printed[other.id] is None:
                printed[other.id] = "interviewer"
            if (
                printed[one.id] is None
                and printed[other.id] is None
                and asking[one.id] >= 0.4
                and asking[one.id] > 2.5 * asking[other.id]
                and words[one.id] < words[other.id]
            ):
                printed[one.id], printed[other.id] = "interviewer", "interviewee"
    elif len(speakers) > 2 and any(role == "interviewer" for role in printed.values()):
        pass
    return tuple(replace(speaker, role=printed[speaker.id]) for speaker in speakers)


def _printed(speaker: Speaker) -> str | None:
    for words in speaker.labels:
        if role := parse(words).role:
            return role
    return None
