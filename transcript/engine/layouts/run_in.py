"""Labels in the middle of a line.

``Good evening. PETROVA: Good evening. ANCHOR: What changed?``

Pages lose their line breaks on the way. A label then stands behind the end of a sentence, or behind a bracket or dash.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from transcript.engine.cues import TIME, Cue, time_of
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_SHORT = "Dr Mr Mrs Ms Prof Sen Rep Gov Gen Lt Col St Jr Sr Rev Hon"
_PIECE = (
    rf"(?:(?:{'|'.join([*_SHORT.split(), *_SHORT.upper().split()])}|[A-Z])\.|[^\W\d_a-zß-öø-ÿ][\w'’-]*|[#№]?\d{{1,2}})"
)
_WORD = r"(?:[A-Z0-9][\w&'’/.-]*|of|the|and|for|at|in|&|\([^()\n]{1,40}\))"
_DESCRIBED = rf"(?:,\s{_WORD}(?:,?\s{_WORD}){{0,9}})?"
_LABEL = re.compile(
    rf"""(?:(?<=[.!?…”"’)\]–—:;-])|(?<=[^\W\d_]))[ \t]+
         (?:[\[(](?P<time>{TIME})[\])]\s+)?
         (?P<label>{_PIECE}(?:\s(?:of|van|von|der|de|del|da|di|la|le|al|bin|\#)\b|\s{_PIECE}){{0,4}}
           (?:\s\([^()\n]{{1,40}}\))?{_DESCRIBED}(?:\s\([^()\n]{{1,40}}\))?)$""",
    re.VERBOSE,
)
_GLUED = re.compile(r"(?<=[a-z][.!?])(?P<label>[A-Z]{3,}(?:\s[A-Z]{2,}){0,2})$")
_COLON = re.compile(r":(?=[ \t\n]|$)")
_WIDE = re.compile(r"(?<=[。！？」』…）.!?])[ \t]*(?P<label>[^\W\d_][\w·]{0,11}(?: [A-Z]\w{1,11}){0,2})：(?=\S)")
_POSSIBLE = re.compile(r"[.!?…”\"’)\]–—:;-]|[^\W\d_a-z]{3}")  # the end of a sentence, or capitals
_BEFORE = frozenset('.!?…”"’)]–—:;-')
_LONGEST = 130


def propose(page: Page) -> list[Cue]:
    """A cue for each label within a line that follows the end of a sentence."""
    text, lines, starts = page.text, page.lines, page.starts
    cues: list[Cue] = list(_full_width(page)) if "：" in text else []
    floor = 0
    for colon in _COLON.finditer(text):
        at = colon.start()
        index = bisect_right(starts, at) - 1
        if index < 0 or lines[index].closed:
            continue
        start = max(lines[index].start, floor, at - _LONGEST)
        floor = at + 1
        if at - start < 5 or at >= lines[index].end:
            continue
        window = text[start:at]
        if not _POSSIBLE.search(window):
            continue
        found = _LABEL.search(window)
        if found is None:
            found = _GLUED.search(window)
        elif window[found.start() - 1] not in _BEFORE and not _in_capitals(found["label"]):
            continue
        if found:
            cues.append(_cue(text, index, start, found, at + 1))
    cues = _completed(page, cues) if len(cues) > 4 * len(lines) else cues
    letters = _questions_and_answers(page) if " Q. " in text and " A. " in text else []
    return sorted([*cues, *letters], key=lambda cue: cue.start) if letters else cues


def _completed(page: Page, cues: list[Cue]) -> list[Cue]:
    """Where the page has lost all line breaks: a full name that recurs as a label is one wherever a colon follows."""
    counts = Counter(cue.label for cue in cues)
    names = [label for label, n in counts.items() if n >= 3 and (" " in label or label.isupper()) and "," not in label]
    if not names:
        return cues
    longest = sorted(names, key=len, reverse=True)[:200]
    known = re.compile(rf"(?<!\w)(?P<label>{'|'.join(map(re.escape, longest))}):(?=\s|$)")
    found = {}
    for label in known.finditer(page.text):
        start, end = label.span("label")
        index = page.line_at(start)
        if index >= 0 and start > page.lines[index].start:
            found[label.end()] = Cue(
                "run-in", index, start, end + 1, label["label"], start, end + 1, True, "m:", weight=-0.8
            )
    return sorted([*(cue for cue in cues if cue.end not in found), *found.values()], key=lambda cue: cue.start)


_LETTER = re.compile(r"(?<=[.?!…”\"\])—-])[ ](?P<label>[QA])\.[ ]+(?=[\"“(]?[^\W\da-z])")


def _questions_and_answers(page: Page) -> list[Cue]:
    """``Q. Is it so? A. Yes. Q. Since when?``: a record that has lost its line breaks; each letter recurs."""
    found = list(_LETTER.finditer(page.text))
    if min(sum(1 for letter in found if letter["label"] == which) for which in "QA") < 3:
        return []
    cues = []
    for letter in found:
        start, index = letter.start("label"), page.line_at(letter.start("label"))
        if start > page.lines[index].start and not page.lines[index].closed:
            cues.append(Cue("run-in", index, start, letter.end(), letter["label"], start, start + 2, True, "m."))
    return cues


def _full_width(page: Page) -> Iterator[Cue]:
    for found in _WIDE.finditer(page.text):
        index = page.line_at(found.start("label"))
        if index >= 0 and not page.lines[index].closed and page.lines[index].start < found.start("label"):
            start = found.start("label")
            yield Cue("run-in", index, start, found.end(), found["label"], start, found.end(), True, "m：", weight=-1.0)


def _in_capitals(label: str) -> bool:
    return len(label) > 2 and label.split(",")[0].isupper()


def _cue(text: str, index: int, base: int, found: re.Match[str], end: int) -> Cue:
    label, label_start = found["label"], base + found.start("label")
    half = len(label) // 2
    if label[half : half + 1] == " " and label[:half] == label[half + 1 :]:
        label, label_start = label[:half], label_start + half + 1  # "Questions by MR JAY MR JAY: words"
    start, time = label_start, None
    weight = -1.0
    if found.re is _LABEL:
        weight = -0.8 if text[base + found.start() - 1] in _BEFORE else -1.5
        if found["time"]:
            start = base + found.start("time") - 1
            time = time_of(text, start, base + found.end("time") + 1, found["time"])
    return Cue("run-in", index, start, end, label, label_start, end, inline=True, form="m:", time=time, weight=weight)


LAYOUT = Layout("run-in", "words. NAME: words, in the middle of a line", propose)
