"""Who is who: labels become speakers. Two people are never merged; where two fit, nobody is named."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

from transcript.engine.identity import distance_one, may_be
from transcript.engine.labels import Label, parse
from transcript.engine.words import fold
from transcript.model import Role, Speaker
from transcript.options import CastMember

_MANY = 400  # people; in a larger crowd each further label stands for itself, since every pair is compared
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Person:
    """Labels that were found to be one person, in order of appearance."""

    labels: list[Label] = field(default_factory=list)
    member: CastMember | None = None
    name: str | None = None  # from a legend

    @property
    def full(self) -> Label:
        """The fullest label: the most name words, then the first."""
        return max(
            self.labels,
            key=lambda label: (min(len(label.names), 4), bool(label.titles), not label.caps, len(label.name)),
        )


@dataclass(slots=True)
class Cast:
    """The people, whose each label is, and the labels that fit more than one."""

    people: list[Person]
    owner: dict[str, int]
    ambiguous: dict[str, tuple[int, ...]]


def cast_of(labels: list[Label], uses: dict[str, int], legend: dict[str, str], members: tuple[CastMember, ...]) -> Cast:
    """Resolve the distinct labels of a document.

    :param labels: in order of first appearance, distinct by key.
    :param uses: label key -> the number of turns it opens.
    :param legend: folded initials or code -> full name, as the front matter explains them.
    """
    cast = Cast([], {}, {})
    by_key = {label.key: label for label in labels}
    _given(cast, by_key, members)
    rest = [label for label in labels if label.key not in cast.owner]
    # Full names first: short forms are then resolved against all of them, wherever they stand.
    for label in sorted(rest, key=lambda label: -_fullness(label)):
        if label.description and fold(label.description) in by_key:  # "Ann, Bob": both of them
            cast.owner[label.key] = len(cast.people)
            cast.people.append(Person([label], name=label.text))
            continue
        fits = _fits(cast, label, legend) if len(cast.people) < _MANY else []
        if len(fits) > 1:
            cast.ambiguous[label.key] = tuple(fits)
        elif fits:
            cast.people[fits[0]].labels.append(label)
            cast.owner[label.key] = fits[0]
        else:
            person = Person([label], name=legend.get(label.key))
            cast.owner[label.key] = len(cast.people)
            cast.people.append(person)
    if len(cast.people) < _MANY:
        _slips(cast, labels, uses)
    return cast


def _given(cast: Cast, by_key: dict[str, Label], members: tuple[CastMember, ...]) -> None:
    for member in members:
        person = Person(member=member)
        index = len(cast.people)
        for words in (member.name, *member.labels):
            if (label := by_key.get(parse(words).key)) and label.key not in cast.owner:
                person.labels.append(label)
                cast.owner[label.key] = index
        person.labels = person.labels or [parse(member.name)]
        cast.people.append(person)


def _fullness(label: Label) -> int:
    if label.shape in ("role", "numbered", "initials"):
        return 0 if label.shape == "initials" else 1
    return len(label.names) + (2 if len(label.names) > 1 else 0)


def _fits(cast: Cast, label: Label, legend: dict[str, str]) -> list[int]:
    """Indexes of the people whom this label may name."""
    full = legend.get(label.key)
    wanted = parse(full) if full else label
    found = []
    for index, person in enumerate(cast.people):
        known = (
            person.labels
            + ([parse(person.name)] if person.name else [])
            + ([parse(person.member.name)] if person.member else [])
        )
        if any(may_be(wanted, other) for other in known) or (full and person.name and fold(person.name) == fold(full)):
            found.append(index)
    if len(found) > 1 and len(label.names) == 1 and not label.titles:
        exact = [
            index
            for index in found
            if any(other.names == label.names and not other.titles for other in cast.people[index].labels)
        ]
        if len(exact) == 1:
            return exact
    return found


def _slips(cast: Cast, labels: list[Label], uses: dict[str, int]) -> None:
    """A slip of the key: one letter off a name of six letters or more, where no other person is near."""
    for label in labels:
        index = cast.owner.get(label.key)
        if index is None or len(cast.people[index].labels) > 1 or cast.people[index].member or not label.names:
            continue
        if label.shape in ("role", "numbered", "initials") or len(label.names[-1]) < 5:
            continue
        near = [
            other
            for other, person in enumerate(cast.people)
            if other != index and person.labels and any(_one_off(label, known) for known in person.labels)
        ]
        if len(near) == 1 and uses[label.key] * 3 <= sum(uses[other.key] for other in cast.people[near[0]].labels):
            cast.people[near[0]].labels.append(label)
            cast.owner[label.key] = near[0]
            cast.people[index].labels.clear()


def _one_off(a: Label, b: Label) -> bool:
    if len(a.names) > len(b.names) or b.shape in ("role", "numbered", "initials") or not b.names or a.names == b.names:
        return False
    if len(a.names) > 1 and a.names[:-1] != b.names[-len(a.names) : -1]:
        return False
    return distance_one(a.names[-1], b.names[-1])


def speakers_of(
    cast: Cast, printed: dict[str, list[tuple[int, str]]], roles: dict[str, Role] | None = None
) -> list[Speaker | None]:
    """The speakers, in the order of ``cast.people``; None for people no label of the document names.

    :param printed: label key -> where each of its forms is printed, and the form.
    :param roles: label key -> the part that the front matter gives it.
    """
    taken: dict[str, int] = defaultdict(int)
    used: set[str] = set()
    speakers: list[Speaker | None] = []
    for number, person in enumerate(cast.people, 1):
        forms = [form for _, form in sorted(pair for label in person.labels for pair in printed.get(label.key, ()))]
        if not forms and not person.member:
            speakers.append(None)
            continue
        full = person.full
        name = person.member.name if person.member else person.name or _display(full)
        slug = (
            _slug(person.member.name if person.member else person.name or " ".join(full.names) or full.name)
            or f"speaker-{number}"
        )
        taken[slug] += 1
        ident = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
        while ident in used:  # "Ann 2" beside two of the name of "Ann"
            taken[slug] += 1
            ident = f"{slug}-{taken[slug]}"
        used.add(ident)
        speakers.append(
            Speaker(
                id=ident,
                name=name,
                role=person.member.role if person.member else _part(person, roles or {}),
                kind="group" if full.group and not person.member and not person.name else "person",
                description=(person.member.description if person.member else None)
                or next((label.description for label in person.labels if label.description), None),
                ref=person.member.ref if person.member else None,
                labels=tuple(dict.fromkeys(forms)),
            )
        )
    return speakers


def _part(person: Person, roles: dict[str, Role]) -> Role | None:
    found = {roles[label.key] for label in person.labels if label.key in roles}
    return found.pop() if len(found) == 1 else None


def _display(label: Label) -> str:
    return label.name


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _SLUG.sub("-", plain).strip("-")
