"""What it costs to write a document of 300 turns as JSON, and what the cheap check saves.

Each figure is the best of many runs, in microseconds.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import orjson

from schemas.document import DOCUMENT
from transcript import wire
from transcript.model import Direction, Document, Origin, Printed, Speaker, Time, Turn

TURNS = 300
WORDS = "So we went down to the quay before light, the three of us with the nets, and nobody said a word (laughs). " * 2
RUNS = {"Schema.load": 10}
"""Fewer than the usual number of runs, for what is slow."""
USUAL_RUNS = 200


def document(*, timed: bool) -> Document:
    """Two people who take turns, each with a printed label, and every fifth with a direction; perhaps with times."""
    turns = []
    at = 0
    for number in range(TURNS):
        speaker, label = (("ann", "Ann:"), ("bo", "Bo:"))[number % 2]
        start = at + len(label) + 1
        laugh = start + WORDS.index("(laughs)")
        turns.append(
            Turn(
                speaker,
                start,
                start + len(WORDS),
                WORDS,
                label=Printed(label, at, at + len(label)),
                directions=(Direction("laughter", "(laughs)", laugh, laugh + 8),) if number % 5 == 0 else (),
                time=Time(number * 10.0, number * 10.0 + 9.5) if timed else None,
                confidence=0.97,
            )
        )
        at = start + len(WORDS) + 2
    people = (Speaker("ann", "Ann", "interviewer", labels=("Ann",)), Speaker("bo", "Bo", labels=("Bo",)))
    return Document(Origin("plain", at, "0" * 64, ("name-colon",)), tuple(turns), people, confidence=0.97)


def figures(subject: Document) -> dict[str, float]:
    """Microseconds by what was done."""
    data = wire.dump(subject)
    written = orjson.dumps(data)
    work: dict[str, Callable[[], object]] = {
        "dump": lambda: wire.dump(subject),
        "check": lambda: wire.check(data),
        "orjson.dumps": lambda: orjson.dumps(data),
        "Schema.load": lambda: DOCUMENT.load(data),
        "orjson.loads": lambda: orjson.loads(written),
        "load": lambda: wire.load(data),
    }
    return {name: best(call, RUNS.get(name, USUAL_RUNS)) for name, call in work.items()}


def best(call: Callable[[], object], runs: int) -> float:
    """Microseconds of the quickest run."""
    quickest = float("inf")
    for _ in range(runs):
        started = perf_counter()
        call()
        quickest = min(quickest, perf_counter() - started)
    return quickest * 1e6


def main() -> None:
    """Print the table."""
    columns = [figures(document(timed=timed)) for timed in (False, True)]
    rows = {name: [column[name] for column in columns] for name in columns[0]}
    rows["write: dump + check + orjson"] = [sum([*column.values()][:3]) for column in columns]
    print(f"{f'{TURNS} turns, microseconds':30}{'without times':>15}{'with times':>15}")
    for name, cells in rows.items():
        print(f"{name:30}" + "".join(f"{cell:15,.0f}" for cell in cells))
    print(f"{'check, a turn':30}" + "".join(f"{column['check'] / TURNS:15.2f}" for column in columns))
    print(
        f"{'Schema.load / check':30}"
        + "".join(f"{column['Schema.load'] / column['check']:15.0f}" for column in columns)
    )


if __name__ == "__main__":
    main()
