"""The JSON transcript of Podcasting 2.0 (podcast-namespace, transcripts.md)."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any

from transcript.errors import UnreadableInput
from transcript.extract.fields import parsed
from transcript.extract.utterances import Utterance, printed, seconds
from transcript.model import Source

_SIGNS = (b'"segments"', b'"body"')


def sniff(data: bytes) -> bool:
    """An object that has segments with bodies."""
    return data[:256].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{") and all(sign in data for sign in _SIGNS)


def read(data: bytes) -> Source:
    """Print the segments; one without a speaker is said by the speaker before, and segments of one speaker run on.

    :raises UnreadableInput: not JSON, no segments, or none with words; the error says where.
    """
    content = parsed(data)
    segments = content.get("segments") if isinstance(content, dict) else None
    if not isinstance(segments, list):
        raise UnreadableInput("segments: missing, or no list")
    return printed(_utterances(segments)).source("podcast", data, "utf-8")


def _utterances(segments: list[Any]) -> Iterator[Utterance]:
    for at, segment in enumerate(segments):
        body = segment.get("body") if isinstance(segment, dict) else None
        if not isinstance(body, str):
            raise UnreadableInput(f"segments.{at}.body: missing, or no text")
        speaker = segment.get("speaker")
        if speaker is not None and not isinstance(speaker, str | int):
            raise UnreadableInput(f"segments.{at}.speaker: no text")
        name = " ".join(str(speaker).split()) if speaker is not None else None
        yield Utterance(body, name or None, seconds(segment.get("startTime")), seconds(segment.get("endTime")))
