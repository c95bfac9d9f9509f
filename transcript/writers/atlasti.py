"""Plain text for ATLAS.ti's coding of focus groups by its second pattern, ``@Name: words``, which finds nothing
but names.

All that follows a name is coded with it, so only turns are written. A paragraph that begins with ``@`` runs on in
the one before it.
"""

from __future__ import annotations

import re

from transcript.model import Document
from transcript.options import Options
from transcript.typeset.contributions import contributions_of

_NAME = re.compile("[@＠]")


def write(document: Document, options: Options) -> bytes:
    """The turns alone."""
    return contributions_of(document, sign="@", mistakable=_NAME).encode()
