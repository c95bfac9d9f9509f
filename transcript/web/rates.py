"""How often one key, or one address where there are no keys, may ask."""

from __future__ import annotations

import logging
import time

from flask import Flask, request
from limits import parse
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from transcript.web.problems import Problem
from transcript.web.settings import Settings

log = logging.getLogger(__name__)


def register(app: Flask, settings: Settings) -> None:
    """Count the requests to the API, if the settings say how many are allowed.

    A store that does not answer lets requests pass: the service is worth more than its count.

    :raises ValueError: the limit is not of the form ``600/minute``.
    """
    if not settings.rate_limit:
        return
    allowed = parse(settings.rate_limit)
    limiter = FixedWindowRateLimiter(storage_from_string(settings.redis_url or "memory://", wrap_exceptions=True))

    def count() -> None:
        counted = request.blueprint == "api" or request.endpoint == "page.convert"
        if not counted or request.method == "OPTIONS":
            return
        asker = request.environ.get("transcript.key") or request.remote_addr or "unknown"
        try:
            if limiter.hit(allowed, asker):
                return
            wait = max(1, round(limiter.get_window_stats(allowed, asker).reset_time - time.time()))
        except StorageError:
            log.warning("the store of the rate limit does not answer")
            return
        raise Problem("rate-limited", f"{allowed} are allowed.", headers={"Retry-After": str(wait)})

    app.before_request(count)
