"""Who is who: labels become speakers. Two people are never merged; where two fit, nobody is named."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

from transcript.engine.labels import Label, parse
from transcript.engine.words import PARTICLES, fold
from transcript.model import Role, Speaker
from transcript.options import CastMember

_GENDER = {
    word: sex
    for sex, words in {
        "f": "mother mrs ms miss mme mlle frau fru sra srta senora senhora dona signora sigra madame madam lady dame"
        " mevr mevrouw mw pani sister queen princess г-жа госпожа",
        "m": "mr m sir herr hr senor senhor don seu signor sig monsieur lord dhr meneer pan brother father king prince"
        " г-н господин",
    }.items()
    for word in words.split()
}
_MANY = 400  # people; in a larger crowd each further label stands for itself, since every pair is compared
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
# Ranks and offices of which nobody holds two at once, each with its short form.
_RANKS = {
    word: (kind, rank)
    for kind, ranks in {
        "army": "gen=general col=colonel maj=major capt=captain lt=lieutenant sgt=sergeant cpl=corporal adm=admiral",
        "seat": "sen=senator rep=representative=congressman=congresswoman",
        "crown": "king queen prince princess",
        "house": "hr fr",
    }.items()
    for rank in ranks.split()
    for word in rank.split("=")
}
_KIN = frozenset(
    ("mother", "father", "son", "daughter", "sister", "brother", "wife", "husband", "grandmother", "grandfather")
)
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


def may_be(short: Label, full: Label) -> bool:
    """Whether both labels may name one person. Titles of different sex, different first names and numbers forbid it."""
    if short.alias != full.alias and (fold(short.alias or "") == full.key or fold(full.alias or "") == short.key):
        return True
    if short.shape == "initials" or full.shape == "initials":
        if short.shape == full.shape:
            return short.key == full.key
        initials, other = (short, full) if short.shape == "initials" else (full, short)
        return _initials_of(initials, other) or initials.key in other.names[-1:]  # "SY" may be a surname
    if short.number and short.number == full.number and _base(short)[:1] == _base(full)[:1]:
        bases = sorted((_base(short), _base(full)), key=len)
        return len(bases[0]) == 1 or bases[0] == bases[1] or _distance_one(*bases)
    if "role" in (short.shape, full.shape) or "numbered" in (short.shape, full.shape) or short.number != full.number:
        return _same_role(short, full)
    if not short.names or not full.names or _sexes_differ(short, full) or _told_apart(short, full):
        return False
    a, b = (short.names, full.names) if len(short.names) <= len(full.names) else (full.names, short.names)
    if len(a) == len(b) == 1 and (short.titles or full.titles) and not a[0].isascii():
        return min(a[0], b[0], key=len) == max(a[0], b[0], key=len)[: min(len(a[0]), len(b[0]))]  # 林师傅, 林晓禾
    if len(a) == len(b):
        return a == b or (len(a) == 2 and a == b[::-1]) or (len(a) > 1 and a[-1] == b[-1] and _initials_fit(a, b))
    if a == b[-len(a) :]:
        return True  # surname, or the end of it: "van der Berg", "Berg"
    if len(a) == 1:
        return a[0] == b[0] or (a[0] in b and a[0] not in PARTICLES)
    core_a, core_b = [w for w in a if len(w) > 1], [w for w in b if len(w) > 1]
    if core_a == core_b:
        return True  # a middle initial more
    return len(a) >= 2 and a[0] == b[0] and a[-1] == b[-1]


def _base(label: Label) -> str:
    """The word of a numbered label: "participant" of "Participant 3"."""
    return label.key.removesuffix(fold(label.number or "")).strip(" #-")


def _initials_fit(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """First names that agree where one is only an initial: "L Brannigan", "Louella Brannigan"."""
    pairs = zip(a[:-1], b[:-1], strict=True)
    return all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in pairs)


def _same_role(short: Label, full: Label) -> bool:
    """A role alone is its own speaker; "Dr. Petrova" is no "Doctor". "P." is short for "Pregunta."."""
    if (
        short.role
        and short.role == full.role
        and 1 in (len(short.key), len(full.key))
        and short.key[:1] == full.key[:1]
    ):
        return True
    if short.key == full.key:
        return True
    alike = short.shape == full.shape == "role" and fold(short.name) == fold(full.name)
    return alike and not (short.number or full.number) and (not short.group or short.description == full.description)


def _initials_of(initials: Label, full: Label) -> bool:
    if full.alias:
        return fold(full.alias) == initials.key
    letters = "".join(char for char in initials.key if char.isalpha())
    if full.shape in ("role", "numbered", "initials") or len(full.names) < 2 or len(letters) < 2:
        return False
    every = "".join(part[0] for word in full.names for part in word.split("-") if part)
    strong = "".join(word[0] for word in full.names if word not in PARTICLES)
    return letters in (every, strong, "".join(word[0] for word in full.names)) or (
        len(full.names) > 2 and letters == full.names[0][0] + full.names[-1][0]
    )


def _sexes_differ(a: Label, b: Label) -> bool:
    first = {_GENDER[title] for title in a.titles if title in _GENDER}
    second = {_GENDER[title] for title in b.titles if title in _GENDER}
    return bool(first and second and first != second)


def _told_apart(a: Label, b: Label) -> bool:
    """Rank, generation or kin says that they are two: "Col. Cole" and "Capt. Cole", "Cole Sr." and "Cole Jr."."""
    if a.names == b.names or len(a.names) == len(b.names):
        if _words_of(a.text) & _GENERATIONS != _words_of(b.text) & _GENERATIONS:
            return True
        kin = _words_of(a.description or "") & _KIN, _words_of(b.description or "") & _KIN
        if all(kin) and not kin[0] & kin[1]:
            return True
    first = {_RANKS[title] for title in a.titles if title in _RANKS}
    second = {_RANKS[title] for title in b.titles if title in _RANKS}
    return bool({kind for kind, _ in first} & {kind for kind, _ in second}) and not first & second


def _words_of(text: str) -> frozenset[str]:
    return frozenset(fold(word.strip(",;()")) for word in text.split())


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
    return _distance_one(a.names[-1], b.names[-1])


def _distance_one(a: str, b: str) -> bool:
    """One letter put in, left out, changed, or two swapped."""
    if a == b or abs(len(a) - len(b)) > 1 or max(len(a), len(b)) < 6:
        return False
    at = 0
    while at < min(len(a), len(b)) and a[at] == b[at]:
        at += 1
    if len(a) == len(b):
        return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])
    return a[at:] == b[at + 1 :] if len(a) < len(b) else a[at + 1 :] == b[at:]


def speakers_of(
    cast: Cast, printed: dict[str, list[tuple[int, str]]], roles: dict[str, Role] | None = None
) -> list[Speaker | None]:
    """The speakers, in the order of ``cast.people``; None for people no label of the document names.

    :param printed: label key -> where each of its forms is printed, and the form.
    :param roles: label key -> the part that the front matter gives it.
    """
    taken: dict[str, int] = defaultdict(int)
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
        speakers.append(
            Speaker(
                id=slug if taken[slug] == 1 else f"{slug}-{taken[slug]}",
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
