"""``fileDesc``: what the file is, who made it, what may be done with it, and what it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from transcript.model import Document, Metadata, Origin
from transcript.tei import SOFTWARE
from transcript.writers.tei import remarks
from transcript.writers.tei.markup import Markup, attribute, is_uri

_RELATORS = {"interviewee": "ive", "interviewer": "ivr"}
_MEDIA = {
    "mp3": "audio/mpeg", "wav": "audio/wav", "flac": "audio/flac", "ogg": "audio/ogg", "m4a": "audio/mp4",
    "mp4": "video/mp4", "webm": "video/webm", "mov": "video/quicktime",
}  # fmt: skip


def description(markup: Markup, document: Document) -> Iterator[str]:
    """The parts of ``fileDesc``, in the order that TEI wants."""
    yield from _title(markup, document)
    yield from _extent(len(document.turns))
    yield from _publication(markup, document.metadata)
    yield from remarks.notes(markup, document)
    yield from _source(markup, document.source, document.metadata)


def _title(markup: Markup, document: Document) -> Iterator[str]:
    title = document.metadata.title
    yield "\n      <titleStmt>"
    if title is None:
        yield '\n        <title type="desc">[untitled transcript]</title>'
    else:
        yield f'\n        <title type="main">{markup.value(title)}</title>'
    for number, speaker in enumerate(document.speakers, 1):
        if speaker.role in _RELATORS:
            relator = f"http://id.loc.gov/vocabulary/relators/{_RELATORS[speaker.role]}"
            yield f'\n        <respStmt><resp ref="{relator}">{speaker.role}</resp>'
            yield f'<persName sameAs="#p{number}-name">{markup.value(speaker.name)}</persName></respStmt>'
    yield '\n        <respStmt><resp ref="http://id.loc.gov/vocabulary/relators/mrk">automatic markup</resp>'
    yield f'<name type="software" sameAs="#{SOFTWARE}">{SOFTWARE}</name></respStmt>\n      </titleStmt>'


def _extent(turns: int) -> Iterator[str]:
    yield f'\n      <extent><measure unit="turns" quantity="{turns}">{turns} turns</measure></extent>'


def _publication(markup: Markup, metadata: Metadata) -> Iterator[str]:
    yield "\n      <publicationStmt>"
    if metadata.publisher is not None:
        yield f"<publisher>{markup.value(metadata.publisher)}</publisher>"
    elif metadata.licence is None and metadata.rights is None:
        yield "<p>No publication is recorded.</p>"
    else:
        yield '<publisher cert="unknown">[publisher not recorded]</publisher>'
    if metadata.licence is not None or metadata.rights is not None:
        yield "<availability>"
        if metadata.licence is not None:
            target = f' target="{attribute(metadata.licence)}"' if is_uri(metadata.licence) else ""
            yield f"<licence{target}>{markup.value(metadata.licence)}</licence>"
        if metadata.rights is not None:
            yield f"<p>{markup.value(metadata.rights)}</p>"
        yield "</availability>"
    yield "</publicationStmt>"


def _source(markup: Markup, origin: Origin, metadata: Metadata) -> Iterator[str]:
    yield '\n      <sourceDesc>\n        <bibl xml:id="src-text">'
    if metadata.filename is not None:
        yield f'\n          <idno type="filename">{markup.value(metadata.filename)}</idno>'
    yield f'\n          <idno type="sha256">{markup.value(origin.sha256)}</idno>'
    count = origin.characters
    yield f'\n          <measure unit="codepoints" quantity="{count}">{count} characters</measure>'
    yield f'\n          <note type="format">{markup.value(origin.format)}</note>'
    for layout in origin.layouts:
        yield f'\n          <note type="layout">{markup.value(layout)}</note>'
    yield from _holding(markup, metadata)
    yield "\n        </bibl>"
    if metadata.recording is not None:
        yield f"\n        <recordingStmt>{_recording(markup, metadata.recording)}</recordingStmt>"
    yield "\n      </sourceDesc>"


def _holding(markup: Markup, metadata: Metadata) -> Iterator[str]:
    """Where the interview is kept."""
    known = []
    if metadata.repository is not None:
        known.append(f"<repository>{markup.description(metadata.repository)}</repository>")
    if metadata.collection is not None:
        known.append(f"<collection>{markup.description(metadata.collection)}</collection>")
    if metadata.identifier is not None:
        known.append(f"<idno>{markup.value(metadata.identifier)}</idno>")
    if known:
        yield f"\n          <msIdentifier>{''.join(known)}</msIdentifier>"


def _recording(markup: Markup, recording: str) -> str:
    """An address whose suffix says what it is becomes ``media``; anything else stays words."""
    media = _MEDIA.get(recording.rpartition(".")[2].lower())
    if media and is_uri(recording):
        kind = media.partition("/")[0]
        described = f'<media mimeType="{media}" url="{attribute(recording)}"/>'
        return f'<recording type="{kind}" xml:id="rec1">{described}</recording>'
    return f'<recording xml:id="rec1"><p>{markup.value(recording)}</p></recording>'
