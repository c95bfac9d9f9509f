"""How errors are said to a person."""

from __future__ import annotations

from typing import Any, cast

import pytest

from transcript.errors import UnreadableInput, reason_of
from transcript.pipeline import read


def test_an_error_of_ours_is_said_in_its_own_words() -> None:
    assert reason_of(UnreadableInput("These bytes are no text.")) == "These bytes are no text."


def test_an_error_of_the_system_is_said_in_its_words() -> None:
    assert reason_of(FileNotFoundError(2, "No such file or directory", "a.txt")) == "No such file or directory"


def test_a_fault_of_the_program_is_called_that_and_placed_in_it() -> None:
    with pytest.raises(Exception, match=r"bytes|object|type") as caught:
        read(cast(Any, 1), "plain")
    assert reason_of(caught.value).startswith("a fault of this program, not of the file: ")
    assert ".py, line " in reason_of(caught.value)
