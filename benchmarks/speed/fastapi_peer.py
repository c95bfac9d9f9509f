"""The same work with FastAPI and pydantic, as their guides do it: the models make the JSON.

``python -m benchmarks.speed.fastapi_peer FD`` serves it with uvicorn on a socket that listens already.
"""

from __future__ import annotations

import socket
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
    uvicorn: Any = import_module("uvicorn")
    uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[socket.socket(fileno=int(sys.argv[1]))])
