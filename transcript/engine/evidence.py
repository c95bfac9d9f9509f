"""The evidence on labels, a function a kind. Each weighs every label of the document once, and says so in words.

Weights are sums of evidence: above :data:`THRESHOLD` a label is a person's.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from transcript.engine.cues import TIME_ALONE, Cue
from transcript.engine.labels import Label
from transcript.engine.lines import Page
from transcript.engine.persons import FIRST_PERSON, SECOND_PERSON
from transcript.engine.words import GREETING, fold

THRESHOLD = 1.5
LOOKS = {
    "role": (2.6, "a word for a part in a conversation"),
    "numbered": (1.8, "a numbered speaker"),
    "titled": (2.6, "a title and a name"),
    "described": (1.9, "a name with a description"),
    "caps": (1.6, "a name in capitals"),
    "name": (1.0, "it looks like a full name"),
    "word": (0.2, "a single capitalised word"),
    "initials": (0.6, "initials"),
    "script": (0.3, "a short word"),
    "common": (-0.8, "a common word"),
    "lower": (-1.5, "words in small letters"),
    "office": (-1.5, "words in small letters before a name, as in the names of offices"),
    "mixed": (-3.5, "words in small letters behind one with a capital"),
    "head": (-3.0, "a word that heads a field or a remark"),
    "phrase": (-4.5, "a piece of a sentence"),
}
STRONG = frozenset(("role", "numbered", "titled", "described", "caps"))
PLAIN = frozenset(("word", "common", "name", "script", "lower", "office", "mixed"))
UNLIKELY = frozenset(("phrase", "mixed", "head"))
_TAKES_TURNS = frozenset(("lower", "word", "common", "script", "initials", "head", "office", "mixed"))
NAMES = frozenset(("titled", "described", "caps", "name", "word", "common", "script"))


@dataclass(slots=True)
class Verdict:
    """What was decided on a label, and why."""

    label: Label
    cues: list[Cue]
    weight: float = 0.0
    reasons: list[str] = field(default_factory=list)
    taken: bool = False
    akin: bool = False  # a label that recurs shares the name

    def add(self, weight: float, reason: str) -> None:
        """Count one piece of evidence."""
        if weight:
            self.weight += weight
            self.reasons.append(f"{reason} ({weight:+.1f})")


_OFFICE_AND_NAME = re.compile(r"[^\W\d_a-z][\w-]*(?: [\w-]+){2,8} [^\W\d_a-zà-ž][\w-]+ [^\W\d_a-zà-ž][\w-]+$")


def recurrence(verdicts: list[Verdict]) -> None:
    """A label that recurs is rarely an accident."""
    total = sum(len(verdict.cues) for verdict in verdicts if verdict.label.shape not in UNLIKELY)
    for verdict in verdicts:
        n = len(verdict.cues)
        if n > 1:
            most = 1.0 if verdict.label.shape == "head" and n < 12 else 3.2
            verdict.add(min(most, math.log2(n) + 0.3), f"it opens {n} places")
            if n >= 3 and verdict.label.shape == "phrase" and not any(cue.inline for cue in verdict.cues):
                verdict.add(
                    4.0 * bool(_OFFICE_AND_NAME.match(verdict.label.text)), "an office and a name, alone on a line"
                )
            if n * 12 >= total and n >= 4:
                verdict.add(1.0, "it opens a good part of all turns")


def talks(page: Page, cues: list[Cue]) -> bool:
    """The cues open every line but the last three, name two or more, and the words greet, ask or say "I"."""
    if not 2 <= len(cues) <= 40 or [cue.line for cue in cues] != list(range(cues[0].line, cues[-1].line + 1)):
        return False
    if len(page.lines) - cues[-1].line > 4:
        return False
    if len({fold(cue.label) for cue in cues}) < 2 or not all(cue.inline for cue in cues):
        return False
    said = [page.text[cue.end : page.lines[cue.line].end] for cue in cues]
    return any(
        words[-1:] in "?？؟" or GREETING.search(words) or FIRST_PERSON.search(words) or SECOND_PERSON.search(words)
        for words in said
    )


def brevity(page: Page, verdicts: list[Verdict]) -> None:
    """A few lines that are nothing but labels and talk: too short for a label to recur."""
    named = [v for v in verdicts if v.label.shape in NAMES or v.label.shape == "initials" or v.label.role]
    cues = sorted((cue for verdict in named for cue in verdict.cues), key=lambda cue: cue.start)
    if talks(page, cues):
        for verdict in named:
            verdict.add(1.5, "the text is nothing but labels and talk")


def variety(verdicts: list[Verdict]) -> None:
    """In a conversation labels recur. Where hardly one does, plain words are the heads of a list."""
    plausible = [verdict for verdict in verdicts if verdict.label.shape not in UNLIKELY]
    if len(plausible) >= 5 and len(plausible) * 10 > 7 * sum(len(verdict.cues) for verdict in plausible):
        for verdict in plausible:
            if verdict.label.shape in PLAIN and verdict.weight < 4:
                verdict.add(-2.0, "hardly any label recurs")


def kinship(verdicts: list[Verdict]) -> None:
    """Another label holds the same name: "Petrova" beside "Dr. Anya Petrova", "AP" beside both."""
    owners: Counter[str] = Counter()
    recurring: Counter[str] = Counter()
    initials: set[str] = set()
    short: set[str] = set()
    for verdict in verdicts:
        label = verdict.label
        if label.shape in NAMES:
            words = {word for word in label.names if len(word) > 1}
            owners.update(words)
            if len(verdict.cues) > 1:
                recurring.update(words)
            initials.add(_initials(label))
            initials.add(fold(label.alias or ""))
        elif label.shape == "initials" and len(verdict.cues) > 1:
            short.add(label.key)
    for verdict in verdicts:
        label = verdict.label
        if label.shape == "head" and label.caps and len(label.names) == 1 and owners[label.names[0]]:
            verdict.add(4.5, "a surname that is printed in full")
        elif label.shape == "initials":
            if label.key in initials or owners[label.key]:
                verdict.add(1.6, "a surname, or the initials of a name, that is printed in full")
        elif label.shape in NAMES:
            verdict.akin = any(recurring[word] > (len(verdict.cues) > 1) for word in label.names)
            if _initials(label) in short or (label.alias and fold(label.alias) in short):
                verdict.akin = True
                verdict.add(1.6, "another label prints its initials")
            elif any(owners[word] > 1 for word in label.names):
                verdict.add(1.3, "another label shares the name")


def _initials(label: Label) -> str:
    return "".join(word[0] for word in label.names) if len(label.names) > 1 else ""


def mention(page: Page, verdicts: list[Verdict]) -> None:
    """The words between the labels call the name: a greeting, an introduction. At most sixty labels are looked for."""
    doubtful = (v for v in verdicts if v.label.shape in NAMES and -1.5 < v.weight < 4 and 0 < len(v.label.names) <= 3)
    for verdict, _ in zip(doubtful, range(60), strict=False):
        label = verdict.label
        words = [
            word.strip(",") for word in label.name.split() if "." not in word
        ]  # the surname stands last, or "ROE J.K."
        surname = next((word for word in reversed(words) if fold(word) in label.names), "")
        if len(surname) < 3:
            continue
        forms = {surname, surname.title()}
        printed = sum(cue.label.count(form) for cue in verdict.cues for form in forms)
        if sum(page.text.count(form) for form in forms) > printed:
            verdict.add(0.6, "the text calls the name elsewhere")


def _under_a_time(page: Page, cue: Cue) -> bool:
    """A line with nothing but a time stands right above, perhaps with lines of fields between."""
    for index in range(cue.line, max(0, cue.line - 4), -1):
        above = page.lines[index - 1]
        if page.lines[index].blank or index == 0:
            return False
        if page.text[above.start] in "[(0123456789-" and TIME_ALONE.match(page.text, above.start, above.end):
            return True
    return False


def time(page: Page, verdicts: list[Verdict]) -> None:
    """A time code beside a label, or a label that opens a caption: prose has neither."""
    captions = {mark.start for mark in page.source.marks if mark.kind == "time"}
    for verdict in verdicts:
        timed = sum(
            1
            for cue in verdict.cues
            if cue.layout == "name-colon" and (cue.time or cue.start in captions or _under_a_time(page, cue))
        )
        if timed * 2 > len(verdict.cues):
            verdict.add(1.5, "a time stands beside it")


def announced(page: Page, verdicts: list[Verdict]) -> None:
    """A paragraph that ends in a colon announces a list: words before a colon right below it are its points."""
    text, lines = page.text, page.lines
    once = {verdict.cues[0].line: verdict for verdict in verdicts if len(verdict.cues) == 1}
    listed = -1
    for line in sorted(once):
        verdict = once[line]
        above = lines[line - 1] if line else None
        below = above is not None and (text[above.end - 1] in ":：" or listed == line - 1)
        if below and not verdict.akin and verdict.label.shape in PLAIN:
            verdict.add(-2.5, "a list was announced above")
            listed = line


def alternation(verdicts: list[Verdict]) -> None:
    """A label that recurs between the turns of others takes part in the talk."""
    order = sorted(
        (cue.start, i) for i, verdict in enumerate(verdicts) if verdict.weight > -1.6 for cue in verdict.cues
    )
    changes: dict[int, int] = defaultdict(int)
    for (_, a), (_, b) in itertools.pairwise(order):
        changes[a] += a != b
    for index, verdict in enumerate(verdicts):
        n = len(verdict.cues)
        if n >= 3 and changes[index] >= n * 0.6 and verdict.label.shape in _TAKES_TURNS:
            verdict.add(1.5, "it takes turns with others")
        if (
            verdict.label.shape == "head"
            and n >= 4
            and changes[index] >= n * 0.8
            and n * 4 >= len(order)
            and 4 * sum(len(other.cues) for other in verdicts if other.weight >= THRESHOLD) >= len(order)
        ):
            verdict.add(3.5, "every other turn is its own")  # houses are called so: "ZEIT", "Time"
