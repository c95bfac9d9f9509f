"""Plain text for MAXQDA's import of focus groups: ``Name: words``, a blank line between contributions.

MAXQDA takes at most 63 characters before a colon for a name, and codes all that follows with that name, up to the
next. So only turns are written; names are cut to 63 characters and hold no colon; and a paragraph with a colon
that early runs on in the one before it. ATLAS.ti's first pattern, ``name:``, finds the same speakers.
"""

from __future__ import annotations

import re

from transcript.model import Document
from transcript.options import Options
from transcript.typeset.contributions import LONGEST_NAME, contributions_of

_NAME = re.compile(rf"[^:：]{{0,{LONGEST_NAME + 1}}}[:：]")


def write(document: Document, options: Options) -> bytes:
    """The turns alone."""
    return contributions_of(document, sign="", mistakable=_NAME).encode()
