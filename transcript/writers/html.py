"""One HTML page for a content management system: an ``article`` with schema.org microdata; no script, nothing to
load.

Each turn has an id (``turn-1``) and the classes of its speaker (``speaker-anya-petrova``) and role. Speaker, time
and first paragraph stand as ``cite``, ``time``, ``p``, the order that Podcasting 2.0 gives them. A time links
into the recording where the metadata tell its address, else to the fragment ``#t=31``, which a player in the page
can follow. What nobody says is an ``aside``. Each text says its own direction, right-to-left or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from transcript.model import Direction, Document, Heading, Passage, Speaker, Time, Turn
from transcript.options import Options
from transcript.typeset.characters import xml_safe
from transcript.typeset.names import Names, names_of
from transcript.typeset.paragraphs import Paragraph, paragraphs_of
from transcript.typeset.times import clock, decimal, milliseconds, short_clock
from transcript.typeset.titles import title_of, untold_title

Element = etree._Element
SCHEMA = "https://schema.org/"
SAID = {"itemprop": "text"}
STYLE = """
body{max-width:42em;margin:2em auto;padding:0 1em;font-family:system-ui,sans-serif;line-height:1.5}
.turn{margin:1.2em 0}.turn>cite{font-style:normal;font-weight:bold}.turn>p:first-of-type{margin-top:.2em}
.turn>time{margin-inline-start:.6em;font-size:.85em}.direction,aside{color:#595959}
"""

_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_BLANK = re.compile(r"\n[ \t]*\n")
_NOT_IN_A_WORD = re.compile(r"[^\w-]+")
_BULLETS = frozenset("-*+•·‣◦▪")


def write(document: Document, options: Options) -> bytes:
    """Everything but page furniture, in reading order."""
    head = _tag(
        "head",
        {},
        _tag("meta", {"charset": "utf-8"}),
        _tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        _tag("title", {}, title_of(document)),
        _tag("style", {}, STYLE),
    )
    page = _tag("html", {}, head, _tag("body", {}, _article(document)))
    if document.metadata.language and _LANGUAGE.fullmatch(document.metadata.language):
        page.set("lang", document.metadata.language)
    return etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>") + b"\n"


def _article(document: Document) -> Element:
    names = names_of(document)
    speakers = {speaker.id: speaker for speaker in document.speakers}
    article = _tag("article", {"itemscope": "", "itemtype": f"{SCHEMA}Conversation"}, *_about(document))
    article.extend(_person(speaker, names) for speaker in document.speakers if speaker.kind == "person")
    if title := untold_title(document):
        article.append(_tag("h1", {"dir": "auto"}, title))
    number = 0
    for segment in document.segments:
        if isinstance(segment, Turn):
            number += 1
            turn = _turn(
                segment, names.label(segment), speakers.get(segment.speaker or ""), document.metadata.recording
            )
            turn.set("id", f"turn-{number}")
            article.append(turn)
        else:
            article.extend(_unspoken(segment))
    return _a_line_each(article)


def _about(document: Document) -> Iterator[Element]:
    known = document.metadata
    facts = {
        "name": title_of(document),
        "dateCreated": known.date,
        "inLanguage": known.language,
        "locationCreated": known.place,
        "publisher": known.publisher,
        "identifier": known.identifier,
        "isPartOf": known.collection,
        "license": known.licence,
        "copyrightNotice": known.rights,
    }
    for name, content in facts.items():
        if content:
            yield _tag("meta", {"itemprop": name, "content": content})


def _person(speaker: Speaker, names: Names) -> Element:
    person = _tag("div", {"itemprop": "contributor"} | _item("Person", speaker))
    person.append(_tag("meta", {"itemprop": "name", "content": names.by_id[speaker.id]}))
    if speaker.description:
        person.append(_tag("meta", {"itemprop": "description", "content": speaker.description}))
    for address in (speaker.ref or "").split():
        if _on_the_web(address):
            person.append(_tag("link", {"itemprop": "sameAs", "href": address}))
    return person


def _unspoken(segment: Heading | Direction | Passage) -> Iterator[Element]:
    match segment:
        case Heading():
            yield _tag(f"h{segment.level}", {"dir": "auto"}, *_broken(segment.text))
        case Direction():
            yield _tag("p", {"class": f"direction {segment.type}", "dir": "auto"}, *_broken(segment.text))
        case Passage() if segment.type != "furniture":
            paragraphs = (_tag("p", {"dir": "auto"}, *_broken(words)) for words in _BLANK.split(segment.text))
            yield _tag("aside", {"class": segment.type}, *paragraphs)


def _turn(turn: Turn, label: str, speaker: Speaker | None, recording: str | None) -> Element:
    classes = ["turn", _word(speaker) if speaker else "speaker-unknown"]
    if speaker and speaker.role:
        classes.append(speaker.role)
    element = _tag("div", {"class": " ".join(classes), "dir": "auto", "itemprop": "hasPart"} | _item("Quotation"))
    name = _tag("span", {}, label)
    element.append(_tag("cite", {}, name, ":"))
    if speaker and speaker.kind == "person":
        name.set("itemprop", "name")
        _set(element[0], {"itemprop": "spokenByCharacter"} | _item("Person", speaker))
    element.extend(_time(turn.time, recording))
    element.extend(_blocks(paragraphs_of(turn)))
    return _a_line_each(element)


def _time(time: Time | None, recording: str | None) -> Iterator[Element]:
    start = milliseconds(time.start) if time else None
    if time is None or start is None:
        return
    if time.kind == "wall-clock":
        yield _tag("time", {"datetime": clock(start)}, clock(start))
        return
    end = milliseconds(time.end) or 0
    fragment = f"#t={decimal(start)},{decimal(end)}" if end > start else f"#t={decimal(start)}"
    address = recording.partition("#")[0] if recording and _on_the_web(recording) else ""
    link = _tag("a", {"href": address + fragment, "data-start": decimal(start)}, short_clock(start))
    yield _tag("time", {"datetime": f"PT{decimal(start)}S"}, link)


def _blocks(paragraphs: Iterable[Paragraph]) -> Iterator[Element]:
    """Paragraphs, and runs of items as lists.

    A list goes on where the next item bears the next number. One that begins a turn is printed as paragraphs, for the
    name must stand above a ``p``.
    """
    items: Element | None = None
    leading = True
    due = ""
    for paragraph in paragraphs:
        marker = paragraph.marker or ""
        numbered = marker[:-1].isdecimal() and marker.endswith(".")
        leading = leading and bool(marker)
        if leading or (marker not in _BULLETS and not numbered):
            items = None
            yield _tag("p", SAID | {"dir": "auto"}, f"{marker} " if marker else "", *_runs(paragraph))
            continue
        if items is None or marker != due:
            items = _tag("ol", SAID | {"start": str(int(marker[:-1]))}) if numbered else _tag("ul", SAID)
            yield items
        items.append(_tag("li", {"dir": "auto"}, *_runs(paragraph)))
        due = f"{int(marker[:-1]) + 1}." if numbered else marker


def _runs(paragraph: Paragraph) -> Iterator[str | Element]:
    for run in paragraph.runs:
        if run.direction:
            yield _tag("span", {"class": f"direction {run.direction.type}"}, *_broken(run.text))
        else:
            yield from _broken(run.text)


def _broken(words: str) -> Iterator[str | Element]:
    """The words, with line breaks as elements."""
    for number, line in enumerate(words.split("\n")):
        if number:
            yield _tag("br", {})
        yield line


def _tag(name: str, attributes: dict[str, str], *children: str | Element) -> Element:
    element = etree.Element(name)
    _set(element, attributes)
    last: Element | None = None
    for child in children:
        if not isinstance(child, str):
            element.append(child)
            last = child
        elif last is not None:
            last.tail = (last.tail or "") + xml_safe(child)
        else:
            element.text = (element.text or "") + xml_safe(child)
    return element


def _set(element: Element, attributes: dict[str, str]) -> None:
    for name, value in attributes.items():
        element.set(name, xml_safe(value))


def _a_line_each(element: Element) -> Element:
    """The element, with each of its children on a line of the page."""
    element.text = element.tail = "\n"
    for child in element:
        child.tail = "\n"
    return element


def _item(kind: str, speaker: Speaker | None = None) -> dict[str, str]:
    """The attributes of a microdata item."""
    identity = {"itemid": f"#{_word(speaker)}"} if speaker else {}
    return {"itemscope": "", "itemtype": SCHEMA + kind} | identity


def _word(speaker: Speaker) -> str:
    """A speaker as a class and as a fragment."""
    return f"speaker-{_NOT_IN_A_WORD.sub('-', speaker.id)}"


def _on_the_web(address: str) -> bool:
    return address.startswith(("https://", "http://"))
