"""The best assignment, held against every other."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.assignment import assign

TABLES = st.dictionaries(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz")), st.integers(min_value=0, max_value=9)
)


def worth(pairs: dict[str, str], table: dict[tuple[str, str], int]) -> int:
    return sum(table.get(pair, 0) for pair in pairs.items())


@settings(max_examples=200)
@given(TABLES)
def test_no_other_assignment_is_worth_more(table: dict[tuple[str, str], int]) -> None:
    best = max(worth(dict(zip("abcde", order, strict=True)), table) for order in permutations("vwxyz"))
    assert worth(assign(table), table) == best


@settings(max_examples=200)
@given(TABLES)
def test_nobody_is_assigned_twice_nor_to_whom_he_shares_nothing_with(table: dict[tuple[str, str], int]) -> None:
    found = assign(table)
    assert len(set(found.values())) == len(found)
    assert all(table[pair] > 0 for pair in found.items())


def test_the_greatest_single_agreement_need_not_be_kept() -> None:
    assert assign({("a", "x"): 10, ("a", "y"): 9, ("b", "x"): 8}) == {"a": "y", "b": "x"}
