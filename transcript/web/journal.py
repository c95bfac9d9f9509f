"""One line of log, one count and one set of headers for each request, whatever answers it.

No words of a client are logged: neither body nor query, nor an address that the service does not know.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterable
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from werkzeug.wsgi import ClosingIterator

from transcript.web import metrics

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("transcript.access")

_ID = re.compile(r"[A-Za-z0-9_-]{8,64}\Z")
_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
_SECURITY = [
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
]
_POLICY = ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")


class Journal:
    """WSGI middleware. ``routes`` are the addresses that are logged and counted by name; others are ``unknown``."""

    def __init__(self, application: WSGIApplication, routes: Iterable[str]) -> None:
        self._application = application
        self._routes = frozenset(routes)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer, and write it down when the last byte is out."""
        started = time.perf_counter()
        given = environ.get("HTTP_X_REQUEST_ID", "")
        identity = given if _ID.match(given) else token_hex(8)
        environ["transcript.request_id"] = identity
        status = 500
        sent: int | None = None

        def start(line: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], object]:
            nonlocal status, sent
            status = int(line[:3])
            present = dict(headers)
            sent = int(present.get("Content-Length", 0))
            headers += _SECURITY
            headers.append(("X-Request-Id", identity))
            if _POLICY[0] not in present:
                headers.append(_POLICY)
            return start_response(line, headers, exc_info)

        def close() -> None:
            self._write_down(environ, status, sent, time.perf_counter() - started)

        return ClosingIterator(self._application(environ, start), close)

    def _write_down(self, environ: WSGIEnvironment, status: int, sent: int | None, seconds: float) -> None:
        route = environ.get("PATH_INFO", "")
        route = route if route in self._routes else "unknown"
        method = environ["REQUEST_METHOD"]
        method = method if method in _METHODS else "other"
        received = int(environ.get("CONTENT_LENGTH") or 0)
        metrics.count(route, method, status, seconds, received)
        if log.isEnabledFor(logging.INFO):
            fields = {
                "request_id": environ["transcript.request_id"],
                "client": environ.get("REMOTE_ADDR"),
                "key": environ.get("transcript.key"),
                "method": method,
                "route": route,
                "status": status,
                "problem": environ.get("transcript.problem"),
                "received": received,
                "sent": sent,
                "milliseconds": round(seconds * 1000, 3),
            }
            log.info("request", extra={"fields": fields})
