"""How gunicorn runs the service. Every value that can be chosen is a row of docs/operations.md."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
_METRICS = "PROMETHEUS_MULTIPROC_DIR"
if _METRICS not in os.environ:  # must be known before the first figure is made
    os.environ[_METRICS] = tempfile.mkdtemp(prefix="transcript-metrics-", dir=_MEMORY)

from transcript.web import Settings, keys, metrics  # noqa: E402
from transcript.web.rehearsal import rehearse  # noqa: E402

_settings = Settings.from_environment(os.environ)

bind = _settings.bind
workers = _settings.workers
worker_class = "transcript.web.worker.PatientWorker"  # one request a process, and nobody waits for a slow client
worker_tmp_dir = _MEMORY
preload_app = True
max_requests = _settings.max_requests
max_requests_jitter = _settings.max_requests // 10
graceful_timeout = _settings.graceful_seconds
timeout = 60  # of silence, after which a worker is killed; the limit on conversions ends long before
logger_class = "transcript.web.logs.JsonLogger"
loglevel = _settings.log_level


def when_ready(server: Any) -> None:
    """Let the workers share what they will all need; say it loudly if strangers may ask."""
    rehearse()
    gc.freeze()
    if keys.is_exposed(_settings):
        server.log.warning("ANYBODY WHO REACHES %s MAY ASK: set TRANSCRIPT_KEYS or TRANSCRIPT_KEYS_FILE", bind)


def pre_fork(server: Any, worker: Any) -> None:
    """Give the worker a place that no other has."""
    taken = {other.place for other in server.WORKERS.values()}
    worker.place = next(place for place in range(1, len(taken) + 2) if place not in taken)


def post_fork(server: Any, worker: Any) -> None:
    """Count for that place."""
    metrics.take_place(worker.place)


def post_worker_init(worker: Any) -> None:
    """Read the keys as they are now; the application was made before the fork."""
    keys.reload(worker.wsgi, worker.wsgi.extensions["transcript"])


def on_exit(server: Any) -> None:
    """Leave no figures behind."""
    shutil.rmtree(os.environ[_METRICS], ignore_errors=True)
