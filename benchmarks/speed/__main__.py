"""Print one table of ratios; ``make bench`` does. Parts can be named: engine, hostile, answer, service, start."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator

from benchmarks.speed import answer, engine, hostile, service, start
from benchmarks.speed.rows import Row, line, show


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--huge", action="store_true", help="grow the text up to 100 MB")
    parser.add_argument("part", nargs="*", help="default: all")
    given = parser.parse_args()

    def engines() -> Iterator[Row]:
        yield from engine.against_peers()
        yield from engine.growth(huge=given.huge)
        yield from engine.memory()

    parts: dict[str, Callable[[], Iterable[Row]]] = {
        "start": start.starts,
        "service": service.services,
        "answer": answer.answers,
        "engine": engines,
        "hostile": hostile.cases,
    }
    if unknown := set(given.part) - set(parts):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(parts)}")
    print(line("what", "ratio", "at most", "", ""))
    print(line("-", "-", "-", "-", "-"))
    for name, measured in parts.items():
        if not given.part or name in given.part:
            show(name, measured())


if __name__ == "__main__":
    main()
