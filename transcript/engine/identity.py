"""Whether two labels may name one person: names, titles, initials, numbers and parts are held against each other.

Nothing here says that they do: where a label may name two, nobody is named.
"""

from __future__ import annotations

from transcript.engine.labels import Label
from transcript.engine.words import PARTICLES, fold

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
        return len(bases[0]) == 1 or bases[0] == bases[1] or distance_one(*bases)
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


def distance_one(a: str, b: str) -> bool:
    """One letter put in, left out, changed, or two swapped."""
    if a == b or abs(len(a) - len(b)) > 1 or max(len(a), len(b)) < 6:
        return False
    at = 0
    while at < min(len(a), len(b)) and a[at] == b[at]:
        at += 1
    if len(a) == len(b):
        return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])
    return a[at:] == b[at + 1 :] if len(a) < len(b) else a[at + 1 :] == b[at:]
