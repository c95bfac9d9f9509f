"""``transcript convert``."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import INTERVIEW, Run
from transcript.formats import FORMATS


def content(folder: Path) -> list[str]:
    """The names of everything in the folder and below it."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


def filename_in(path: Path) -> str:
    """The name of the input that a JSON result records."""
    return str(json.loads(path.read_bytes())["metadata"]["filename"])


def test_one_file_goes_to_standard_output_as_json(run: Run, interview: Path) -> None:
    result = run("convert", interview)
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["source"]["characters"] == len(INTERVIEW)


def test_one_file_goes_to_a_file_in_the_format_of_its_suffix(run: Run, interview: Path, folder: Path) -> None:
    result = run("convert", interview, "-o", "out.tei.xml")
    assert (result.exit_code, result.output) == (0, "")
    assert etree.parse(folder / "out.tei.xml").getroot().tag == "{http://www.tei-c.org/ns/1.0}TEI"


def test_the_named_format_wins_over_the_suffix(run: Run, interview: Path, folder: Path) -> None:
    assert run("convert", interview, "--to", "json", "-o", "out.xml").exit_code == 0
    assert filename_in(folder / "out.xml") == "bakery.txt"


def test_a_suffix_that_tells_no_format_is_wrong_use(run: Run, interview: Path, folder: Path) -> None:
    result = run("convert", interview, "-o", "out.xyz")
    assert result.exit_code == 2
    assert "the name out.xyz does not tell the format: say --to FORMAT" in result.stderr
    assert content(folder) == ["bakery.txt"]


def test_standard_input_goes_to_standard_output(run: Run) -> None:
    result = run("convert", "-", "--to", "json", "-o", "-", stdin=INTERVIEW)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["metadata"]["filename"] is None


def test_the_same_input_gives_the_same_bytes(run: Run, interview: Path) -> None:
    assert run("convert", interview).stdout_bytes == run("convert", interview).stdout_bytes


def test_several_files_go_to_a_folder_that_is_made(run: Run, interview: Path, folder: Path) -> None:
    (folder / "Mill.TXT").write_text(INTERVIEW)
    result = run("convert", interview, "Mill.TXT", "--to", "tei", "-o", "results/today")
    assert (result.exit_code, result.output) == (0, "")
    assert content(folder / "results") == ["today/Mill.tei.xml", "today/bakery.tei.xml"]


def test_one_file_goes_into_a_folder_that_is_there(run: Run, interview: Path, folder: Path) -> None:
    (folder / "results").mkdir()
    assert run("convert", interview, "-o", "results").exit_code == 0
    assert content(folder / "results") == ["bakery.json"]


def test_standard_input_among_files_is_called_stdin(run: Run, interview: Path, folder: Path) -> None:
    assert run("convert", interview, "-", "-o", "results", stdin=INTERVIEW).exit_code == 0
    assert content(folder / "results") == ["bakery.json", "stdin.json"]


def test_of_a_folder_the_files_with_a_known_suffix_are_converted(run: Run, folder: Path) -> None:
    for name in ("a.txt", "b.2024.txt", "c.pages", ".d.txt", "deeper/e.txt"):
        (folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "in" / name).write_text(INTERVIEW)
    assert run("convert", "in", "-o", "out").exit_code == 0
    assert content(folder / "out") == ["a.json", "b.2024.json"]


