"""The global decision: which labels of the whole document are people, and which cues open turns.

Every label is weighed once, on all its cues together (:mod:`transcript.engine.evidence`); then each cue is weighed in
its place.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from transcript.engine import evidence
from transcript.engine.cues import Cue
from transcript.engine.customs import customs
from transcript.engine.evidence import LOOKS, THRESHOLD, Verdict, talks
from transcript.engine.labels import Label, parse
from transcript.engine.lines import Page, item_marker
from transcript.engine.words import ASKS, FIRST_PERSON, OTHER_ROLES, SECOND_PERSON, fold
from transcript.options import Options

_SENTENCE_END = frozenset(".!?…:;。！？：»”\"')]】—–-")
_DOTS = re.compile(r"(?<![.·…_])[.·…_]{4,}+\s{0,3}\d{1,5}$")
_LEADER = re.compile(r"([\s.·…_]*+)\d{1,5}\s?(?:\(?[A-D]\)?)?$")  # a table of contents
_LAST_OF_PAGE = frozenset("0123456789ABCD)")
_TRANSCRIPTS = (
    "transcript", "transkript", "transcription", "transcripción", "transcrição", "trascrizione", "стенограмма",
    "расшифровка", "逐字稿", "文字起こし", "녹취록",
)  # fmt: skip
_TRANSCRIPT = re.compile(
    rf"(?im)^[^\n\w]{{0,4}}(?:[^\n:]{{1,60}} - )?(?:full |the )?(?:{'|'.join(_TRANSCRIPTS)})[^\n\w]{{0,3}}$"
)
_STRONG = frozenset(("role", "numbered", "titled", "described", "caps"))


@dataclass(slots=True)
class Reading:
    """One way to read the whole document: its cues in order, how sure each is, and why."""

    name: str
    cues: list[Cue] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    layouts: list[str] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    printed: dict[int, Cue] = field(default_factory=dict)  # labels on the lines of a reading that needs none

    @property
    def worth(self) -> float:
        """How much of the page it explains: each cue counts as it is sure, so at most one."""
        return sum(1 / (1 + math.exp(1.0 - weight)) for weight in self.weights)


def labelled(page: Page, cues: list[Cue], options: Options) -> Reading:
    """The reading in which printed labels tell who speaks."""
    cues = _recurring(_one_a_line(cues))
    fields = _fields(page, cues)
    verdicts = _verdicts(page, cues, fields, options)
    evidence.recurrence(verdicts)
    evidence.brevity(page, verdicts)
    evidence.time(page, verdicts)
    evidence.kinship(verdicts)
    evidence.mention(page, verdicts)
    evidence.variety(verdicts)
    customs(page, verdicts)
    evidence.alternation(verdicts)
    evidence.announced(page, verdicts)
    for verdict in verdicts:
        verdict.taken = verdict.weight >= THRESHOLD
    kept = sorted(_in_place(page, [verdict for verdict in verdicts if verdict.taken], fields), key=_by_place)
    reading = Reading("labelled", [cue for cue, _ in kept], [weight for _, weight in kept])
    reading.verdicts = verdicts
    if not options.cast and not any(mark.kind == "time" for mark in page.source.marks):
        _refuse_unlikely(page, reading)
        _refuse_questions(page, reading)
    reading.layouts = [name for name, _ in Counter(cue.layout for cue in reading.cues).most_common()]
    return reading


def unlabelled(layout: str, cues: list[Cue], labels: list[Cue]) -> Reading:
    """The reading in which the typography alone tells who speaks; labels may be printed all the same."""
    printed = {cue.line: cue for cue in labels if cue.layout != "run-in"}
    return Reading(layout, cues, [cue.weight for cue in cues], [layout], printed=printed)


def best(readings: list[Reading]) -> Reading:
    """The reading that explains most: the surest cues count as they are sure."""
    return max(readings, key=lambda reading: reading.worth)


_CROWD = 20_000


def _recurring(cues: list[Cue]) -> list[Cue]:
    """In a text of more different labels than any interview has people, only those that recur are weighed."""
    if len(cues) <= _CROWD:
        return cues
    counts = Counter(cue.label for cue in cues)
    return cues if len(counts) <= _CROWD else [cue for cue in cues if counts[cue.label] > 1]


def _by_place(pair: tuple[Cue, float]) -> int:
    return pair[0].start


def _one_a_line(cues: list[Cue]) -> list[Cue]:
    """Where layouts claim the opening of a line the surer one wins. Voices and run-in labels may be many in a line."""
    best: dict[int, Cue] = {}
    within = []
    for cue in cues:
        if cue.layout in ("voice", "run-in"):
            within.append(cue)
            continue
        other = best.get(cue.line)
        if other is None or cue.weight > other.weight:
            best[cue.line] = cue
    if within:
        voiced = {cue.line for cue in within if cue.layout == "voice"}
        chosen = {line: cue for line, cue in best.items() if line not in voiced}
        inside = [cue for cue in within if cue.line not in chosen or cue.start >= chosen[cue.line].end]
        return sorted([*chosen.values(), *inside], key=lambda cue: cue.start)
    return [best[line] for line in sorted(best)]


def _fields(page: Page, cues: list[Cue]) -> set[int]:
    """Starts of cues that are fields of a cover sheet: neighbouring lines, each a different word and a short value."""
    if any(mark.kind == "time" for mark in page.source.marks):
        return set()  # captions have no cover sheet
    keys = [fold(cue.label) for cue in cues]
    counts = Counter(keys)
    first = len(page.text)
    heads: set[str] = set()  # of fields whose words recur as labels: "Host: Mark Hale", then "HOST: Welcome."
    for cue, key in zip(cues, keys, strict=True):
        if counts[key] > 2 and (key in heads or not _is_field(page, cue)):
            first = cue.start
            break
        if counts[key] > 1:
            heads.add(key)
    found: set[int] = set()
    run: list[Cue] = []

    def close() -> None:
        heads = any(parse(cue.label).shape in ("head", "phrase", "lower", "office", "mixed") for cue in run)
        close_set = not any(page.lines[cue.line].blank for cue in run[1:])
        if len(run) >= 2 and (
            heads or (first < len(page.text) and close_set and len(run) >= 3 and run[-1].start < first)
        ):
            found.update(cue.start for cue in run)
        run.clear()

    for cue, key in zip(cues, keys, strict=True):
        if cue.start < first and _is_field(page, cue):
            found.add(cue.start)
        if cue.layout != "name-colon" or cue.time or counts[key] > 2 or not _short_value(page, cue):
            if run:
                close()
            continue
        if run and cue.line - run[-1].line > (1 if run[-1].inline else 2):
            close()
        run.append(cue)
    close()
    return found


def _is_field(page: Page, cue: Cue) -> bool:
    """A role and a name: "Interviewer: Carl Moss"."""
    if not cue.inline or cue.layout != "name-colon" or not _names_a_part(parse(cue.label)):
        return False
    value = page.text[cue.end : page.lines[cue.line].end].strip()
    return (
        len(value) <= 60
        and value[-1] not in ".!?"
        and parse(value).shape in ("name", "titled", "described", "caps", "script")
    )


def _names_a_part(label: Label) -> bool:
    """The label is, or ends in, a word for a part: "Interviewer", "OFFICIAL COURT REPORTER"."""
    return label.shape in ("role", "head") or bool(label.names and label.names[-1] in ASKS | OTHER_ROLES)


def _short_value(page: Page, cue: Cue) -> bool:
    at = cue.line if cue.inline else cue.line + 1
    if at >= len(page.lines) or (not cue.inline and page.lines[at].blank):
        return False
    value = page.text[cue.end : page.lines[at].end].strip()
    return 0 < len(value) <= 60 and not value.endswith((".", "!", "?", "。", "？"))


def _verdicts(page: Page, cues: list[Cue], fields: set[int], options: Options) -> list[Verdict]:
    known = {fold(name) for member in options.cast for name in (member.name, *member.labels)}
    by_key: dict[str, Verdict] = {}
    for cue in cues:
        label = parse(cue.label)
        verdict = by_key.get(label.key)
        if verdict is None:
            verdict = by_key[label.key] = Verdict(label, [])
        verdict.cues.append(cue)
    by_key.pop("", None)
    flat = sum(1 for cue in cues if cue.layout == "run-in") * 2 > len(cues)
    for key, verdict in by_key.items():
        verdict.add(*LOOKS[verdict.label.shape])
        weight = max(cue.weight for cue in verdict.cues)
        verdict.add(
            weight, "its layout is rarely anything else" if weight > 0 else "its layout is often something else"
        )
        if not flat and len(verdict.cues) < 2 and verdict.cues[0].layout == "run-in" and not verdict.label.caps:
            verdict.add(-2.5, "seen once, in the middle of a line")
        if key in known:
            verdict.add(8.0, "the cast list names it")
        if all(cue.start in fields for cue in verdict.cues):
            verdict.add(-4.0, "a field of a cover sheet")
        if all(page.text.startswith(("http", "www.", "<http"), cue.end + 1) for cue in verdict.cues):
            verdict.add(-4.0, "an address stands behind it")
    return list(by_key.values())


def _in_place(page: Page, taken: list[Verdict], fields: set[int]) -> list[tuple[Cue, float]]:
    """Weigh each cue of the accepted labels where it stands."""
    lines, text = page.lines, page.text
    total = sum(len(verdict.cues) for verdict in taken)
    runs = sum(1 for verdict in taken for cue in verdict.cues if cue.layout == "run-in")
    indents = Counter(lines[cue.line].indent for verdict in taken for cue in verdict.cues)
    indent = indents.most_common(1)[0][0] if indents else 0
    opening = _transcript_begins(page, taken)
    broken = _breaks_sentences(page, taken)
    title = _title(page, taken) if total >= 6 else -1
    chosen = []
    for verdict in taken:
        for cue in verdict.cues:
            weight, label = verdict.weight, verdict.label
            line = lines[cue.line]
            if cue.start < opening or cue.start == title:
                continue
            if _leads(text, cue.end, line.end):
                continue
            if cue.start in fields:
                weight -= 8.0
            if weight < 4.5 and total >= 6 and cue.layout == "name-colon" and line.indent > indent + 2:
                weight -= 2.0 * (not label.caps and label.shape not in _STRONG)  # set in, as the points of a list are
            if cue.layout == "name-colon" and cue.form[0] == "-" and item_marker(text, line.start, line.end):
                weight -= 1.0
            if cue.start in broken:
                weight -= 2.5
            if cue.layout == "run-in":
                weight += _within_line(verdict, runs * 4 >= total)
            if weight >= THRESHOLD:
                chosen.append((cue, weight))
    return chosen


def _breaks_sentences(page: Page, taken: list[Verdict]) -> set[int]:
    """Starts of cues right below a line that ends in mid-sentence, on a page where hardly one does: a hard wrap."""
    text, lines = page.text, page.lines
    cues = [cue for verdict in taken for cue in verdict.cues if cue.layout not in ("voice", "run-in") and cue.line]
    found = set()
    for cue in cues:
        if cue.line == 1:
            continue  # below a title
        above = lines[cue.line - 1]
        if not lines[cue.line].blank and text[above.end - 1] not in _SENTENCE_END:
            found.add(cue.start)
    return found if len(found) * 10 <= len(cues) or len(found) == 1 < len(cues) else set()


def _title(page: Page, taken: list[Verdict]) -> int:
    """Where the page begins with a headline: "Petrova: Peace is a process", no stop, and no label below. Else -1."""
    at = {cue.line: cue for verdict in taken for cue in verdict.cues}
    first = min(at)
    above = page.lines[first - 1] if first else None
    if not at[first].inline or first + 1 in at or first + 1 >= len(page.lines) or (above and not above.closed):
        return -1
    apart = page.lines[first + 1].blank and page.text[page.lines[first].end - 1] not in _STOPS
    return at[first].start if apart else -1


def _leads(text: str, start: int, end: int) -> bool:
    """Dots, a wide gap or a tab, and the number of a page."""
    if text[end - 1] not in _LAST_OF_PAGE:
        return False
    if _DOTS.search(text, max(start, end - 80), end):
        return True
    found = _LEADER.match(text, start, end)
    return found is not None and (len(found[1].strip("\r\n")) >= 4 or "\t" in found[1])


def _transcript_begins(page: Page, taken: list[Verdict]) -> int:
    """Where a line says "Transcript" and most labels stand below it: what stands above is a summary. Else 0."""
    starts = sorted(cue.start for verdict in taken for cue in verdict.cues)
    found = 0
    lowered = page.text.lower()
    if not any(word in lowered for word in _TRANSCRIPTS):
        return 0
    for mark in _TRANSCRIPT.finditer(page.text):
        below = len(starts) - bisect_right(starts, mark.start())
        if below >= 3 and below * 2 >= len(starts):
            found = mark.end()
    return found


def _within_line(verdict: Verdict, usual: bool) -> float:
    """In a page that has its line breaks a label within a line is the exception, and must be beyond doubt."""
    if usual:
        return 0.0
    at_start = sum(1 for cue in verdict.cues if cue.layout != "run-in")
    capital = verdict.label.caps or verdict.label.shape == "titled"
    return -0.8 if capital and at_start else -2.5 if at_start > 2 and len(verdict.cues) < 1.2 * at_start else -9.0


def _refuse_unlikely(page: Page, reading: Reading) -> None:
    """A document is a conversation only if labels open its paragraphs, two of them recur, or one is beyond doubt."""
    if not reading.cues or any(cue.weight > 0 or cue.time for cue in reading.cues) or talks(page, reading.cues):
        return None
    labels = [parse(cue.label) for cue in reading.cues]
    counts = Counter(label.key for label in labels)
    recurring = sum(1 for count in counts.values() if count > 1)
    if recurring < 2 and _share_of_paragraphs(page, reading.cues) < 0.3 and not _speeches(page, reading, labels):
        return _drop(reading, "a few labels in a text that goes on without them")
    if any(label.shape in _STRONG for label in labels):
        if len(counts) == 1 and labels[0].shape == "role" and len(labels) < 3:
            _drop(reading, "one word for a part, seen once or twice, makes no conversation")
    elif len(counts) == 1 and len(labels) < 3:
        _drop(reading, "one label, seen once or twice, makes no conversation")
    elif len(counts) == len(labels) < 3:
        _drop(reading, "no label recurs and none is surely a person")
    return None


def _speeches(page: Page, reading: Reading, labels: list[Label]) -> bool:
    """Two people or more by their full names, from the top of the page on, each with whole sentences behind.

    Where another name was nearly taken it is no such page: that person's speech would be given to the one before.
    """
    cues = reading.cues
    if any(v.weight > 0 and v.label.shape in ("name", "titled", "described") and not v.taken for v in reading.verdicts):
        return False
    full = {label.key for label in labels if label.titles or label.caps or len(label.names) > 1}
    if cues[0].line > 8 or len(full) < 2 or len(full) < len({label.key for label in labels}):
        return False
    said = [page.text[cue.end : _paragraph_end(page, cue)] for cue in cues]
    return len(said[0]) > 20 and sum(1 for words in said if words[-1:] in _STOPS) * 5 >= len(said) * 4


_STOPS = '.!?…。！？”"»)'


def _paragraph_end(page: Page, cue: Cue) -> int:
    at = cue.line if cue.inline else cue.line + 1
    while at + 1 < len(page.lines) and not page.lines[at + 1].blank:
        at += 1
    return page.lines[min(at, len(page.lines) - 1)].end


def _share_of_paragraphs(page: Page, cues: list[Cue]) -> float:
    """How many of the paragraphs from the first label on open with one."""
    lines = page.lines[cues[0].line :]
    spaced = sum(1 for line in lines[1:] if line.blank) * 4 >= len(lines)
    paragraphs = 1 + sum(1 for line in lines[1:] if line.blank or not spaced)
    return len({cue.line for cue in cues}) / paragraphs


def _refuse_questions(page: Page, reading: Reading) -> None:
    """Questions that say "I" and answers that say "you" are a page of instructions: nobody asked or answered."""
    sides = [parse(cue.label) for cue in reading.cues]
    letters = {label.key for label in sides if label.role and len(label.key) <= 8}
    if len(letters) != 2 or len(sides) < 6 or sum(label.key in letters for label in sides) * 5 < 4 * len(sides):
        return
    said: dict[str, list[str]] = {"interviewer": [], "interviewee": []}
    stops = [cue.start for cue in reading.cues[1:]] + [len(page.text)]
    for cue, label, stop, _ in zip(reading.cues, sides, stops, range(60), strict=False):  # the first sixty tell
        if label.role in said:
            said[label.role].append(page.text[cue.end : min(stop, cue.end + 400)])
    i, you = _persons(said["interviewer"])
    if i > you:
        i, you = _persons(said["interviewee"])
        if you > 2 * i:
            _drop(reading, 'the questions say "I" and the answers "you": instructions, not an interview')


def _persons(said: list[str]) -> tuple[int, int]:
    """How often the words say "I", and how often "you"."""
    words = "\n".join(said)
    return len(FIRST_PERSON.findall(words)), len(SECOND_PERSON.findall(words))


def _drop(reading: Reading, reason: str) -> None:
    reading.reasons.append(reason)
    reading.cues.clear()
    reading.weights.clear()
    for verdict in reading.verdicts:
        if verdict.taken:
            verdict.taken = False
            verdict.reasons.append(reason)
