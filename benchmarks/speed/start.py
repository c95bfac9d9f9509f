"""What it costs to begin: the command line against an interpreter that does nothing, and what is imported."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.speed.rows import Row

_HELP = "import sys; sys.argv = ['transcript', '--help']; from transcript.cli import main; main()"
_IMPORTED = """
import sys
from transcript.cli import main
sys.argv = ["transcript", "convert", sys.argv[1], "--to", "json", "--output", sys.argv[2]]
try:
    main()
finally:
    known = sys.stdlib_module_names
    print(len(sys.modules), *sorted({name.partition(".")[0] for name in sys.modules} - known - {"__main__"}))
"""
_ROUNDS = 15


def starts() -> Iterator[Row]:
    """``transcript --help`` over ``pass``, and the packages behind one conversion."""
    commands = {"pass": ["-c", "pass"], "help": ["-c", _HELP]}
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(_ROUNDS):
        for name, arguments in commands.items():
            best[name] = min(best[name], _spent(arguments))
    note = f"{best['help'] * 1e3:.0f} ms, {best['pass'] * 1e3:.0f} ms"
    yield Row("transcript --help: to python -c pass", best["help"] / best["pass"], 3.0, note)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "x.txt")
        text.write_text("Marlo: Who rowed?\n\nRuska: I did.\n", encoding="utf-8")
        said = subprocess.run(
            [sys.executable, "-c", _IMPORTED, str(text), f"{folder}/x.json"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()[-1]
    count, _, packages = said.partition(" ")
    yield Row("modules of convert x.txt --to json", float(count), None, packages)


def _spent(arguments: Sequence[str]) -> float:
    """Processor seconds of one Python."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
