"""``transcript formats``."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from transcript.formats import FORMATS, Format


def test_the_head_of_the_table_names_the_columns(run: Run) -> None:
    assert run("formats").stdout.splitlines()[0].split("  ")[0] == "FORMAT"


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_every_format_is_a_row(run: Run, row: Format) -> None:
    line = next(line for line in run("formats").stdout.splitlines() if line.startswith(f"{row.name} "))
    able = {True: "yes", False: "-"}
    assert line.split()[1:4] == [able[row.reads], able[row.writes], row.suffix]
