"""The header rows of a table on a sheet: none, one, or several with merged labels over others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foitrack.reading.counts import parse_count
from foitrack.reading.documents.workbook import Area, SheetRow
from foitrack.reading.periods import parse_period
from foitrack.reading.tables.grid import looks_like_data

_MOST_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, the rows they stand in, and a label that is over all of them."""

    cells: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    over: str | None = None


def find_header(
    rows: Sequence[SheetRow], columns: tuple[int, ...], merges: Sequence[Area]
) -> Header:
    """The header of rows that are a table; without rows where the first is data already."""
    first = cells_of(rows[0], columns)
    if looks_like_data(first):
        return Header(("",) * len(columns), ())
    levels = 1
    while levels < min(_MOST_LEVELS, len(rows) - 1) and _has_another(
        rows[levels - 1], rows[levels], columns, merges
    ):
        levels += 1
    if levels == 1:
        return Header(tuple(" ".join(cell.split()) for cell in first), (rows[0],))
    return _joined(rows[:levels], columns, merges)


def cells_of(row: SheetRow, columns: tuple[int, ...]) -> tuple[str, ...]:
    """A row's texts in these columns, empty where it has none."""
    if row.columns == columns:
        return row.texts
    known = dict(zip(row.columns, row.texts, strict=True))
    return tuple(known.get(column, "") for column in columns)


def _has_another(
    row: SheetRow, below: SheetRow, columns: tuple[int, ...], merges: Sequence[Area]
) -> bool:
    """Whether the row below a header row is one too, with names under its labels."""
    names = cells_of(below, columns)
    filled = [name for name in names if name]
    if len(filled) < 2 or any(_is_figure(name) for name in filled):
        return False
    labels = cells_of(row, columns)
    under = [
        place
        for place, (label, name) in enumerate(zip(labels, names, strict=True))
        if name and not label and any(labels[:place])
    ]
    if not under:
        return False
    if any(area.top == row.number and area.left in columns for area in merges):
        return True
    lower = [names[place] for place in range(len(names)) if place and names[place]]
    repeated = len(set(lower)) < len(lower)
    return len(under) > 1 and (repeated or all(parse_period(name) for name in lower))


def _is_figure(text: str) -> bool:
    return parse_count(text) is not None and parse_period(text) is None


def _joined(rows: Sequence[SheetRow], columns: tuple[int, ...], merges: Sequence[Area]) -> Header:
    spread = [_spread(row, rows[-1], columns, merges) for row in rows[:-1]]
    levels = [*spread, list(cells_of(rows[-1], columns))]
    over = None
    groups = {label for label in levels[0][1:] if label}
    if len(groups) == 1 and all(levels[0][1:]) and all(levels[-1][1:]):
        # One label over all the figures tells no column from another.
        over = groups.pop()
        levels[0] = [*levels[0][:1], *[""] * (len(columns) - 1)]
    cells = []
    for place in range(len(columns)):
        names = [" ".join(level[place].split()) for level in levels]
        cells.append(" – ".join(dict.fromkeys(name for name in names if name)))
    return Header(tuple(cells), tuple(rows), over)


def _spread(
    row: SheetRow, lowest: SheetRow, columns: tuple[int, ...], merges: Sequence[Area]
) -> list[str]:
    """A row's labels, each over all the columns that it stands over."""
    own = [area for area in merges if area.top <= row.number <= area.bottom]
    labels = list(cells_of(row, columns))
    names = cells_of(lowest, columns)
    for place, column in enumerate(columns):
        if labels[place]:
            continue
        area = next((a for a in own if a.left < column <= a.right), None)
        if area is not None:
            labels[place] = row.at(area.left)
        elif not own and place and names[place] and labels[place - 1] and place > 1:
            labels[place] = labels[place - 1]
    return labels
