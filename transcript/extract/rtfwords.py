"""The words of Rich Text Format that name characters, code pages and places outside the text."""

from __future__ import annotations

from typing import Literal

Target = Literal["text", "note", "marker", "fonts", "styles", "nowhere"]
"""Where words go: into the text, a note, the marker of an item, a table of fonts or styles, or nowhere."""

SIGNS = {
    b"tab": "\t", b"cell": "\t", b"nestcell": "\t", b"line": "\n", b"lbr": "\n", b"emdash": "—", b"endash": "–",
    b"emspace": "\u2003", b"enspace": "\u2002", b"qmspace": "\u2005", b"bullet": "•", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"zwj": "\u200d", b"zwnj": "\u200c", b"ltrmark": "\u200e",
    b"rtlmark": "\u200f",
}  # fmt: skip
SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
_LEFT_OUT = frozenset({
    b"aftncn", b"aftnsep", b"aftnsepc", b"annotation", b"atnauthor", b"atnid", b"author", b"bkmkend", b"bkmkstart",
    b"buptim", b"colortbl", b"comment", b"company", b"creatim", b"doccomm", b"fldinst", b"fontemb", b"fontfile",
    b"footer", b"footerf", b"footerl", b"footerr", b"ftncn", b"ftnsep", b"ftnsepc", b"header", b"headerf", b"headerl",
    b"headerr", b"info", b"keywords", b"listoverridetable", b"listtable", b"nonesttables", b"objclass", b"objdata",
    b"objname", b"operator", b"picprop", b"pict", b"printim", b"private", b"revtbl", b"revtim", b"rxe", b"shprslt",
    b"sn", b"subject", b"sv", b"tc", b"tcn", b"template", b"title", b"txe", b"xe",
})  # fmt: skip
SHOWN_THOUGH_STARRED = frozenset((b"shpinst", b"shptxt", b"ud", b"nesttableprops"))
CHARSETS = {
    77: "mac_roman", 78: "shift_jis", 79: "cp949", 80: "cp936", 81: "cp950", 128: "cp932", 129: "cp949", 130: "johab",
    134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
PAGES = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850", b"ansi": "cp1252"}
TARGETS: dict[bytes, Target] = {
    **dict.fromkeys(_LEFT_OUT, "nowhere"),
    b"upr": "nowhere",
    b"fonttbl": "fonts",
    b"stylesheet": "styles",
    b"footnote": "note",
    b"listtext": "marker",
    b"pntext": "marker",
}  # fmt: skip
