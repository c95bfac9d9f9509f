"""A ledger as a person reads it: the worst documents on the terminal, and a page about all of them."""

from __future__ import annotations

from pathlib import Path

import click

from transcript.batch.ledger import BadLedger
from transcript.batch.report import page
from transcript.batch.rows import Row
from transcript.batch.summary import summary_of
from transcript.batch.tables import rows_of_ledger
from transcript.cli.columns import aligned, terminal_width
from transcript.cli.files import complain, write_bytes
from transcript.cli.words import shown
from transcript.errors import reason_of


def show_and_write(ledger: Path, output: Path, worst: int) -> bool:
    """Show the worst documents and write the page; False, and a complaint, if one of both cannot be."""
    try:
        summary = summary_of(rows_of_ledger(ledger), worst)
    except (OSError, BadLedger) as error:
        complain(ledger, reason_of(error))
        return False
    if summary.worst:
        head = ("OUTCOME", "SURE", "TURNS", "DOCUMENT")
        rows = [tuple(shown(cell) for cell in _cells(row)) for row in summary.worst]
        click.echo("\n".join(aligned([head, *rows], "lrr", terminal_width())))
    try:
        write_bytes(output, page(summary, f"{ledger.parent.name or ledger.name}: {summary.documents:,} documents"))
    except OSError as error:
        complain(output, reason_of(error))
        return False
    return True


def _cells(row: Row) -> tuple[str, str, str, str]:
    sure = "-" if row.confidence is None else f"{int(row.confidence * 100)} %"
    why = row.reason or ", ".join(row.notes)
    return row.outcome, sure, "-" if row.turns is None else f"{row.turns:,}", f"{row.path}{f': {why}' if why else ''}"
