"""What stands before the words of a line and is nobody's: numbers of lines, marks of a list."""

from __future__ import annotations

import pytest

from tests.engine.test_who_speaks import said
from transcript.model import Heading, Passage
from transcript.pipeline import read, structure

_SHEET = [
    "     THE CLERK:  We are on the record at 2:10 p.m.",
    "This is the deposition of Nora Vane.",
    "     (Witness sworn.)",
    "EXAMINATION",
    "BY MR. OST:",
    "Q.   Where did you keep the",
    "ledger in those years?",
    "A.   In the drawer below the counter.  I",
    "had the only key.",
    "     (Exhibit 4 marked for identification; one",
    "ledger of ninety pages.)",
    "Q.   Is this the ledger?",
    "A.   It is.",
    "     MS. LIND:  Objection, form.",
    "Q.   Who wrote the last page?",
    "A.   I did.",
    "EXAMINATION",
    "BY MS. LIND:",
    "Q.   Did anybody else write in it?",
    "A.   Nobody.",
]
_SWORN = [
    ("THE CLERK", "We are on the record at 2:10 p.m. This is the deposition of Nora Vane."),
    ("MR. OST", "Where did you keep the ledger in those years?"),
    ("A", "In the drawer below the counter. I had the only key."),
    ("MR. OST", "Is this the ledger?"),
    ("A", "It is."),
    ("MS. LIND", "Objection, form."),
    ("MR. OST", "Who wrote the last page?"),
    ("A", "I did."),
    ("MS. LIND", "Did anybody else write in it?"),
    ("A", "Nobody."),
]


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(lambda at: f"0003:{at + 1:02}", id="page and line"),
        pytest.param(lambda at: f"{12 + at // 15}:{at % 15 + 1}", id="page and line on two pages"),
        pytest.param(lambda at: f"{at % 12 + 1 + at % 12 // 6:2}", id="lines left out"),
        pytest.param(lambda at: f"{at % 13 + 1:02}", id="two sheets"),
    ],
)
def test_the_numbers_of_a_sheet_are_no_words_and_its_lines_are_wrapped(number) -> None:  # type: ignore[no-untyped-def]
    text = "\n".join(f"{number(at)}   {line}" for at, line in enumerate(_SHEET))
    assert said(text) == _SWORN
    segments = structure(read(text.encode())).segments
    assert [segment.text for segment in segments if isinstance(segment, Heading)] == ["EXAMINATION"] * 2
    assert [segment.text for segment in segments if isinstance(segment, Passage)][-1] == "BY MS. LIND:"


def test_times_are_no_pages_and_lines() -> None:
    talk = "\n".join(f"0:{second:02} Ann: So it is {second}." for second in range(1, 60, 4))
    document = structure(read(talk.encode()))
    assert len(document.turns) == 15
    assert document.turns[3].time is not None


_TALK = ["Ann: We mended the pump.", "Bea: Good. Does it hold?", "Ann: So far.", "Bea: Then on.", "Ann: On it is."]


