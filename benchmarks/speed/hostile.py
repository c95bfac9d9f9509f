"""Texts that nobody who means well would send, each in a process of its own that may be stopped.

``python -m benchmarks.speed.hostile NAME SIZE`` structures one and prints the processor seconds that took.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from math import log
from resource import RLIM_INFINITY, RLIMIT_CPU, setrlimit
from signal import SIGXCPU
from string import ascii_lowercase
from time import process_time

from benchmarks.speed.rows import Row
from benchmarks.speed.texts import ORDINARY, conversation, text_of
from transcript import TranscriptError, read, structure

GOAL = 5.0
SECONDS = 30.0
"""Processor time after which a case is stopped."""
MEASURABLE = 0.02
"""Seconds below which an exponent would be noise."""


def _filled(piece: str) -> Callable[[int], str]:
    """The piece again and again."""
    return lambda size: piece * (size // len(piece) + 1)


def _between(piece: str) -> Callable[[int], str]:
    """One long run of a piece inside an ordinary conversation."""
    return lambda size: "Marlo: So it was.\n\nRuska: " + piece * (size // len(piece)) + " quite.\n\nMarlo: Yes.\n"


def _runs(piece: str) -> Callable[[int], str]:
    """Runs of 40,000 of a piece, each in a turn of its own."""
    return lambda size: "".join(
        f"{['Marlo', 'Ruska'][at % 2]}: so {piece * (40_000 // len(piece))} it\n" for at in range(size // 40_000)
    )


def _one_line(size: int) -> str:
    return " ".join(words.replace("\n\n", " ") for _, words in conversation(size))


def _one_line_of_labels(size: int) -> str:
    return text_of(ORDINARY, size).replace("\n\n", " ")


def _labels(line: str) -> Callable[[int], str]:
    """Lines that each have a different label."""

    def text(size: int) -> str:
        names = ("".join(letters).capitalize() for letters in product(ascii_lowercase, repeat=5))
        return "".join(
            line.format(name) for name, _ in zip(names, range(size // len(line.format("Aaaaa"))), strict=False)
        )

    return text


def _headings(size: int) -> str:
    return "".join(f"# {words[:60]}\n" for _, words in conversation(size * 5))[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    "ordinary": lambda size: text_of(ORDINARY, size),
    "one line": _one_line,
    "one line, labels within": _one_line_of_labels,
    "one word": _filled("a"),
    "only colons": _filled(":"),
    "a colon a line": _filled(":\n"),
    "`A:` lines": _filled("A:\n"),
    "`A: b` lines": _filled("A: b\n"),
    "`A: b` on one line": _filled("A: b "),
    "different labels": _labels("{}: so it was\n"),
    "different labels, twice": lambda size: _labels("{}: so it\n")(size // 2) * 2,
    "different words before a tab": _labels("{}\tso it was\n"),
    "different names above": _labels("{} Venn\nSo it was.\n\n"),
    "blanks": _filled(" "),
    "blanks within": _between(" "),
    "runs of blanks": _runs(" "),
    "runs of tabs": _runs("\t"),
    "line ends": _filled("\n"),
    "carriage returns": _filled("\r"),
    "dots": _filled("."),
    "dots within": _between("."),
    "runs of dots": _runs("."),
    "runs of `. `": _runs(". "),
    "dashes": _filled("-"),
    "runs of dashes": _runs("-"),
    "runs of ` – `": _runs(" – "),
    "a dash a line": _filled("- a\n"),
    "brackets": _filled("["),
    "pairs of brackets": _filled("[]"),
    "runs of brackets": _runs("("),
    "directions": _filled("(laughs) "),
    "open directions": _filled("(laughs "),
    "digits": _filled("7"),
    "runs of digits": _runs("7"),
    "times": _filled("00:00:01 "),
    "a time a line": _filled("[00:00:01]\n"),
    "stars": _filled("*"),
    "runs of stars": _runs("*"),
    "`*a ` ": _filled("*a "),
    "underlines": _filled("_a"),
    "deep quoting": _between("> "),
    "quoting, each line": _filled("> > > > Marlo: so\n"),
    "question marks": _filled("? "),
    "quotation marks": _filled('"a '),
    "capitals": _filled("MARLO VENN "),
    "titles": _filled("Dr. "),
    "commas": _filled("Marlo, "),
    "tags": _filled("<b>"),
    "open tags": _filled("<a "),
    "entities": _filled("&amp;"),
    "every line a heading": _headings,
    "rules of a heading": _filled("So\n===\n"),
    "numbered lines": lambda size: "".join(f"{at} so it was\n" for at in range(size // 17)),
    "pages": lambda size: "".join(f"\fPage {at}\nMarlo: so\n" for at in range(size // 22)),
}  # fmt: skip


def cases(sizes: tuple[int, int] = (1_000_000, 10_000_000)) -> Iterator[Row]:
    """Each text's cost per character over that of an ordinary one.

    The note tells how cost grows from the smaller size to the larger: an exponent of 2 is a quadratic case.
    """
    small, large = sizes
    usual = spent("ordinary", large)
    assert usual.seconds is not None
    for name in TEXTS:
        if name == "ordinary":
            continue
        less, more = spent(name, small), spent(name, large)
        if more.seconds is None:
            yield Row(name, SECONDS / usual.seconds, GOAL, f"{small / 1e6:g} MB: {less}; {more}", over=True)
            continue
        exponent = ""
        if less.seconds and min(less.seconds, more.seconds) > MEASURABLE:
            exponent = f"exponent {log(more.seconds / less.seconds) / log(large / small):.2f}; "
        yield Row(name, more.seconds / usual.seconds, GOAL, f"{exponent}{more}")


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor seconds on one text, None where it was stopped, and what came of it."""

    seconds: float | None
    outcome: str

    def __str__(self) -> str:
        """For a note."""
        return f"stopped after {SECONDS:g} s" if self.seconds is None else f"{self.seconds:.2f} s, {self.outcome}"


def spent(name: str, size: int) -> Spent:
    """Structure a text in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed.hostile", name, str(size)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode == -SIGXCPU:
        return Spent(None, "")
    assert ended.returncode == 0, ended.stderr
    took, _, outcome = ended.stdout.strip().partition(" ")
    return Spent(float(took), outcome)


def main() -> None:
    """Structure one text; the system stops it when its time is over."""
    text = TEXTS[sys.argv[1]](int(sys.argv[2])).encode()
    structure(read(b"Marlo: So it was.", "plain"))  # what is loaded once is not counted
    started = process_time()
    setrlimit(RLIMIT_CPU, (int(started + SECONDS) + 1, RLIM_INFINITY))
    try:
        outcome = f"{len(structure(read(text, 'plain')).turns)} turns"
    except TranscriptError as refusal:
        outcome = f"refused: {refusal}"
    print(process_time() - started, outcome)


if __name__ == "__main__":
    main()
