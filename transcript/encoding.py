"""Bytes to text: find the encoding, and refuse what is no text."""

from __future__ import annotations

import codecs
import re

from transcript.errors import UnreadableInput

_SAMPLE = 65_536
_TELLING = 4  # bytes that are not ASCII: fewer fit nearly every encoding, and the commonest is taken
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings that have most letters of windows-1252 in its places.
_LIKE_WESTERN = frozenset(
    ("cp1250", "cp1254", "cp1257", "cp1258", "latin_1", "iso8859_2", "iso8859_3", "iso8859_4", "iso8859_9",
     "iso8859_10", "iso8859_13", "iso8859_14", "iso8859_15", "iso8859_16")
)  # fmt: skip
_WESTERN = frozenset(
    ("cp1250", "cp1254", "cp1257", "cp1258", "latin_1", "iso8859_2", "iso8859_3", "iso8859_4", "iso8859_9",
     "iso8859_10", "iso8859_13", "iso8859_14", "iso8859_15", "iso8859_16")
)  # fmt: skip
_NOT_WESTERN = frozenset(
    ("Croatian", "Czech", "Estonian", "Hungarian", "Latvian", "Lithuanian", "Polish", "Romanian", "Slovak", "Slovene",
     "Turkish", "Vietnamese")
)  # fmt: skip
_WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜ«»“”‘’„…–—€°¿¡§·\xa0")
# Control characters that no transcript holds; a tape's escape codes and form feeds are let through.
_CONTROLS = re.compile("[\x00-\x06\x0e-\x14\x16-\x1a\x1c-\x1f]")


def decode(data: bytes) -> tuple[str, str]:
    """Text and the name of its encoding.

    UTF-8 is tried first, then what a byte order mark or the pattern of NUL bytes says, then a detector of legacy
    encodings. A UTF-8 byte order mark stays in the text as U+FEFF, so that offsets count what was sent.

    :raises UnreadableInput: nothing but white space, or not text in any encoding.
    """
    if not data or data.isspace():
        raise UnreadableInput("the input is empty")
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _utf16_without_mark(data)
    if encoding is None:
        try:
            text, encoding = data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError as error:
            text, encoding = _legacy(data, error)
    else:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            raise UnreadableInput(f"not valid {encoding} at byte {error.start}: {error.reason}") from None
    _refuse_binary(text)
    return text, encoding


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    if b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 6 and even * 20 < odd:
        return "utf-16-le"
    if even > len(sample) // 6 and odd * 20 < even:
        return "utf-16-be"
    return None


def _legacy(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # 30 ms to import, and rarely needed

    if b"\x00" in data[:_SAMPLE]:
        raise UnreadableInput(f"not text: neither UTF-8 (byte {error.start}) nor UTF-16, and it holds NUL bytes")
    sample = data[max(0, error.start - _SAMPLE // 2) :][:_SAMPLE]
    telling = sum(1 for byte in sample if byte > 127) >= _TELLING
    best = from_bytes(sample).best() if telling else None
    detected = best.encoding if best else None
    if best and detected in _LIKE_WESTERN and _is_western(sample, best.language):
        detected = None
    elif detected == "mac_cyrillic" and sum(0xC0 <= byte < 0xDF for byte in sample) > sum(
        0x80 <= byte < 0xA0 for byte in sample
    ):
        detected = "cp1251"  # the small letters of both are the same bytes; the capitals tell
    for encoding in (detected, "cp1252"):
        if encoding:
            try:
                return data.decode(encoding), encoding
            except (UnicodeDecodeError, LookupError):
                continue
    raise UnreadableInput(f"not text in any encoding known here; as UTF-8 it fails at byte {error.start}")


def _is_western(sample: bytes, language: str) -> bool:
    """As windows-1252 nearly every character beyond ASCII is one that Western European languages use."""
    try:
        beyond = [char for char in sample.decode("cp1252") if ord(char) > 127]
    except UnicodeDecodeError:
        return False
    if language == "Hungarian" and ("õ" in beyond or "û" in beyond):
        return False
    return sum(1 for char in beyond if char in _WESTERN) >= 0.97 * len(beyond)


def _refuse_binary(text: str) -> None:
    controls = len(_CONTROLS.findall(text, 0, _SAMPLE))
    if controls > 8 and controls * 50 > min(len(text), _SAMPLE):
        raise UnreadableInput("not text: too many control characters")
    if not text.strip("\ufeff \t\r\n\x0b\x0c\x00"):
        raise UnreadableInput("the input is empty")
