"""Tables of one letter that may tell of the same cases: by rank, and then by outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from foitrack.reading.findings import CaseRow

_LEAST = 4
"""Cases: of fewer, two tables have the same number by chance."""
_WHEN = frozenset({"period", "year", "count"})


@dataclass(slots=True)
class _Told:
    """What a table tells: how many cases of each period, and what of them."""

    sums: Counter[str | None] = field(default_factory=Counter)
    fields: set[str] = field(default_factory=set)
    rows: list[Mapping[str, str]] = field(default_factory=list)
    sure: bool = True


def flagged(rows: Sequence[CaseRow]) -> tuple[CaseRow, ...]:
    """The rows, those of a later table with a flag where they add up, period by period, to the
    same as an earlier one's and tell something else of them, or the same again.
    """
    tables: dict[int, _Told] = {}
    for row in rows:
        if row.place.table is not None:
            _tell(tables.setdefault(row.place.table, _Told()), row)
    again: dict[int, int] = {}
    for number, told in tables.items():
        earlier = (n for n, other in tables.items() if n < number and _are_same(other, told))
        if (first := next(earlier, None)) is not None:
            again[number] = again.get(first, first)
    return tuple(_with_flag(row, again.get(row.place.table or -1)) for row in rows)


def _tell(told: _Told, row: CaseRow) -> None:
    number = next((v.value for v in row.values if v.field == "count"), None)
    told.sure = told.sure and number is not None
    told.sums[row.one("period")] += int(number or 0)
    told.rows.append(row.printed)
    told.fields |= {v.field for v in row.values if v.value is not None} - _WHEN


def _are_same(first: _Told, later: _Told) -> bool:
    if len(first.rows) > 1 and first.rows == later.rows and first.sums == later.sums:
        return True
    # Where one has its years and the other none, the whole has to tell.
    dateless = {None} in (set(first.sums), set(later.sums))
    same = first.sums.total() == later.sums.total() if dateless else first.sums == later.sums
    # Tables that list the same things of cases list different ones.
    told_otherwise = not first.fields <= later.fields or not later.fields <= first.fields
    sure = first.sure and later.sure and first.sums.total() >= _LEAST
    return sure and same and told_otherwise


def _with_flag(row: CaseRow, number: int | None) -> CaseRow:
    if number is None:
        return row
    flag = f"adds up to the same as table {number}: these may be the same cases"
    return replace(row, flags=(*row.flags, flag))
