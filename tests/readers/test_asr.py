"""Speech recognisers: whatever shape the answer has, who spoke, what and when come out the same."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.sources import assert_lawful, marked
from transcript.errors import UnreadableInput
from transcript.model import Source
from transcript.readers import asr


def read(content: object) -> Source:
    source = asr.read(orjson.dumps(content))
    assert_lawful(source)
    return source


def times(source: Source) -> list[tuple[object, object, str]]:
    return [(mark.value, mark.end_value, source.text[mark.start : mark.end]) for mark in marked(source, "time")]


# "Where were you? At home." said by one, "Out, at sea." by another, from 0.5 to 2, 2 to 3.25 and 3.5 to 5 seconds.
SPOKEN = [
    ("Where", 0, 0.5, 1.0), ("were", 0, 1.0, 1.5), ("you?", 0, 1.5, 2.0), ("At", 0, 2.0, 2.5), ("home.", 0, 2.5, 3.25),
    ("Out,", 1, 3.5, 4.0), ("at", 1, 4.0, 4.25), ("sea.", 1, 4.25, 5.0),
]  # fmt: skip
SAID = [("Where were you?", 0, 0.5, 2.0), ("At home.", 0, 2.0, 3.25), ("Out, at sea.", 1, 3.5, 5.0)]
TIMES = [(begins, ends, words) for words, _, begins, ends in SAID]


def signs_apart() -> list[tuple[str, int, float | None, float | None, bool]]:
    """Words and signs as recognisers list them that keep these apart."""
    found: list[tuple[str, int, float | None, float | None, bool]] = []
    for word, who, begins, ends in SPOKEN:
        found.append((word.rstrip("?.,"), who, begins, ends, False))
        if word[-1] in "?.,":
            found.append((word[-1], who, None, None, True))
    return found


WHISPERX = {"segments": [{"text": f" {w}", "start": b, "end": e, "speaker": f"SPEAKER_0{s}"} for w, s, b, e in SAID]}
WHISPER_CPP = {
    "transcription": [
        {"text": f" {w}", "speaker": s, "offsets": {"from": int(b * 1000), "to": int(e * 1000)}} for w, s, b, e in SAID
    ]
}
TRANSFORMERS = {
    "speakers": [{"speaker": f"SPEAKER_0{s}", "text": w, "timestamp": [b, e]} for w, s, b, e in SAID],
    "chunks": [],
    "text": "",
}
ASSEMBLYAI = {
    "id": "x",
    "utterances": [
        {"text": w, "speaker": "AB"[s], "start": int(b * 1000), "end": int(e * 1000)} for w, s, b, e in SAID
    ],
}
ASSEMBLYAI_WORDS = {
    "utterances": None,
    "words": [{"text": w, "speaker": "AB"[s], "start": int(b * 1000), "end": int(e * 1000)} for w, s, b, e in SPOKEN],
}
DEEPGRAM = {
    "results": {
        "channels": [],
        "utterances": [{"transcript": w, "speaker": s, "start": b, "end": e} for w, s, b, e in SAID],
    }
}


def deepgram(best: dict[str, Any]) -> dict[str, Any]:
    return {"results": {"channels": [{"alternatives": [best]}]}}


DEEPGRAM_PARAGRAPHS = deepgram(
    {
        "paragraphs": {
            "paragraphs": [{"speaker": s, "sentences": [{"text": w, "start": b, "end": e}]} for w, s, b, e in SAID]
        }
    }
)
DEEPGRAM_WORDS = deepgram(
    {"words": [{"word": "x", "punctuated_word": w, "speaker": s, "start": b, "end": e} for w, s, b, e in SPOKEN]}
)
REV = {
    "speakers": [],
    "monologues": [
        {
            "speaker": s,
            "elements": [{"type": "text", "value": w, "ts": b, "end_ts": e}, {"type": "punct", "value": " "}],
        }
        for w, s, b, e in SAID
    ],
}
AWS = {
    "results": {
        "items": [
            {
                "type": "punctuation" if sign else "pronunciation",
                "alternatives": [{"content": w}],
                **({} if sign else {"start_time": str(b), "end_time": str(e)}),
            }
            for w, s, b, e, sign in signs_apart()
        ],
        "speaker_labels": {
            "segments": [
                {"speaker_label": f"spk_{s}", "items": [{"start_time": str(b), "speaker_label": f"spk_{s}"}]}
                for w, s, b, e in SPOKEN
            ]
        },
    }
}
AWS_SEGMENTS = {
    "results": {
        "items": [],
        "audio_segments": [
            {"transcript": w, "speaker_label": f"spk_{s}", "start_time": str(b), "end_time": str(e)}
            for w, s, b, e in SAID
        ],
    }
}
GOOGLE_WORDS = [
    {"word": w, "speakerTag": s + 1, "startTime": f"{b:.3f}s", "endTime": f"{e:.3f}s"} for w, s, b, e in SPOKEN
]
GOOGLE = {
    "results": [
        {"alternatives": [{"transcript": "x", "words": [{**word, "speakerTag": 0} for word in GOOGLE_WORDS[:5]]}]},
        {"alternatives": [{"transcript": "x", "words": [{**word, "speakerTag": 0} for word in GOOGLE_WORDS[5:]]}]},
        {"alternatives": [{"words": GOOGLE_WORDS}]},
    ]
}
GOOGLE_2_WORDS = [
    {"word": w, "speakerLabel": str(s), "startOffset": f"{b}s", "endOffset": f"{e}s"} for w, s, b, e in SPOKEN
]
GOOGLE_2 = {
    "response": {"results": [{"alternatives": [{"words": half}]} for half in (GOOGLE_2_WORDS[:5], GOOGLE_2_WORDS[5:])]}
}
AZURE = {
    "recognizedPhrases": [
        {"speaker": s, "offsetInTicks": b * 1e7, "durationInTicks": (e - b) * 1e7, "nBest": [{"display": w}]}
        for w, s, b, e in reversed(SAID)
    ]
}
AZURE_FAST = {
    "phrases": [
        {"speaker": s, "offsetMilliseconds": int(b * 1000), "durationMilliseconds": int((e - b) * 1000), "text": w}
        for w, s, b, e in SAID
    ]
}
SPEECHMATICS = {
    "results": [
        {
            "type": "punctuation" if sign else "word",
            "start_time": b if b is not None else 9,
            "end_time": e if e is not None else None,
            "alternatives": [{"content": w, "speaker": f"S{s + 1}"}],
        }
        for w, s, b, e, sign in signs_apart()
    ]
}
PODLOVE = {
    "transcripts": [
        {"text": w, "speaker": str(s), "voice": ["Ann", "Bo"][s], "start_ms": int(b * 1000), "end_ms": int(e * 1000)}
        for w, s, b, e in SAID
    ]
}

PODLOVE_GROUPED = [
    {
        "speaker": None,
        "voice": voice,
        "items": [{"text": line["text"], "start_ms": line["start_ms"], "end_ms": line["end_ms"]} for line in lines],
    }
    for voice, lines in groupby(PODLOVE["transcripts"], key=itemgetter("voice"))
]


@pytest.mark.parametrize(
    ("answer", "one", "other"),
    [
        pytest.param(WHISPERX, "SPEAKER_00", "SPEAKER_01", id="whisperx"),
        pytest.param(WHISPER_CPP, "Speaker 0", "Speaker 1", id="whisper.cpp"),
        pytest.param(TRANSFORMERS, "SPEAKER_00", "SPEAKER_01", id="transformers"),
        pytest.param(ASSEMBLYAI, "Speaker A", "Speaker B", id="assemblyai"),
        pytest.param(ASSEMBLYAI_WORDS, "Speaker A", "Speaker B", id="assemblyai-words"),
        pytest.param(DEEPGRAM, "Speaker 0", "Speaker 1", id="deepgram"),
        pytest.param(DEEPGRAM_PARAGRAPHS, "Speaker 0", "Speaker 1", id="deepgram-paragraphs"),
        pytest.param(DEEPGRAM_WORDS, "Speaker 0", "Speaker 1", id="deepgram-words"),
        pytest.param(REV, "Speaker 0", "Speaker 1", id="rev"),
        pytest.param(AWS, "spk_0", "spk_1", id="aws"),
        pytest.param(AWS_SEGMENTS, "spk_0", "spk_1", id="aws-segments"),
        pytest.param(GOOGLE, "Speaker 1", "Speaker 2", id="google"),
        pytest.param(GOOGLE_2, "Speaker 0", "Speaker 1", id="google-2"),
        pytest.param(AZURE, "Speaker 0", "Speaker 1", id="azure"),
        pytest.param(AZURE_FAST, "Speaker 0", "Speaker 1", id="azure-fast"),
        pytest.param(SPEECHMATICS, "S1", "S2", id="speechmatics"),
        pytest.param(PODLOVE, "Ann", "Bo", id="podlove"),
        pytest.param(PODLOVE["transcripts"], "Ann", "Bo", id="podlove-list"),
        pytest.param(PODLOVE_GROUPED, "Ann", "Bo", id="podlove-grouped"),
        pytest.param(
            {str(at): group for at, group in enumerate(PODLOVE_GROUPED, -1)}, "Ann", "Bo", id="podlove-grouped-object"
        ),
    ],
)
def test_every_recogniser_says_the_same(answer: object, one: str, other: str) -> None:
    source = read(answer)
    assert source.text == f"{one}: Where were you? At home.\n\n{other}: Out, at sea."
    assert [mark.value for mark in marked(source, "voice")] == [one, other]
    assert times(source) == TIMES
    assert asr.sniff(orjson.dumps(answer))
    assert asr.sniff(b"\xef\xbb\xbf" + orjson.dumps(answer, option=orjson.OPT_INDENT_2))


def test_nobody_is_named_where_the_recogniser_names_nobody() -> None:
    source = read(
        {"text": "x", "segments": [{"text": " One.", "start": 0, "end": 1}, {"text": " Two.", "start": 1, "end": 2}]}
    )
    assert source.text == "One. Two."
    assert not marked(source, "voice")
    assert times(source) == [(0.0, 1.0, "One."), (1.0, 2.0, "Two.")]


def test_words_without_a_speaker_are_not_given_to_the_speaker_before() -> None:
    source = read(
        {"segments": [{"text": "One.", "speaker": "Ann"}, {"text": "Two."}, {"text": "Three.", "speaker": "Ann"}]}
    )
    assert source.text == "Ann: One.\n\nUnknown speaker: Two.\n\nAnn: Three."


def test_a_speaker_nobody_knows_is_called_that() -> None:
    item = {"type": "word", "start_time": 1, "end_time": 2}
    known, unknown = ({"alternatives": [{"content": who, "speaker": who}]} for who in ("S1", "UU"))
    assert read({"results": [item | known, item | unknown]}).text == "S1: S1\n\nUnknown speaker: UU"


def test_channels_are_speakers_and_interleave_by_time() -> None:
    channels = [
        {"alternatives": [{"words": [{"word": word, "start": at, "end": at + 0.5} for at, word in said]}]}
        for said in ([(0, "Hello."), (4, "Good.")], [(2, "Hi.")])
    ]
    assert read({"results": {"channels": channels}}).text == "Channel 1: Hello.\n\nChannel 2: Hi.\n\nChannel 1: Good."


def test_results_that_do_not_repeat_each_other_are_all_read() -> None:
    words = [{"word": "So.", "startTime": "1s"}], [{"word": "There."}, {"word": "Is"}, {"word": "more."}]
    results = [
        {"alternatives": [{"words": words[1]}]},
        {"alternatives": [{"words": words[0]}]},
        {"alternatives": [{"transcript": "End."}]},
    ]
    assert read({"results": results}).text == "There. Is more. So. End."


def test_a_language_without_blanks_gets_none() -> None:
    words = [{"type": "word", "alternatives": [{"content": content}]} for content in ("はい", "そう")]
    metadata = {"language_pack_info": {"word_delimiter": ""}}
    assert read({"metadata": metadata, "results": words}).text == "はいそう"


def test_a_name_that_the_answer_tells_stands_for_its_number() -> None:
    speakers = [{"id": 0, "name": "Ann Lee"}]
    monologues = [{"speaker": 0, "elements": [{"value": "Yes."}]}]
    assert read({"speakers": speakers, "monologues": monologues}).text == "Ann Lee: Yes."


@pytest.mark.parametrize(
    ("answer", "where"),
    [
        ({"segments": [{"text": "a"}, 7]}, "segments.1"),
        ({"monologues": [{"elements": 7}]}, "monologues.0.elements"),
        ({"results": {"channels": [{"alternatives": "x"}]}}, "results.channels.0.alternatives"),
        ({"hello": 1}, "no answer of a recogniser"),
        ([], "no answer of a recogniser"),
        ({"segments": []}, "no words"),
        ({"segments": [{"text": ["a"]}]}, "no words"),
    ],
)
def test_what_breaks_its_shape_is_refused_with_the_place(answer: object, where: str) -> None:
    with pytest.raises(UnreadableInput, match=where):
        read(answer)


@pytest.mark.parametrize(
    "data", [b"", b"{", b'{"a": 1}', b'{"segments": [], "text', b'{"start": 1, "end": 2}', b"[1]", b"\xff"]
)
def test_other_json_is_not_taken_for_an_answer(data: bytes) -> None:
    assert not asr.sniff(data)


KEYS = st.sampled_from(
    ["segments", "text", "start", "speaker", "utterances", "words", "results", "channels", "alternatives", "transcript",
     "items", "monologues", "elements", "value", "recognizedPhrases", "nBest", "phrases", "transcription", "offsets",
     "id", "chunks", "timestamp", "speakers", "paragraphs", "sentences", "transcripts", "content", "start_ms", "voice",
     "name", "speaker_labels", "audio_segments", "metadata", "language_pack_info", "word_delimiter", "response"]
)  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers(-9, 9**12) | st.floats(allow_nan=False)
VALUES = st.recursive(
    SCALARS | st.sampled_from(["", "a", "1.5s", "0:01", "UU"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=200)
@given(VALUES)
def test_any_json_is_lawful_or_refused(value: object) -> None:
    try:
        source = read(value)
    except UnreadableInput:
        return
    assert source.format == "asr"
