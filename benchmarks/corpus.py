"""Folders of texts whose truth is known.

Either ``raw/ID.txt`` with ``gold/ID.json`` and perhaps ``manifest.jsonl``, a line of JSON for each ``id``; or texts
with their gold beside them, ``LANGUAGE/ID.txt`` and ``LANGUAGE/ID.json``, where gold says the rest itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import gold
from benchmarks.scoring import Judgement, judge
from transcript import read, structure
from transcript.errors import TranscriptError
from transcript.model import Document, Origin, Source


@dataclass(frozen=True, slots=True)
class Sample:
    """A text and its gold. ``about`` holds what is said of it: ``layout``, ``language``, ``source``, ``natural``."""

    id: str
    raw: Path
    gold: Path
    about: Mapping[str, object] = field(default_factory=dict)

    @property
    def natural(self) -> bool:
        """Whether the text stands as its house printed it, and was not rendered from another."""
        return self.about.get("natural", True) is True

    def group(self, by: str) -> str:
        """The value of one field."""
        return str(self.about.get(by, "not said"))

    def judged(self) -> tuple[Document, Judgement]:
        """Read the text as the service reads a ``.txt`` file, structure it, and hold it against gold.

        A text that is refused is a document in which nobody speaks.
        """
        data = self.raw.read_bytes()
        text = data.decode("utf-8")
        same_text = True
        try:
            source = read(data, suffix=self.raw.suffix)
            document = structure(source)
            same_text = isinstance(source, Source) and source.text == text
        except TranscriptError:
            document = Document(Origin("plain", len(text), ""))
        markup = "html" in self.group("layout")
        return document, judge(text, gold.load(self.gold), document, same_text=same_text, markup=markup)


def samples(folder: Path) -> Iterator[Sample]:
    """The samples of a folder, by id.

    :raises FileNotFoundError: a text has no gold, or gold no text.
    """
    manifest = folder / "manifest.jsonl"
    lines = manifest.read_text(encoding="utf-8").splitlines() if manifest.exists() else []
    about = {row["id"]: row for row in map(json.loads, filter(None, lines))}
    apart = (folder / "gold").is_dir()
    for path in sorted((folder / "gold").glob("*.json") if apart else folder.glob("*/*.json")):
        raw = folder / "raw" / f"{path.stem}.txt" if apart else path.with_suffix(".txt")
        if not raw.exists():
            raise FileNotFoundError(f"{path} has no text {raw}")
        if apart:
            yield Sample(path.stem, raw, path, about.get(path.stem, {}))
        else:
            yield Sample(f"{path.parent.name}/{path.stem}", raw, path, _beside(path))


def _beside(path: Path) -> dict[str, object]:
    data = json.loads(path.read_text(encoding="utf-8"))
    return {"language": path.parent.name} | {key: value for key, value in data.items() if isinstance(value, str)}
