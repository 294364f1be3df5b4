"""Headings that stand over several columns each: a year over "M" and "F"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from foitrack.reading.counts import parse_count
from foitrack.reading.periods import parse_period

_LEAST = 2


def spanned(columns: Sequence[float], heads: Sequence[tuple[float, str]]) -> list[str] | None:
    """The heading over each column, by where their middles stand.

    None unless each stands over as many columns as the others, and over two at least.
    """
    if len(heads) < _LEAST or len(columns) < _LEAST * len(heads):
        return None
    nearest = [
        min(range(len(heads)), key=lambda n, own=middle: abs(heads[n][0] - own))  # type: ignore[misc]
        for middle in columns
    ]
    sizes = [len(list(group)) for _, group in groupby(nearest)]
    if len(sizes) != len(heads) or len(set(sizes)) > 1:
        return None
    return [heads[n][1] for n in nearest]


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
