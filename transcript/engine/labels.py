"""A printed label: what it is made of, and whether it looks like a person, a role, or a piece of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from transcript.engine.shapes import PHONE, Parts, Shape, shape_of
from transcript.engine.words import ANSWERS, ARTICLES, ASKS, COLLECTIVE, HONORIFICS, SUFFIXES, TITLES_OF_OFFICE, fold

_GLUED = re.compile(r"\b(Dr|Prof|Mr|Mrs|Ms|Sen|Rep|Gov|St|Hon|Rev|Sr|Sra|Dott|Mme|M(?=\.[^\W\d_]{2}))\.(?=[^\W\d_ªº])")
_PARENTHESIS = re.compile(r"\s*[(（\[]((?:[^()（）\[\]]|\([^()]*\))*)[)）\]]")
_NUMBERED = re.compile(r"^(?:.*[^\W\d])(?:[ _#.-]*(?:[Nn]o\.? ?)?#? ?(?P<number>\d{1,3})|[ _]+#?(?P<letter>[A-Z]))$")
_FROM_TO = re.compile(
    r"From\s+(\S.{0,60}?)\s+to\s+(?:Everyone|everyone|Me|\S.{0,60})(?:\s?\(.{1,40}\))?$"
)  # a chat of Zoom
_FROM_PLACE = re.compile(r"((?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+) (from [A-Z].*)$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.[ ]?){1,3}[^\W\d_]\.?")  # "M. D." is no Monsieur
_TOKEN = re.compile(r"[^\s,/]+")
_ODD = frozenset("_-–—•@#/\\*+=%&.,;")  # what no name begins with
_JOINT = re.compile(r"\s+(?:&|and|und|et|y|e|и|och|en)\s+|\s*[&+/]\s*|(?<=^[A-Z]{2}),\s*(?=[A-Z]{2}$)")
_PERSON = re.compile(
    r"(?![^a-zß-ÿ]*$)(?:[^\W\d_a-z][\w.’'-]*\s+){1,3}(?:(?:de|von|van|da|del)\s+)?[^\W\d_a-z][\w’'-]+$"
)
_TITLE_BEHIND = re.compile(
    r"([\u3400-\u9fff\uac00-\ud7af]{1,4}?)\s?(先生|女士|小姐|老师|老師|教授|博士|师傅|師傅|主任|校长|校長|院长|院長|市长|部长"
    r"|委員長|委員|委员|議員|议员|大臣|さん|氏|君|씨|님|선생님|교수|의원|위원장|위원|기자|소장|국장)$"
)
_QUESTION_NUMBER = re.compile(
    r"(?i)(Q|A|Question|Answer|Frage|Antwort|Pregunta|Respuesta|Domanda|Risposta|問|问|答)[ .]?\d{1,3}$"
)
_GERSHAYIM = re.compile('(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])')  # within a Hebrew abbreviation
_OF = re.compile(r"^((?:[A-Z][a-z]+\.?|[A-Z]{2,3}\.)\s[A-Z][A-Z'’ -]{2,})\s(of\s[A-Z].*)$")
_PRESIDING = frozenset(("madam", "mr", "mrs", "ms", "deputy", "acting", "vice", "temporary"))
_ALIAS = re.compile(
    r"""(?ix)(?:이하|以下(?:简称|簡稱)?|im\ folgenden|nachfolgend|далее|далі|ci-après|hereafter|hereinafter|en\ adelante
    |em\ diante|di\ seguito|dalej|dále)\s*[:–—-]?\s*["'“‘«„]?([^\W\d_][\w .]{0,20}?)["'”’»“]?$"""
)  # "(hereafter X)"
_COMMITTEE = re.compile(r"Q\d{1,4}[.:]?\s+(?=[^\W\d_a-z])")  # the number of the question: "Q82 Chair"
_INITIAL_LAST = re.compile(r"(?<=[ .])[^\W\d_]$")
_HANDLE = re.compile(r"@\w[\w.-]{0,30}$")
_EDGE = " \t@.,:;：-–—*_#>•☎\u200b\u200c\u200d\u2060\u200e\u200f\ufeff"
# Remarks printed beside a name that are no description of the person: "(voice-over)", "(through translator)".
_REMARK = re.compile(
    r"""(?ix)^(?:voice-?over | (?:on|off)[ -]camera | through\ (?:a\ |an\ )?(?:translator|interpreter)
    | via\ (?:phone|telephone|video|skype|zoom|translator|satellite).* | by\ (?:tele)?phone | on\ (?:the\ )?phone | ph
    | continuing | cont(?:inue)?d?\.? | laughs? | laughing | singing | reading | speaking\ .{0,30} | in\ [A-Z][a-z]+
    | off[ -]?mic | o\.?s\.? | v\.?o\.? | \d.* | (?:s?he|they|her|hers|him|his|them|theirs|xe|ze|sie|er|elle|il|ella)
      (?:\s?[/|,]\s?[a-zé]{2,6}){1,2})$"""
)


