"""Ways to spoil a document, a place at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Holder = dict[str, Any] | list[Any]


class Word(str):
    """A string that is not quite one."""

    __slots__ = ()


class Box(dict[str, Any]):
    """A dict that is not quite one."""


ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 7, 0.0, 0.5, 1.0, -0.5, 3.0, float("nan"), float("inf"), float("-inf"), 2**53, 2**63,
    10**400, 1e300, "", " ", "a", "a b", "1", "body", "front", "turn", "heading", "direction", "passage", "laughter",
    "other", "exact", "person", "en", "1999", "2019-02-30", "1.0", "0" * 64, "\ud800", b"body", Word("body"),
    Word("turn"), [], [None], [0, 1], [1, 0], (0, 1), [[0, 1]], ["a"], {}, {"kind": "turn"}, Box(), {None: 0}, {0: 1},
    {"a"}, object(),
)  # fmt: skip
"""Values that stand somewhere in a document, or look as if they could, or never can."""


def places(value: Any) -> Iterator[tuple[Holder, Any]]:
    """Every key of every dict and every index of every list."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from places(value[key])


def values(value: Any) -> Iterator[Any]:
    """Every value within the value."""
    for holder, key in places(value):
        yield holder[key]


def _nudge(holder: Any, key: Any) -> None:
    if type(holder[key]) in (int, float):
        holder[key] += 1


def _pull(holder: Any, key: Any) -> None:
    if type(holder[key]) in (int, float):
        holder[key] -= 1


def _double(holder: Any, key: Any) -> None:
    if isinstance(holder, list):
        holder.insert(key, holder[key])


def _swap(holder: Any, key: Any) -> None:
    other = (key + 1) % len(holder) if isinstance(holder, list) else next((name for name in holder if name != key), key)
    holder[key], holder[other] = holder[other], holder[key]


def _drop(holder: Any, key: Any) -> None:
    del holder[key]


def _rename(holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder[f"{key}s"] = holder.pop(key)


def _add(holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder["more"] = None
    else:
        holder.append(None)


def _wrap(holder: Any, key: Any) -> None:
    holder[key] = [holder[key]]


def _nest(holder: Any, key: Any) -> None:
    holder[key] = {key: holder[key]}


def _unwrap(holder: Any, key: Any) -> None:
    if holder[key] and isinstance(holder[key], list):
        holder[key] = holder[key][0]


def _say(holder: Any, key: Any) -> None:
    holder[key] = str(holder[key])


def _freeze(holder: Any, key: Any) -> None:
    if isinstance(holder[key], list):
        holder[key] = tuple(holder[key])


def _box(holder: Any, key: Any) -> None:
    if isinstance(holder[key], dict):
        holder[key] = Box(holder[key])


def _number(holder: Any, key: Any) -> None:
    if type(holder[key]) is int:
        holder[key] = float(holder[key])


WAYS: tuple[Callable[[Any, Any], None], ...] = (
    _nudge, _pull, _double, _swap, _drop, _rename, _add, _wrap, _nest, _unwrap, _say, _freeze, _box, _number,
)  # fmt: skip


@contextmanager
def restored(holder: Any) -> Iterator[None]:
    """Give the dict or list its content back at the end."""
    before = holder.copy()
    try:
        yield
    finally:
        if isinstance(holder, dict):
            holder.clear()
            holder.update(before)
        else:
            holder[:] = before


def spoilt(document: dict[str, Any]) -> Iterator[str]:
    """Spoil the document in every way at every place; each yield says how, and the next undoes it."""
    inner = {repr(value): value for value in values(document)}.values()
    for holder, key in list(places(document)):
        for way in WAYS:
            with restored(holder):
                way(holder, key)
                yield f"{way.__name__} at {key}"
        for value in (*ODD, *inner):
            with restored(holder):
                holder[key] = value
                yield f"{value!r:.40} at {key}"
