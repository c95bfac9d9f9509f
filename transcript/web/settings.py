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

    bind: str = _setting("127.0.0.1:8000", "BIND", "address and port, or `unix:PATH`, to listen on")
    workers: int = _setting(2, "WEB_CONCURRENCY", "number of worker processes")
    max_bytes: int = _setting(16 * MIB, "TRANSCRIPT_MAX_BYTES", "largest request body; more is answered 413")
    receive_seconds: float = _setting(60.0, "TRANSCRIPT_RECEIVE_SECONDS", "time in which a request must have come")

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
        raise ValueError(f"{variable}={text!r} is not a number") from None
    if kind in (int, float) and value < 0:
        raise ValueError(f"{variable}={text!r} is less than 0")
    return value