def test_a_folder_without_transcripts_is_said_to_have_none(run: Run, folder: Path) -> None:
    (folder / "in").mkdir()
    result = run("convert", "in", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr == "transcript: in: no file in this folder has the suffix of a format that can be read\n"


def test_a_file_that_is_named_twice_is_converted_once(run: Run, interview: Path, folder: Path) -> None:
    result = run("convert", interview, f"./{interview}", folder, "-o", "out")
    assert (result.exit_code, result.output) == (0, "")
    assert content(folder / "out") == ["bakery.json"]


@pytest.mark.parametrize("inputs", [["bakery.txt", "bakery.txt.txt"], ["in"]])
@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_several_files_need_a_folder(run: Run, folder: Path, inputs: list[str], output: list[str]) -> None:
    (folder / "in").mkdir()
    result = run("convert", *inputs, *output)
    assert result.exit_code == 2
    assert "several files, or a folder, need a folder to go to: -o DIR" in result.stderr


def test_a_folder_that_cannot_be_made_is_wrong_use(run: Run, interview: Path) -> None:
    result = run("convert", interview, "other.txt", "-o", interview / "out")
    assert result.exit_code == 2
    assert "cannot write to bakery.txt/out: Not a directory" in result.stderr


@pytest.mark.parametrize("names", [("a/x.txt", "b/x.txt"), ("a/x.txt", "b/X.txt"), ("a/x.txt", "b/x.md")])
def test_no_result_takes_the_place_of_another(run: Run, folder: Path, names: tuple[str, str]) -> None:
    for name in (*names, "c/y.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(INTERVIEW)
    result = run("convert", *names, "c/y.txt", "-o", "out")
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first == f"transcript: {names[0]}: not converted, because {names[1]} would become out/x.json too"
    assert second.startswith(f"transcript: {names[1]}: not converted, because {names[0]} would become ")
    assert content(folder / "out") == ["y.json"]


def test_no_result_takes_the_place_of_an_input(run: Run, interview: Path, folder: Path) -> None:
    (folder / "bakery.json").write_text("{}")
    result = run("convert", interview, "bakery.json", "-o", ".", "--from", "plain")
    assert result.exit_code == 1
    assert (folder / "bakery.json").read_text() == "{}"


@pytest.mark.parametrize("output", ["bakery.txt", "../{}/bakery.txt", "link.txt"])
def test_a_file_is_not_converted_into_itself(run: Run, interview: Path, folder: Path, output: str) -> None:
    (folder / "link.txt").symlink_to(interview)
    result = run("convert", interview, "--to", "json", "-o", output.format(folder.name))
    assert result.exit_code == 1
    assert result.stderr == "transcript: bakery.txt: the output would take the place of the input\n"
    assert interview.read_text() == INTERVIEW


def test_a_bad_file_does_not_stop_the_others(run: Run, interview: Path, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "loop.txt").symlink_to("loop.txt")
    result = run("convert", "empty.txt", "gone.txt", "loop.txt", interview, "-o", "out")
    assert result.exit_code == 1
    empty, gone, loop = result.stderr.splitlines()
    assert empty.startswith("transcript: empty.txt: ")
    assert gone == "transcript: gone.txt: No such file or directory"
    assert loop == "transcript: loop.txt: Too many levels of symbolic links"
    assert content(folder / "out") == ["bakery.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_what_may_not_be_read_or_written_is_said(run: Run, interview: Path, folder: Path) -> None:
    (folder / "secret.txt").touch(mode=0)
    (folder / "closed").mkdir(mode=0o500)
    assert run("convert", "secret.txt").stderr == "transcript: secret.txt: Permission denied\n"
    assert run("convert", interview, "-o", "closed").stderr == (
        "transcript: bakery.txt: cannot write closed/bakery.json: Permission denied\n"
    )


def test_a_result_that_cannot_be_written_leaves_nothing(run: Run, interview: Path, folder: Path) -> None:
    (folder / "out" / "bakery.json").mkdir(parents=True)
    result = run("convert", interview, "-o", "out")
    assert result.exit_code == 1
    assert result.stderr == "transcript: bakery.txt: cannot write out/bakery.json: Is a directory\n"
    assert content(folder) == ["bakery.txt"]


def test_an_earlier_result_is_replaced_and_keeps_its_permissions(run: Run, interview: Path, folder: Path) -> None:
    (folder / "out.json").write_text("old")
    (folder / "out.json").chmod(0o640)
    assert run("convert", interview, "-o", "out.json").exit_code == 0
    assert filename_in(folder / "out.json") == "bakery.txt"
    assert (folder / "out.json").stat().st_mode & 0o777 == 0o640


def test_a_link_to_an_earlier_result_stays_a_link(run: Run, interview: Path, folder: Path) -> None:
    (folder / "real.json").write_text("old")
    (folder / "out.json").symlink_to("real.json")
    assert run("convert", interview, "-o", "out.json").exit_code == 0
    assert (folder / "out.json").is_symlink()
    assert filename_in(folder / "real.json") == "bakery.txt"


def test_a_new_result_has_the_permissions_of_any_new_file(run: Run, interview: Path, folder: Path) -> None:
    (folder / "any").touch()
    assert run("convert", interview, "-o", "out.json").exit_code == 0
    assert (folder / "out.json").stat().st_mode == (folder / "any").stat().st_mode


def test_a_full_disk_is_said(run: Run, interview: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    result = run("convert", interview, "--to", "json", "-o", "/dev/full")
    assert result.exit_code == 1
    assert result.stderr == "transcript: bakery.txt: cannot write /dev/full: No space left on device\n"


def test_a_device_is_written_to_and_not_replaced(run: Run, interview: Path) -> None:
    assert run("convert", interview, "--to", "json", "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_a_name_cannot_control_the_terminal(run: Run) -> None:
    assert run("convert", "\x1b[2Jgone.txt").stderr == "transcript: \\x1b[2Jgone.txt: No such file or directory\n"


ONLY_READ = next(row.name for row in FORMATS if not row.writes)
ONLY_WRITTEN = next(row.name for row in FORMATS if not row.reads)


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--to", "papyrus", "unknown format 'papyrus'; there are plain, "),
        ("--to", ONLY_READ, f"{ONLY_READ} can be read, not written"),
        ("--from", ONLY_WRITTEN, f"{ONLY_WRITTEN} can be written, not read"),
        ("--profile", "sung", "'sung' is not one of 'default', 'spoken'"),
    ],
)
def test_a_choice_that_there_is_not_is_wrong_use(run: Run, option: str, value: str, message: str) -> None:
    result = run("convert", "bakery.txt", option, value)
    assert result.exit_code == 2
    assert message in result.stderr


def test_no_file_is_wrong_use(run: Run) -> None:
    assert run("convert").exit_code == 2
