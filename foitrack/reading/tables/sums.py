"""Whether a printed total is the sum of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from foitrack.reading.counts import Count, added, parse_count

Cells = Sequence[str]
_LEAST = 2
"""Rows that a sum is of."""
_MOST_ROWS, _MOST_WAYS = 200, 64


def are_sums(last: Cells, rows: Sequence[Cells]) -> bool:
    """Whether a row without a label is the total of those above: it has nothing but their sums."""
    if last[0].strip() or len(last) < _LEAST or len(rows) < _LEAST:
        return False
    return all(parse_count(cell) is not None for cell in last[1:]) and _is_sum(last, rows)


def unequal(columns: Cells, rows: Sequence[Cells], total: Cells) -> list[str]:
    """A sentence for each column whose printed total is not the sum of its rows, nor of those
    left when totals of a few of them ("Quarter 1", below its months) are no longer counted.
    """
    flags = []
    for index, printed in enumerate(total):
        expected = parse_count(printed)
        own = _counts(rows, index)
        if expected is None or not own or _may_be(added(own), expected):
            continue
        fewer = (_counts(kept, index) for kept in _without_subtotals(rows))
        if not any(own and _may_be(added(own), expected) for own in fewer):
            name = columns[index] or f"column {index + 1}"
            flags.append(f"the printed total of “{name}” ({printed}) is not the sum of its rows")
    return flags


def _counts(rows: Sequence[Cells], column: int) -> list[Count]:
    """The counts of a column; none where a cell of it is filled with anything else."""
    filled = [row[column] for row in rows if row[column].strip()]
    counts = [count for cell in filled if (count := parse_count(cell)) is not None]
    return counts if len(counts) == len(filled) else []


def _without_subtotals(rows: Sequence[Cells]) -> Iterator[list[Cells]]:
    """The rows without those that are the sum of a few above them, or of a few below them."""
    if len(rows) <= _MOST_ROWS:
        yield from islice(_unsummed(rows), _MOST_WAYS)
        yield from islice(_unsummed(rows[::-1]), _MOST_WAYS)


def _unsummed(rows: Sequence[Cells]) -> Iterator[list[Cells]]:
    """The rows without their sums, in each way: that a row is one may be by chance."""
    waiting: list[tuple[int, int, frozenset[int]]] = [(0, 0, frozenset())]
    while waiting:
        at, first, sums = waiting.pop()
        while at < len(rows) and not (at - first >= _LEAST and _is_sum(rows[at], rows[first:at])):
            at += 1
        if at == len(rows):
            yield [row for n, row in enumerate(rows) if n not in sums]
        else:
            waiting += [(at + 1, first, sums), (at + 1, at + 1, sums | {at})]


def _is_sum(row: Cells, parts: Sequence[Cells]) -> bool:
    """Whether each figure of a row is the sum of those above it, and one is more than nought."""
    sums = 0
    for column in range(1, len(row)):
        own = parse_count(row[column])
        if own is None or own.exact is None:
            continue
        filled = [part[column] for part in parts if part[column].strip()]
        exact = [count.exact for count in map(parse_count, filled) if count is not None]
        if len(exact) < len(filled) or sum(n or 0 for n in exact) != own.exact or None in exact:
            return False
        sums += own.exact
    return sums > 0


def _may_be(total: Count, printed: Count) -> bool:
    if total.high is not None and printed.low > total.high:
        return False
    return printed.high is None or printed.high >= total.low
