"""The global decision: which labels of the whole document are people.

Every label is weighed once, on all its cues together: what its words look like, how often it recurs, whether it takes
turns with others, whether another label or the text knows the name, whether it is dressed as its fellows are. Then
each cue is weighed in its place.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from transcript.engine.cues import Cue
from transcript.engine.labels import Label, parse
from transcript.engine.lines import Page, item_marker
from transcript.engine.words import fold
from transcript.options import Options

THRESHOLD = 1.5
_SHAPES = {
    "role": 2.6, "numbered": 1.8, "titled": 2.6, "described": 1.9, "caps": 1.6, "name": 1.2, "word": 0.3, "initials": 0.7,
    "script": 0.3, "lower": -1.5, "head": -3.0, "phrase": -4.5,
}  # fmt: skip
_LOOKS = {
    "role": "a word for a part in a conversation", "numbered": "a numbered speaker", "titled": "a title and a name",
    "described": "a name with a description", "caps": "a name in capitals", "name": "it looks like a full name",
    "word": "a single capitalised word", "initials": "initials", "script": "a short word", "lower": "words in small letters",
    "head": "a word that heads a field or a remark", "phrase": "a piece of a sentence",
}  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?…:;。！？：»”\"')\]】—–-]$|\.\.\.$")


@dataclass(slots=True)
class Verdict:
    """What was decided on a label, and why."""

    label: Label
    cues: list[Cue]
    weight: float
    reasons: list[str] = field(default_factory=list)
    taken: bool = False

    def add(self, weight: float, reason: str) -> None:
        """Count one piece of evidence."""
        if weight:
            self.weight += weight
            self.reasons.append(f"{reason} ({weight:+.1f})")


@dataclass(slots=True)
class Reading:
    """One way to read the whole document: its cues in order, and how sure it is."""

    name: str
    cues: list[Cue]
    score: float
    layouts: list[str]
    reasons: list[str]
    verdicts: list[Verdict] = field(default_factory=list)
    confidences: list[float] = field(default_factory=list)


def labelled(page: Page, cues: list[Cue], options: Options) -> Reading:
    """The reading in which printed labels tell who speaks."""
    cues = _one_a_line(cues)
    fields = _fields(page, cues)
    verdicts = _verdicts(cues, fields, options)
    _recurrence(verdicts, len(page.lines))
    _kinship(verdicts)
    _mention(page, verdicts)
    core = [verdict for verdict in verdicts if verdict.weight >= THRESHOLD]
    _dress(verdicts, core)
    _alternation(verdicts)
    taken = [verdict for verdict in verdicts if verdict.weight >= THRESHOLD]
    for verdict in taken:
        verdict.taken = True
    chosen = _in_place(page, taken, fields)
    kept = sorted(chosen, key=lambda pair: pair[0].start)
    reading = Reading(
        "labelled",
        [cue for cue, _ in kept],
        sum(min(weight, 6.0) for _, weight in kept),
        [],
        [],
        verdicts,
        [1 / (1 + math.exp(-(weight - 1.0))) for _, weight in kept],
    )
    _refuse_unlikely(reading)
    counts = Counter(cue.layout for cue in reading.cues)
    reading.layouts = [name for name, _ in counts.most_common()]
    return reading


def _one_a_line(cues: list[Cue]) -> list[Cue]:
    """Where layouts claim one line, the surer layout wins; a longer label then wins over its part."""
    best: dict[int, Cue] = {}
    for cue in cues:
        other = best.get(cue.line)
        if other is None or (cue.weight, -cue.start) > (other.weight, -other.start):
            best[cue.line] = cue
    voices = [cue for cue in cues if cue.layout == "voice"]
    if voices:
        return sorted(
            {id(cue): cue for cue in [*voices, *(c for c in best.values() if c.layout != "voice")]}.values(),
            key=lambda cue: cue.start,
        )
    return [best[line] for line in sorted(best)]


def _fields(page: Page, cues: list[Cue]) -> set[int]:
    """Starts of cues that are fields of a cover sheet: neighbouring lines, each a different word and a short value."""
    found: set[int] = set()
    run: list[Cue] = []
    counts = Counter(fold(cue.label) for cue in cues)
    first_recurring = next((cue.start for cue in cues if counts[fold(cue.label)] > 2), len(page.text))

    def close() -> None:
        heads = sum(1 for cue in run if parse(cue.label).shape in ("head", "phrase", "lower"))
        if len(run) >= 2 and (
            heads >= 1
            or all(cue.start < first_recurring for cue in run)
            and len(run) >= 3
            and counts.most_common(1)[0][1] > 2
        ):
            found.update(cue.start for cue in run)

    for cue in cues:
        line = page.lines[cue.line]
        value = page.text[cue.end : line.end].strip()
        short = (
            0 < len(value) <= 60
            and not value.endswith((".", "!", "?", "。", "？"))
            and counts[fold(cue.label)] <= 2
            and not cue.time
            and cue.layout == "name-colon"
        )
        if not short:
            close()
            run = []
        elif run and cue.line - run[-1].line > 1:
            close()
            run = [cue]
        else:
            run.append(cue)
    close()
    return found


def _verdicts(cues: list[Cue], fields: set[int], options: Options) -> list[Verdict]:
    groups: dict[str, list[Cue]] = defaultdict(list)
    for cue in cues:
        groups[parse(cue.label).key].append(cue)
    known = {fold(name) for member in options.cast for name in (member.name, *member.labels)}
    verdicts = []
    for key, group in groups.items():
        if not key:
            continue
        label = parse(group[0].label)
        verdict = Verdict(label, group, 0.0)
        verdict.add(_SHAPES[label.shape], _LOOKS[label.shape])
        verdict.add(max(cue.weight for cue in group), "its layout is rarely anything else")
        if key in known:
            verdict.add(8.0, "the cast list names it")
        if all(cue.start in fields for cue in group):
            verdict.add(-4.0, "a field of a cover sheet")
        verdicts.append(verdict)
    return verdicts


def _recurrence(verdicts: list[Verdict], lines: int) -> None:
    total = sum(len(verdict.cues) for verdict in verdicts)
    for verdict in verdicts:
        n = len(verdict.cues)
        if n > 1:
            bonus = min(3.2, 1.0 * math.log2(n) + 0.3)
            if n * 12 >= total and n >= 4:
                bonus += 1.0
            verdict.add(bonus, f"it opens {n} places")


def _kinship(verdicts: list[Verdict]) -> None:
    """Another label holds the same name: "Petrova" beside "Dr. Anya Petrova"."""
    owners: dict[str, set[str]] = defaultdict(set)
    people = [
        verdict
        for verdict in verdicts
        if verdict.label.shape in ("titled", "described", "caps", "name", "word", "script") and verdict.label.names
    ]
    for verdict in people:
        for word in set(verdict.label.names):
            if len(word) > 2:
                owners[word].add(verdict.label.key)
    initials: dict[str, int] = Counter()
    for verdict in people:
        if len(verdict.label.names) > 1:
            initials["".join(word[0] for word in verdict.label.names)] += 1
    for verdict in verdicts:
        label = verdict.label
        if label.shape == "initials" and (
            label.key in initials
            or any(other.label.alias and fold(other.label.alias) == label.key for other in verdicts)
        ):
            verdict.add(1.6, "the initials of a name that is printed in full")
        elif verdict in people and any(len(owners[word]) > 1 for word in label.names if word in owners):
            verdict.add(1.3, "another label shares the name")


def _mention(page: Page, verdicts: list[Verdict]) -> None:
    """The words between the labels call the name: a greeting, an introduction."""
    asked = 0
    for verdict in verdicts:
        label = verdict.label
        if (
            label.shape not in ("titled", "described", "caps", "name", "word")
            or not label.names
            or not -1.5 < verdict.weight < 4
            or asked > 60
        ):
            continue
        asked += 1
        words = [token for token in label.name.split() if fold(token) in label.names]
        surname = words[-1].strip(",") if words else ""
        if len(surname) < 3:
            continue
        forms = {surname, surname.title()}
        inside = sum(cue.label.count(form) for cue in verdict.cues for form in forms)
        if sum(page.text.count(form) for form in forms) > inside + (0 if label.caps else 0):
            verdict.add(0.6, "the text calls the name elsewhere")


def _dress(verdicts: list[Verdict], core: list[Verdict]) -> None:
    """Labels of one document are dressed alike: bold or not, capitals or not, one kind of colon."""
    forms: Counter[str] = Counter()
    for verdict in core:
        for cue in verdict.cues:
            forms[cue.form] += 1
    total = sum(forms.values())
    if total < 3:
        return
    for verdict in verdicts:
        share = sum(forms[cue.form] for cue in verdict.cues) / (len(verdict.cues) * total)
        if verdict in core:
            own = Counter(cue.form for cue in verdict.cues)
            rest = total - len(verdict.cues)
            share = (
                sum((forms[form] - count) * count for form, count in own.items()) / (len(verdict.cues) * rest)
                if rest
                else 0.5
            )
        if share > 0.5:
            verdict.add(0.8, "dressed as the other labels are")
        elif share < 0.04 and total >= 6:
            verdict.add(-2.4 if _plainer(verdict, forms) else -1.6, "dressed unlike the other labels")


def _plainer(verdict: Verdict, forms: Counter[str]) -> bool:
    marked = sum(count for form, count in forms.items() if form[:1] in "*#")
    return marked * 10 >= sum(forms.values()) * 9 and all(cue.form[:1] == "-" for cue in verdict.cues)


def _alternation(verdicts: list[Verdict]) -> None:
    """A label that recurs between the turns of others takes part in the talk."""
    order = sorted(
        (cue.start, index) for index, verdict in enumerate(verdicts) for cue in verdict.cues if verdict.weight > -1.6
    )
    following: dict[int, set[int]] = defaultdict(set)
    changes: Counter[int] = Counter()
    for (_, a), (_, b) in zip(order, order[1:], strict=False):
        if a != b:
            changes[a] += 1
            following[a].add(b)
    for index, verdict in enumerate(verdicts):
        n = len(verdict.cues)
        if (
            n >= 3
            and changes[index] >= n * 0.6
            and verdict.label.shape in ("lower", "word", "script", "initials", "head")
        ):
            verdict.add(1.5, "it takes turns with others")


def _in_place(page: Page, taken: list[Verdict], fields: set[int]) -> list[tuple[Cue, float]]:
    """Weigh each cue of the accepted labels where it stands."""
    lines, text = page.lines, page.text
    total = sum(len(verdict.cues) for verdict in taken)
    at_paragraph = sum(1 for verdict in taken for cue in verdict.cues if lines[cue.line].blank)
    spaced = total >= 5 and at_paragraph >= total * 0.95
    chosen = []
    for verdict in taken:
        for cue in verdict.cues:
            weight = verdict.weight
            line = lines[cue.line]
            if cue.start in fields:
                weight -= 4.0
            if spaced and not line.blank and cue.layout != "voice":
                above = lines[cue.line - 1]
                if not _SENTENCE_END.search(text[above.start : above.end][-4:]):
                    weight -= 2.5
            if cue.layout == "name-colon" and item_marker(text[line.start : line.start + 6]) and cue.form[0] != "*":
                weight -= 1.0
            if weight >= THRESHOLD:
                chosen.append((cue, weight))
    return chosen


def _refuse_unlikely(reading: Reading) -> None:
    """A document is a conversation only if somebody speaks twice, or two speak, or the one label is beyond doubt."""
    keys = Counter(parse(cue.label).key for cue in reading.cues)
    strong = [
        cue for cue in reading.cues if parse(cue.label).shape in ("role", "numbered", "titled", "described", "caps")
    ]
    if not reading.cues:
        return
    if len(keys) == 1 and len(reading.cues) < 3 and not (strong or any(cue.weight for cue in reading.cues)):
        _drop(reading, "one label, seen once or twice, makes no conversation")
    elif (
        len(keys) == len(reading.cues) and not strong and len(keys) < 3 and not any(cue.weight for cue in reading.cues)
    ):
        _drop(reading, "no label recurs and none is surely a person")


def _drop(reading: Reading, reason: str) -> None:
    reading.reasons.append(reason)
    reading.cues.clear()
    reading.confidences.clear()
    reading.score = 0.0
    for verdict in reading.verdicts:
        if verdict.taken:
            verdict.taken = False
            verdict.reasons.append(reason)
