"""What the person who runs the service may choose, by environment variables; docs/operations.md has the same table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

MIB = 1024 * 1024


def _setting(default: Any, variable: str, meaning: str) -> Any:
    return field(default=default, metadata={"variable": variable, "meaning": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """One field a variable. Sizes are bytes, times seconds; an empty value means the default."""

    bind: str = _setting("127.0.0.1:8000", "BIND", "address and port, `unix:PATH`, or `fd://NUMBER`, to listen on")
    workers: int = _setting(2, "WEB_CONCURRENCY", "number of worker processes")
    max_requests: int = _setting(
        50_000,
        "TRANSCRIPT_MAX_REQUESTS",
        "requests, and up to a tenth more, after which a worker is replaced; 0: never",
    )
    graceful_seconds: int = _setting(
        30, "TRANSCRIPT_GRACEFUL_SECONDS", "time that a worker has to finish when it is told to stop"
    )
    max_bytes: int = _setting(
        16 * MIB, "TRANSCRIPT_MAX_BYTES", "largest request body, packed or unpacked, and largest line of a batch"
    )
    batch_bytes: int = _setting(1024 * MIB, "TRANSCRIPT_BATCH_BYTES", "largest body of a batch, unpacked")
    receive_seconds: float = _setting(60.0, "TRANSCRIPT_RECEIVE_SECONDS", "time in which a request must have come")
    conversion_seconds: float = _setting(
        10.0, "TRANSCRIPT_CONVERSION_SECONDS", "processor time that one conversion may take; 0: no limit"
    )
    keys: str = _setting("", "TRANSCRIPT_KEYS", "bearer keys, `name:key`, parted by commas; without any, all may ask")
    keys_file: str = _setting("", "TRANSCRIPT_KEYS_FILE", "file of more keys, `name:key` a line; read anew on SIGHUP")
    rate_limit: str = _setting(
        "", "TRANSCRIPT_RATE_LIMIT", "requests to `/v1` by one key or address, such as `600/minute`; empty: no limit"
    )
    redis_url: str = _setting(
        "", "TRANSCRIPT_REDIS_URL", "where the counts are kept; without it each worker counts for itself"
    )
    trusted_proxies: int = _setting(
        0, "TRANSCRIPT_TRUSTED_PROXIES", "proxies in front, whose `X-Forwarded-For` and `-Proto` are believed"
    )
    cors_origins: str = _setting(
        "", "TRANSCRIPT_CORS_ORIGINS", "origins whose pages may ask, parted by commas, or `*`; empty: none"
    )
    gzip: int = _setting(1, "TRANSCRIPT_GZIP", "1: pack answers for clients that accept gzip; 0: leave that to a proxy")
    log_level: str = _setting(
        "info", "TRANSCRIPT_LOG_LEVEL", "`debug`, `info`, `warning` or `error`; `info` tells each request"
    )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """The defaults, with what the environment says in their place.

        :raises ValueError: a value that is not of its setting's type; the message names the variable.
        """
        given = {}
        for row in fields(cls):
            variable = row.metadata["variable"]
            if text := environment.get(variable, "").strip():
                given[row.name] = _parse(variable, text, type(row.default))
        return cls(**given)


def _parse(variable: str, text: str, kind: type) -> Any:
    try:
        value = kind(text)
    except ValueError:
        raise ValueError(f"{variable} is not a number") from None
    if kind in (int, float) and not 0 <= value < float("inf"):
        raise ValueError(f"{variable} is out of range")
    return value
