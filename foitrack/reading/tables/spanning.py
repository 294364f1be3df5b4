"""Headings that stand over several columns each: a year over "M" and "F"."""

from __future__ import annotations

from collections.abc import Sequence

from foitrack.reading.counts import parse_count
from foitrack.reading.periods import parse_period

_LEAST = 2


def spanned(
    columns: Sequence[tuple[float, float]], heads: Sequence[tuple[float, float, str]], near: float
) -> list[str] | None:
    """The heading over each column, by where columns and headings begin and end; what is `near`
    is at the same place.

    None unless each stands over as many columns as the others, and over two at least.
    """
    if len(heads) < _LEAST or len(columns) < _LEAST * len(heads):
        return None
    size, left = divmod(len(columns), len(heads))
    if left or not (_are_nearest(columns, heads, size) or _are_set_alike(columns, heads, near)):
        return None
    return [heads[n // size][2] for n in range(len(columns))]


def _are_nearest(
    columns: Sequence[tuple[float, float]], heads: Sequence[tuple[float, float, str]], size: int
) -> bool:
    """Whether every column's heading is the one whose middle is nearest to its own."""
    middles = [left + right for left, right, _ in heads]
    for n, (left, right) in enumerate(columns):
        away = [abs(middle - left - right) for middle in middles]
        if away.index(min(away)) != n // size:
            return False
    return True


def _are_set_alike(
    columns: Sequence[tuple[float, float]], heads: Sequence[tuple[float, float, str]], near: float
) -> bool:
    """Whether every heading begins where the first of its columns does, or ends with the last."""
    size = len(columns) // len(heads)
    groups = [columns[n * size : (n + 1) * size] for n in range(len(heads))]
    pairs = list(zip(heads, groups, strict=True))
    return all(abs(head[0] - own[0][0]) < near for head, own in pairs) or all(
        abs(head[1] - own[-1][1]) < near for head, own in pairs
    )


def filled_on(header: Sequence[str], below: Sequence[str]) -> tuple[str, ...] | None:
    """A header whose cells stand once for several columns, with those of the row below it.

    None where the two are no such header.
    """
    own, under = header[1:], below[1:]
    names = [cell for cell in own if cell.strip()]
    if len(names) < _LEAST or len(names) == len(own) or len(own) % len(names):
        return None
    size = len(own) // len(names)
    if any(bool(cell.strip()) != (not n % size) for n, cell in enumerate(own)):
        return None
    if not are_heads(under) or (header[0].strip() and below[0].strip()):
        return None
    over = [names[n // size] for n in range(len(own))]
    return both(header[0].strip() or below[0], over, under)


def are_heads(cells: Sequence[str]) -> bool:
    """Whether all of some cells hold words, or periods, and no figure."""
    return all(
        cell.strip() and (parse_count(cell) is None or parse_period(cell) is not None)
        for cell in cells
    )


def both(first: str, over: Sequence[str], under: Sequence[str]) -> tuple[str, ...]:
    """The names of columns from the headings over them and their own."""
    return (first, *(f"{a} {b}" for a, b in zip(over, under, strict=True)))
