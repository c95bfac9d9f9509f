"""What the words of a label look like: a role, a name with a title, a field of a form, a piece of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from transcript.engine.words import (
    ANSWERS,
    ARTICLES,
    ASKS,
    COLLECTIVE,
    DETERMINERS,
    GRAMMAR,
    HEADS,
    HONORIFICS,
    INNER_PARTICLES,
    NEVER_NAMES,
    OTHER_ROLES,
    PARTICLES,
    TALK,
    TITLES_OF_OFFICE,
    fold,
)

Shape = Literal[
    "role", "numbered", "titled", "described", "caps", "name", "word", "initials", "script", "common", "lower",
    "office", "mixed", "head", "phrase",
]  # fmt: skip

_INITIALS = re.compile(r"^(?:[^\W\d_]\.?[ -]?){1,4}$")
_CASELESS = re.compile(
    "[\u0590-\u05ff\u0600-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
)
_BAD = re.compile(r"[?!;\"“”„«»=<>{}|\\@~^%$€£+*…]|\.\.|https?|www\.|\d{4}|，|。|！|？|、、")
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十百\d]+.{0,2}$|[一二三四五六七八九十]+[是、]?$|[첫둘셋넷]째$|首先$|其次$|最后$|最後$"
)
_VOWEL = re.compile(r"[AEIOUYÄÖÜÁÉÍÓÚÅÆØ]")
_ROMAN = re.compile(r"[IVX]+$")
_ROLE_BEHIND = (
    "记者", "記者", "主持人", "嘉宾", "嘉賓", "发言人", "發言人", "代表", "委員長", "委員", "委员", "議員", "议员",
    "大臣", "参考人", "의원", "기자", "위원", "위원장", "앵커", "국장", "장관",
)  # fmt: skip
_WORD = re.compile(r"[^\s,/]+")
_SENTENCE = re.compile(r"(?:\w{5,}|\b[a-zà-ÿ]\w{2,})[.!?]\s+[^\W\d_]|[!?]|\s[-–—]\s")
PHONE = re.compile(r"\+?[\d ()-]{7,20}$")
_ON_BEHALF = frozenset(("on", "for", "of", "au", "pour", "für", "im", "en", "per", "por", "a", "in", "à", "para", "от"))
_ROLES = ASKS | ANSWERS | OTHER_ROLES


@dataclass(frozen=True, slots=True)
class Parts:
    """A label taken apart: its name without description and remarks, and the words of the name."""

    name: str
    tokens: list[str]
    titles: list[str]
    rest: list[str]
    description: str | None
    number: str | None


def shape_of(parts: Parts) -> Shape:
    """The shape of a label: the first question that has an answer decides."""
    if PHONE.match(parts.name):
        return "numbered"
    if not parts.tokens or len(parts.tokens) > 8 or _BAD.search(parts.name):
        return "phrase"
    if any(_ends_a_sentence(token) for token in parts.tokens[:-1]):
        return "phrase"
    if parts.description and not _describes(parts.description):
        return "phrase"
    if _somebody(parts.tokens):
        return "role"
    return _by_lexicon(parts) or _by_title(parts) or _by_spelling(parts)


def _ends_a_sentence(token: str) -> bool:
    return len(token) > 4 and token[-1] == "." and "." not in token[:-1] and fold(token) not in HONORIFICS


def _describes(description: str) -> bool:
    """Words after a name that say who he is, not words of a sentence."""
    if len(description) > 160 or (_SENTENCE.search(description) and not description.isupper()):
        return False
    words = description.split()
    if words and words[0][0].islower() and fold(words[0]) in GRAMMAR and words[0] not in _ON_BEHALF:
        return False
    return not any(
        fold(word.strip(".;()")) in TALK for word in _WORD.findall(description) if word != "i" and not word.isupper()
    )


def _by_lexicon(parts: Parts) -> Shape | None:
    """Words for roles and for fields, scripts without capitals, and numbered speakers."""
    whole = fold(parts.name)
    words = [fold(token) for token in parts.tokens]
    if whole in _ROLES:
        return "role"
    if whole in HEADS or (words[0] in HEADS and not parts.titles and (len(words) <= 3 or parts.number)):
        return "head"
    if 1 < len(words) <= 3 and words[-1] in HEADS and not parts.description and not parts.titles:
        # "Read more", "Photo credit", and not "Ellen Price"
        return "head" if words[0] in HEADS or words[0] in GRAMMAR or parts.tokens[-1].islower() else None
    if _ORDINAL.match(parts.name) or (len(parts.name) > 1 and _ROMAN.match(parts.name)):
        return "head"
    if _CASELESS.search(parts.name):
        if parts.name.endswith(_ROLE_BEHIND) and len(parts.name) <= 14:
            return "role"
        letters = sum(1 for char in parts.name if char.isalnum())
        return "script" if letters <= 8 or (" " in parts.name and letters <= 24) else "phrase"
    if parts.number and len(words) <= 3:
        base = fold(parts.name[: parts.name.rfind(parts.number)].strip(" #.-_"))
        if len(base) == 1 or base in _ROLES or base.split()[-1] in COLLECTIVE | _ROLES:
            return "numbered"
        if parts.number.isdigit():
            return "head"
    return None if any(char.isalpha() for char in parts.name) else "phrase"


def _by_title(parts: Parts) -> Shape | None:
    """A form of address before a name, or an office alone."""
    if not parts.titles:
        return None
    if not parts.rest:
        return "role"
    if _strange(parts.rest) or len(parts.rest) > 5:
        return None
    small = (fold(token) for token in parts.rest if token[0].islower())
    return "phrase" if any(word in GRAMMAR and word not in PARTICLES for word in small) else "titled"


def _by_spelling(parts: Parts) -> Shape:
    """Capitals, small letters, and the grammar words that betray a sentence."""
    name, tokens, rest = parts.name, parts.tokens, parts.rest
    if tokens[0] == "THE" and name.isupper() and len(tokens) in (2, 3):
        return "role"
    if "." in name and len(name) <= 8 and name.isupper() and _INITIALS.match(name) and not parts.description:
        return "initials"
    if all(fold(token) in _ROLES for token in tokens) or _some(tokens):
        return "role"
    grammar = [token for token in tokens if fold(token) in GRAMMAR and fold(token) not in PARTICLES]
    if len(grammar) > 1 or any(
        token[0].islower() or (len(tokens) > 1 and fold(token) in NEVER_NAMES) for token in grammar
    ):
        return "phrase"
    if fold(tokens[0]) in ARTICLES and len(tokens) > 1 and not (name.isupper() and len(tokens) <= 4):
        return "phrase" if _strange(rest[1:]) else "common"
    if len(name) <= 4 and name.isupper() and _INITIALS.match(name) and not parts.description:
        return "initials" if len(name) < 4 or not _VOWEL.search(name) else "caps"  # "HOLT" is a surname
    if strange := _strange(rest):
        small = len(tokens) <= 3 and strange == len(tokens) and not parts.description
        return "lower" if small else _in_small_letters(tokens)
    if any(char.isdigit() for char in name):
        return "phrase" if len(tokens) > 2 else "word"
    if len(rest) > 5:
        return "phrase"
    return _as_name(parts, grammar)


def _in_small_letters(tokens: list[str]) -> Shape:
    """Words in small letters, none of which is grammar: "Ministr vnitra Jan Roth", "Maria silva", "Fun fact"."""
    if tokens[0][0].islower():
        return "phrase"
    if tokens[-1][0].isupper() or (tokens[-1][0].isdigit() and len(tokens) > 1):
        return "office"
    return "mixed" if len(tokens) <= 3 else "phrase"


def _somebody(tokens: list[str]) -> bool:
    """A person without a name: "A man in the audience", "Voice from the back", "Ann's daughter"."""
    words = [fold(token) for token in tokens]
    if len(words) == 2 and words[0].endswith("'s") and words[1] in _PERSONS:
        return tokens[0][0].isupper()
    while len(words) > 1 and words[0] in _SOME:
        del words[0]
    if len(words) == 1 < len(tokens):
        return words[0] in _PERSONS
    return 2 < len(words) <= 6 and words[0] in _PERSONS and words[1] in _WHERE


_PERSONS = OTHER_ROLES | ASKS | frozenset(("voice", "daughter", "son", "wife", "husband", "sister", "brother"))
_SOME = DETERMINERS | frozenset(("first", "second", "third", "off-screen", "automated", "young", "older", "old"))
_WHERE = frozenset(
    (
        "in",
        "on",
        "off",
        "from",
        "of",
        "at",
        "with",
        "behind",
        "im",
        "aus",
        "vom",
        "hinter",
        "dans",
        "au",
        "du",
        "de",
        "sur",
        "en",
        "desde",
        "del",
        "dal",
        "nel",
    )
)


def _some(tokens: list[str]) -> bool:
    """Determiners and a word for a part: "Some hon. members", "Une voix", "The Clerk"."""
    rest = [token for token in tokens if fold(token) not in DETERMINERS]
    return 0 < len(rest) < len(tokens) and all(fold(token) in _ROLES | TITLES_OF_OFFICE for token in rest)


def _as_name(parts: Parts, grammar: list[str]) -> Shape:
    if parts.description and len(parts.tokens) >= 2:
        return "described"
    if parts.name.isupper():
        return "caps"
    if len(parts.tokens) >= 2:
        return "phrase" if parts.tokens[0] in grammar else "name"
    return "common" if grammar else "word"


def _strange(rest: list[str]) -> int:
    """How many words in small letters are no part of a name: "der" is one in "van der Berg" alone."""
    count = 0
    for at, token in enumerate(rest):
        if token[0].islower() and fold(token) not in PARTICLES:
            inner = (
                fold(token) in INNER_PARTICLES and at and fold(rest[at - 1]) in ("van", "von", "de", "op", "in", "aus")
            )
            count += not inner
    return count
