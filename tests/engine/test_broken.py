"""Labels that run over the end of a line."""

from __future__ import annotations

from tests.engine.test_who_speaks import said

_WRAPPED = """Mr SPEAKER: Order! I call the member who has been
waiting since the morning.
Hon ADA LUND (Prime
Minister): The gates were shut at noon, and they
will stay so until the rain ends.
Rt Hon
Ben Moss: Does she know what that costs the
people below the weir?
Hon ADA LUND: I do, and I told the member so in
March.
Hon Ben Moss: We wait (as we did in the
spring) and wait.
Mr SPEAKER: Order!"""


def turns(text: str) -> list[tuple[str | None, str]]:
    return [(who, " ".join(words.split())) for who, words in said(text)]


def test_a_label_broken_in_two_is_one() -> None:
    assert turns(_WRAPPED) == [
        ("Mr SPEAKER", "Order! I call the member who has been waiting since the morning."),
        ("Hon ADA LUND", "The gates were shut at noon, and they will stay so until the rain ends."),
        ("Rt Hon Ben Moss", "Does she know what that costs the people below the weir?"),
        ("Hon ADA LUND", "I do, and I told the member so in March."),
        ("Rt Hon Ben Moss", "We wait (as we did in the spring) and wait."),
        ("Mr SPEAKER", "Order!"),
    ]


def test_a_parenthesis_in_the_words_is_no_label() -> None:
    text = _WRAPPED.replace(
        "(as we did in the\nspring) and wait.", "for Ada (as we did in\nMarch): the gates are shut."
    )
    assert turns(text)[4] == ("Rt Hon Ben Moss", "We wait for Ada (as we did in March): the gates are shut.")
