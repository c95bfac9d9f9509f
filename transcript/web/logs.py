"""Logs as one JSON object a line. The message of an exception may hold words of a transcript, and is left out."""

from __future__ import annotations

import logging
import traceback
from datetime import UTC, datetime
from typing import Any

import orjson
from gunicorn.glogging import Logger


class JsonFormatter(logging.Formatter):
    """``time``, ``level``, ``logger``, ``event``, and what a record carries in ``fields``."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            entry["exception"] = record.exc_info[0].__name__
            entry["frames"] = frames(record.exc_info[1])
        return orjson.dumps(entry, default=str).decode()


class JsonLogger(Logger):
    """Set as gunicorn's ``logger_class``; the service's own loggers speak through it too."""

    def setup(self, cfg: Any) -> None:
        """Give every handler our format."""
        super().setup(cfg)
        ours = logging.getLogger("transcript")
        ours.handlers = list(self.error_log.handlers)
        ours.setLevel(self.loglevel)
        ours.propagate = False
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonFormatter())


def frames(error: BaseException | None) -> list[str]:
    """Where an exception came from, innermost first."""
    trace = traceback.extract_tb(error.__traceback__) if error else []
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(trace)]
