"""What must hold between the fields of a document; each field by itself is sound when these are asked.

They run on every document that is written, so what holds costs a comparison or two and no call.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Path = tuple[str | int, ...]
Broken = Iterator[tuple[Path, str]]

_EMPTY = "Must come after start."
_BEYOND = "Lies beyond the source."


def known_speakers(document: dict[str, Any]) -> Broken:
    """Each speaker has an id of its own, and each turn's speaker is one of them."""
    known = {None}
    for index, speaker in enumerate(document["speakers"]):
        if speaker["id"] in known:
            yield ("speakers", index, "id"), "Is another speaker's id."
        known.add(speaker["id"])
    for index, segment in enumerate(document["segments"]):
        if segment["kind"] == "turn" and segment["speaker"] not in known:
            yield ("segments", index, "speaker"), "Is no speaker's id."


def in_place(document: dict[str, Any]) -> Broken:
    """Everything lies where it belongs: in order, apart, within its turn and within the source."""
    limit = document["source"]["characters"]
    floor = 0
    tidy = True
    for index, segment in enumerate(document["segments"]):
        start, end = segment["start"], segment["end"]
        if start < floor:
            yield ("segments", index, "start"), "Begins before what is in front of it has ended."
        if end <= start:
            yield ("segments", index, "end"), _EMPTY
        if end > limit:
            yield ("segments", index, "end"), _BEYOND
        if segment["kind"] == "turn":
            label, time = segment["label"], segment["time"]
            if label and not floor <= label["start"] < label["end"] <= start:
                tidy = False
            if time:
                yield from _seconds(index, time)
                tidy = tidy and _is_tidy(time["code"], label, floor, start)
            if segment["directions"]:
                yield from _directions(index, segment)
            if segment["skipped"]:
                yield from _skipped(index, segment)
        floor = end
    if not tidy:
        yield from _labels_and_codes(document["segments"], limit)


def asides_in_place(document: dict[str, Any]) -> Broken:
    """Notes and reviews point into the source."""
    limit = document["source"]["characters"]
    for name in ("notes", "review"):
        for index, item in enumerate(document[name]):
            yield from _span((name, index), item["start"], item["end"], limit)


def _is_tidy(code: dict[str, Any] | None, label: dict[str, Any] | None, floor: int, start: int) -> bool:
    """Whether a printed time stands between the segment in front and its turn, before or after the label."""
    if not code:
        return True
    if not floor <= code["start"] < code["end"] <= start:
        return False
    return not label or code["end"] <= label["start"] or label["end"] <= code["start"]


def _labels_and_codes(segments: list[dict[str, Any]], limit: int) -> Broken:
    """Labels and printed times overlap nothing, though page furniture may part them from their turn."""
    spans: list[tuple[int, int, Path]] = []
    for index, segment in enumerate(segments):
        spans.append((segment["start"], segment["end"], ("segments", index)))
        if segment["kind"] != "turn":
            continue
        label, code = segment["label"], segment["time"] and segment["time"]["code"]
        if label:
            spans.append((label["start"], label["end"], ("segments", index, "label")))
            if label["end"] > segment["start"]:
                yield ("segments", index, "label", "end"), "Must not come after its turn's start."
        if code:
            spans.append((code["start"], code["end"], ("segments", index, "time", "code")))
    for start, end, path in spans:
        if len(path) > 2:
            yield from _span(path, start, end, limit)
    spans.sort()
    for (_, floor, before), (start, _, path) in pairwise(spans):
        longer = max(before, path, key=len)
        if start < floor and len(longer) > 2:
            yield (*longer, "start"), "Overlaps something else."


def _seconds(index: int, time: dict[str, Any]) -> Broken:
    start, end = time["start"], time["end"]
    if start is not None and end is not None and end < start:
        yield ("segments", index, "time", "end"), "Must not come before start."


def _directions(index: int, turn: dict[str, Any]) -> Broken:
    floor = turn["start"]
    for place, direction in enumerate(turn["directions"]):
        if not floor <= direction["start"] < direction["end"] <= turn["end"]:
            yield ("segments", index, "directions", place, "start"), "Must lie in its turn, after the one before."
        floor = direction["end"]


def _skipped(index: int, turn: dict[str, Any]) -> Broken:
    floor = turn["start"]
    for place, (start, end) in enumerate(turn["skipped"]):
        if not floor <= start < end <= turn["end"]:
            yield ("segments", index, "skipped", place), "Must lie in its turn, after the one before."
        floor = end


def _span(path: Path, start: int | None, end: int | None, limit: int) -> Broken:
    if start is None or end is None:
        if start is not end:
            yield (*path, "end"), "Must be null where start is, and only there."
    elif end <= start:
        yield (*path, "end"), _EMPTY
    elif end > limit:
        yield (*path, "end"), _BEYOND
