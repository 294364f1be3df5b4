"""Where tables may stand on a sheet: parts of it with empty rows and columns around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from foitrack.reading.documents.workbook import SheetRow
from foitrack.reading.tables.grid import looks_like_data


@dataclass(frozen=True, slots=True)
class Region:
    """Rows without an empty one between, and the columns in which any of them has something."""

    rows: tuple[SheetRow, ...]
    columns: tuple[int, ...]


def find_regions(rows: Sequence[SheetRow], hidden: Collection[int] = ()) -> Iterator[Region]:
    """The regions of a sheet, from the top; those side by side from the left.

    Columns that are `hidden` part nothing: those beside them follow each other to the eye.
    """
    above: list[tuple[int, ...]] = []
    for band in _bands(rows):
        # Rows of figures below an empty row belong to the tables above it, whatever they lack.
        more = bool(above) and looks_like_data(band[0].texts)
        groups = _column_groups(band, above if more else [], hidden)
        above = above if more else groups
        if len(groups) == 1:
            yield Region(tuple(band), groups[0])
            continue
        for group in groups:
            for part in _bands([cut for row in band if (cut := _cut(row, group)).columns]):
                yield Region(tuple(part), _filled(part))


def _bands(rows: Sequence[SheetRow]) -> Iterator[list[SheetRow]]:
    """Runs of rows with no empty one between them."""
    band: list[SheetRow] = []
    for row in rows:
        if band and row.number - row.skipped > band[-1].number + 1:
            yield band
            band = []
        band.append(row)
    if band:
        yield band


def _filled(rows: Sequence[SheetRow]) -> tuple[int, ...]:
    return tuple(
        sorted({column for columns in {row.columns for row in rows} for column in columns})
    )


def _column_groups(
    band: Sequence[SheetRow], above: Sequence[tuple[int, ...]], hidden: Collection[int]
) -> list[tuple[int, ...]]:
    """The columns of a band, parted where empty ones stand between two tables.

    Columns of one table `above` are not parted.
    """
    patterns = Counter(row.columns for row in band)
    runs: list[list[int]] = []
    for column in _filled(band):
        if runs and all(n in hidden for n in range(runs[-1][-1] + 1, column)):
            runs[-1].append(column)
        else:
            runs.append([column])
    groups = [tuple(runs[0])]
    for run in runs[1:]:
        one = any(group[0] <= groups[-1][-1] and run[0] <= group[-1] for group in above)
        if not one and _stand_apart(groups[-1], tuple(run), patterns):
            groups.append(tuple(run))
        else:
            groups[-1] = (*groups[-1], *run)
    return groups


def _stand_apart(
    left: tuple[int, ...], right: tuple[int, ...], patterns: Counter[tuple[int, ...]]
) -> bool:
    """Whether an empty column parts two tables, or a table and a remark beside it.

    A spacer between labels and figures parts nothing: one side is no table by itself.
    """
    if len(patterns) > 1000:
        return False
    tables = [_wide_rows(side, patterns) > 1 for side in (left, right)]
    if all(tables):
        return True
    beside = _rows_with(right, patterns)
    return tables[0] and len(right) == 1 and beside * 4 <= _rows_with(left, patterns)


def _wide_rows(side: tuple[int, ...], patterns: Counter[tuple[int, ...]]) -> int:
    """How many rows have two cells or more on a side."""
    own = set(side)
    return sum(n for columns, n in patterns.items() if len(own.intersection(columns)) > 1)


def _rows_with(side: tuple[int, ...], patterns: Counter[tuple[int, ...]]) -> int:
    own = set(side)
    return sum(n for columns, n in patterns.items() if own.intersection(columns))


def _cut(row: SheetRow, group: tuple[int, ...]) -> SheetRow:
    """The cells of a row that stand in a group of columns."""
    low, high = group[0], group[-1]
    kept = [n for n, column in enumerate(row.columns) if low <= column <= high]
    return SheetRow(
        row.number,
        tuple(row.columns[n] for n in kept),
        tuple(row.texts[n] for n in kept),
        tuple((column, value) for column, value in row.true if low <= column <= high),
        row.skipped,
    )
