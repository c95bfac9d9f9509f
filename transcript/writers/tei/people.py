"""The participants: one ``person`` for each speaker, one ``personGrp`` for each label that names nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcript.model import Speaker
from transcript.tei import ROLES
from transcript.writers.tei.markup import Markup, attribute, is_uri, legal

_AUTHORITIES = {
    "viaf.org": "VIAF",
    "www.wikidata.org": "Wikidata",
    "orcid.org": "ORCID",
    "d-nb.info": "GND",
    "isni.org": "ISNI",
    "id.loc.gov": "LCNAF",
}


def participants(markup: Markup, speakers: Sequence[Speaker]) -> Iterator[str]:
    """``particDesc``, or nothing where nobody is known."""
    if not speakers:
        return
    yield "\n      <particDesc>\n        <listPerson>"
    for number, speaker in enumerate(speakers, 1):
        yield from _person(markup, speaker, f"p{number}")
    yield "\n        </listPerson>\n      </particDesc>"


def _person(markup: Markup, speaker: Speaker, name: str) -> Iterator[str]:
    element = "person" if speaker.kind == "person" else "personGrp"
    role = f' role="{ROLES[speaker.role]}"' if speaker.role else ""
    yield f'\n          <{element} xml:id="{name}"{_abbreviation(speaker)}{role}>'
    refs = speaker.ref.split(" ") if speaker.ref is not None else []
    known = " ".join(ref for ref in refs if is_uri(ref))
    ref = f' ref="{attribute(known)}"' if known else ""
    yield f'\n            <persName xml:id="{name}-name"{ref}>{markup.value(speaker.name)}</persName>'
    for label in speaker.labels:
        yield f'\n            <persName type="label">{markup.value(label)}</persName>'
    yield f'\n            <idno type="speaker">{markup.value(speaker.id)}</idno>'
    for ref in refs:
        yield f'\n            <idno type="{_authority(ref)}">{markup.value(ref)}</idno>'
    if speaker.description is not None:
        yield f'\n            <note type="description">{markup.value(speaker.description)}</note>'
    yield f"\n          </{element}>"


def _abbreviation(speaker: Speaker) -> str:
    """``@n``: the shortest label."""
    label = min(speaker.labels, key=len, default="")
    return f' n="{attribute(label)}"' if label and legal(label) else ""


def _authority(ref: str) -> str:
    """Whose identifier it is, told by the host of the address."""
    host = ref.partition("://")[2].partition("/")[0].lower()
    return _AUTHORITIES.get(host, "URI")
