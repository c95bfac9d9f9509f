"""The best one-to-one assignment between two sets, exactly."""

from __future__ import annotations

from collections.abc import Mapping


def assign(agreement: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Pair each left with at most one right, and each right with at most one left, so that the sum is greatest.

    ``agreement`` holds what a pair is worth (0 or more); pairs that are not in it are worth nothing, and are not
    made. The Hungarian algorithm in the form of Kuhn and Munkres with potentials: cubic in the number of names.
    """
    lefts = sorted({left for left, _ in agreement})
    rights = sorted({right for _, right in agreement})
    size = max(len(lefts), len(rights))
    if not size:
        return {}
    cost = [[0] * size for _ in range(size)]
    row = {name: at for at, name in enumerate(lefts)}
    column = {name: at for at, name in enumerate(rights)}
    for (left, right), worth in agreement.items():
        cost[row[left]][column[right]] = -worth
    return {
        lefts[i]: rights[j]
        for i, j in enumerate(_columns(cost))
        if i < len(lefts) and j < len(rights) and agreement.get((lefts[i], rights[j]), 0) > 0
    }


def _columns(cost: list[list[int]]) -> list[int]:
    """The column of each row, one a row, at the least total cost of a square table."""
    size = len(cost)
    of_row, of_column = [0] * size, [0] * (size + 1)  # potentials; the last column is where a search begins
    owner = [-1] * (size + 1)
    for first in range(size):
        owner[size] = first
        column = _augment(cost, owner, of_row, of_column, came := [size] * size)
        while column != size:
            owner[column], column = owner[came[column]], came[column]
    columns = [0] * size
    for column in range(size):
        columns[owner[column]] = column
    return columns


def _augment(cost: list[list[int]], owner: list[int], of_row: list[int], of_column: list[int], came: list[int]) -> int:
    """Walk the cheapest path from the new row to a free column, which is the answer; ``came`` tells the way back."""
    size = len(cost)
    slack = [1 << 62] * size
    used = [False] * (size + 1)
    at = size
    while owner[at] != -1:
        used[at] = True
        row = owner[at]
        for column in range(size):
            if not used[column] and (left := cost[row][column] - of_row[row] - of_column[column]) < slack[column]:
                slack[column], came[column] = left, at
        following = min((column for column in range(size) if not used[column]), key=slack.__getitem__)
        step = slack[following]
        for column in range(size + 1):
            if used[column]:
                of_row[owner[column]] += step
                of_column[column] -= step
            elif column < size:
                slack[column] -= step
        at = following
    return at
