"""Two pages side by side are never read as one."""

from __future__ import annotations

import pytest

from tests.engine.test_who_speaks import said
from transcript.pipeline import read, structure

_LEFT = [
    "MS VANE: Good morning. Is the bridge",
    "  yours, Mr Lund?",
    "A. It is.",
    "Q. Since when?",
    "A. Since May.",
] * 3
_RIGHT = ["A. As I said, in May.", "Q. And the toll?", "A. That too.", "MS VANE: Thank you. We", "  rise now."] * 3


@pytest.mark.parametrize("width", [44, 60])
@pytest.mark.parametrize("first", [1, 11])
def test_two_pages_side_by_side_have_no_turns_and_a_note(width: int, first: int) -> None:
    rows = [
        f"{first + at:2} {left:{width}}{at + 1:3}   {right}".rstrip()
        for at, (left, right) in enumerate(zip(_LEFT, _RIGHT, strict=True))
    ]
    text = "Day 4                     The Bridge Inquiry                     3 May\n\n" + "\n".join(rows)
    document = structure(read(text.encode()))
    assert document.turns == ()
    assert [note.code for note in document.notes] == ["columns-beside", "no-speakers"]
    assert document.confidence < 0.5


def test_one_page_with_numbers_in_its_lines_is_read() -> None:
    talk = "\n".join(f"{at + 1:2}  {line}  {at}  times" for at, line in enumerate(_LEFT))
    assert said(talk.replace("  times", " times"))
    table = "\n".join(f"Gate {gate}      {gate}     open" for gate in range(1, 9))
    text = table + "\n\n" + "\n\n".join(f"Ann: It is {at}.\n\nBea: It is." for at in range(6))
    assert len(said(text)) == 12
