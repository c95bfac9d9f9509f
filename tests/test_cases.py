"""The cases in ``cases/``, and the drawing that they are written in."""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.casebook import Case, load, portrait
from tests.documents import SAMPLE, SAMPLE_TEXT

FOLDER = Path(__file__).parent / "cases"
CASES = [load(path) for path in sorted(FOLDER.rglob("*.txt"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.path.relative_to(FOLDER).with_suffix("")))
def test_the_text_becomes_the_document_that_is_expected(case: Case, request: pytest.FixtureRequest) -> None:
    found = case.found()
    if found == case.expected:
        return
    if request.config.getoption("--accept"):
        case.accept()
        pytest.skip("the expectation was rewritten: read the difference before you commit it")
    pytest.fail(difference(case.expected, found), pytrace=False)


def difference(expected: str, found: str) -> str:
    """The lines that differ, each with its neighbours."""
    lines = unified_diff(expected.splitlines(), found.splitlines(), "expected", "found", lineterm="")
    return "\n".join(lines) or "only line ends differ"


def test_the_drawing_shows_all_that_a_curator_argues_about() -> None:
    assert (
        portrait(SAMPLE, SAMPLE_TEXT)
        == """\
layouts: name-colon
note speaker-ambiguous at 'Voice:': voice | wray
note times-partly-missing
speaker wray: Wray (interviewer)
    labels: Wray
speaker ines-calder: Dr. Inés Calder (interviewee), harbour pilot
    labels: Dr. Inés Calder, harbour pilot | CALDER
speaker voice: Voice (role unknown, group)
    labels: Voice

[front heading 1]
    The Last Ferry

[front passage metadata]
    Recorded in Lerwick on 4 May 2019.

[heading 2]
    Crossings

[wray 31 s] Wray:
    When did you first take the boat out?

[ines-calder approximate 35.5-725.25 s] Dr. Inés Calder, harbour pilot:
    In the winter of 1962. (laughs) Three of us went:

    - my brother,
    - the mate

    and I. Nobody spoke.
  + laughter: (laughs)

[passage]
    They walk down to the pier.

[ines-calder] CALDER:
    There & back <twice> a day [inaudible 00:12:05].
  + inaudible: [inaudible 00:12:05]

[direction media]
    [END OF TAPE 1]

[?] Voice:
    Is she coming?

[back passage]
    Transcript edited for length.
"""
    )


def test_an_accepted_case_keeps_its_remark_and_its_text(tmp_path: Path) -> None:
    path = tmp_path / "case.txt"
    path.write_text("Two people.\n--- text\nAnn Lee: Yes?\n\nBo Wu: No.\n\n--- expected\nnothing\n")
    case = load(path)
    case.accept()
    assert load(path) == replace(case, expected=case.found())
    assert case.text == "Ann Lee: Yes?\n\nBo Wu: No.\n\n"


@pytest.mark.parametrize(
    "content", ["", "--- text\nA: b\n\n--- expected\n", "About.\nA: b\n", "About.\n--- text\nA: b\n"]
)
def test_a_file_that_is_no_case_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "case.txt"
    path.write_text(content)
    with pytest.raises(ValueError, match="a case is a remark"):
        load(path)
