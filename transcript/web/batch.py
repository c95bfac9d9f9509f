"""Many interviews in one request: a line in, a line out, in order, in memory that does not grow with their number."""

from __future__ import annotations

import fcntl
import weakref
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from tempfile import TemporaryFile
from typing import Any, cast

import orjson
from flask import Request, Response
from isal import isal_zlib

from transcript.formats import Format
from transcript.web import deadline, inlet, intake, packing
from transcript.web.body import too_large
from transcript.web.inlet import Inlet
from transcript.web.problems import Problem, from_error
from transcript.web.settings import Settings

MEDIA_TYPE = "application/x-ndjson"
MEDIA_TYPES = (MEDIA_TYPE, "application/jsonl", "application/jsonlines", "application/ndjson")
_PIECE = 4_096  # bytes that a socket surely takes, once it says that it takes any


class Desks:
    """How many batches may be under way at once, over all workers: one less than there are workers.

    A desk is a lock on one byte of a nameless file, so that a worker which dies leaves its desk free. Made before the
    workers are forked; a worker serves one request at a time, and so needs one desk.
    """

    def __init__(self, workers: int) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed when nobody has desks any more
        weakref.finalize(self, self._file.close)
        self._desks = range(max(1, workers - 1))

    def take(self) -> int:
        """A free desk.

        :raises Problem: ``overloaded``.
        """
        for desk in self._desks:
            try:
                fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, desk)
            except OSError:
                continue
            return desk
        raise Problem("overloaded", "As many batches as may be are under way; try again.")

    def leave(self, desk: int) -> None:
        """Let another have it."""
        fcntl.lockf(self._file, fcntl.LOCK_UN, 1, desk)


def answered(request: Request, target: Format, extensions: Mapping[str, Any]) -> Response:
    """The answer to a batch, which has begun before the request has ended.

    :raises Problem: ``unsupported-media-type``, ``overloaded``; all else is told in the line that it concerns.
    """
    if request.mimetype not in MEDIA_TYPES:
        available = [{"name": "ndjson", "media_type": MEDIA_TYPE}]
        raise Problem("unsupported-media-type", "A batch is lines of JSON.", available=available)
    settings = cast(Settings, extensions["transcript"])
    gzip = bool(settings.gzip) and packing.is_welcome(request.environ.get("HTTP_ACCEPT_ENCODING"))
    coming = inlet.of(request, settings.batch_bytes)
    desks = cast(Desks, extensions["transcript.desks"])
    desk = desks.take()
    pieces = _in_pieces(_answers(coming, target, settings), coming, gzip=gzip, pulse=extensions["transcript.pulse"])
    response = Response(pieces, content_type=MEDIA_TYPE)
    response.call_on_close(coming.close)
    response.call_on_close(lambda: desks.leave(desk))
    response.headers["Vary"] = "Accept-Encoding"
    if gzip:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _answers(coming: Inlet, target: Format, settings: Settings) -> Iterator[bytes]:
    """A line for each line; one that cannot be converted is answered with its problem, and the rest goes on."""
    index = -1
    for index, line in enumerate(_worth_reading(inlet.lines(coming, settings.max_bytes))):
        yield _answer(index, line, target, settings)
    if fault := coming.fault:
        yield _line(index + 1, None, fault.kind.status, problem=fault.body())


def _in_pieces(answers: Iterable[bytes], coming: Inlet, *, gzip: bool, pulse: Callable[[], None]) -> Iterator[bytes]:
    """The answers, cut so that a client which only sends is never waited for; each beats the worker's pulse."""
    packer = isal_zlib.compressobj(1, wbits=31) if gzip else None
    for answer in answers:
        pulse()
        packed = packer.compress(answer) + packer.flush(isal_zlib.Z_SYNC_FLUSH) if packer else answer
        for start in range(0, len(packed), _PIECE):
            coming.make_way()
            yield packed[start : start + _PIECE]
    if packer:
        yield packer.flush()


def _worth_reading(found: Iterable[bytes | None]) -> Iterator[bytes | None]:
    return (line for line in found if line is None or line.strip())


def _answer(index: int, line: bytes | None, target: Format, settings: Settings) -> bytes:
    identity = None
    try:
        if line is None:
            raise too_large(settings.max_bytes)
        with deadline.limit(settings.conversion_seconds):
            content = intake.parsed(line)
            identity = intake.taken_identity(content)
            data = intake.from_content(content, line).written_as(target.name)
        return _line(index, identity, 200, **_payload(data, target))
    except Exception as error:
        problem = from_error(error)
        return _line(index, identity, problem.kind.status, problem=problem.body())


def _payload(data: bytes, target: Format) -> dict[str, Any]:
    if target.name == "json":
        return {"document": orjson.Fragment(data.rstrip())}
    try:
        return {"media_type": target.media_type, "content": data.decode()}
    except UnicodeDecodeError:
        return {"media_type": target.media_type, "base64": b64encode(data).decode()}


def _line(index: int, identity: str | None, status: int, **members: Any) -> bytes:
    start = {"index": index} if identity is None else {"index": index, "id": identity}
    return orjson.dumps({**start, "status": status, **members}, option=orjson.OPT_APPEND_NEWLINE)
