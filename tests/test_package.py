"""The package itself: its public names, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from pkgutil import iter_modules

import pytest

import transcript

HEAVY = ("transcript.model", "transcript.pipeline", "transcript.engine", "dataclasses", "flask", "lxml", "marshmallow")


def test_every_public_name_is_there() -> None:
    assert [name for name in transcript.__all__ if not callable(getattr(transcript, name))] == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'transcript' has no attribute 'translate'"):
        _ = transcript.translate  # type: ignore[attr-defined]


def test_no_module_hides_a_public_name() -> None:
    """Importing a module ``transcript.convert`` would put that module in the place of the function."""
    modules = {module.name for module in iter_modules([str(Path(transcript.__file__).parent)])}
    assert modules & set(transcript.__all__) == set()


def test_importing_the_package_loads_nothing_heavy() -> None:
    script = f"import sys, transcript; print([name for name in {HEAVY!r} if name in sys.modules])"
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert finished.stdout == "[]\n"
