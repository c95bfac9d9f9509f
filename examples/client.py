"""Send an interview to the service and print who speaks how often. Needs nothing but Python.

python examples/client.py interview.txt http://127.0.0.1:8000
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit


def transcribe(text: bytes, address: str, key: str | None = None) -> dict[str, object]:
    """The structured interview.

    :raises RuntimeError: the service refused; the message says why.
    """
    where = urlsplit(address)
    connect = HTTPSConnection if where.scheme == "https" else HTTPConnection
    connection = connect(where.netloc, timeout=60)
    headers = {"Content-Type": "text/plain; charset=utf-8", "Accept": "application/json"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    try:
        connection.request("POST", "/v1/transcripts", text, headers)
        response = connection.getresponse()
        body = json.load(response)
    finally:
        connection.close()
    if response.status != 200:
        raise RuntimeError(f"{body['title']}: {body['detail']}")
    return body


def main() -> None:
    """Print the speakers of a file."""
    path, address = sys.argv[1], sys.argv[2]
    document = transcribe(Path(path).read_bytes(), address)
    turns = Counter(segment["speaker"] for segment in document["segments"] if segment["kind"] == "turn")
    for speaker in document["speakers"]:
        print(f"{speaker['name']} ({speaker['role'] or 'role unknown'}): {turns[speaker['id']]} turns")


if __name__ == "__main__":
    main()
