"""The XML transcripts that Podlove Publisher serves (``podlove.org/simple-transcripts``).

Its WebVTT and its JSON are read by the readers of these. A file of Podlove Simple Chapters is known too, and refused
by its name: it holds titles, and no word that anybody says.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from transcript.errors import UnreadableInput
from transcript.extract.fields import speaker_of
from transcript.extract.utterances import Utterance, all_told, printed, seconds
from transcript.extract.xml import first_name, name, root_of
from transcript.model import Source

_TRANSCRIPTS, _CHAPTERS = "transcripts", "chapters"
_NAMESPACES = (b"podlove.org/simple-transcripts", b"podlove.org/simple-chapters")


def sniff(data: bytes) -> bool:
    """The root is one of Podlove's, and so is its namespace, in any encoding that has ASCII."""
    start = data[:8192].translate(None, b"\x00")
    return first_name(data) in (_TRANSCRIPTS, _CHAPTERS) and any(space in start for space in _NAMESPACES)


def read(data: bytes) -> Source:
    """Print each speech behind who says it; contributors are numbers there, and are called ``Speaker 3``.

    :raises UnreadableInput: not well-formed, no transcript of Podlove, or without words.
    """
    root = root_of(data)
    if name(root) == _CHAPTERS:
        raise UnreadableInput("the titles of chapters (Podlove Simple Chapters), and no word that anybody says")
    if name(root) != _TRANSCRIPTS:
        raise UnreadableInput(f"the root at line {root.sourceline} is not that of a transcript of Podlove")
    encoding = (root.getroottree().docinfo.encoding or "utf-8").lower()
    return printed(all_told(_utterances(root))).source("podlove", data, encoding)


def _utterances(root: etree._Element) -> Iterator[Utterance]:
    for speech in root:
        speaker = None
        for element in speech:
            words = "".join(map(str, element.itertext()))
            if name(element) == "speaker":
                speaker = speaker_of(words)
            elif name(element) == "item":
                yield Utterance(words, speaker, seconds(element.get("start")), seconds(element.get("end")))
