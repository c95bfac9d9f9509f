r"""Rich Text Format (Microsoft, specification 1.9.1).

A group is a scope: what a control word sets in it ends with it. A group may also be a destination, where words go that
are not the text: a font table, a page header, a picture. Notes are printed after the text; their numbers in it are
``syntax``.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from transcript.errors import UnreadableInput
from transcript.extract.prose import Prose
from transcript.extract.rtfwords import CHARSETS, PAGES, SHOWN_THOUGH_STARRED, SIGNS, SYMBOLS, TARGETS, Target
from transcript.model import MarkKind, Note, Source

_TOKEN = re.compile(
    rb"""\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?   # control word: \b0
       |'(?P<hex>[0-9a-fA-F]{2})                                    # a byte in the code page of the font
       |(?P<symbol>[^a-zA-Z]))                                      # control symbol: \~
     |(?P<brace>[{}])
     |[\r\n]+                                                       # no meaning
     |(?P<plain>[^\\{}\r\n]+)
     |\\                                                            # at the very end""",
    re.VERBOSE,
)
_HEADING = re.compile(r"(?i)\s*heading ([1-6])\s*;?")
_TITLE = re.compile(r"(?i)\s*(?:sub)?title\s*;?")


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the groups that are open have set."""

    target: Target = "text"
    kinds: tuple[MarkKind, ...] = ()
    unseen: frozenset[str] = frozenset()  # why the words are not shown: they are hidden, or deleted
    font: int | None = None
    skip: int = 1  # characters after \u that stand for it in old readers


def sniff(data: bytes) -> bool:
    r"""The first words are ``{\rtf``."""
    return data[:64].lstrip().startswith(b"{\\rtf")


def read(data: bytes) -> Source:
    r"""Print the document: paragraphs, headings, list items with their markers, table rows, notes.

    A file that was cut off is read to its end, with a note.

    :raises UnreadableInput: it does not begin with ``{\rtf``, or there are no words in it.
    """
    if not sniff(data):
        raise UnreadableInput(r"byte 0: not RTF, which begins with {\rtf")
    machine = _Machine()
    machine.run(data)
    cut_off = f"the file ends within {len(machine.scopes)} open groups; its end is missing"
    notes = [Note("document-cut-off", cut_off)] if machine.scopes else []
    return machine.prose.source("rtf", data, notes=notes)


class _Machine:
    """Runs the tokens of a document. Bytes of the text are gathered in :attr:`bytes` until the code page may change."""

    def __init__(self) -> None:
        self.prose = Prose()
        self.scope = _Scope()
        self.scopes: list[_Scope] = []
        self.bytes = bytearray()
        self.high: int | None = None  # the first half of a surrogate pair
        self.to_skip = 0
        self.starred = False
        self.page = "cp1252"
        self.fonts: dict[int | None, str] = {}
        self.levels: dict[int | None, float] = {}  # of headings, by style
        self.style: int | None = None  # of the paragraph, or the style that is being defined
        self.style_name = ""
        self.outline: float | None = None
        self.in_table = False
        self.marker = ""
        self.notes: list[list[str]] = []

    def run(self, data: bytes) -> None:
        at = 0
        while at < len(data):
            for token in _TOKEN.finditer(data, at):
                at = token.end()
                kind = token.lastgroup
                if kind == "plain":
                    self._gather(token[0])
                elif kind == "hex":
                    self._gather(bytes.fromhex(token["hex"].decode()))
                elif kind == "brace":
                    self._brace(token[0])
                    if not self.scopes:
                        at = len(data)  # what follows the outermost group is no part of the document
                        break
                elif kind == "symbol":
                    self._symbol(token["symbol"])
                elif kind in ("word", "number"):
                    number = int(token["number"]) if token["number"] else None
                    if token["word"] == b"bin":
                        at += max(0, number or 0)  # raw bytes, which are no tokens
                        break
                    self._word(token["word"], number)
        self._end()
        self._print_notes()

    def _gather(self, raw: bytes) -> None:
        if self.to_skip:
            raw, self.to_skip = raw[self.to_skip :], max(0, self.to_skip - len(raw))
        if self.scope.target not in ("nowhere", "fonts"):
            self.bytes += raw

    def _flush(self) -> None:
        self.to_skip = 0
        if self.bytes:
            text = self.bytes.decode(self.fonts.get(self.scope.font, self.page), "replace")
            self.bytes.clear()
            self._write(text)

    def _write(self, text: str) -> None:
        scope = self.scope
        if scope.target == "note":
            self.notes[-1].append(text)
        elif scope.target == "marker":
            self.marker += text
        elif scope.target == "styles":
            self.style_name += text
        elif scope.target == "text" and not scope.unseen:
            self.prose.add(text, scope.kinds)

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self.starred = False
        if self.scope.target == "styles":
            self._define_style()
        if brace == b"{":
            self.scopes.append(self.scope)
        elif self.scopes:
            self.scope = self.scopes.pop()

    def _define_style(self) -> None:
        if found := _HEADING.match(self.style_name):
            self.levels[self.style] = float(found[1])
        elif _TITLE.match(self.style_name):
            self.levels[self.style] = 1.0
        self.style, self.style_name = None, ""

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.starred = True
        elif symbol in b"\r\n":
            self._paragraph_end()
        elif self.to_skip:
            self.to_skip -= 1
        elif symbol in SYMBOLS:
            self._flush()
            self._write(SYMBOLS[symbol])

    def _word(self, word: bytes, number: int | None) -> None:
        self._flush()
        starred, self.starred = self.starred, False
        target = TARGETS.get(word)
        if word == b"ud" and starred and len(self.scopes) > 1:
            self.scope = replace(self.scope, target=self.scopes[-2].target)  # the words of \upr in Unicode
        elif self.scope.target == "nowhere":
            return
        elif target or (starred and word not in SHOWN_THOUGH_STARRED):
            self._enter(target or "nowhere")
        elif word in _ACTIONS:
            _ACTIONS[word](self, number)
        elif word in SIGNS:
            self._write(SIGNS[word])

    def _enter(self, target: Target) -> None:
        if target == "note":
            if self.scope.target != "text":
                return
            self.notes.append([])
            self.prose.add(f"[{len(self.notes)}]", ["syntax"])
        elif target == "marker":
            self.marker = ""
        self.scope = replace(self.scope, target=target)

    def _character(self, number: int | None) -> None:
        """A UTF-16 unit, as a signed number; those that follow stand for it where Unicode is not known."""
        unit = (number or 0) % 0x10000
        high, self.high = self.high, None
        if 0xD800 <= unit < 0xDC00:
            self.high = unit
        elif 0xDC00 <= unit < 0xE000:
            self._write("\ufffd" if high is None else chr(0x10000 + ((high - 0xD800) << 10) + unit - 0xDC00))
        elif unit:
            self._write(chr(unit))
        self.to_skip = self.scope.skip

    def _emphasise(self, number: int | None, *, kind: MarkKind) -> None:
        kinds = tuple(other for other in self.scope.kinds if other != kind)
        self.scope = replace(self.scope, kinds=kinds if number == 0 else (*kinds, kind))

    def _code_page(self, number: int | None) -> None:
        name = "utf-8" if number == 65001 else f"cp{number}"
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self.page = name

    def _charset(self, number: int | None) -> None:
        if self.scope.target == "fonts" and number in CHARSETS:
            self.fonts[self.scope.font] = CHARSETS[number]

    def _base_page(self, _: int | None, *, page: str) -> None:
        self.page = page

    def _set_font(self, number: int | None) -> None:
        self.scope = replace(self.scope, font=number)

    def _set_skip(self, number: int | None) -> None:
        self.scope = replace(self.scope, skip=min(max(number or 0, 0), 255))

    def _switch(self, number: int | None, *, name: str) -> None:
        without = self.scope.unseen - {name}
        self.scope = replace(self.scope, unseen=without if number == 0 else without | {name})

    def _reset(self, _: int | None) -> None:
        self.scope = replace(self.scope, kinds=(), unseen=frozenset(), font=None)

    def _set_style(self, number: int | None) -> None:
        if self.scope.target in ("text", "styles"):
            self.style = number

    def _set_outline(self, number: int | None) -> None:
        if self.scope.target == "text":
            self.outline = float(number + 1) if number is not None and 0 <= number < 6 else None

    def _enter_table(self, _: int | None) -> None:
        self.in_table = self.in_table or self.scope.target == "text"

    def _new_paragraph(self, _: int | None) -> None:
        if self.scope.target == "text":
            self.style, self.outline, self.in_table = None, None, False

    def _paragraph_end(self, _: int | None = None) -> None:
        self._flush()
        if self.scope.target == "text" and not self.in_table:
            self._end()
        else:
            self._write("\n")

    def _row_end(self, _: int | None) -> None:
        if self.scope.target == "text":
            self.prose.end("row")

    def _end(self) -> None:
        self._flush()
        level = self.levels.get(self.style) or self.outline
        marker, self.marker = self.marker.strip(), ""
        if level:
            self.prose.end("heading", level)
        elif marker:
            self.prose.end("item", marker if any(sign.isalnum() for sign in marker) else "-")
        else:
            self.prose.end()

    def _print_notes(self) -> None:
        for number, pieces in enumerate(self.notes, 1):
            self.prose.add(f"[{number}] {''.join(pieces).strip()}")
            self.prose.end(within=["metadata"])


_ACTIONS: dict[bytes, Callable[[_Machine, int | None], None]] = {
    b"par": _Machine._paragraph_end,
    b"page": _Machine._paragraph_end,
    b"sect": _Machine._paragraph_end,
    b"pard": _Machine._new_paragraph,
    b"s": _Machine._set_style,
    b"outlinelevel": _Machine._set_outline,
    b"intbl": _Machine._enter_table,
    b"row": _Machine._row_end,
    b"nestrow": _Machine._row_end,
    b"u": _Machine._character,
    b"uc": _Machine._set_skip,
    b"b": partial(_Machine._emphasise, kind="bold"),
    b"i": partial(_Machine._emphasise, kind="italic"),
    b"v": partial(_Machine._switch, name="hidden"),
    b"deleted": partial(_Machine._switch, name="deleted"),
    b"plain": _Machine._reset,
    b"f": _Machine._set_font,
    b"fcharset": _Machine._charset,
    b"ansicpg": _Machine._code_page,
    **{word: partial(_Machine._base_page, page=page) for word, page in PAGES.items()},
}
