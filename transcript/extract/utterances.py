"""What was said, by whom and when, as formats of fields and columns keep it, printed as a text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from transcript.extract.prose import Prose

UNKNOWN = "Unknown speaker"
"""The label of words whose speaker a format that names speakers does not name."""

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,4}):(\d{1,2}(?:[.,]\d{1,9})?)")
_NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,12})?")


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words of one speaker. Times are seconds, None where unknown; a speaker of None is the one before."""

    words: str
    speaker: str | None = None
    begins: float | None = None
    ends: float | None = None


def all_told(utterances: Iterable[Utterance]) -> list[Utterance]:
    """The utterances with words. Where some have a speaker, those without are nobody's, not the speaker's before."""
    found = [utterance for utterance in utterances if utterance.words.strip()]
    if not any(utterance.speaker for utterance in found):
        return found
    return [each if each.speaker else replace(each, speaker=UNKNOWN) for each in found]


def printed(utterances: Iterable[Utterance]) -> Prose:
    """A paragraph for each stretch of one speaker, behind the label; utterances of a stretch run on."""
    prose = Prose()
    current: str | None = None
    for utterance in utterances:
        if not utterance.words.strip():
            continue
        if utterance.speaker and utterance.speaker != current:
            current = utterance.speaker
            prose.end()
            prose.voice(current)
        elif prose.tail:
            prose.add(" ")
        _print_words(prose, utterance)
    prose.end()
    return prose


def print_apart(prose: Prose, utterance: Utterance) -> None:
    """Print an utterance in paragraphs of its own, behind its label."""
    if utterance.speaker:
        prose.voice(utterance.speaker)
    _print_words(prose, utterance)
    prose.end()


def _print_words(prose: Prose, utterance: Utterance) -> None:
    for at, paragraph in enumerate(_BLANK_LINE.split(utterance.words.strip().replace("\r\n", "\n"))):
        if at:
            prose.end()
        prose.said_at(utterance.begins, utterance.ends)
        prose.add(paragraph)


def seconds(value: Any, *, unit: float = 1.0) -> float | None:
    """A time of any of the kinds that formats write; None where it is unknown or none.

    :param unit: what a plain number counts, in seconds. A clock (``0:31.5``) and ``"1.500s"`` are seconds always.
    """
    if isinstance(value, str):
        text = value.strip().removesuffix("s")
        if found := _CLOCK.fullmatch(text):
            hours, minutes, rest = found.groups()
            return (int(hours or 0) * 60 + int(minutes)) * 60 + float(rest.replace(",", "."))
        if not _NUMBER.fullmatch(text):
            return None
        value = float(text.replace(",", "."))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    time = value * unit
    return round(time, 6) if math.isfinite(time) and time >= 0 else None
