"""Handles as chats print them: ``@maria: words``, ``maria> words``.

A prompt of a shell looks like the second (``mysql> select``), so two names at least must recur, open most of the page,
and say what people say.
"""

from __future__ import annotations

import re

from transcript.engine.cues import Cue
from transcript.engine.layouts.layout import Layout
from transcript.engine.layouts.recurring import few_that_recur, is_talk, paragraphs
from transcript.engine.lines import Page

_AT = re.compile(r"@(?P<label>[^\W_][\w.-]{0,30}):(?=\s|$)")
_PROMPT = re.compile(r"(?P<label>[^\W\d_](?:[\w.'’-]|[ ](?=[^\W\d_])){0,30})>(?=[ \t]+[^\s<>])")
_REACH = 34


def propose(page: Page) -> list[Cue]:
    """A cue for each line that opens with a handle; none unless handles recur."""
    text = page.text
    found: dict[str, list[Cue]] = {"@": [], ">": []}
    prompts = "> " in text or ">\t" in text
    if not prompts and "@" not in text:
        return []
    for index, line in enumerate(page.lines):
        start = line.start
        if line.closed:
            continue
        if text[start] == "@":
            form, match = "@", _AT.match(text, start, line.end)
        elif prompts and text.find(">", start, start + _REACH) > 0:
            form, match = ">", _PROMPT.match(text, start, line.end)
        else:
            continue
        if match:
            end = match.end()
            cue = Cue("chat-handle", index, start, end, match["label"], start, end, end < line.end, form, weight=2.5)
            found[form].append(cue)
    cues = found["@"] if few_that_recur(found["@"]) else []
    if few_that_recur(found[">"]) and len(found[">"]) * 2 >= paragraphs(page) and is_talk(page, found[">"]):
        cues = sorted([*cues, *found[">"]], key=lambda cue: cue.start)
    return cues


LAYOUT = Layout("chat-handle", "@name: words, name> words", propose)
