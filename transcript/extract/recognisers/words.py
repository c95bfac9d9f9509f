"""Words with a speaker and times, joined to sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transcript.extract.utterances import Utterance

_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！", "…", "؟", "।")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign; ``glued`` says that no blank stands before it."""

    text: str
    speaker: str | None
    begins: float | None
    ends: float | None
    glued: bool = False


def sentences(words: Iterable[Word], delimiter: str = " ") -> Iterator[Utterance]:
    """Join words until a sentence ends or the speaker changes. Signs without a speaker are the speaker's before."""
    held: list[Word] = []
    for word in words:
        if not word.text:
            continue
        if held and not word.glued and (word.speaker != held[0].speaker or held[-1].text.endswith(_SENTENCE_ENDS)):
            yield _joined(held, delimiter)
            held = []
        held.append(word)
    if held:
        yield _joined(held, delimiter)


def _joined(words: list[Word], delimiter: str) -> Utterance:
    text = "".join(word.text if word.glued or not at else f"{delimiter}{word.text}" for at, word in enumerate(words))
    begins = next((word.begins for word in words if word.begins is not None), None)
    ends = next((word.ends for word in reversed(words) if word.ends is not None), None)
    return Utterance(text, words[0].speaker, begins, ends)
