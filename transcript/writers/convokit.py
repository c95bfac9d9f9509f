"""ConvoKit utterances (``utterances.jsonl``), an utterance a turn.

The interview is one conversation in which each utterance replies to the one before; ids begin with the digest of
the source, so that several interviews make one corpus. ConvoKit must have a speaker: ``unknown`` stands for all
turns without one, and claims no person. ``timestamp`` is the start in seconds (``meta.time_kind`` says of what);
unknown is null.
"""

from __future__ import annotations

from typing import Any

import orjson

from transcript.model import Document, Speaker, Time, Turn
from transcript.options import Options

NOBODY = "unknown"


def write(document: Document, options: Options) -> bytes:
    """The turns alone, a line each."""
    speakers: dict[str | None, Speaker] = {speaker.id: speaker for speaker in document.speakers}
    lines: list[bytes] = []
    before: str | None = None
    conversation = f"{document.source.sha256[:12]}-1"
    for number, turn in enumerate(document.turns, 1):
        key = f"{document.source.sha256[:12]}-{number}"
        utterance = {
            "id": key,
            "conversation_id": conversation,
            "reply_to": before,
            "speaker": turn.speaker or NOBODY,
            "timestamp": turn.time.start if turn.time else None,
            "text": turn.text,
            "meta": _meta(turn, speakers.get(turn.speaker)),
        }
        lines.append(orjson.dumps(utterance, option=orjson.OPT_APPEND_NEWLINE))
        before = key
    return b"".join(lines)


def _meta(turn: Turn, speaker: Speaker | None) -> dict[str, Any]:
    time = turn.time or Time(None)
    return {
        "speaker_name": speaker.name if speaker else None,
        "speaker_role": speaker.role if speaker else None,
        "speaker_kind": speaker.kind if speaker else None,
        "label": turn.label.text if turn.label else None,
        "end": time.end,
        "time_kind": time.kind if turn.time else None,
        "directions": [{"type": direction.type, "text": direction.text} for direction in turn.directions],
        "confidence": turn.confidence,
    }
