"""The global decision: which labels of the whole document are people, and which cues open turns.

Every label is weighed once, on all its cues together (:mod:`transcript.engine.evidence`); then each cue is weighed in
its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from transcript.engine import evidence
from transcript.engine.conversation import why_none
from transcript.engine.cover import fields_of, headline
from transcript.engine.cues import Cue
from transcript.engine.customs import customs
from transcript.engine.evidence import LOOKS, STRONG, THRESHOLD, Verdict
from transcript.engine.labels import parse
from transcript.engine.lines import Page, item_marker
from transcript.engine.reading import Reading
from transcript.engine.words import fold
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


def labelled(page: Page, cues: list[Cue], options: Options) -> Reading:
    """The reading in which printed labels tell who speaks."""
    cues = _recurring(_one_a_line(cues))
    fields = fields_of(page, cues)
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
    certain = options.cast or any(mark.kind == "time" for mark in page.source.marks)
    if not certain and (reason := why_none(page, reading)):
        _drop(reading, reason)
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
    title = headline(page, taken) if total >= 6 else -1
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
                weight -= 2.0 * (not label.caps and label.shape not in STRONG)  # set in, as the points of a list are
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


def _drop(reading: Reading, reason: str) -> None:
    reading.reasons.append(reason)
    reading.cues.clear()
    reading.weights.clear()
    for verdict in reading.verdicts:
        if verdict.taken:
            verdict.taken = False
            verdict.reasons.append(reason)
