"""Coverage-guided fuzzing of every reader and of what comes after it, by atheris.

    python -m tests.soak.fuzz FOLDER -max_total_time=60

The folder keeps what was found; options are those of libFuzzer. Any error but our own ends the run.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["transcript"]):
    import transcript.engine
    import transcript.readers  # noqa: F401
    from transcript import pipeline
    from transcript.errors import TranscriptError
    from transcript.formats import FORMATS

    READERS = [row.name for row in FORMATS if row.reads]
    for _row in FORMATS:
        if _row.reads:
            _row.reader()

from tests.soak.hostile import MONSTERS, SEEDS


def one(data: bytes) -> None:
    """The first byte chooses the reader, the rest is read, structured and written."""
    name = READERS[data[0] % len(READERS)] if data else None
    with contextlib.suppress(TranscriptError):
        pipeline.write(pipeline.structure(pipeline.read(data[1:], name)), "json")


def main() -> None:
    """Fuzz, from the bodies that the hostile clients send."""
    folder = Path(sys.argv[1])
    for number, seed in enumerate([*SEEDS, *MONSTERS]):
        for reader in range(len(READERS)):
            (folder / f"seed-{number}-{reader}").write_bytes(bytes([reader]) + seed[:4096])
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
