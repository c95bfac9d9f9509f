"""TEI as trees, for tests that ask what is in it."""

from __future__ import annotations

from typing import Any

from lxml import etree

from transcript.model import Document, Metadata, Origin, Segment, Speaker
from transcript.options import Options, Profile
from transcript.tei import NAMESPACE
from transcript.writers.tei import write

PROFILES: tuple[Profile, ...] = ("default", "spoken")
NAMESPACES = {"t": NAMESPACE}
ORIGIN = Origin("plain", 100, "00" * 32)
ANN = Speaker("ann", "Ann Osei", role="interviewer", labels=("Ann",))
BEN = Speaker("ben", "Ben Roth", role="interviewee", labels=("Ben", "MR ROTH"))


def document(*segments: Segment, speakers: tuple[Speaker, ...] = (ANN, BEN), **metadata: str) -> Document:
    """A document of these segments."""
    return Document(ORIGIN, segments, speakers, Metadata(**metadata))


def written(document: Document, profile: Profile = "default") -> etree._Element:
    """The document as TEI, parsed."""
    return etree.fromstring(write(document, Options(profile=profile)))


def all_of(tree: etree._Element, path: str) -> list[Any]:
    """What the XPath finds; ``t:`` is the TEI namespace."""
    return list(tree.xpath(path, namespaces=NAMESPACES))


def one(tree: etree._Element, path: str) -> Any:
    """The one thing that the XPath finds."""
    [found] = all_of(tree, path)
    return found


def inner(element: etree._Element) -> str:
    """An element as it is written, without ``@source`` and the namespace."""
    for within in element.iter():
        within.attrib.pop("source", None)
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return text.replace(f' xmlns="{NAMESPACE}"', "")
