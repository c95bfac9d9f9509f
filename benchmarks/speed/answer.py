"""What it costs to check and to write a document, over what it costs to find it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from benchmarks import check
from benchmarks.speed.engine import SIZES, source_of
from benchmarks.speed.rows import Row, quickest
from benchmarks.speed.texts import ORDINARY, text_of
from transcript import structure, wire, write


def answers() -> Iterator[Row]:
    """The writers over the engine, and the schemas over the check."""
    for size, (characters, rounds) in SIZES.items():
        source = source_of(text_of(ORDINARY, characters))
        document = structure(source)
        data = wire.dump(document)
        contestants: dict[str, Callable[[], object]] = {
            "engine": partial(structure, source),
            "check": partial(wire.check, data),
            "JSON": partial(write, document, "json"),
            "TEI": partial(write, document, "tei"),
        }
        costs = quickest(contestants, rounds)
        for name in ("check", "JSON", "TEI"):
            yield Row(
                f"{name}, {size}: to the engine", costs[name] / costs["engine"], None, f"{costs[name] * 1e3:.2f} ms"
            )
        both = (costs["JSON"] + costs["TEI"]) / costs["engine"]
        yield Row(f"check, JSON and TEI, {size}: to the engine", both, 1.0)
    for timed in (False, True):
        figures = check.figures(check.document(timed=timed))
        ratio = figures["check"] / figures["Schema.load"]
        name = "with" if timed else "without"
        yield Row(f"check: to Schema.load, {name} times", ratio, 1 / 20, f"1/{1 / ratio:.0f}")
