"""Labels in the middle of a line: ``Good evening. PETROVA: Good evening. ANCHOR: What changed?``

Pages lose their line breaks on the way. A label then stands behind the end of a sentence, or behind a bracket or dash.
"""

from __future__ import annotations

import re

from transcript.engine.cues import TIME, Cue, time_of
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_TOKEN = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Lt|Col|St|Jr|Sr|Rev|Hon|SEN|REP|GOV|GEN|LT|COL|DR|MR|MS|MRS|REV|JR|SR|ST|[A-Z])\.|[^\W\d_a-zß-öø-ÿ][\w'’-]*|[#№]?\d{1,2})"
_WORD = r"(?:[A-Z0-9][\w&'’/.-]*|of|the|and|for|at|in|&|\([^()\n]{1,40}\))"
_DESCRIBED = rf"(?:,\s{_WORD}(?:,?\s{_WORD}){{0,9}})?"
_CUE = re.compile(
    rf"""(?:(?<=[.!?…”"’)\]–—:;-])|(?<=[^\W\d_]))[ \t]+
         (?:[\[(](?P<time>{TIME})[\])]\s+)?
         (?P<label>{_TOKEN}(?:\s(?:of|van|von|der|de|del|da|di|la|le|al|bin|\#)\b|\s{_TOKEN}){{0,4}}(?:\s\([^()\n]{{1,40}}\))?{_DESCRIBED}(?:\s\([^()\n]{{1,40}}\))?)
         :(?=\s)""",
    re.VERBOSE,
)
_GLUED = re.compile(r"(?<=[a-z][.!?])(?P<label>[A-Z]{3,}(?:\s[A-Z]{2,}){0,2}):(?=\s)")
_BEFORE = frozenset('.!?…”"’)]–—:;-')


def propose(page: Page) -> list[Cue]:
    """A cue for each label within a line that follows the end of a sentence."""
    text = page.text
    cues: list[Cue] = []
    for index, line in enumerate(page.lines):
        if line.end - line.start < 20 or line.closed or text.find(": ", line.start + 2, line.end) < 0:
            continue
        for found in _CUE.finditer(text, line.start + 1, line.end):
            start = found.start("label")
            before = text[found.start() - 1]
            label = found["label"]
            if before not in _BEFORE and not (label.split(",")[0].isupper() and len(label) > 2):
                continue
            time = None
            if found["time"]:
                time = time_of(text, found.start("time") - 1, found.end("time") + 1, found["time"])
                start = found.start("time") - 1
            cues.append(
                Cue(
                    "run-in",
                    index,
                    start,
                    found.end(),
                    label,
                    found.start("label"),
                    found.end(),
                    inline=True,
                    form="m:",
                    time=time,
                    weight=-0.8 if before in _BEFORE else -1.5,
                )
            )
        if text.find(".", line.start, line.end) >= 0:
            for found in _GLUED.finditer(text, line.start + 1, line.end):
                cues.append(
                    Cue(
                        "run-in",
                        index,
                        found.start("label"),
                        found.end(),
                        found["label"],
                        found.start("label"),
                        found.end(),
                        inline=True,
                        form="m:",
                        weight=-1.0,
                    )
                )
    return cues


LAYOUT = Layout("run-in", "words. NAME: words, in the middle of a line", propose)
