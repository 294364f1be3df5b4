"""Columns that print each number with its share of all: "Dismissed (%)" over "5 (71%)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from foitrack.later import later
from foitrack.reading.cases.columns import cells_of
from foitrack.reading.counts import parse_count
from foitrack.reading.findings import CaseRow, Table

_SHARE = r"(?:%|per ?cent(?:age)?\b)"
_WITH_SHARE = later(
    rf"(?P<what>\S.*?)\s*(?:[(\[]\s?(?:(?:and|&|/)\s)?{_SHARE}[^()\[\]]{{0,40}}[)\]]|"
    rf"(?:,|&|/|\band\b)\s*{_SHARE}.{{0,40}})",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Headed:
    """A table whose headings say nothing of the shares that its cells also print."""

    table: Table
    printed: Mapping[str, str]
    """Headings as printed, by what is left of them."""

    def verbatim(self, rows: Sequence[CaseRow]) -> list[CaseRow]:
        """Case rows with the headings that are printed."""
        if not self.printed:
            return list(rows)
        return [
            replace(row, printed={self.printed.get(k, k): v for k, v in row.printed.items()})
            for row in rows
        ]


def without_shares(table: Table) -> Headed:
    """The table, with the share left out of a heading where the numbers below have their own.

    A column that has shares alone keeps its heading, which says so.
    """
    columns = [_bare(table, n) for n in range(len(table.columns))]
    printed = {
        bare: whole
        for bare, whole in zip(columns, table.columns, strict=True)
        if bare != whole and bare not in table.columns
    }
    kept = (bare if bare in printed else c for bare, c in zip(columns, table.columns, strict=True))
    return Headed(replace(table, columns=tuple(kept)) if printed else table, printed)


def _bare(table: Table, column: int) -> str:
    heading = table.columns[column]
    said = _WITH_SHARE.fullmatch(heading) if len(heading) <= _LONGEST else None
    cells = cells_of(table, column) if said else []
    if said is None or not any(map(_has_both, cells)) or any(map(_is_bare, cells)):
        return heading
    return said["what"]


def _has_both(cell: str) -> bool:
    return _has_share(cell) and parse_count(cell) is not None


def _is_bare(cell: str) -> bool:
    """Whether a cell is a number, or a share, and nothing says which."""
    count = parse_count(cell)
    return not _has_share(cell) and count is not None and bool(count.exact)


def _has_share(cell: str) -> bool:
    return "%" in cell or "cent" in cell.lower()
