"""What is said of a ledger: the worst first, and a page that needs nothing else."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.batch.test_ledger import ROWS
from transcript.batch.report import page
from transcript.batch.rows import Row
from transcript.batch.summary import badness, summary_of

ROWS_OF_A_RUN = [
    Row(
        "good.txt", "done", confidence=0.99, turns=4, unattributed=0, bytes=900, seconds=0.002, layouts=("name-colon",)
    ),
    Row("doubt.txt", "done", confidence=0.4, turns=4, unattributed=1, notes=("speaker-ambiguous",)),
    Row("more.txt", "done", confidence=0.4, turns=4, unattributed=3),
    Row("part.txt", "partial", "vtt: no times", confidence=0.99, turns=2),
    Row("huge.txt", "refused", "too large", bytes=500_000_000),
    Row("<b>bad</b>.txt", "failed", "not text & more", bytes=10),
]


def test_the_worst_come_first() -> None:
    assert [row.path for row in summary_of(reversed(ROWS_OF_A_RUN), 5).worst] == [
        "<b>bad</b>.txt",
        "huge.txt",
        "part.txt",
        "more.txt",
        "doubt.txt",
    ]


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(ROWS, max_size=12), worst=st.integers(0, 12))
def test_counts_are_of_all_rows_however_few_are_kept(rows: list[Row], worst: int) -> None:
    summary = summary_of(rows, worst)
    assert summary.documents == len(rows)
    assert sum(summary.confidences) == sum(row.confidence is not None for row in rows)
    assert summary.worst == sorted(rows, key=badness)[:worst]
    assert page(summary, "A run").startswith(b"<!doctype html>")


class Seen(HTMLParser):
    """What a page would fetch or run, and the words in it."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wanted = ("src", "href", "xlink:href", "data", "action")
        self.fetched += [f"{tag} {name}" for name, _ in attrs if name in wanted or name.startswith("on")]
        if tag in ("script", "link", "iframe", "object", "embed", "img"):
            self.fetched.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += f"{data}\n"


def test_the_page_needs_nothing_else_and_shows_names_as_they_are() -> None:
    html = page(summary_of(ROWS_OF_A_RUN, 3), "in: 6 documents").decode()
    seen = Seen()
    seen.feed(html)
    assert seen.fetched == []
    assert "url(" not in html
    assert "@import" not in html
    for words in ("in: 6 documents", "<b>bad</b>.txt", "not text & more", "huge.txt", "part.txt", "name-colon"):
        assert words in seen.words
    assert "more.txt" not in seen.words
    assert html.count("<svg") == 5


def test_a_ledger_of_nothing_has_a_page_too() -> None:
    assert b"The ledger has no documents." in page(summary_of([], 10), "nothing")
