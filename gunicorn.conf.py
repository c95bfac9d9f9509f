"""How gunicorn runs the service. Every value that can be chosen is a row of docs/operations.md."""

from __future__ import annotations

import os
from pathlib import Path

from transcript.web import Settings

settings = Settings.from_environment(os.environ)

bind = settings.bind
workers = settings.workers
worker_class = "transcript.web.worker.PatientWorker"  # one request a process, and nobody waits for a slow client
preload_app = True
timeout = 60  # silence after which a worker is killed
graceful_timeout = 30
max_requests = 20_000  # a worker is replaced now and then, never all at once
max_requests_jitter = 2_000
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
accesslog = "-"
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s %(D)sus'  # no query string, no header of the client's
