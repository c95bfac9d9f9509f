"""The engine on ordinary texts: against its peers, as the text grows, and in memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from math import log
from statistics import geometric_mean

from benchmarks.speed.peers import one_regex, turnchunk
from benchmarks.speed.rows import Row, quickest
from benchmarks.speed.texts import LAYOUTS, ORDINARY, Layout, conversation, text_of
from transcript import Options, Source, read, structure

SIZES = {"60 KB": (60_000, 20), "1 MB": (1_000_000, 4)}
"""Characters, and how often each contestant runs."""
_NO_LIMIT = Options(max_turns=10_000_000)


def source_of(text: str) -> Source:
    """As the reader of plain text gives it."""
    source = read(text.encode(), "plain")
    assert isinstance(source, Source)
    return source


def against_peers() -> Iterator[Row]:
    """For each layout and size, ``structure`` against turnchunk where that reads the layout.

    Where it does not, against what it costs on average on the layouts that it reads, and twice that is allowed.
    """
    peer = turnchunk()
    for size, (characters, rounds) in SIZES.items():
        usual: list[float] = []
        unread = []
        for layout in LAYOUTS:
            name = f"{layout.name}, {size}"
            costs, turns = _costs(layout, characters, rounds, peer)
            if not costs:
                yield Row(name, None, 1.0, f"not read: {turns}")
                continue
            note = f"{costs['ours'] * 1e9 / characters:.0f} ns a character, {turns}"
            yield Row(f"{name}: to one regex", costs["ours"] / costs["regex"], None, note)
            if "turnchunk" in costs:
                usual.append(costs["turnchunk"])
                yield Row(f"{name}: to turnchunk", costs["ours"] / costs["turnchunk"], 1.0)
            else:
                unread.append((name, costs["ours"]))
        if not peer:
            yield Row(f"{size}: to turnchunk", None, 1.0, "not installed")
            continue
        for name, ours in unread:
            yield Row(f"{name}: to turnchunk's usual", ours / geometric_mean(usual), 2.0, "which does not read it")


def _costs(
    layout: Layout, size: int, rounds: int, peer: Callable[[str], object] | None
) -> tuple[dict[str, float], str]:
    """Processor seconds by contestant, none where we do not read the layout ourselves; and the turns that we find."""
    text = text_of(layout, size)
    source = source_of(text)
    true = sum(1 for _ in conversation(size))
    found = len(structure(source).turns)
    turns = f"{found} of {true} turns"
    if not _right(found, true):
        return {}, turns
    contestants: dict[str, Callable[[], object]] = {
        "ours": lambda: structure(source),
        "regex": lambda: one_regex(text),
    }
    if peer and _right(_turns_of(peer, text), true):
        contestants["turnchunk"] = lambda: peer(text)
    return quickest(contestants, rounds), turns


def _right(found: int, true: int) -> bool:
    """Nine in ten of the turns, and not many more."""
    return 0.9 * true <= found <= 1.1 * true


def _turns_of(peer: Callable[[str], object], text: str) -> int:
    """How many it finds. It refuses what it cannot tell."""
    try:
        return len(getattr(peer(text), "turns", ()))
    except ValueError:
        return 0


def growth(*, huge: bool) -> Iterator[Row]:
    """The exponent of cost from each size to one ten times as large.

    :param huge: up to 100 MB, which takes minutes and gigabytes.
    """
    sizes = [10**power for power in range(4, 9 if huge else 8)]
    costs = []
    for size in sizes:
        source = source_of(text_of(ORDINARY, size))
        work = partial(structure, source, _NO_LIMIT)
        costs.append(quickest({"": work}, max(1, min(50, 10**7 // size)))[""])
    for (small, less), (large, more) in pairwise(zip(sizes, costs, strict=True)):
        exponent = log(more / less) / log(large / small)
        yield Row(
            f"exponent, {small / 1e6:g} to {large / 1e6:g} MB",
            exponent,
            1.05,
            f"{more * 1e9 / large:.0f} ns a character",
        )
    whole = log(costs[-1] / costs[0]) / log(sizes[-1] / sizes[0])
    yield Row(f"exponent, {sizes[0] / 1e6:g} to {sizes[-1] / 1e6:g} MB", whole, 1.05)


def memory() -> Iterator[Row]:
    """The peak of what is allocated beside the source, over the bytes of the text."""
    for layout in LAYOUTS:
        text = text_of(layout, 1_000_000)
        source = source_of(text)
        structure(source)  # what is loaded once is not counted
        tracemalloc.start()
        structure(source)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        yield Row(f"memory, {layout.name}, 1 MB", peak / len(text.encode()), 12.0)
