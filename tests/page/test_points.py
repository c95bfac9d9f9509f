"""Code points of the service and UTF-16 units of JavaScript are converted into one another."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.page.desk import Desk

SLICES = """async ([text, spans]) => {
    const { Points } = await import("/static/page/points.js");
    const points = new Points(text);
    return [points.length, spans.map(([start, end]) => points.slice(start, end)), spans.map(([at]) => points.line(at))];
}"""
TEXTS = st.text(st.sampled_from("ab\n é\U0001f600\U00010000\U0010ffff\ufeff\ud7ff\ue000"), max_size=60)


def test_slices_and_lines_are_those_of_python(desk: Desk) -> None:
    desk.page.goto("./")

    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
    @given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
    def agree(text: str, pairs: list[tuple[int, int]]) -> None:
        spans = [(min(pair), max(pair)) for pair in pairs if min(pair) <= len(text)]
        length, slices, lines = desk.page.evaluate(SLICES, [text, spans])
        assert length == len(text)
        assert slices == [text[start:end] for start, end in spans]
        assert lines == [text[:start].count("\n") + 1 for start, _ in spans]

    agree()
