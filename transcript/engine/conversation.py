"""Whether the labels that were taken make a conversation, and whether a page without any looks like one."""

from __future__ import annotations

import itertools
from collections import Counter

from transcript.engine.cues import Cue
from transcript.engine.evidence import STRONG, talks
from transcript.engine.labels import Label, parse
from transcript.engine.lines import Page
from transcript.engine.persons import FIRST_PERSON, SECOND_PERSON
from transcript.engine.reading import Reading


def why_none(page: Page, reading: Reading) -> str | None:
    """The reason for which the labels of a reading are none, in words; None where they make a conversation."""
    return _improbable(page, reading) or _instructs(page, reading)


def _improbable(page: Page, reading: Reading) -> str | None:
    """A document is a conversation only if labels open its paragraphs, two of them recur, or one is beyond doubt."""
    if not reading.cues or any(cue.weight > 0 or cue.time for cue in reading.cues) or talks(page, reading.cues):
        return None
    labels = [parse(cue.label) for cue in reading.cues]
    counts = Counter(label.key for label in labels)
    recurring = sum(1 for count in counts.values() if count > 1)
    if recurring < 2 and _share_of_paragraphs(page, reading.cues) < 0.3 and not _speeches(page, reading, labels):
        return "a few labels in a text that goes on without them"
    if any(label.shape in STRONG for label in labels):
        if len(counts) == 1 and labels[0].shape == "role" and len(labels) < 3:
            return "one word for a part, seen once or twice, makes no conversation"
    elif len(counts) == 1 and len(labels) < 3:
        return "one label, seen once or twice, makes no conversation"
    elif len(counts) == len(labels) < 3:
        return "no label recurs and none is surely a person"
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


def _instructs(page: Page, reading: Reading) -> str | None:
    """Questions that say "I" and answers that say "you" are a page of instructions: nobody asked or answered."""
    sides = [parse(cue.label) for cue in reading.cues]
    letters = {label.key for label in sides if label.role and len(label.key) <= 8}
    if len(letters) != 2 or len(sides) < 6 or sum(label.key in letters for label in sides) * 5 < 4 * len(sides):
        return None
    said: dict[str, list[str]] = {"interviewer": [], "interviewee": []}
    stops = [cue.start for cue in reading.cues[1:]] + [len(page.text)]
    for cue, label, stop, _ in zip(reading.cues, sides, stops, range(60), strict=False):  # the first sixty tell
        if label.role in said:
            said[label.role].append(page.text[cue.end : min(stop, cue.end + 400)])
    i, you = _persons(said["interviewer"])
    if i > you:
        i, you = _persons(said["interviewee"])
        if you > 2 * i:
            return 'the questions say "I" and the answers "you": instructions, not an interview'
    return None


def _persons(said: list[str]) -> tuple[int, int]:
    """How often the words say "I", and how often "you"."""
    words = "\n".join(said)
    return FIRST_PERSON.count(words), SECOND_PERSON.count(words)


_SAMPLE = 2000


def signs_of_talk(page: Page) -> str | None:
    """What of a page without turns looks like a conversation all the same, in words; None where nothing does."""
    text = page.text
    lines = [text[line.start : line.end] for line in page.lines[:_SAMPLE]]
    if len(lines) < 6:
        return None
    asks = [line.rstrip(_CLOSING)[-1:] in _ASKS for line in lines]
    if sum(a != b for a, b in itertools.pairwise(asks)) * 2 >= len(lines):
        return "every other line asks"
    if sum(line[0] in "[(<" or line[:1].isdigit() for line in lines if ":" in line[:12]) * 10 >= 3 * len(lines):
        return "many lines open with a time or a bracket"
    names = [line for line in lines if len(line) < 40 and line[-1] not in _ENDS]
    if sum(count for count in Counter(names).values() if count > 2) * 10 >= len(lines):
        return "short lines recur as names do"
    return None


_ASKS = frozenset("?？؟;")
_CLOSING = "\"'”’»)]*_ "
_ENDS = frozenset(".!?…。！？")