@dataclass(frozen=True, slots=True)
class Label:
    """The parts of a label. ``names`` are folded name words without titles; ``key`` compares labels as printed."""

    text: str
    key: str
    shape: Shape
    name: str  # as printed, without description and remarks
    names: tuple[str, ...]
    titles: tuple[str, ...] = ()
    description: str | None = None
    alias: str | None = None  # initials in parentheses: "Adam Jonas (AJ)"
    number: str | None = None
    role: Literal["interviewer", "interviewee"] | None = None
    group: bool = False
    caps: bool = False


@lru_cache(maxsize=16_384)
def parse(text: str) -> Label:
    """Take a label apart. The text has no closing colon and no time."""
    odd = text.lstrip()[:1] in _ODD and not PHONE.match(text) and not _HANDLE.match(text)
    plain = text.strip(_EDGE).replace("\u00a0", " ")
    if text.rstrip(" \t:：").endswith(".") and _INITIAL_LAST.search(plain):
        plain += "."
    if len(plain) > 1 and plain[0] in "[(（【「<" and plain[-1] in "])）】」>":
        plain = plain[1:-1].strip(_EDGE)
    if sent := _FROM_TO.match(plain):
        plain = sent[1]
    plain = _GERSHAYIM.sub("\u05f4", plain)
    plain = _COMMITTEE.sub("", _GLUED.sub(r"\1. ", plain), count=1) if plain[:1] == "Q" else _GLUED.sub(r"\1. ", plain)
    if question := _QUESTION_NUMBER.match(plain):
        plain = question[1]
    name, description, alias = _split(plain)
    tokens = _TOKEN.findall(name)
    titles, rest = _suffixed(name) or (([], tokens) if _DOTTED.fullmatch(name) else _titles(tokens))
    number = None
    if numbered := _NUMBERED.match(name):
        number = numbered["number"] or numbered["letter"]
    folded = tuple(word for word in (fold(token.strip(",'’\"()")) for token in rest) if word)
    shape: Shape = "phrase" if odd else shape_of(Parts(name, tokens, titles, rest, description, number))
    joint = shape not in ("role", "head") and len(tokens) <= 7 and _are_two(name, shape)
    if joint:
        shape, folded = "name", ()
    return Label(
        text=plain,
        key=fold(plain),
        shape=shape,
        name=name,
        names=tuple(word for word in folded if word not in SUFFIXES) or folded,
        titles=tuple(fold(token) for token in titles),
        description=description,
        alias=alias,
        number=number,
        role=_role(name, description),
        group=joint or _is_group(name),
        caps=name.isupper() and len(name) > 1,
    )


def _are_two(name: str, shape: Shape) -> bool:
    """Two people or more in one label: "Ann & Bob", "Ann Hale and Bob Hale"."""
    people = _JOINT.split(name)
    if len(people) < 2 or shape not in ("phrase", "office", "mixed"):
        return len(people) > 1
    return all(parse(one).shape in ("name", "word", "caps", "titled") for one in people)


def _split(plain: str) -> tuple[str, str | None, str | None]:
    """Name, description, alias: "JOHN DOE (R-TX), SENATOR (voice-over)" has the description "R-TX, SENATOR"."""
    described: list[str] = []
    alias = None
    name = plain
    for inner in _PARENTHESIS.findall(plain):
        inner = inner.strip()
        if inner.isupper() and 1 < len(inner) <= 4 and inner.isalpha() and _abbreviates(inner, plain):
            alias = inner
        elif short := _ALIAS.match(inner):
            alias = short[1]
        elif inner and not _REMARK.match(inner):
            described.append(inner)
    if (
        described
        and (_PERSON.match(described[-1]) or _addressed(described[-1]))
        and _is_office(_PARENTHESIS.sub("", name))
    ):
        return described[-1], _PARENTHESIS.sub("", name).strip(" \t,"), None  # "The Minister for Ports (Ines Roth)"
    if described and fold(described[0].split()[0]) in HONORIFICS and len(described[0].split()) > 1:
        return plain, None, None  # "The PRESIDING OFFICER (Mr. Kyl)": the office in this person's hands
    name = _PARENTHESIS.sub("", name).strip(" \t,")
    if place := _OF.match(name) or _FROM_PLACE.match(name):
        name = place[1]
        described.append(place[2])
    head, comma, tail = _at_comma(name)
    if comma == " - " and _is_office(head) and (person := tail.partition(" - ")[0]).isupper() and " " in person:
        return person, "; ".join([head, *tail.split(" - ")[1:]]), alias  # "O SR. PRESIDENTE - CAIO MATOS - PXY"
    if comma:
        name = head
        described.append(tail)
    return name.strip(), "; ".join(described) or None, alias


