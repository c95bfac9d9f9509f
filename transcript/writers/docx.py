"""A Word document with named styles, which a newsroom restyles at a stroke and NVivo codes by.

Paragraph styles: ``Speaker`` (the name alone), ``Turn``, ``Turn List``, ``Direction``, ``Passage``, and Word's
own ``Title`` and ``Heading 1`` to ``Heading 6``; character styles: ``Time``, ``Inline Direction``. python-docx
keeps the package; paragraphs are put into its body as XML, for its own way of adding them looks each style up
anew. The parts of the package bear one fixed date, so that the same document gives the same bytes.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import cast

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.paragraph import CT_P
from docx.shared import Pt, RGBColor
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle
from docx.styles.styles import Styles

from transcript.model import Direction, Document, Heading, Passage, Segment, Time, Turn
from transcript.options import Options
from transcript.typeset.characters import xml_safe
from transcript.typeset.names import Names, names_of
from transcript.typeset.paragraphs import paragraphs_of
from transcript.typeset.times import clock, milliseconds
from transcript.typeset.titles import title_of, untold_title

GREY = RGBColor(0x59, 0x59, 0x59)
"""Seven to one against white."""
LONGEST_PROPERTY = 255
"""Characters that Word takes in a title and the like."""


def write(document: Document, options: Options) -> bytes:
    """Everything but page furniture, in reading order."""
    package = docx.Document()
    _add_styles(package.styles)
    _describe(package, document)
    names = names_of(document)
    end = package.element.body[-1]
    if title := untold_title(document):
        end.addprevious(_paragraph("Title", [(title, None)]))
    for segment in document.segments:
        for paragraph in _paragraphs(segment, names):
            end.addprevious(paragraph)
    file = io.BytesIO()
    package.save(file)
    return _dateless(file)


def _paragraphs(segment: Segment, names: Names) -> Iterator[CT_P]:
    match segment:
        case Turn():
            yield _paragraph("Speaker", [(names.label(segment), None)])
            yield from _said(segment)
        case Heading():
            yield _paragraph(f"Heading{segment.level}", [(segment.text, None)])
        case Direction():
            yield _paragraph("Direction", [(segment.text, None)])
        case Passage() if segment.type != "furniture":
            for words in segment.text.split("\n\n"):
                yield _paragraph("Passage", [(words, None)])


def _said(turn: Turn) -> Iterator[CT_P]:
    stamp = _stamp(turn.time)
    for paragraph in paragraphs_of(turn):
        runs = [(run.text, "InlineDirection" if run.direction else None) for run in paragraph.runs]
        lead = [(f"{paragraph.marker}\t", None)] if paragraph.marker else []
        yield _paragraph("TurnList" if paragraph.marker else "Turn", [*stamp, *lead, *runs])
        stamp = []


def _stamp(time: Time | None) -> list[tuple[str, str | None]]:
    start = milliseconds(time.start) if time else None
    return [] if start is None else [(f"[{clock(start)}] ", "Time")]


def _paragraph(style: str, runs: Iterable[tuple[str, str | None]]) -> CT_P:
    """A paragraph; from right to left where its first letter is of a script that is written so."""
    runs = list(runs)
    paragraph = cast(CT_P, OxmlElement("w:p"))
    paragraph.style = style
    backwards = _runs_backwards(words for words, kind in runs if kind != "Time")
    if backwards:
        paragraph.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for words, kind in runs:
        run = paragraph.add_r()
        run.style = kind
        if backwards:
            run.get_or_add_rPr().append(OxmlElement("w:rtl"))
        run.text = xml_safe(words)
    return paragraph


def _runs_backwards(words: Iterable[str]) -> bool:
    directions = (unicodedata.bidirectional(sign) for piece in words for sign in piece)
    return next((found != "L" for found in directions if found in ("L", "R", "AL")), False)


def _add_styles(styles: Styles) -> None:
    for name in ("Turn", "Turn List", "Speaker", "Direction", "Passage"):
        style = cast(ParagraphStyle, _new(styles, name, WD_STYLE_TYPE.PARAGRAPH))
        style.base_style = styles["Normal"]
        style.quick_style = True
        style.paragraph_format.space_after = Pt(6)
        if name in ("Direction", "Passage"):
            style.font.color.rgb = GREY
        elif name == "Turn List":
            style.paragraph_format.left_indent = Pt(18)
            style.paragraph_format.first_line_indent = Pt(-18)
        elif name == "Speaker":
            style.font.bold = style.font.cs_bold = True
            style.paragraph_format.space_before = Pt(12)
            style.paragraph_format.space_after = Pt(0)
            style.paragraph_format.keep_with_next = True
            style.next_paragraph_style = cast(ParagraphStyle, styles["Turn"])
    for name in ("Time", "Inline Direction"):
        character = cast(CharacterStyle, _new(styles, name, WD_STYLE_TYPE.CHARACTER))
        character.quick_style = True
        character.font.color.rgb = GREY


def _new(styles: Styles, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
    add: Callable[[str, WD_STYLE_TYPE], BaseStyle] = styles.add_style  # whose own parameters have no types
    return add(name, kind)


def _describe(package: docx.document.Document, document: Document) -> None:
    """Say what the document is; the library's template says that it made it."""
    about, known = package.core_properties, document.metadata
    about.author = about.comments = ""
    about.title = xml_safe(title_of(document))[:LONGEST_PROPERTY]
    about.identifier = xml_safe(known.identifier or "")[:LONGEST_PROPERTY]
    about.language = xml_safe(known.language or "")[:LONGEST_PROPERTY]
    if known.language:
        for language in package.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), about.language)


def _dateless(package: io.BytesIO) -> bytes:
    """The package again, each part with the first date that a zip archive can hold."""
    file = io.BytesIO()
    with zipfile.ZipFile(package) as made, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in made.infolist():
            kept.writestr(zipfile.ZipInfo(part.filename), made.read(part), zipfile.ZIP_DEFLATED)
    return file.getvalue()
