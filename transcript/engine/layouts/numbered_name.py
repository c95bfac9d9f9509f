"""``Anf. 47 Name (Party) replik``, the words below: speeches counted on, as the Swedish parliament prints them."""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_CUE = re.compile(r"Anf(?:\.|örande)[ ]?(?:nr[ ])?(\d{1,4})[ ]+(?P<label>[^\W\d_][^\n:]{1,80}?)(?:[ ]replik)?[ ]?:?$")


def propose(page: Page) -> list[Cue]:
    """A cue for each line with a counted speech and a name."""
    text = page.text
    if "Anf" not in text:
        return []
    cues = []
    for index, line in enumerate(page.lines[:-1]):
        if text.startswith("Anf", line.start) and (found := _CUE.match(text, line.start, line.end)):
            label = found["label"]
            cues.append(
                Cue(
                    "numbered-name", index, line.start, line.end, label, *found.span("label"),
                    inline=False, form="n", weight=3.0,
                )
            )  # fmt: skip
    return cues


LAYOUT = Layout("numbered-name", "Anf. 47 Name, the words below", propose)
