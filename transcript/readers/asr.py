"""JSON of speech recognisers; :mod:`transcript.extract.recognisers` lists which."""

from __future__ import annotations

import codecs

from transcript.errors import UnreadableInput
from transcript.extract.fields import parsed
from transcript.extract.recognisers import fits, utterances_of
from transcript.extract.utterances import printed
from transcript.model import Source

# Keys of which an answer has at least two, in any place: how it is told from other JSON without reading it.
_SIGNS = tuple(
    f'"{key}"'.encode()
    for key in (
        "segments", "text", "start", "end", "timestamp", "chunks", "offsets", "transcription", "utterances", "words",
        "monologues", "elements", "recognizedPhrases", "nBest", "phrases", "offsetMilliseconds", "channels",
        "alternatives", "results", "items", "transcripts", "start_ms", "transcript", "content",
    )
)  # fmt: skip


def sniff(data: bytes) -> bool:
    """JSON with keys of recognisers, which the first shape that fits confirms."""
    start = data[:256].removeprefix(codecs.BOM_UTF8).lstrip()
    if not start.startswith((b"{", b"[")) or sum(sign in data for sign in _SIGNS) < 2:
        return False
    try:
        return fits(parsed(data))
    except UnreadableInput:
        return False


def read(data: bytes) -> Source:
    """Print what each speaker said, in paragraphs of their own; nobody is named where the recogniser names nobody.

    :raises UnreadableInput: not JSON, of no shape that is known, or it breaks its shape; the error says where.
    """
    return printed(utterances_of(parsed(data))).source("asr", data, "utf-8")