@pytest.mark.parametrize("form", ["{}. ", "{:03} ", "[{}] ", "({}) ", "  {}.  ", "{}) "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_number_that_counts_the_turns_is_no_part_of_a_name(form: str, gap: str) -> None:
    text = gap.join(form.format(at) + turn for at, turn in enumerate(_TALK, 1))
    assert said(text) == [tuple(turn.split(": ")) for turn in _TALK]


@pytest.mark.parametrize("asks", ["{}. Interviewer: ", "({}) Interviewer: ", "{}. Q: "])
def test_the_number_of_a_question_is_no_part_of_who_asks(asks: str) -> None:
    text = "\n\n".join(asks.format(at) + f"Is gate {at} shut?\n\nAnna: So it is, since {at}." for at in range(1, 6))
    assert {who for who, _ in said(text)} == {asks[4:].strip(" :"), "Anna"}
    steps = "\n\n".join(f"{at}. Step: shut gate {at}.\n\nThen go on to the next." for at in range(1, 6))
    assert said(steps) == []


def test_a_year_among_counted_turns_is_a_word() -> None:
    text = "\n".join(f"{at:02} {turn}\n1951 it was." for at, turn in enumerate(_TALK * 2, 1))
    assert [who for who, _ in said(text)] == [turn.split(":")[0] for turn in _TALK * 2]
    assert said(text)[0][1].split() == ["We", "mended", "the", "pump.", "1951", "it", "was."]


def test_a_paste_with_a_number_on_every_line() -> None:
    lines = ["The Pump", "", *(line for turn in _TALK for line in (turn, "")), "Ann: Yes."]
    text = "Some Paste\n240\n" + "\n".join(f"  {at}. {line}" for at, line in enumerate(lines, 1))
    assert [who for who, _ in said(text)] == ["Ann", "Bea", "Ann", "Bea", "Ann", "Ann"]


@pytest.mark.parametrize("mark", ["- {}", "-{}", "* {}", "• {}", "+ {}", "- **{}:**{}", "- **{}**:{}"])
def test_the_mark_of_a_list_is_no_part_of_a_name(mark: str) -> None:
    def marked(turn: str) -> str:
        name, words = turn.split(":")
        return mark.format(name, words) if "**" in mark else mark.format(turn)

    text = "# Minutes\n\n" + "\n".join(map(marked, _TALK))
    assert said(text) == [tuple(turn.split(": ")) for turn in _TALK]


@pytest.mark.parametrize("form", ["- [00:{:02}] {}:{}", "* **{1}** (00:{0:02}):{2}"])
def test_a_time_may_stand_beside_the_name_in_a_list(form: str) -> None:
    text = "# Minutes\n\n" + "\n".join(form.format(at, *turn.split(":")) for at, turn in enumerate(_TALK))
    assert said(text) == [tuple(turn.split(": ")) for turn in _TALK]


def test_a_sheet_with_a_blank_line_between_all_is_wrapped_as_well() -> None:
    assert said("\n\n".join(f"{at % 25 + 1:2}   {line}" for at, line in enumerate(_SHEET))) == _SWORN


def test_captions_with_a_bullet_each_are_one_turn_until_the_next_name() -> None:
    lines = ["ANN MOSS: The pump is old.", "It leaks.", "BEA HALE: I know, and it will leak", "until we mend it."] * 3
    text = "\n\n".join(f"  • {line}" for line in lines)
    assert said(text)[:2] == [
        ("ANN MOSS", "The pump is old.\n\nIt leaks."),
        ("BEA HALE", "I know, and it will leak\n\nuntil we mend it."),
    ]


@pytest.mark.parametrize("mark", "-*•")
def test_the_points_of_lists_stay_points(mark: str) -> None:
    text = "\n\n".join(f"Plan {plan}\n\n{mark} Cost: {plan}00.\n{mark} Risk: low." for plan in range(4))
    assert said(text) == []
    assert f"{mark} Risk: low." in [segment.text for segment in structure(read(text.encode())).segments]


def test_the_title_that_comes_again_on_each_page_of_a_flattened_text_is_nobodys() -> None:
    title = "RECORD OF A MEETING BETWEEN THE KEEPER AND A. LUND ON MARCH 3, 1951, FROM NOON TO ONE"
    page = "KEEPER: Is it shut? LUND: It is, and it stays so. KEEPER: Since when? LUND: Since the rain came. " * 2
    text = f"{title}\n\n" + "\n\n".join(f"{page}MARCH 3, 1951, FROM NOON TO ONE {number}" for number in (1, 2, 3))
    assert {words for _, words in said(text)} == {
        "Is it shut?", "It is, and it stays so.", "Since when?", "Since the rain came.",
    }  # fmt: skip
    other = text.replace("MARCH 3, 1951, FROM NOON TO ONE 2", "We read THE BOOK OF GATES PART 2")
    assert ("LUND", "Since the rain came. We read THE BOOK OF GATES PART 2") in said(other)
