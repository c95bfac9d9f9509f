"""How documents are dealt out: enough at a time that a cluster's own work, milliseconds a portion, does not count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transcript.batch.work import Item

LARGEST = 2 * 1024 * 1024
"""Bytes of documents in a portion, about a second of work; a single document may have more."""
SMALLEST = 128 * 1024
MOST_ITEMS = 1_000
ROUNDS = 8
"""Portions that each core should get at the least, so that all cores end at about the same time."""
_UNKNOWN = 32 * 1024  # bytes of a document whose size nobody has said


def bytes_a_portion(total: int, cores: int) -> int:
    """How many bytes to deal out at a time, of a total, to that many cores."""
    return min(LARGEST, max(SMALLEST, total // (ROUNDS * max(cores, 1))))


def portions(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in their order, in portions of about ``size`` bytes."""
    portion: list[Item] = []
    weight = 0
    for item in items:
        portion.append(item)
        weight += _UNKNOWN if item.bytes is None else item.bytes
        if weight >= size or len(portion) == MOST_ITEMS:
            yield portion
            portion, weight = [], 0
    if portion:
        yield portion
