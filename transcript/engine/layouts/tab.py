"""``name<TAB>words`` in every line, as tables print when they are pasted."""

from __future__ import annotations

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_LONGEST = 40


def propose(page: Page) -> list[Cue]:
    """A cue for each line with one tab after a short word; none unless most lines of the page are so."""
    text = page.text
    if "\t" not in text:
        return []
    cues = []
    for index, line in enumerate(page.lines):
        tab = text.find("\t", line.start, min(line.end, line.start + _LONGEST))
        if tab < 0 or line.closed:
            continue
        label = text[line.start : tab].rstrip()
        if not index and " " not in page.text[tab + 1 : line.end].strip():
            continue  # the row of headers
        if label and not label.endswith(":"):
            cues.append(
                Cue(
                    "name-tab",
                    index,
                    line.start,
                    tab + 1,
                    label,
                    line.start,
                    line.start + len(label),
                    inline=True,
                    form="t",
                    weight=0.5,
                )
            )
    return cues if len(cues) * 10 >= len(page.lines) * 8 else []


LAYOUT = Layout("name-tab", "name, a tab, words", propose, kind="alone")