def _addressed(name: str) -> bool:
    """A form of address and a full name in capitals: "SHRI NITIN KUMAR", and not "Mr. Kyl"."""
    words = name.split()
    return 2 < len(words) <= 6 and name.isupper() and fold(words[0]) in HONORIFICS


def _is_office(name: str) -> bool:
    """An office too long to be a name: "The Under-Secretary of State", "Minister of State at the Mint"."""
    words = name.split()
    if len(words) > 2 and fold(words[0]) in ARTICLES and fold(words[1]) in TITLES_OF_OFFICE | HONORIFICS:
        return True
    if len(words) > 1 and fold(words[-1]) in TITLES_OF_OFFICE and fold(words[0]) in _PRESIDING:
        return True
    if len(words) <= 2:
        return False
    return len(words) > 4 or (fold(words[0]) in ARTICLES and words[1][0].isupper() and not words[1].isupper())


def _at_comma(name: str) -> tuple[str, str, str]:
    for sign in (", ", ",", " -- ", " – ", " — ", " - ", " | "):
        head, found, tail = name.partition(sign)
        if found and len(head.strip()) > 1 and tail.strip() and (sign[0] == "," or tail.strip()[0].isupper()):
            if fold(tail.strip()) in SUFFIXES:
                return name, "", ""
            if (
                sign.startswith(",")
                and len(head.split()) == 1
                and len(tail.split()) == 1
                and head.isupper()
                and tail.isupper()
                and len(tail) <= 4
            ):
                return name, "", ""  # "DH, AR": two people
            return head.strip(), found, tail.strip()
    return name, "", ""


def _abbreviates(initials: str, text: str) -> bool:
    return initials[0] == text[:1].upper()


def _suffixed(name: str) -> tuple[list[str], list[str]] | None:
    """Name and title in scripts that set the title behind: "林师傅", "根岸委員長"."""
    found = _TITLE_BEHIND.match(name)
    return ([found[2]], [found[1]]) if found else None


_BEFORE_OFFICES = ARTICLES | {"de", "het", "den", "det"}  # too often part of a name to be articles elsewhere


def _titles(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The leading titles, and the rest. A title of office alone ("THE PRESIDENT") is all there is."""
    at = 0
    if len(tokens) > 1 and fold(tokens[0]) in _BEFORE_OFFICES and fold(tokens[1]) in HONORIFICS | TITLES_OF_OFFICE:
        at = 1
    while at < len(tokens) and fold(tokens[at]) in HONORIFICS:
        at += 1
    if at == len(tokens) and at:
        if fold(tokens[-1]) in TITLES_OF_OFFICE:
            return tokens, []
        at -= 1
    return tokens[:at], tokens[at:]


def _role(name: str, description: str | None) -> Literal["interviewer", "interviewee"] | None:
    whole = fold(name)
    tokens = [fold(token) for token in _TOKEN.findall(name)]
    for word in (whole, *(token for token in tokens if len(token) > 1)):  # "I. Vidal" is no interviewer
        if word in ASKS:
            return "interviewer"
        if word in ANSWERS:
            return "interviewee"
    described = {fold(token) for token in _TOKEN.findall(description or "")}
    if described & _ASKING_DESCRIPTIONS:
        return "interviewer"
    return None


# A reporter or an editor may well be the one who is asked.
_ASKING_DESCRIPTIONS = ASKS - frozenset(
    ("i", "q", "p", "d", "int", "a", "r", "iv", "correspondent", "reporter", "journalist", "editor", "question")
)


def _is_group(name: str) -> bool:
    words = [fold(token) for token in _TOKEN.findall(name)]
    return any(word in COLLECTIVE for word in words) if len(words) <= 3 else words[0] in COLLECTIVE
