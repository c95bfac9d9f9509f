"""An HTML page as a tree, and what of it is page furniture.

Nothing is judged by how it reads: only what HTML or ARIA says is no content (navigation, a banner, a form), or a class
or id that has this one meaning on every site, is furniture. A reader that guesses the article by density of text drops
questions, and in a page of ``<cite>`` every name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from transcript.errors import LimitExceeded, UnreadableInput
from transcript.model import MarkKind

_NEVER_SHOWN = frozenset({
    "head", "script", "style", "noscript", "template", "iframe", "object", "svg", "select", "textarea", "button",
    "datalist", "map",
})  # fmt: skip
_NO_CONTENT = frozenset({"nav", "menu", "search", "dialog"})
_NO_CONTENT_ROLES = frozenset({
    "navigation", "search", "banner", "contentinfo", "complementary", "dialog", "alertdialog", "alert", "menu",
    "menubar",
})  # fmt: skip
_NO_CONTENT_NAMES = frozenset({
    "comments", "comment-list", "comment-respond", "disqus_thread", "respond", "related", "related-posts",
    "related-articles", "related-content", "share", "sharing", "share-buttons", "sharedaddy", "social-share",
    "social-links", "newsletter", "newsletter-signup", "breadcrumb", "breadcrumbs", "cookie-banner",
    "cookie-notice", "cookie-consent", "sidebar", "site-header", "site-footer", "site-nav", "skip-link",
    "advertisement", "ad-container", "post-navigation",
})  # fmt: skip
_SECTIONS = frozenset({"article", "main", "section", "blockquote", "figure"})
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
_SHOWN = etree.XPath("descendant-or-self::*[not(self::script or self::style)]/text()", smart_strings=False)
_BOLD = re.compile(r"font-weight\s*:\s*(?:(bold|[6-9]00)|(normal|[1-5]00))", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:(italic|oblique)|(normal))", re.IGNORECASE)
_BOLD_TAGS = frozenset(("b", "strong", "dt"))  # a term is a label of what follows it
_ITALIC_TAGS = frozenset(("i", "em"))
_RULE = re.compile(r"\.([\w-]{1,60})\s*\{([^{}]{0,2000})\}")
_FRONT_MATTER = re.compile(r"\ufeff?\s*(---[ \t]*\r?\n(?:(?!---)[^\n]*\n){1,200}?---[ \t]*(?:\r?\n|$))")


@dataclass(slots=True)
class Webpage:
    """A parsed page.

    ``skipped`` are the elements that are furniture, ``left_out`` counts their words. ``gridless`` are the table rows
    whose cells hold more than a paragraph. ``styles`` is what the page's own style sheet says of each class.
    """

    body: etree._Element
    skipped: set[etree._Element] = field(default_factory=set)
    gridless: set[etree._Element] = field(default_factory=set)
    left_out: int = 0
    styles: dict[str, str] = field(default_factory=dict)


def front_matter(text: str) -> tuple[str, str]:
    """The YAML block above a page that a site generator has yet to fill in, and the rest of the text."""
    found = _FRONT_MATTER.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def webpage(text: str) -> Webpage:
    """Parse a page, and tell its furniture from its content.

    :raises UnreadableInput: there is no element in it.
    :raises LimitExceeded: elements are nested deeper than the parser goes; what lies below would be lost.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableInput(f"not HTML: {error.msg}") from None
    if root is None:
        raise UnreadableInput("there is no element in it")
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            raise LimitExceeded(
                f"line {entry.line}: elements are nested too deep ({entry.message.partition(':')[2].strip()})"
            )
    page = Webpage(root, styles=_styles_of(root))
    _set_furniture_apart(page)
    _tell_grids(page)
    return page


def _styles_of(root: etree._Element) -> dict[str, str]:
    sheets = (sheet.text or "" for sheet in root.iter("style"))
    return {found[1]: found[2] for sheet in sheets for found in _RULE.finditer(sheet)}


def _set_furniture_apart(page: Webpage) -> None:
    whole = _words(page.body)
    sections = 0
    mains: list[etree._Element] = []
    walk = etree.iterwalk(page.body, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "end":
            sections -= tag in _SECTIONS
        elif tag in _NEVER_SHOWN:
            page.skipped.add(element)
            walk.skip_subtree()
        elif _is_furniture(element, tag, sections) and (size := _words(element)) * 2 <= whole:
            page.skipped.add(element)
            page.left_out += size
            walk.skip_subtree()
        else:
            sections += tag in _SECTIONS
            if tag == "main" or element.get("role") == "main":
                mains.append(element)
    if len(mains) == 1 and _holds_all(mains[0], page.body, whole):
        page.left_out = whole - _words(mains[0])
        page.body = mains[0]


def _is_furniture(element: etree._Element, tag: str, sections: int) -> bool:
    if tag in _NO_CONTENT or element.get("role") in _NO_CONTENT_ROLES:
        return True
    if tag == "div" and element.get("title") in ("header", "footer"):  # LibreOffice, which has no better word for them
        return True
    if not sections and (tag == "footer" or (tag == "header" and element.find(".//h1") is None)):
        return True
    names = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    return not _NO_CONTENT_NAMES.isdisjoint(names)


def _holds_all(main: etree._Element, body: etree._Element, whole: int) -> bool:
    """The one element that HTML calls dominant does dominate, and has the page's title."""
    return _words(main) * 2 >= whole and (main.find(".//h1") is not None or body.find(".//h1") is None)


def _words(element: etree._Element) -> int:
    """How many words an element shows."""
    return sum(len(text.split()) for text in cast(list[str], _SHOWN(element)))


def _tell_grids(page: Webpage) -> None:
    """Find the table rows that lay out a page: a cell of theirs holds more than one paragraph."""
    cells: list[tuple[etree._Element | None, int]] = []  # the row of each open cell, and the paragraphs seen in it
    for event, element in etree.iterwalk(page.body, events=("start", "end")):
        tag = str(element.tag)
        if tag in ("td", "th"):
            if event == "end":
                cells.pop()
            else:
                cells.append((element.getparent(), 0))
        elif cells and event == "start" and tag in BLOCKS:
            row, seen = cells[-1]
            cells[-1] = (row, seen + 1)
            if row is not None and (seen or tag not in ("p", "div")):
                page.gridless.add(row)


def emphasis(page: Webpage, element: etree._Element, kinds: tuple[MarkKind, ...]) -> tuple[MarkKind, ...]:
    """What of bold and italic holds in an element, given what holds around it.

    An element's own style wins over that of its classes, and that over its name.
    """
    on = set(kinds)
    tag, styles = element.tag, page.styles
    if tag in _BOLD_TAGS:
        on.add("bold")
    elif tag in _ITALIC_TAGS:
        on.add("italic")
    classes = element.get("class", "").split() if styles else ()
    for style in (*(styles[name] for name in classes if name in styles), element.get("style") or ""):
        if style:
            _restyle(on, "bold", _BOLD, style)
            _restyle(on, "italic", _ITALIC, style)
    return tuple(sorted(on))


def _restyle(on: set[MarkKind], kind: MarkKind, rule: re.Pattern[str], style: str) -> None:
    found = rule.search(style)
    if found and found[1]:
        on.add(kind)
    elif found:
        on.discard(kind)
