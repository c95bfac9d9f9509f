"""The JSON transcript of Podcasting 2.0 (podcast-namespace, transcripts.md, version 1.0.0): a segment a turn.

``endTime`` is there where it is known. Players need a ``startTime`` in every segment: a turn without one carries
the last time that is known before it, as the turns of one caption do.
"""

from __future__ import annotations

from typing import Any

import orjson

from transcript.model import Document, Turn
from transcript.options import Options
from transcript.typeset.cues import Cue, Voice, captions_of
from transcript.typeset.names import names_of


def write(document: Document, options: Options) -> bytes:
    """The turns with their words as they are; synthetic times are announced under ``note``.

    :raises CannotWrite: the times are missing, times of day, or run backwards.
    """
    captions = captions_of(document, options)
    names = names_of(document)
    segments = [
        _segment(cue, voice, voice.turn, names.of(voice.turn))
        for cue in captions.cues
        for voice in cue.voices
        if voice.turn
    ]
    transcript: dict[str, Any] = {"version": "1.0.0", "segments": segments}
    if captions.synthetic:
        transcript["note"] = captions.remark
    return orjson.dumps(transcript, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _segment(cue: Cue, voice: Voice, turn: Turn, name: str) -> dict[str, Any]:
    end = {} if voice.end is None else {"endTime": voice.end / 1000}
    return {"speaker": name, "startTime": cue.start / 1000} | end | {"body": turn.text}
