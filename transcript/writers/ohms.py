"""OHMS XML, for the viewers of oral-history archives.

Where times are known this is version 6.0, with a cue for each turn; elsewhere it is version 5.4, whose transcript is
text without times, to be synchronised in OHMS. The elements come in the order that the schema asks for. A record
that OHMS has not numbered is number 0; a date that is not known to the day is the first that the schema admits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape

from transcript.errors import CannotWrite
from transcript.model import Direction, Document, Heading, Metadata, Turn
from transcript.options import Options
from transcript.typeset.characters import one_line, xml_safe
from transcript.typeset.cues import Captions, captions_of
from transcript.typeset.names import Names, names_of
from transcript.typeset.paragraphs import blocks_of, folded
from transcript.typeset.times import clock
from transcript.typeset.titles import title_of

_NAMESPACE = "https://www.weareavp.com/nunncenter/ohms"
_ROOT = (
    f'<ROOT xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{_NAMESPACE} {_NAMESPACE}/ohms.xsd">'
)
_NO_DAY = "0001-01-01"
_NUMBER = re.compile(r"[0-9]{1,9}")
_ADDRESS = re.compile(r"https?://\S+")
_SUFFIX = re.compile(r"\.(?:(?P<audio>mp3|wav|flac|ogg|m4a)|(?P<video>mp4|webm|mov))$", re.IGNORECASE)


def write(document: Document, options: Options) -> bytes:
    """One record."""
    names = names_of(document, without=":：")
    try:
        captions = captions_of(document, options)
    except CannotWrite:
        version, transcript = "5.4", _element("transcript", "\n\n".join(_paragraphs(document, names)))
    else:
        version, transcript = "6.0", f"<vtt_transcript><![CDATA[{_cues(captions, names)}]]></vtt_transcript>"
    metadata = document.metadata
    day = metadata.date if _is_day(metadata.date) else ""
    number = metadata.identifier if metadata.identifier and _NUMBER.fullmatch(metadata.identifier) else "0"
    fields = [
        f"<version>{version}</version>",
        f'<date value="{escape(day or "")}" format="yyyy-mm-dd"/>',
        *_unless_known("date_nonpreferred_format", None if day else metadata.date),
        _element("title", title_of(document)),
        *_unless_known("accession", metadata.identifier),
        *_unless_known("collection_name", metadata.collection),
        *_unless_known("repository", metadata.repository),
        *(_element("interviewee", who.name) for who in document.speakers if who.role == "interviewee"),
        *(_element("interviewer", who.name) for who in document.speakers if who.role == "interviewer"),
        *_media(metadata),
        *_unless_known("language", metadata.language),
        transcript,
        *_unless_known("rights", metadata.rights),
        *_format(metadata),
        *_unless_known("usage", metadata.licence),
    ]
    body = "\n    ".join(fields)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{_ROOT}\n'
        f'  <record id="{number}" dt="{day or _NO_DAY}">\n    {body}\n  </record>\n</ROOT>\n'
    ).encode()


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(xml_safe(text), quote=False)}</{name}>"


def _unless_known(name: str, value: str | None) -> Iterator[str]:
    """The element, or nothing where its value is not known."""
    if value:
        yield _element(name, one_line(value))


def _is_day(value: str | None) -> bool:
    try:
        return value is not None and len(value) == 10 and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _media(metadata: Metadata) -> Iterator[str]:
    """The address of the recording, or its file name."""
    recording = metadata.recording or ""
    if _ADDRESS.fullmatch(recording):
        yield _element("media_url", recording)
    elif _SUFFIX.search(recording):
        yield _element("file_name", one_line(recording))


def _format(metadata: Metadata) -> Iterator[str]:
    found = _SUFFIX.search(metadata.recording or "")
    if found:
        yield _element("fmt", found.lastgroup or "")


def _cues(captions: Captions, names: Names) -> str:
    """WebVTT as OHMS has it: a cue a turn, paragraphs parted by two breaks."""
    blocks = ["WEBVTT", "NOTE\nTRANSCRIPTION BEGIN"]
    if captions.remark:
        blocks.append(f"NOTE {captions.remark}")
    for cue in captions.cues:
        if cue.remark:
            blocks.append(f"NOTE {cue.remark}")
        lines = [f"{clock(cue.start, point='.')} --> {clock(cue.end, point='.')}"]
        for voice in cue.voices:
            tag = f"<v {escape(names.of(voice.turn), quote=False)}>" if voice.turn else ""
            close = "</v>" if tag and len(cue.voices) > 1 else ""
            lines.append(tag + "<br><br>".join(escape(line, quote=False) for line in voice.lines) + close)
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, "NOTE\nTRANSCRIPTION END"]) + "\n"


def _paragraphs(document: Document, names: Names) -> Iterator[str]:
    """All that is said, and what stands between; older viewers know a name by its capitals and its colon."""
    for segment in document.segments:
        if isinstance(segment, Turn):
            blocks = ["\n".join(paragraph.text for paragraph in block) for block in blocks_of(segment)]
            yield "\n\n".join([f"{names.label(segment).upper()}: {''.join(blocks[:1])}", *blocks[1:]])
        elif isinstance(segment, Heading | Direction) or segment.type != "furniture":
            yield folded(segment.text)
