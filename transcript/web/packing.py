"""gzip in and out. What comes in is unpacked a piece at a time, so that a bomb is met with its fuse still burning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from isal import igzip, isal_zlib
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from transcript.web.problems import Problem

_PIECE = 65_536
_MEMBERS = 64  # parts that one gzip file may be glued from; each costs, however little is in it
_LEVEL = 1  # of 0 to 3: the others take as long here, and pack no better
_WORTH_WHILE = 1_400  # bytes; less goes in one packet anyway


def unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The content of a gzip file, in pieces of bounded size.

    :raises Problem: ``malformed-request`` where it is no gzip file, ``truncated-body`` where it ends too early.
    """
    members, open_ = 0, False
    unpacker = isal_zlib.decompressobj(wbits=31)
    for chunk in chunks:
        data, more = chunk, False
        while data or more:
            if not open_:
                members, open_, unpacker = members + 1, True, isal_zlib.decompressobj(wbits=31)
            if members > _MEMBERS:
                raise Problem("malformed-request", f"A gzip file of more than {_MEMBERS} parts is not read.")
            try:
                piece = unpacker.decompress(data, _PIECE)
            except isal_zlib.IsalError:  # type: ignore[misc]
                raise Problem("malformed-request", "The body is not gzip, as Content-Encoding says.") from None
            if piece:
                yield piece
            open_, more = not unpacker.eof, len(piece) == _PIECE and not unpacker.eof
            data = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    if open_:
        raise Problem("truncated-body", "The gzip file ends too early.")


def pack(data: bytes) -> bytes:
    """A gzip file; the same data give the same bytes."""
    return igzip.compress(data, _LEVEL, mtime=0)


def is_welcome(accepted: str | None, size: int = _WORTH_WHILE) -> bool:
    """Whether the client, by its Accept-Encoding, wants gzip, and so many bytes are worth it."""
    return accepted is not None and size >= _WORTH_WHILE and _accepts_gzip(accepted)


@lru_cache(maxsize=256)
def _accepts_gzip(header: str) -> bool:
    return parse_accept_header(header, Accept).quality("gzip") > 0
