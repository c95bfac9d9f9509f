"""The one table of formats. A new format is one module in ``readers/`` or ``writers/`` and one row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from string import ascii_letters
from typing import Any, cast

from transcript.errors import UnknownFormat
from transcript.model import Document, Source
from transcript.options import Options

Reader = Callable[[bytes], Source | Document]
Writer = Callable[[Document, Options], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One row. The name is also that of the module which reads or writes it, and the word after ``--to``.

    A reader module offers ``read(data)``, which gives a Source, or a Document where the format keeps one, and
    ``sniff(data) -> bool``; a writer module ``write(document, options) -> bytes``. Both are imported when first used.

    ``begins`` holds what the first characters of a file can be, after white space; only where one of them is found is
    the reader imported and asked to sniff. A format without any cannot be told from its content. ``verbatim`` formats
    keep the text as it was sent: every offset is one of the file.
    """

    name: str
    title: str
    media_type: str
    suffix: str
    reads: bool = False
    writes: bool = False
    other_suffixes: tuple[str, ...] = ()
    other_media_types: tuple[str, ...] = ()
    begins: tuple[bytes, ...] = ()
    verbatim: bool = False

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Every suffix of the format; the first is the one that is written."""
        return (self.suffix, *self.other_suffixes)

    @property
    def media_types(self) -> tuple[str, ...]:
        """Every media type of the format; the first is the one that is answered."""
        return (self.media_type, *self.other_media_types)

    def reader(self) -> Reader:
        """The function that reads this format.

        :raises UnknownFormat: it can only be written.
        """
        if not self.reads:
            raise UnknownFormat(f"{self.name} can be written, not read")
        return cast(Reader, self._module("readers").read)

    def recognises(self, data: bytes) -> bool:
        """Whether the content is of this format, whatever its Unicode encoding."""
        return self.reads and _head(data).startswith(self.begins) and self._module("readers").sniff(data)

    def writer(self) -> Writer:
        """The function that writes this format.

        :raises UnknownFormat: it can only be read.
        """
        if not self.writes:
            raise UnknownFormat(f"{self.name} can be read, not written")
        return cast(Writer, self._module("writers").write)

    def _module(self, kind: str) -> Any:
        return import_module(f"transcript.{kind}.{self.name}")


def _head(data: bytes) -> bytes:
    """The first characters, as far as they are ASCII: without NUL, byte order mark and white space."""
    return data[:256].translate(None, b"\x00\xef\xbb\xbf\xff\xfe").lstrip()


FORMATS = (
    Format("plain", "Plain text, with or without Markdown emphasis", "text/plain", ".txt", reads=True, writes=True,
           begins=(b"<",), verbatim=True),
    Format("vtt", "WebVTT captions", "text/vtt", ".vtt", reads=True, writes=True, begins=(b"WEBVTT",), verbatim=True),
    Format("srt", "SubRip captions", "application/x-subrip", ".srt", reads=True, writes=True,
           other_media_types=("application/srt", "text/srt", "text/x-subrip"),
           begins=(b"0", b"1", b"2", b"3", b"4", b"5", b"6", b"7", b"8", b"9"), verbatim=True),
    Format("chat", "CHAT, the transcripts of CLAN and TalkBank", "text/x-chat", ".cha", reads=True, begins=(b"@",),
           verbatim=True),
    Format("tei", "TEI P5 XML", "application/tei+xml", ".tei.xml", reads=True, writes=True,
           other_suffixes=(".tei", ".xml"), other_media_types=("application/xml", "text/xml"), begins=(b"<",)),
    Format("html", "HTML, also that of Podcasting 2.0", "text/html", ".html", reads=True, writes=True,
           other_suffixes=(".htm", ".xhtml"), other_media_types=("application/xhtml+xml",),
           begins=(b"<", b"---")),
    Format("json", "JSON, wire format 1", "application/json", ".json", reads=True, writes=True, begins=(b"{",)),
    Format("ohms", "OHMS XML, for viewers of oral history", "application/xml", ".ohms.xml", writes=True),
    Format("markdown", "Markdown", "text/markdown", ".md", reads=True, writes=True,
           other_suffixes=(".markdown",), verbatim=True),
    Format("docx", "Word document with styles",
           "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", reads=True, writes=True,
           begins=(b"PK",)),
    Format("odt", "OpenDocument text", "application/vnd.oasis.opendocument.text", ".odt", reads=True, begins=(b"PK",)),
    Format("rtf", "Rich Text Format", "application/rtf", ".rtf", reads=True, other_media_types=("text/rtf",),
           begins=(b"{\\rtf",)),
    Format("pdf", "The text layer of PDF", "application/pdf", ".pdf", reads=True, begins=(b"%PDF-",)),
    Format("csv", "Comma-separated values, a row a turn", "text/csv", ".csv", reads=True, writes=True,
           other_suffixes=(".tsv",), other_media_types=("text/tab-separated-values",),
           begins=tuple(letter.encode() for letter in '"' + ascii_letters)),
    Format("podcast", "JSON transcript of Podcasting 2.0", "application/json", ".podcast.json", reads=True, writes=True,
           begins=(b"{",)),
    Format("asr", "JSON of speech recognisers", "application/json", ".asr.json", reads=True, begins=(b"{", b"[")),
    Format("podlove", "XML transcript of Podlove Publisher", "application/xml", ".podlove.xml", reads=True,
           begins=(b"<",)),
    Format("podcast_html", "HTML transcript of Podcasting 2.0", "text/html", ".podcast.html", writes=True),
    Format("maxqda", "Plain text for MAXQDA", "text/plain", ".maxqda.txt", writes=True),
    Format("atlasti", "Plain text for ATLAS.ti", "text/plain", ".atlasti.txt", writes=True),
    Format("nvivo", "Plain text for NVivo", "text/plain", ".nvivo.txt", writes=True),
    Format("convokit", "ConvoKit utterances, a line each", "application/x-ndjson", ".jsonl", writes=True),
)  # fmt: skip

BY_NAME = {row.name: row for row in FORMATS}


def named(name: str) -> Format:
    """The row of that name.

    :raises UnknownFormat: there is none; the message lists those there are.
    """
    try:
        return BY_NAME[name]
    except KeyError:
        raise UnknownFormat(f"unknown format {name!r}; there are {', '.join(BY_NAME)}") from None
