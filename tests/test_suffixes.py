"""What the name of a file tells of its format."""

from __future__ import annotations

import pytest

from transcript.formats import named
from transcript.suffixes import has_suffix_of, known_suffix, stem


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("tape.txt", ".txt"),
        ("tape.TXT", ".TXT"),
        ("tape.1.tei.xml", ".tei.xml"),
        ("tape.podcast.json", ".podcast.json"),
        ("tape.wav", ".wav"),
        ("tape", ""),
        (".txt", ""),
    ],
)
def test_the_longest_suffix_that_a_format_has_is_cut_off(name: str, suffix: str) -> None:
    assert known_suffix(name) == suffix
    assert stem(name) + suffix == name


def test_a_suffix_is_that_of_a_format_whatever_its_case() -> None:
    assert has_suffix_of("TAPE.TXT", named("plain"))
    assert not has_suffix_of("tape.podcast.json", named("json"))
