"""Who asks and who answers: printed role words first, then who asks the questions and who speaks after them."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

from transcript.engine.labels import parse
from transcript.model import Role, Segment, Speaker, Turn

_QUESTION = ("?", "？", "؟")
_CLOSING = '"”’»」』)] '


def with_roles(speakers: tuple[Speaker, ...], segments: list[Segment]) -> tuple[Speaker, ...]:
    """The speakers, each with the role that the evidence gives; None where there is none."""
    turns = [segment for segment in segments if isinstance(segment, Turn) and segment.speaker]
    roles: dict[str, Role | None] = {speaker.id: speaker.role or _printed(speaker) for speaker in speakers}
    spoken = Counter(turn.speaker for turn in turns)
    asks = [_asks(turn) for turn in turns]
    asked = Counter(turn.speaker for turn, ask in zip(turns, asks, strict=True) if ask)
    words: Counter[str | None] = Counter()
    for turn in turns:
        words[turn.speaker] += len(turn.text)
    people = [
        speaker.id for speaker in speakers if (spoken[speaker.id] and speaker.kind == "person") or roles[speaker.id]
    ]
    if len(people) == 2:
        _pair(people[0], people[1], roles, spoken, asked, words)
    askers = {person for person, role in roles.items() if role == "interviewer"}
    answered = Counter(
        turn.speaker
        for ask, (before, turn) in zip(asks, itertools.pairwise(turns), strict=False)
        if ask and before.speaker in askers
    )
    for speaker in speakers:
        person = speaker.id
        unknown = roles[person] is None and speaker.kind == "person" and spoken[person]
        if unknown and answered[person] * 2 >= spoken[person] and asked[person] * 4 <= spoken[person]:
            roles[person] = "interviewee"
    return tuple(replace(speaker, role=roles[speaker.id]) for speaker in speakers)


def _pair(
    a: str,
    b: str,
    roles: dict[str, Role | None],
    spoken: Counter[str | None],
    asked: Counter[str | None],
    words: Counter[str | None],
) -> None:
    """Two people: the role of one tells that of the other; else who asks more and says less is the interviewer."""
    for one, other in ((a, b), (b, a)):
        if roles[one] == "interviewer" and roles[other] is None:
            roles[other] = "interviewee"
        elif roles[one] == "interviewee" and roles[other] is None:
            roles[other] = "interviewer"
    if roles[a] is roles[b] is None and spoken[a] and spoken[b]:
        rates = {person: asked[person] / spoken[person] for person in (a, b)}
        asker, other = sorted((a, b), key=lambda person: -rates[person])
        if rates[asker] >= 0.4 and rates[asker] > 2.5 * rates[other] and words[asker] < words[other]:
            roles[asker], roles[other] = "interviewer", "interviewee"


def _asks(turn: Turn) -> bool:
    return turn.text.rstrip(_CLOSING).endswith(_QUESTION)


def _printed(speaker: Speaker) -> Role | None:
    return next((role for words in speaker.labels if (role := parse(words).role)), None)
