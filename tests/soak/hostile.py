"""Bodies that nobody who means well would send. The same seed gives the same bodies."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from tests.soak.clients import post
from tests.web.test_problems import TEXT
from transcript.web.content import readable

KINDS = [row["media_type"] for row in readable() if not row["media_type"].startswith("multipart")]
SEEDS = (
    TEXT,
    b"WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Wray>Who was it?</v>\n",
    b"1\n00:00:01,000 --> 00:00:02,000\nWray: Who was it?\n",
    b"@UTF8\n@Begin\n@Participants:\tWRA Wray Investigator\n*WRA:\twho was it ?\n@End\n",
    b"<html><body><p><b>Wray:</b> Who was it?</p><p><b>Calder:</b> Nobody.</p></body></html>",
    json.dumps({"text": TEXT.decode(), "cast": [{"name": "Wray"}], "options": {"explain": True}}).encode(),
    b'{"document": {"version": "1.0", "source": {}, "segments": [{"kind": "turn"}]}}',
    b"{\\rtf1\\ansi {\\b Wray:} Who was it?\\par {\\b Calder:} Nobody.\\par}",
)
MONSTERS = (
    b"", b" ", b"\x00" * 5000, b"\xff\xfe", b"\xef\xbb\xbf", b"A:" * 50_000, b"A: b\n" * 20_000, b"(" * 100_000,
    b"[" * 100_000, b"{" * 100_000, b"*" * 100_000, b"_a" * 50_000, b"#" * 100_000, b" " * 200_000, b"\n" * 200_000,
    b"\r" * 200_000, b"<" * 100_000, b"<b>" * 30_000, b"&amp;" * 20_000, b">" * 100_000, b"- " * 50_000,
    b"00:00:01,000 --> " * 5_000, b'{"text": ' * 10_000, b'{"text": "' + b"\\u0000" * 10_000 + b'"}',
    '{"text": "\u202e\u0000\ufffe A: b"}'.encode(), b'{"text": "A: b", "text": "C: d"}', b'{"text": 1e999}',
    b"<!DOCTYPE a [<!ENTITY b 'c'>" + b"<!ENTITY d '&b;&b;&b;&b;&b;&b;&b;&b;'>" * 20 + b"]><a>&d;</a>",
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><html><p>&b;</p></html>', b"Dr. " * 30_000,
    "Wray\u2028: \u0085\u00a0Who?\n".encode() * 5_000, ("\U0001f3a4" * 30_000).encode(), b"\xed\xa0\x80" * 20_000,
)  # fmt: skip


def requests(count: int, seed: int = 1) -> Iterator[bytes]:
    """So many requests: monsters, seeds that were damaged, and headers that lie."""
    chance = random.Random(seed)  # noqa: S311 - the same for every run
    for number in range(count):
        body = MONSTERS[number % len(MONSTERS)] if number % 4 == 0 else _damaged(chance.choice(SEEDS), chance)
        to = chance.choice(["", "?to=tei", "?to=vtt", "?to=docx", "?to=nothing"])
        headers = chance.choice([(), ("Accept-Encoding: gzip",), ("Content-Encoding: gzip",), ("Accept: text/x-none",)])
        if headers == ("Content-Encoding: gzip",) and chance.random() < 0.8:
            body = _damaged(gzip.compress(body, 1), chance) if chance.random() < 0.5 else gzip.compress(body, 1)
        yield post(body, *headers, path=f"/v1/transcripts{to}", kind=chance.choice(KINDS))


def _damaged(body: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(body)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(damaged) + 1)
        blow = chance.randrange(4)
        if blow == 0:
            damaged[at:at] = chance.randbytes(chance.randint(1, 20))
        elif blow == 1:
            del damaged[at : at + chance.randint(1, 30)]
        elif blow == 2:
            damaged[at:at] = chance.choice([b"\x00", b"\n", b": ", b"**", b"<", b'"', b"\xff", b"\xe2\x80", b"\\"])
        else:
            damaged[at:at] = damaged[at : at + 40] * chance.randint(1, 50)
    return bytes(damaged)


def bombs(size: int) -> Iterator[bytes]:
    """Small bodies that unpack to so many bytes or more, in each way that something is unpacked."""
    zeros = gzip.compress(bytes(size), 9)
    yield post(zeros, "Content-Encoding: gzip")
    yield post(gzip.compress(zeros, 9), "Content-Encoding: gzip")
    yield post(gzip.compress(b"") * 50_000, "Content-Encoding: gzip")
    yield post(zeros, "Content-Encoding: gzip", kind="application/json")
    yield post(_archive("word/document.xml", b"<w:t>" + b"a" * size), kind="application/octet-stream")
    yield post(_archive("content.xml", b"<a>" + b"a" * size), kind="application/octet-stream")
    yield post(_archive("word/document.xml", _billion_laughs()), kind="application/octet-stream")
    yield post(_billion_laughs(), kind="text/html")


def _archive(name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr(name, content)
    return held.getvalue()


def _billion_laughs() -> bytes:
    names = "abcdefghij"
    entities = [f'<!ENTITY a "{"ha" * 10}">']
    entities += [f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)]
    return f'<?xml version="1.0"?><!DOCTYPE w [{"".join(entities)}]><w>&j;</w>'.encode()


def liars() -> Iterator[bytes]:
    """Requests whose headers say something else than their bodies, and what hardly is a request."""
    head = "POST /v1/transcripts HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
    for length in ("99999", "0", "-1", "+5", "5, 5", "0x10", "99999999999999999999", "1e3", ""):
        yield f"{head}Content-Length: {length}\r\n\r\n".encode() + TEXT
    for coding in ("chunked, chunked", "identity", "gzip, chunked", "chunked\r\nContent-Length: 5", "\x0bchunked"):
        yield f"{head}Transfer-Encoding: {coding}\r\n\r\n".encode() + b"5\r\nhello\r\n0\r\n\r\n"
    for chunks in (
        b"ffffffffffffffffff\r\n",
        b"-5\r\nhello\r\n",
        b"5;" + b"a" * 10_000,
        b"5\r\nhello",
        b"0\r\n" + b"a: b\r\n" * 9_000,
    ):
        yield f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunks
    yield b"GET /health HTTP/1.1\nHost: localhost\n\n"
    yield b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200)  # TLS
    yield b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
    yield b"GET /health HTTP/1.1\r\n" + b"X: y\r\n" * 20_000
    yield b"A" * 100_000
