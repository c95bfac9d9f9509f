"""What stands between the turns and is nobody's."""

from __future__ import annotations

from tests.engine.test_who_speaks import said

_PIECES = [("“A clean plate”", "Did you wash it?"), ("“Ground rules”", "Who made them?"), ("“The lid”", "Was it on?")]


def test_a_title_in_quotation_marks_is_no_part_of_the_answer_above() -> None:
    text = "\n\n".join(f"{title}\n\nQ. {asked}\n\nA. I do not know." for title, asked in _PIECES)
    assert said(text) == [turn for _, asked in _PIECES for turn in (("Q", asked), ("A", "I do not know."))]


def test_quoted_words_that_the_answer_leads_up_to_are_its_own() -> None:
    text = "\n\n".join(f"Q. {asked}\n\nA. The note said this:\n\n{title}" for title, asked in _PIECES)
    text += "\n\nQ. And then?\n\nA. It ended.\n\n“And so to bed.”\n\nQ. Good."
    assert [words for who, words in said(text) if who == "A"] == [
        *(f"The note said this:\n\n{title}" for title, _ in _PIECES), "It ended.\n\n“And so to bed.”",
    ]  # fmt: skip


def test_what_announces_the_next_excerpt_is_told() -> None:
    told = "The second excerpt is from the trial of a baker in the same town:"
    text = f"Q. Was it late?\n\nA. It was.\n\nQ. How late?\n\nA. Ten.\n\n{told}\n\nQ. Was it bread?\n\nA. It was."
    assert ("A", "Ten.") in said(text)
    own = text.replace(told, "The law that I read out to them has two parts:")
    assert ("A", "Ten.\n\nThe law that I read out to them has two parts:") in said(own)
