"""What the header of other people's TEI says of the interview and of its people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lxml import etree

from transcript.model import Metadata, Role, Speaker, SpeakerKind
from transcript.readers.tei.parsing import child, children, descendants, identifier, language, name
from transcript.readers.tei.theirs_words import folded

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8}){0,15}")
_SLUG = re.compile(r"[^a-z0-9]+")
_ROLES: dict[str, Role] = {
    "interviewer": "interviewer",
    "ivr": "interviewer",
    "interviewee": "interviewee",
    "ive": "interviewee",
    "narrator": "interviewee",
    "informant": "interviewee",
    "participant": "other",
    "other": "other",
}


def metadata(root: etree._Element) -> Metadata:
    """The fields that the header fills."""
    header = child(root, "teiHeader")
    file, profile = child(header, "fileDesc"), child(header, "profileDesc")
    publication, source = child(file, "publicationStmt"), child(file, "sourceDesc")
    holding = next(descendants(source, "msIdentifier"), None)
    recording = next(descendants(source, "recording"), None)
    media = next(descendants(recording, "media"), None)
    setting = child(profile, "settingDesc")
    licence = next(descendants(publication, "licence"), None)
    publisher = next((known for known in children(publication, "publisher") if known.get("cert") != "unknown"), None)
    return Metadata(
        title=folded(_title(file)),
        date=_date(setting) or _date(recording),
        place=folded(next(descendants(setting, "placeName", "settlement"), None)),
        language=_language(root, profile),
        publisher=folded(publisher),
        repository=folded(child(holding, "repository")),
        collection=folded(child(holding, "collection")),
        identifier=folded(child(holding, "idno")) or folded(child(publication, "idno")),
        licence=folded(licence) or (None if licence is None else licence.get("target")),
        rights=folded(child(publication, "availability", "p")),
        recording=media.get("url") if media is not None else folded(child(recording, "p")),
        filename=folded(next((idno for idno in descendants(source, "idno") if idno.get("type") == "filename"), None)),
    )


def _title(file: etree._Element | None) -> etree._Element | None:
    titles = list(children(child(file, "titleStmt"), "title"))
    return next((title for title in titles if title.get("type") in (None, "main")), None)


def _date(element: etree._Element | None) -> str | None:
    """The first date within that a calendar has."""
    for found in descendants(element, "date"):
        value = found.get("when") or found.get("value") or folded(found) or ""
        if _DATE.fullmatch(value):
            try:
                date.fromisoformat(f"{value}-01-01"[:10])
            except ValueError:
                continue
            return value
    return None


def _language(root: etree._Element, profile: etree._Element | None) -> str | None:
    """That of the text, or the only one that is used."""
    used = [element.get("ident", "") for element in descendants(child(profile, "langUsage"), "language")]
    tag = language(child(root, "text")) or (used[0] if len(used) == 1 else "")
    return tag if _LANGUAGE.fullmatch(tag) and tag != "und" else None


class Cast:
    """The speakers, found by what ``@who`` points at or by what is printed before their words."""

    def __init__(self, root: etree._Element) -> None:
        self._found: dict[str, Speaker] = {}
        self._labels: dict[str, dict[str, None]] = {}
        self._ids: dict[str, int] = {}
        for person in _people(root):
            known = identifier(person)
            if known:
                self._found[known] = _speaker(person, known, self._fresh(known))

    def speakers(self) -> tuple[Speaker, ...]:
        """All, with the labels that were met."""
        return tuple(_with_labels(speaker, self._labels.get(known, {})) for known, speaker in self._found.items())

    def pointed_at(self, who: str, label: str | None) -> list[str]:
        """The ids of the speakers that ``@who`` points at. Who is not described is known by label or pointer."""
        found = []
        for pointer in who.split():
            known = pointer.rpartition("#")[2].rpartition(":")[2] or pointer
            if known not in self._found:
                named = label.rstrip(" .:") if label else ""
                self._found[known] = Speaker(self._fresh(known), named or known)
            found.append(self._found[known].id)
            if label and len(who.split()) == 1:
                self._met(known, label)
        return found

    def labelled(self, label: str) -> str | None:
        """The id of the speaker who has that label, in a document that does not point at speakers."""
        named = label.rstrip(" .:")
        if not named:
            return None
        key = f"label {named.casefold()}"
        if key not in self._found:
            self._found[key] = Speaker(self._fresh(named), named)
        self._met(key, label)
        return self._found[key].id

    def _met(self, known: str, label: str) -> None:
        if words := label.rstrip(" .:"):
            self._labels.setdefault(known, {})[words] = None

    def _fresh(self, known: str) -> str:
        """An id that nobody has yet."""
        wanted = _SLUG.sub("-", known.lower()).strip("-") or "speaker"
        while True:
            count = self._ids[wanted] = self._ids.get(wanted, 0) + 1
            if count == 1:
                return wanted
            wanted = f"{wanted}-{count}"


def _people(root: etree._Element) -> Iterator[etree._Element]:
    yield from descendants(child(root, "teiHeader", "profileDesc"), "person", "personGrp")
    yield from (role for item in descendants(root, "castItem") for role in descendants(item, "role"))


def _speaker(person: etree._Element, known: str, chosen: str) -> Speaker:
    names = [element for element in children(person, "persName", "name", "orgName") if element.get("type") != "label"]
    refs = [ref for element in names[:1] for ref in element.get("ref", "").split()]
    refs += [
        words
        for element in children(person, "idno")
        if (words := folded(element)) and "://" in words and " " not in words
    ]
    kind: SpeakerKind = "group" if name(person) == "personGrp" else "person"
    named = folded(names[0]) if names else folded(person) if name(person) == "role" else None
    described = next(children(person, "occupation"), None)
    roles = (_ROLES.get(role.lower()) for role in person.get("role", "").split())
    return Speaker(
        chosen,
        named or person.get("n") or known,
        next((role for role in roles if role), None),
        kind,
        folded(described),
        " ".join(dict.fromkeys(refs)) or None,
        tuple(
            words
            for element in children(person, "persName")
            if element.get("type") == "label" and (words := folded(element))
        ),
    )


def _with_labels(speaker: Speaker, labels: Iterable[str]) -> Speaker:
    known = tuple(dict.fromkeys((*speaker.labels, *labels)))
    return Speaker(speaker.id, speaker.name, speaker.role, speaker.kind, speaker.description, speaker.ref, known)
