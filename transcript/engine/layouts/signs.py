"""A sign before the name: ``○根岸委員長　words``, ``○위원장 구본석 words``, ``◇ 윤도경> words``.

Records of East Asian parliaments set a circle before each speaker; Korean radio sets a diamond before and a bracket
behind. An ideographic space, or in Korean the second blank, ends the name.
"""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.lines import Page

_CUE = re.compile(
    r"""[○◯〇](?P<wide>[^\s○:：。、]{1,24}(?:（[^（）\n]{1,20}）)?)[\u3000]
       |[○◯〇][ ]?(?P<korean>[가-힣]{2,12}[ ][가-힣]{2,8})[ ](?=\S)
       |[◇◆◈■□▶▷●○][ ]?(?P<bracket>[^\s>:：][^>\n:：]{0,24})[>＞](?=\s)""",
    re.VERBOSE,
)


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with a sign and a name."""
    cues = []
    for index, line in enumerate(page.lines):
        if line.closed or page.text[line.start] not in "○◯〇◇◆◈■□▶▷●":
            continue
        found = _CUE.match(page.text, line.start, line.end)
        if found and found.lastgroup:
            start, end, label = line.start, found.end(), found[found.lastgroup]
            cues.append(Cue("sign-name", index, start, end, label, start, end, inline=True, form="○", weight=2.0))
    return cues


LAYOUT = Layout("sign-name", "○Name words, ◇ Name> words", propose)
