"""The TEI header: what is known of the interview, its people, its source, and how the file was made.

Nothing is made up. Where TEI demands what is not known, the value stands in square brackets, as cataloguers do it.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from transcript.model import Document, Metadata, Origin
from transcript.tei import DIRECTIONS, SOFTWARE
from transcript.version import __version__
from transcript.writers.tei import people
from transcript.writers.tei.description import description
from transcript.writers.tei.directions import Context
from transcript.writers.tei.markup import Markup, attribute

_W3C_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_EDITORIAL = """
      <projectDesc>
        <p>Turns and speakers were found by a program in a transcript that somebody else had made.</p>
      </projectDesc>
      <editorialDecl>
        <correction status="unknown" method="silent">
          <p>The wording of the source was not corrected.</p>
        </correction>
        <normalization method="silent">
          <p>White space at the ends of lines and hard line wraps were undone; line ends that mean something are kept as
            <gi>lb</gi>. Line numbers, running heads and the syntax of the file format were left out of the turns.
            Characters were not normalised.</p>
        </normalization>
        <segmentation>
          <p>One <gi>{turn}</gi> for each turn; the printed labels or the typography of the source tell where it begins.
            Turns that something interrupts are linked with <att>next</att> and <att>prev</att>.</p>
        </segmentation>
        <punctuation marks="all">
          <p>The punctuation of labels and the brackets of directions are kept.</p>
        </punctuation>
        <interpretation>
          <p>The attribute <att>cert</att> of a turn, with <att>resp</att> pointing at the program, says how sure the
            attribution is: high from 0.9, medium from 0.6, low below. The element <gi>certainty</gi> gives the
            number.</p>
        </interpretation>
      </editorialDecl>"""
_APPLICATION = f"""
      <appInfo>
        <application xml:id="{SOFTWARE}" ident="{SOFTWARE}" version="{__version__}">
          <label>{SOFTWARE} {__version__}</label>
        </application>
      </appInfo>"""


def header(context: Context, document: Document) -> str:
    """The whole ``teiHeader``. To be written last, when the context knows what it must declare."""
    markup, metadata = context.markup, document.metadata
    file = "".join(description(markup, document))
    profile = "".join(
        [
            *_language(markup, metadata.language),
            *people.participants(markup, document.speakers),
            *_setting(markup, metadata),
        ]
    )
    encoding = "".join(
        [
            _EDITORIAL.format(turn="u" if context.spoken else "sp"),
            *_prefix(document.source, metadata.filename),
            *_categories(context),
            markup.declarations(),
            _APPLICATION,
        ]
    )
    return f"""
  <teiHeader xml:lang="en">
    <fileDesc>{file}
    </fileDesc>
    <encodingDesc>{encoding}
    </encodingDesc>
    <profileDesc>{profile}
    </profileDesc>
  </teiHeader>"""


def language_attribute(metadata: Metadata) -> str:
    """``@xml:lang`` for the language of the interview, or nothing."""
    if metadata.language and _LANGUAGE.fullmatch(metadata.language):
        return f' xml:lang="{metadata.language}"'
    return ""


def _prefix(origin: Origin, filename: str | None) -> Iterator[str]:
    """What ``src:10,25`` means. Without a file name the digest names the file (RFC 6920)."""
    if filename is not None:
        place = quote(filename, errors="replace")
    else:
        digest = bytes.fromhex(origin.sha256) if re.fullmatch("(?:[0-9a-f]{2})+", origin.sha256) else b""
        place = "ni:///sha-256;" + urlsafe_b64encode(digest).decode().rstrip("=")
    yield f"""
      <listPrefixDef>
        <prefixDef ident="src" matchPattern="([0-9]+),([0-9]+)" replacementPattern="{attribute(place)}#char=$1,$2">
          <p>Half-open range of Unicode code points of the text in the source, as a fragment identifier of RFC 5147.
            A list of ranges leaves out what stands between them.</p>
        </prefixDef>
      </listPrefixDef>"""


def _categories(context: Context) -> Iterator[str]:
    """The taxonomy that ``@ana`` of directions points at, as far as it is used."""
    if not context.categories:
        return
    yield '\n      <classDecl>\n        <taxonomy xml:id="directions">'
    for kind in sorted(context.categories):
        yield f'\n          <category xml:id="{kind}"><catDesc>{DIRECTIONS[kind].category}</catDesc></category>'
    yield "\n        </taxonomy>\n      </classDecl>"


def _language(markup: Markup, language: str | None) -> Iterator[str]:
    if language is None:
        return
    if _LANGUAGE.fullmatch(language):
        yield f'\n      <langUsage><language ident="{language}"/></langUsage>'
    else:
        yield f'\n      <langUsage><language ident="und">{markup.description(language)}</language></langUsage>'


def _setting(markup: Markup, metadata: Metadata) -> Iterator[str]:
    known = []
    if metadata.place is not None:
        known.append(f"<placeName>{markup.value(metadata.place)}</placeName>")
    if metadata.date is not None:
        known.append(f"<date{_when(metadata.date)}>{markup.value(metadata.date)}</date>")
    if known:
        yield f"\n      <settingDesc><setting>{''.join(known)}</setting></settingDesc>"


def _when(value: str) -> str:
    """``@when`` for a date that exists; other dates remain words."""
    if not _W3C_DATE.fullmatch(value):
        return ""
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return ""
    return f' when="{value}"'
