"""The same work with FastAPI and pydantic, as their guides do it: the models make the JSON.

``python -m benchmarks.speed.fastapi_peer FD`` serves it with uvicorn on a socket that listens already.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

from transcript import Document, read, structure

_fastapi: Any = import_module("fastapi")
app: Any = _fastapi.FastAPI()


def transcripts(body: Annotated[bytes, _fastapi.Body(media_type="text/plain")]) -> Document:
    """Structure a plain text."""
    return structure(read(body, "plain"))


app.post("/v1/transcripts", response_model=Document)(transcripts)

if __name__ == "__main__":
    import_module("uvicorn").run(app, fd=int(sys.argv[1]), log_level="error")
