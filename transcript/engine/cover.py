"""What stands above the talk and is dressed as labels are: the fields of a cover sheet, a headline."""

from __future__ import annotations

from collections import Counter

from transcript.engine.cues import Cue
from transcript.engine.evidence import Verdict
from transcript.engine.labels import Label, parse
from transcript.engine.lines import Page
from transcript.engine.words import ASKS, OTHER_ROLES, fold


def fields_of(page: Page, cues: list[Cue]) -> set[int]:
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


def headline(page: Page, taken: list[Verdict]) -> int:
    """Where the page begins with a headline: "Petrova: Peace is a process", no stop, and no label below. Else -1."""
    at = {cue.line: cue for verdict in taken for cue in verdict.cues}
    first = min(at)
    above = page.lines[first - 1] if first else None
    if (
        at[first].layout != "name-colon"
        or not at[first].inline
        or first + 1 in at
        or first + 1 >= len(page.lines)
        or (above and not above.closed)
    ):
        return -1
    words = page.text[at[first].end : page.lines[first].end].rstrip("*_ ")
    apart = page.lines[first + 1].blank and len(words.split()) > 2 and words[-1] not in _STOPS
    return at[first].start if apart else -1


_STOPS = frozenset('.!?…。！？”"»)')
