"""The fields of a cover sheet whose value stands on the line below: ``Release Date:`` and under it ``26/07/2004``.

A label on a line of its own looks the same. These come in a row, each but once on the page, with a few words below
that end in no stop, and one of them at least is a date or a number. No label stands in them.
"""

from __future__ import annotations

from transcript.engine.dates import date_of
from transcript.engine.lines import Page

_LINES = 60  # that a cover has
_LONGEST_HEAD = 40
_LONGEST_VALUE = 80


def close(page: Page) -> None:
    """Close the lines of such fields, in place."""
    lines = page.lines
    at = 0
    stop = min(_LINES, len(lines) - 1)
    while at < stop:
        begin = at
        certain = False
        while at < stop and _is_pair(page, at) and (at == begin or lines[at].blank <= 1):
            certain = certain or _is_figure(page.text[lines[at + 1].start : lines[at + 1].end])
            at += 2
        if certain and at - begin >= 4:
            for line in lines[begin:at]:
                line.closed = True
        if at == begin:
            at += 1


def _is_pair(page: Page, at: int) -> bool:
    """A head that stands but once on the page, and a few words right below."""
    text, head, value = page.text, page.lines[at], page.lines[at + 1]
    if head.closed or text[head.end - 1] not in ":：" or head.end - head.start > _LONGEST_HEAD:
        return False
    if value.blank or value.end - value.start > _LONGEST_VALUE or text[value.end - 1] in ".?!…:：。？！":
        return False
    return text.find(text[head.start : head.end], head.end) < 0


def _is_figure(value: str) -> bool:
    return value[0].isdigit() and (value.isdigit() or date_of(value) is not None or value.count("/") == 2)
