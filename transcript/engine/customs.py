"""What the labels of one document have in common, and which of them break the custom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from transcript.engine.evidence import NAMES, PLAIN, THRESHOLD, UNLIKELY, Verdict
from transcript.engine.lines import Page

_ONCE_IS_LITTLE = PLAIN | {"caps"}
_COVERED = frozenset(("name", "word", "caps", "script", "initials", "office", "mixed"))


@dataclass(slots=True)
class Customs:
    """How the labels that are beyond doubt are printed.

    ``inline`` is the share of them with words on the same line; ``first`` is where the first label that recurs stands.
    """

    total: int
    forms: Counter[str]
    inline: float
    marked: bool  # bold, or headings
    capitals: bool
    small: bool  # names typed in small letters, as in chats
    full: bool  # titles, or first name and surname
    parts: bool  # words for parts: "Q", "Interviewer"
    first: int
    timed: float  # the share of labels with a time
    covering: bool  # nearly every paragraph opens with a label


def customs(page: Page, verdicts: list[Verdict]) -> None:
    """Labels of one document are dressed alike, stand alike, and the conversation is in one place."""
    found = _customs(page, verdicts)
    if found is None:
        return
    for verdict in verdicts:
        core = verdict.weight >= THRESHOLD
        if found.total > len(verdict.cues) * core:
            _dress(verdict, found, core)
            _place(page, verdict, found, core)
            if found.total >= 6:
                _kind(page, verdict, found, core)


def _customs(page: Page, verdicts: list[Verdict]) -> Customs | None:
    sure = [verdict for verdict in verdicts if verdict.weight >= THRESHOLD]
    fellows = [cue for verdict in sure for cue in verdict.cues]
    total = len(fellows)
    if total < 2:
        return None
    forms = Counter(cue.form for cue in fellows)
    usual = {form for form, count in forms.items() if count * 3 >= total}
    twice = [cue.start for v in verdicts if len(v.cues) > 1 for cue in v.cues if cue.form in usual]
    named = sum(len(verdict.cues) for verdict in sure if verdict.label.titles or len(verdict.label.names) > 1)
    parts = sum(len(verdict.cues) for verdict in sure if verdict.label.shape == "role")
    return Customs(
        total=total,
        forms=forms,
        inline=sum(1 for cue in fellows if cue.inline) / total,
        marked=sum(count for form, count in forms.items() if form[0] in "*#") >= 0.9 * total,
        capitals=_in_capitals(sure, total),
        small=sum(len(verdict.cues) for verdict in sure if verdict.label.shape == "lower") * 2 >= total,
        full=named >= 0.8 * total,
        parts=parts >= 0.85 * total,
        first=min(twice, default=0),
        timed=sum(1 for cue in fellows if cue.time) / total,
        covering=_covering(page, verdicts),
    )


def _dress(verdict: Verdict, found: Customs, core: bool) -> None:
    own = Counter(cue.form for cue in verdict.cues)
    n = len(verdict.cues)
    alike = sum((found.forms[form] - count * core) * count for form, count in own.items())
    share = alike / (n * (found.total - n * core))
    if share > 0.5 and all(cue.layout == "name-time" and not cue.inline for cue in verdict.cues):
        verdict.add(4.0, "a name and a time alone on the line, as with the other labels")
    elif share > 0.5:
        verdict.add(1.6 if all(form[0] in "*#[" for form in own) else 0.5, "dressed as the other labels are")
        if found.small and verdict.label.shape == "lower":
            verdict.add(1.5, "the other labels stand in small letters too")
        if found.covering and (verdict.label.shape in _COVERED or found.small):
            verdict.add(1.0, "nearly every paragraph opens with such a label")
    elif share < 0.04 and (found.total >= 6 or (found.marked and found.total >= 4)):
        plainer = found.marked and all(form[0] not in "*#" for form in own)
        if verdict.label.caps and verdict.label.shape in ("role", "titled") and found.parts:
            return  # "THE VIDEOGRAPHER:", "MR. ROE:" among "Q." and "A."
        verdict.add(-2.4 if plainer else -1.2, "dressed unlike the other labels")


def _place(page: Page, verdict: Verdict, found: Customs, core: bool) -> None:
    if found.total < 6:
        return
    if found.timed > 0.75 and len(verdict.cues) == 1 and not verdict.cues[0].time:
        verdict.add(-2.5, "a time stands beside the other labels")
    if len(verdict.cues) == 1 and verdict.label.shape in _ONCE_IS_LITTLE and not verdict.akin:
        if verdict.cues[0].start < found.first:
            verdict.add(-1.5, "it stands before the conversation begins")
        if found.parts:
            verdict.add(-1.5, "the other labels are words for parts")
    if core:
        return
    alone = sum(1 for cue in verdict.cues if not cue.inline)
    if found.inline < 0.05:
        if not alone:
            verdict.add(-1.5, "the other labels stand on lines of their own")
        elif alone == len(verdict.cues) and verdict.label.shape in ("word", "name", "caps", "script"):
            verdict.add(1.0, "it stands alone on its line, as the other labels do")
    if found.inline > 0.95 and alone == len(verdict.cues):
        verdict.add(-0.8, "the other labels stand before their words")


def _kind(page: Page, verdict: Verdict, found: Customs, core: bool) -> None:
    shape = verdict.label.shape
    if found.full and shape == "word" and not core and not _apart(page, verdict):
        verdict.add(-1.2, "the other labels are full names")
    if found.capitals and not verdict.label.caps and shape in ("name", "word", "lower", "described", "office", "mixed"):
        verdict.add(-2.0, "the other labels stand in capitals")


def _apart(page: Page, verdict: Verdict) -> bool:
    """Each cue is a paragraph of its own."""
    lines = page.lines
    return all(
        not cue.inline and lines[cue.line].blank and cue.line + 1 < len(lines) and lines[cue.line + 1].blank
        for cue in verdict.cues
    )


def _in_capitals(sure: list[Verdict], total: int) -> bool:
    names = [verdict for verdict in sure if verdict.label.shape in NAMES]
    capital = sum(len(verdict.cues) for verdict in names if verdict.label.caps)
    return capital >= 4 and capital >= 0.9 * sum(len(v.cues) for v in names) and capital * 2 >= total


def _covering(page: Page, verdicts: list[Verdict]) -> bool:
    """Whether labels open nearly all paragraphs from the first of them to the last."""
    lines = page.lines
    at = {cue.line for v in verdicts if v.label.shape not in UNLIKELY for cue in v.cues}
    if len(at) < 3:
        return False
    first, last = min(at), max(at)
    indent = Counter(lines[line].indent for line in at).most_common(1)[0][0]
    opening = sum(
        1 for i, line in enumerate(lines[first : last + 1], first) if line.blank or (line.indent == indent and i in at)
    )
    return len(at) >= 0.8 * opening
