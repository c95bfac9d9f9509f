"""TEI P5, in two profiles that are both valid against ``tei_all``.

``default`` is ``sp`` with ``speaker``; ``spoken`` is ``u`` on a time line, as ISO 24624:2016 has it. ``docs/tei.md``
says what is encoded how. The same document gives the same bytes: no clock is read.
"""

from __future__ import annotations

from transcript.model import Document
from transcript.options import Options
from transcript.tei import NAMESPACE
from transcript.writers.tei.directions import Context
from transcript.writers.tei.header import header, language_attribute
from transcript.writers.tei.matter import Matter

_RELEASE = "https://www.tei-c.org/Vault/P5/4.12.0/xml/tei/custom/schema/relaxng/tei_all.rng"
_PROLOG = f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="{_RELEASE}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-model href="{_RELEASE}" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>
"""


def write(document: Document, options: Options) -> bytes:
    """The whole document, as UTF-8.

    :raises InvalidDocument: a turn has a speaker who is not listed.
    """
    who = {speaker.id: f"#p{number}" for number, speaker in enumerate(document.speakers, 1)}
    context = Context(spoken=options.profile == "spoken", who=who)
    lines = list(Matter(context, document.segments).lines())
    head = header(context, document)
    timeline = context.timeline.written("#rec1" if document.metadata.recording is not None else None)
    language = language_attribute(document.metadata)
    opening = f'{_PROLOG}<TEI xmlns="{NAMESPACE}"{language}>{head}\n  <text xml:id="text"{language}>{timeline}'
    return "\n".join([opening, *lines, "  </text>", "</TEI>", ""]).encode()
