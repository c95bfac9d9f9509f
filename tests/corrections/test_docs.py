"""The page on corrections tells every kind, and its examples do what they show."""

from __future__ import annotations

import json
import re
import tomllib
from difflib import unified_diff
from pathlib import Path

import pytest

from schemas.correction import CORRECTIONS
from tests.casebook import portrait
from transcript import read, structure
from transcript.options import Options
from transcript.wire import load_known

PAGE = Path(__file__).parents[2] / "docs" / "corrections.md"
EXAMPLE = re.compile(r"^```correction\n(.*?)^```\n\n```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = EXAMPLE.findall(PAGE.read_text())


def block(kind: str) -> str:
    found = re.search(rf"^```{kind}\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def drawn(options: Options) -> list[str]:
    """The interview of the page, structured so, as lines."""
    text = block("interview")
    document = structure(read(text.encode(), "plain"), options)
    assert [note for note in document.notes if note.code == "correction-unmatched"] == []
    return portrait(document, text).splitlines(keepends=True)


def difference(correction: str) -> str:
    """What the correction changes, line by line."""
    options = load_known({"corrections": [json.loads(correction)]})
    lines = unified_diff(drawn(Options()), drawn(options), n=0)
    return "".join(line for line in list(lines)[2:] if line[0] in "+-" and line[1:].strip())


@pytest.mark.parametrize(("correction", "shown"), EXAMPLES, ids=[example for example, _ in EXAMPLES])
def test_the_example_does_what_it_shows(correction: str, shown: str, request: pytest.FixtureRequest) -> None:
    found = difference(correction)
    if request.config.getoption("--accept"):
        before, after = (f"```correction\n{correction}```\n\n```diff\n{lines}```" for lines in (shown, found))
        PAGE.write_text(PAGE.read_text().replace(before, after))
        pytest.skip("the example was drawn anew: read the difference before you commit it")
    assert found == shown


def test_every_kind_has_its_section_and_an_example_of_it() -> None:
    sections = re.findall(r"^### `([a-z-]+)`$", PAGE.read_text(), re.MULTILINE)
    assert sorted(sections) == sorted(CORRECTIONS)
    assert {json.loads(example)["kind"] for example, _ in EXAMPLES} == set(CORRECTIONS)


@pytest.mark.parametrize("kind", CORRECTIONS)
def test_every_field_is_explained_in_the_section(kind: str) -> None:
    section = PAGE.read_text().partition(f"\n### `{kind}`\n")[2].partition("\n### ")[0]
    said = set(re.findall(r"`\"?([a-z]+)(?:\"[^`]*)?`|\"([a-z]+)\":", section))
    assert CORRECTIONS[kind].fields.keys() <= {word for pair in said for word in pair}


def test_json_and_toml_say_the_same() -> None:
    assert load_known(json.loads(block("json"))) == load_known(tomllib.loads(block("toml")))
