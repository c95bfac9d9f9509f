"""``You said:`` and ``ChatGPT said:``, each on a line of its own: a talk with a program, copied from its page.

The page speaks to its reader, whose line says "you" in the language of the page; the program's line has the same verb.
A novel prints ``she said:`` as well; so the reader's line must stand there, and one name beside it.
"""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page
from transcript.engine.words import GRAMMAR, fold

_CUE = re.compile(
    r"""(?:(?P<reader>You|Du|Vous|Você)\s(?:said|hast\sgesagt|avez\sdit|disse)
         |(?P<program>(?:[^\W\d_][\w.-]{0,20})(?:\s[\w.-]{1,20}){0,2}?)\s(?:said|hat\sgesagt|a\sdit|disse))\s?:$""",
    re.VERBOSE,
)
_VERBS = (" said", " gesagt", " dit", " disse")
_LONGEST = 60


def propose(page: Page) -> list[Cue]:
    """A cue for each line that says who said what stands below; none where one of the two sides is not there."""
    text = page.text
    if not any(verb in text for verb in _VERBS):
        return []
    cues = []
    readers = 0
    names = set()
    for index, line in enumerate(page.lines):
        if text[line.end - 1] != ":" or line.closed or line.end - line.start > _LONGEST:
            continue
        if not (found := _CUE.match(text, line.start, line.end)):
            continue
        label = found["reader"] or found["program"]
        readers += found["reader"] is not None
        if found["program"]:
            names.add(label)
        cues.append(Cue("said", index, line.start, line.end, label, line.start, line.end, False, "s", weight=4.0))
    one = len(names) == 1 and not any(fold(word) in GRAMMAR for word in next(iter(names)).split())
    programs = len(cues) - readers
    return cues if one and readers >= 2 and programs >= 2 and abs(readers - programs) <= 1 + len(cues) // 8 else []


LAYOUT = Layout("said", "You said: and Name said:, the words below", propose)
