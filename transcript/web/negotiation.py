"""Which format goes out: ``?to=`` where it is given, else the Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from functools import lru_cache

from flask import Request
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from transcript.formats import BY_NAME, FORMATS, Format
from transcript.web.problems import Problem

DEFAULT = BY_NAME["json"]
_FIRST = ("json", "tei")  # of formats that a client likes as well; every document can be written in these


def target(request: Request) -> Format:
    """The row of the table that answers this request.

    :raises Problem: ``unknown-format`` for a name that nothing writes, ``not-acceptable``.
    """
    name = request.args.get("to")
    if name is not None:
        return named(name)
    accepted = request.environ.get("HTTP_ACCEPT")
    if not accepted or accepted == "*/*":
        return DEFAULT
    row = _best(accepted)
    if row is None:
        raise Problem("not-acceptable", "Nothing that can be written fits the Accept header.", available=offers())
    return row


def named(name: str) -> Format:
    """The row of that name.

    :raises Problem: ``unknown-format``: there is none, or it can only be read.
    """
    row = BY_NAME.get(name)
    if row is None or not row.writes:
        reason = "one of " + ", ".join(row.name for row in FORMATS if row.writes)
        raise Problem("unknown-format", "No such format can be written.", errors={"to": [reason]}, available=offers())
    return row


def offers() -> list[dict[str, str]]:
    """Name and media type of everything that can be written."""
    return [{"name": row.name, "media_type": row.media_type} for row in FORMATS if row.writes]


@lru_cache(maxsize=256)
def _best(header: str) -> Format | None:
    """The first of the best: by quality of the closest range, then the order of the table."""
    accept = parse_accept_header(header, MIMEAccept)
    bare = MIMEAccept([(value.partition(";")[0].strip(), quality) for value, quality in accept])
    rows = sorted((row for row in FORMATS if row.writes), key=_rank)
    quality, row = max(
        ((max(bare.quality(kind) for kind in row.media_types), row) for row in rows), key=lambda pair: pair[0]
    )
    return row if quality > 0 else None


def _rank(row: Format) -> int:
    return _FIRST.index(row.name) if row.name in _FIRST else len(_FIRST)
