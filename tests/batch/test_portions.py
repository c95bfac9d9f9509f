"""How documents are dealt out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from transcript.batch.portions import LARGEST, MOST_ITEMS, SMALLEST, bytes_a_portion, portions
from transcript.batch.work import Item


@settings(max_examples=100)
@given(
    sizes=st.lists(st.none() | st.integers(0, 100_000), max_size=60).map(lambda sizes: sizes * 40),
    size=st.integers(1, 1_000_000),
)
def test_every_item_is_in_one_portion_in_order(sizes: list[int | None], size: int) -> None:
    items = [Item(str(number), weight) for number, weight in enumerate(sizes)]
    dealt = list(portions(items, size))
    assert [item for portion in dealt for item in portion] == items
    for portion in dealt:
        assert 1 <= len(portion) <= MOST_ITEMS
        assert sum(32_768 if item.bytes is None else item.bytes for item in portion[:-1]) < size


def test_few_documents_are_spread_over_the_cores_and_many_make_portions_of_a_second() -> None:
    assert bytes_a_portion(0, 2) == SMALLEST
    assert bytes_a_portion(8_000_000, 2) == 500_000
    assert bytes_a_portion(10**12, 1_000) == LARGEST
