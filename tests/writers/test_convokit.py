"""ConvoKit utterances, against the fields that its documentation demands."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from tests.documents import SAMPLE, documents
from transcript.model import Document
from transcript.options import DEFAULTS
from transcript.writers.convokit import write


def utterances(document: Document) -> list[dict[str, Any]]:
    return [json.loads(line) for line in write(document, DEFAULTS).decode().split("\n")[:-1]]


def test_the_sample_has_an_utterance_for_each_turn() -> None:
    second, last = utterances(SAMPLE)[1], utterances(SAMPLE)[-1]
    prefix = SAMPLE.source.sha256[:12]
    assert second == {
        "id": f"{prefix}-2",
        "conversation_id": f"{prefix}-1",
        "reply_to": f"{prefix}-1",
        "speaker": "ines-calder",
        "timestamp": 35.5,
        "text": SAMPLE.turns[1].text,
        "meta": {
            "speaker_name": "Dr. Inés Calder",
            "speaker_role": "interviewee",
            "speaker_kind": "person",
            "label": "Dr. Inés Calder, harbour pilot:",
            "end": 725.25,
            "time_kind": "approximate",
            "directions": [{"type": "laughter", "text": "(laughs)"}],
            "confidence": 0.99,
        },
    }
    assert (last["speaker"], last["timestamp"], last["meta"]["label"]) == ("unknown", None, "Voice:")


@settings(max_examples=100)
@given(documents())
def test_each_utterance_replies_to_the_one_before(document: Document) -> None:
    found = utterances(document)
    ids = [utterance["id"] for utterance in found]
    assert len(set(ids)) == len(document.turns)
    assert [utterance["reply_to"] for utterance in found] == [None, *ids][: len(ids)]
    assert {utterance["conversation_id"] for utterance in found} <= {ids[0] if ids else None}
    assert [utterance["text"] for utterance in found] == [turn.text for turn in document.turns]
