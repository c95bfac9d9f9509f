"""The header as our writer fills it: source, metadata, speakers and notes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from transcript.model import Metadata, Note, Origin, Reason, Review, Speaker
from transcript.readers.tei.ours_turns import degree
from transcript.readers.tei.ours_words import NotOursError, Reading, span, spans
from transcript.readers.tei.parsing import child, children, descendants, identifier, name
from transcript.tei import ROLES

_ROLES = {written: role for role, written in ROLES.items()}


def origin(reading: Reading, header: etree._Element) -> Origin:
    """What the document was made from.

    :raises NotOursError: the header does not say.
    """
    bibl = child(header, "fileDesc", "sourceDesc", "bibl")
    measure, sha256 = child(bibl, "measure"), _typed(bibl, "idno", "sha256")
    notes = list(children(bibl, "note"))
    formats = [reading.value(note) for note in notes if note.get("type") == "format"]
    if measure is None or sha256 is None or not formats or not measure.get("quantity", "").isdecimal():
        raise NotOursError
    layouts = tuple(reading.value(note) for note in notes if note.get("type") == "layout")
    return Origin(formats[0], int(measure.get("quantity", "")), reading.value(sha256), layouts)


def metadata(reading: Reading, header: etree._Element) -> Metadata:
    """Each field from its place in the header."""
    file, profile = child(header, "fileDesc"), child(header, "profileDesc")
    publication, source = child(file, "publicationStmt"), child(file, "sourceDesc")
    availability, bibl = child(publication, "availability"), child(source, "bibl")
    holding, setting = child(bibl, "msIdentifier"), child(profile, "settingDesc", "setting")
    publisher = child(publication, "publisher")
    recording = child(source, "recordingStmt", "recording")
    media, language = child(recording, "media"), child(profile, "langUsage", "language")

    def value(element: etree._Element | None) -> str | None:
        return None if element is None else reading.value(element)

    return Metadata(
        title=value(_typed(child(file, "titleStmt"), "title", "main")),
        date=value(child(setting, "date")),
        place=value(child(setting, "placeName")),
        language=None if language is None else value(language) or language.get("ident"),
        publisher=None if publisher is None or publisher.get("cert") == "unknown" else value(publisher),
        repository=value(child(holding, "repository")),
        collection=value(child(holding, "collection")),
        identifier=value(child(holding, "idno")),
        licence=value(child(availability, "licence")),
        rights=value(child(availability, "p")),
        recording=value(child(recording, "p")) if media is None else media.get("url"),
        filename=value(_typed(bibl, "idno", "filename")),
    )


def speakers(reading: Reading, header: etree._Element) -> tuple[dict[str, str], tuple[Speaker, ...]]:
    """Pointers to speakers, and the speakers.

    :raises NotOursError: a participant without a name or identifier.
    """
    who: dict[str, str] = {}
    found = []
    for person in descendants(child(header, "profileDesc"), "person", "personGrp"):
        speaker = _speaker(reading, person)
        who[f"#{identifier(person)}"] = speaker.id
        found.append(speaker)
    return who, tuple(found)


def _speaker(reading: Reading, person: etree._Element) -> Speaker:
    names = [element for element in children(person, "persName") if element.get("type") is None]
    known = _typed(person, "idno", "speaker")
    if known is None or not names:
        raise NotOursError
    refs = [reading.value(element) for element in children(person, "idno") if element.get("type") != "speaker"]
    description = _typed(person, "note", "description")
    labels = [reading.value(element) for element in children(person, "persName") if element.get("type") == "label"]
    return Speaker(
        reading.value(known),
        reading.value(names[0]),
        _ROLES.get(person.get("role", "")),
        "person" if name(person) == "person" else "group",
        None if description is None else reading.value(description),
        " ".join(refs) if refs else None,
        tuple(labels),
    )


def notes(reading: Reading, header: etree._Element) -> tuple[Note, ...]:
    """The notes."""
    found = []
    for element in _notes(header, "remark"):
        start, end = spans(element)[0] if spans(element) else (None, None)
        candidates = tuple(reading.value(candidate) for candidate in children(element, "name"))
        found.append(Note(_term(reading, element), _paragraph(reading, element), start, end, candidates))
    return tuple(found)


def reviews(reading: Reading, header: etree._Element) -> tuple[Review, ...]:
    """The places to look at."""
    return tuple(
        Review(*span(element), _paragraph(reading, element), _degree(element)) for element in _notes(header, "review")
    )


def confidence(header: etree._Element) -> float:
    """How sure the whole is; 1 where nothing is said."""
    return next((_degree(element) for element in _notes(header, "confidence")), 1.0)


def explanation(reading: Reading, header: etree._Element) -> tuple[Reason, ...]:
    """Why layouts and labels were taken or refused."""
    found = []
    for element in _notes(header, "explanation"):
        subject, _, verdict = element.get("subtype", "").partition("-")
        if subject not in ("layout", "label") or verdict not in ("taken", "refused"):
            raise NotOursError
        why = tuple(reading.value(reason) for reason in children(element, "p"))
        found.append(Reason(subject, _term(reading, element), verdict == "taken", why))  # type: ignore[arg-type]
    return tuple(found)


def _notes(header: etree._Element, kind: str) -> Iterator[etree._Element]:
    for element in children(child(header, "fileDesc", "notesStmt"), "note"):
        if element.get("type") == kind:
            yield element


def _typed(parent: etree._Element | None, element: str, kind: str) -> etree._Element | None:
    return next((found for found in children(parent, element) if found.get("type") == kind), None)


def _term(reading: Reading, note: etree._Element) -> str:
    term = child(note, "term")
    return "" if term is None else reading.value(term)


def _paragraph(reading: Reading, note: etree._Element) -> str:
    paragraph = child(note, "p")
    return "" if paragraph is None else reading.value(paragraph)


def _degree(note: etree._Element) -> float:
    certainty = child(note, "certainty")
    return 1.0 if certainty is None else degree(certainty)
