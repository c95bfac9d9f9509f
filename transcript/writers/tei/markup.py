"""Text and attribute values as XML. Whatever the writer takes from a document passes through here.

XML 1.0 cannot carry most control characters, U+FFFE, U+FFFF and lone surrogates. None is dropped: each becomes a ``g``
that points at its declaration in the header, and a form feed within the text becomes a page break.
"""

from __future__ import annotations

import re

_ILLEGAL = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_UNWRITABLE = re.compile(f"[\r{_ILLEGAL}]")
_UNWRITABLE_OR_LINE_END = re.compile(f"[\n\r{_ILLEGAL}]")
_UNWRITABLE_IN_ATTRIBUTES = re.compile('["\t\n\r]')
_REFERENCES = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
LINE_BREAK = "<lb/>\n"
_BREAKS = {"\n": LINE_BREAK, "\f": "<pb/>\n"}
"""With a line end, so that words stay apart in programs that take the text and not the elements."""
_URI = re.compile(r"[a-z][a-z0-9+.-]*:[a-z0-9._~:/?#@!$&'()*+,;=%-]+", re.IGNORECASE)
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")

legal = re.compile(f"[^{_ILLEGAL}]*").fullmatch
"""Whether an attribute can carry this string."""


def attribute(value: str) -> str:
    """An attribute's value, without its quotation marks. What XML cannot carry must not come here."""
    return _UNWRITABLE_IN_ATTRIBUTES.sub(lambda found: _REFERENCES[found[0]], _escaped(value))


def is_uri(value: str) -> bool:
    """Whether it is an absolute URI that every validator takes for one."""
    return _URI.fullmatch(value) is not None and value.count("#") < 2 and not _BAD_ESCAPE.search(value)


class Markup:
    """Escapes text, and remembers which characters the header must declare."""

    def __init__(self) -> None:
        self.controls: set[str] = set()

    def value(self, text: str) -> str:
        """Text that keeps its line ends: fields of the header."""
        text = _escaped(text)
        if text.isprintable():  # far cheaper than the search, and nearly always true
            return text
        return _UNWRITABLE.sub(lambda found: self._written(found[0]), text)

    def words(self, text: str) -> str:
        """Words of the interview: a line end is a line break, a form feed a page break."""
        if "&" in text or "<" in text or ">" in text:
            text = _escaped(text)
        if text.isprintable():
            return text
        if text.replace("\n", " ").isprintable():
            return text.replace("\n", LINE_BREAK)
        return _UNWRITABLE_OR_LINE_END.sub(lambda found: _BREAKS.get(found[0]) or self._written(found[0]), text)

    def description(self, text: str) -> str:
        """The same for elements that hold ``hi`` but neither ``g`` nor breaks, such as ``desc``."""
        text = _escaped(text)
        if text.isprintable():
            return text
        return _UNWRITABLE_OR_LINE_END.sub(lambda found: f"<hi>{self.words(found[0])}</hi>", text)

    def declarations(self) -> str:
        """``charDecl`` for the characters that were met, or nothing."""
        if not self.controls:
            return ""
        chars = "".join(
            f'\n        <char xml:id="ctl-{ord(char):04x}"><desc>character that XML 1.0 cannot carry</desc>'
            f'<localProp name="codePoint" value="U+{ord(char):04X}"/></char>'
            for char in sorted(self.controls)
        )
        return f"\n      <charDecl>{chars}\n      </charDecl>"

    def _written(self, char: str) -> str:
        if char in _REFERENCES:
            return _REFERENCES[char]
        self.controls.add(char)
        return f'<g ref="#ctl-{ord(char):04x}"/>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
