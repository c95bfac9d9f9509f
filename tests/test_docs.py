"""The documentation is true: its examples run, its drawings are of this engine, and it leaves nothing out."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import click
import pytest

from tests.casebook import load
from tests.drawing import drawing, glass
from transcript import engine, model, read, structure, write
from transcript.cli import cli
from transcript.cli.sidecar import with_sidecars
from transcript.formats import FORMATS
from transcript.options import CastMember, Options

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLE = ROOT / "docs" / "example.txt"
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page. ``output`` is the text block right after it, which it prints."""

    kind: str
    text: str
    output: str | None


def blocks(page: Path, kind: str) -> list[Block]:
    """The blocks of one kind, in order."""
    text = page.read_text(encoding="utf-8")
    found = list(FENCED.finditer(text))
    following = [*found[1:], None]
    return [
        Block(
            kind, this[2], then[2] if then and then[1] == "text" and text[this.end() : then.start()].isspace() else None
        )
        for this, then in zip(found, following, strict=True)
        if this[1] == kind
    ]


README_SHELL = [block for block in blocks(ROOT / "README.md", "sh") if "make " not in block.text]
README_PYTHON = blocks(ROOT / "README.md", "python")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with what the examples use of a fresh clone."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / ".venv").symlink_to(sys.prefix)
    return tmp_path


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a service listens, as ``make serve`` starts it."""
    command = [Path(sys.executable).with_name("transcript"), "serve", "--bind", "127.0.0.1:0"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        assert process.stderr
        found = (re.search(r"Listening at: http://([\d.:]+)", line) for line in process.stderr)
        yield next(match[1] for match in found if match)
        process.send_signal(signal.SIGTERM)
        process.stderr.read()


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize("block", README_SHELL, ids=lambda block: block.text.splitlines()[0][:40])
def test_the_commands_of_the_readme_work(block: Block, clone: Path, request: pytest.FixtureRequest) -> None:
    script = block.text
    if "localhost:8000" in script:
        if shutil.which("curl") is None:
            pytest.skip("there is no curl here")
        script = script.replace("localhost:8000", request.getfixturevalue("address"))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    printed = run(["bash", "-euo", "pipefail", "-c", script], clone, PATH=path, COLUMNS="80")
    if block.output is None:
        return
    if request.config.getoption("--accept"):
        page = ROOT / "README.md"
        page.write_text(page.read_text().replace(f"```text\n{block.output}```", f"```text\n{printed}```"))
        pytest.skip("the output was made anew: read the difference before you commit it")
    assert without_percentages(printed) == without_percentages(block.output)


def without_percentages(printed: str) -> str:
    """The output up to what is doubtful, without what moves with every weight of the engine."""
    return re.sub(r"\d+ %", "", printed.partition("\nTo look at\n")[0])


@pytest.mark.parametrize("block", README_PYTHON, ids=lambda block: block.text.splitlines()[0][:40])
def test_the_python_of_the_readme_works(block: Block, clone: Path) -> None:
    assert run([sys.executable, "-c", block.text], clone) == block.output


def run(command: list[str], folder: Path, **environment: str) -> str:
    """What a command prints; the test fails with its messages if it fails."""
    finished = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    return finished.stdout


def example() -> tuple[model.Document, str]:
    """The document of ``docs/example.txt``, and its text."""
    data = EXAMPLE.read_bytes()
    return structure(read(data)), data.decode()


def example_json() -> dict[str, Any]:
    """The same as the JSON that is written."""
    content: dict[str, Any] = json.loads(write(example()[0], "json"))
    return content


def steady(value: Any) -> Any:
    """JSON without what moves with every weight of the engine."""
    if isinstance(value, dict):
        return {key: steady(inner) for key, inner in value.items() if key not in ("confidence", "review")}
    return [steady(inner) for inner in value] if isinstance(value, list) else value


def test_the_readme_shows_the_example_and_a_segment_of_it() -> None:
    assert blocks(ROOT / "README.md", "text")[0].text == EXAMPLE.read_text()
    shown = json.loads(blocks(ROOT / "README.md", "json")[0].text)
    assert steady(shown) in steady(example_json()["segments"])


def a_line_an_item(content: dict[str, Any]) -> str:
    """JSON with a line for each field of the outermost object, and for each item of a list in it."""
    lines = []
    for key, value in content.items():
        items = [json.dumps(item, ensure_ascii=False) for item in value] if isinstance(value, list) and value else None
        body = "[\n    " + ",\n    ".join(items) + "\n  ]" if items else json.dumps(value, ensure_ascii=False)
        lines.append(f"  {json.dumps(key)}: {body}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def test_the_model_is_drawn_as_it_is(request: pytest.FixtureRequest) -> None:
    page = ROOT / "docs" / "model.md"
    document, text = example()
    drawn = {
        "drawing": drawing(document, text),
        "glass": glass(document.turns[1], text),
        "json": a_line_an_item(example_json()),
    }
    shown = {kind: blocks(page, kind)[0].text for kind in drawn}
    if request.config.getoption("--accept"):
        page.write_text(
            FENCED.sub(lambda found: f"```{found[1]}\n{drawn.get(found[1], found[2])}```", page.read_text())
        )
        pytest.skip("the drawings were made anew: read the difference before you commit it")
    assert (shown["drawing"], shown["glass"]) == (drawn["drawing"], drawn["glass"])
    assert steady(json.loads(shown["json"])) == steady(json.loads(drawn["json"]))


def test_the_model_page_explains_every_field() -> None:
    page = (ROOT / "docs" / "model.md").read_text()
    parts = (
        model.Document, model.Origin, model.Metadata, model.Speaker, model.Turn, model.Heading, model.Direction,
        model.Passage, model.Note, model.Review, model.Reason, model.Time, model.Printed,
    )  # fmt: skip
    names = {field.name for part in parts for field in fields(part)}
    assert sorted(name for name in names if f"`{name}`" not in page) == []


def commands() -> Iterator[tuple[str, click.Parameter | None]]:
    """Every command with every parameter of it."""
    for name, command in cli.commands.items():
        yield name, None
        for parameter in command.params:
            yield name, parameter


@pytest.mark.parametrize(("name", "parameter"), list(commands()), ids=lambda value: getattr(value, "name", value))
def test_every_command_and_option_is_in_its_section(name: str, parameter: click.Parameter | None) -> None:
    page = (ROOT / "docs" / "cli.md").read_text()
    section = page.partition(f"\n## `transcript {name}`\n")[2].partition("\n## ")[0]
    assert section
    if isinstance(parameter, click.Option):
        assert [word for word in parameter.opts if word not in section] == []
        if isinstance(parameter.type, click.Choice):
            choices = r"\|".join(parameter.type.choices)
            assert f"{parameter.opts[0]} {choices}" in section


def test_the_example_of_a_sidecar_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "known.toml"
    path.write_text(blocks(ROOT / "docs" / "cli.md", "toml")[0].text)
    options = with_sidecars(Options(), str(path), None)
    assert [member.name for member in options.cast] == ["Amos Tull", "Ada Finch"]
    assert options.metadata["date"] == "1987-10-03"


def test_the_fields_of_a_sidecar_are_all_explained() -> None:
    section = (ROOT / "docs" / "cli.md").read_text().partition("\n## Sidecars\n")[2]
    names = {field.name for part in (model.Metadata, CastMember) for field in fields(part)}
    assert sorted(name for name in names if f"`{name}`" not in section) == []


def test_the_exit_codes_are_explained() -> None:
    page = (ROOT / "docs" / "cli.md").read_text()
    assert re.findall(r"^\| (\d) \|", page, re.MULTILINE) == ["0", "1", "2"]


def test_the_example_of_a_case_is_one(tmp_path: Path) -> None:
    lines = (ROOT / "docs" / "cases.md").read_text().partition("\n\n    ")[2].partition("\n\nThe first lines")[0]
    path = tmp_path / "example.txt"
    path.write_text("".join(f"{line.removeprefix('    ')}\n" for line in lines.split("\n")))
    case = load(path)
    assert case.found() == case.expected


def test_the_layers_of_the_house_are_those_that_are_enforced(request: pytest.FixtureRequest) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    drawn = "".join(f"{layer.replace('transcript.', '')}\n" for layer in layers)
    page = ROOT / "docs" / "architecture.md"
    shown = blocks(page, "layers")[0].text
    if request.config.getoption("--accept"):
        page.write_text(page.read_text().replace(f"```layers\n{shown}```", f"```layers\n{drawn}```"))
        pytest.skip("the layers were drawn anew")
    assert shown == drawn, "pytest --accept tests/test_docs.py draws them anew"


def test_every_module_of_the_engine_has_its_question() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text()
    modules = {path.stem for path in (ROOT / "transcript" / "engine").glob("[!_]*.py")}
    assert sorted(name for name in modules if f"`{name}`" not in page) == []


def test_the_example_of_a_layout_reads_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    namespace: dict[str, Any] = {}
    exec(blocks(ROOT / "docs" / "architecture.md", "layout")[0].text, namespace)  # noqa: S102 # it is our own
    monkeypatch.setattr(engine, "LAYOUTS", (*engine.LAYOUTS, namespace["LAYOUT"]))
    text = "@nora Is it open?\n\n@ivo It is.\n\n@nora Still?\n\n@ivo Always.\n"
    document = structure(read(text.encode(), "plain"))
    assert document.source.layouts == ("handle",)
    assert [(turn.speaker, turn.text) for turn in document.turns] == [
        ("nora", "Is it open?"),
        ("ivo", "It is."),
        ("nora", "Still?"),
        ("ivo", "Always."),
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


def format_table() -> str:
    """The table of formats, in Markdown."""
    able = {True: "yes", False: ""}
    rows = []
    for row in FORMATS:
        suffixes, media_types = (", ".join(f"`{word}`" for word in words) for words in (row.suffixes, row.media_types))
        cells = (f"`{row.name}`", row.title, able[row.reads], able[row.writes], suffixes, media_types)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(
        ["| name | what it is | read | write | suffixes | media types |", "|---|---|---|---|---|---|", *rows]
    )


def test_the_table_of_formats_is_the_one_of_the_program(request: pytest.FixtureRequest) -> None:
    path = ROOT / "docs" / "cli.md"
    page = path.read_text()
    shown = re.search(r"^\| name \|.*?(?=\n\n)", page, re.MULTILINE | re.DOTALL)
    assert shown
    if request.config.getoption("--accept"):
        path.write_text(page.replace(shown[0], format_table()))
        pytest.skip("the table was made anew")
    assert shown[0] == format_table(), "pytest --accept tests/test_docs.py makes it anew"
