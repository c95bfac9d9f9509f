"""The page about archives says what is so."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

from transcript.batch import listing, rows
from transcript.batch.listing import Listing
from transcript.batch.rows import Row
from transcript.cli.archive import MOST_BYTES, MOST_SECONDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "archive.md").read_text()


def test_every_column_and_outcome_is_explained() -> None:
    names = [*(field.name for field in fields(Row)), *get_args(rows.Outcome)]
    assert [name for name in names if f"`{name}`" not in PAGE] == []


def test_the_limits_are_those_of_the_command() -> None:
    commands = (ROOT / "docs" / "cli.md").read_text()
    assert f"`--max-bytes` ({MOST_BYTES // 1024 // 1024} MiB unless said otherwise)" in PAGE
    assert f"`--max-seconds` ({MOST_SECONDS} unless said otherwise)" in PAGE
    assert f"refuse a larger document unread; {MOST_BYTES} unless said otherwise" in commands
    assert f"give up a document that takes longer; {MOST_SECONDS} unless said otherwise" in commands


def test_the_example_of_a_manifest_is_one(tmp_path: Path) -> None:
    example = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert example
    (tmp_path / "list.jsonl").write_text(example[1])
    listed = list(Listing(str(tmp_path), manifest=str(tmp_path / "list.jsonl")))
    assert [(item.item.path, item.problem) for item in listed] == [
        ("1971/lund.txt", None),
        ("1971/beck.txt", None),
        ("1972/tull.docx", None),
    ]


def test_the_suffixes_of_sidecars_are_named() -> None:
    assert [suffix for suffix in listing.SIDECARS if f"`{suffix}`" not in PAGE] == []


def test_every_module_has_its_question() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text().partition("\n## An archive\n")[2].partition("\n## ")[0]
    modules = {path.stem for path in (ROOT / "transcript" / "batch").glob("[!_]*.py")} - {"preload"}
    assert sorted(name for name in modules if f"`{name}`" not in page) == []
