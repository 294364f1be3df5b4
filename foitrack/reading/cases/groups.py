"""What an empty cell stands for where a table prints a label once, above the rows of its group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foitrack.reading.cases.cells import is_blank
from foitrack.reading.cases.columns import Led
from foitrack.reading.cases.fits import DESCRIBES
from foitrack.reading.findings import Table
from foitrack.reading.periods import parse_period
from foitrack.reading.schema import FieldKind
from foitrack.reading.tables.grid import is_part, is_total

_SUM = re.compile(r"(?:(?:grand|overall|year|annual|sub)[ -]?)?totals?:?", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})(?:/\d\d)?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table say what a case was, and which say when."""

    describing: tuple[int, ...]
    others: tuple[int, ...]
    undated: tuple[int, ...]
    """Those that say more than when, or nothing that is asked for."""

    @classmethod
    def of(cls, led: Led) -> Columns:
        """By the fields that they lead to."""
        describing = [any(own.kind in DESCRIBES for own in fields) for fields in led]
        dated = [[own.kind for own in fields] == [FieldKind.PERIOD] for fields in led]
        return cls(
            tuple(n for n, own in enumerate(describing) if own),
            tuple(n for n, own in enumerate(describing) if not own),
            tuple(n for n, own in enumerate(dated) if not own),
        )

    def add_nothing(self, cells: Sequence[str]) -> bool:
        """Whether a row has no case of its own: a total, also of a group ("2021 | Total 2021 |
        5"), a part of the row above, or a year alone over its group.
        """
        if is_total(cells) or is_part(cells):
            return True
        if "total" in "\t".join(cells).lower() and any(_SUM.fullmatch(c.strip()) for c in cells):
            return True
        if all(is_blank(cells[n]) for n in self.undated):
            return True
        others = [cells[n] for n in self.others]
        return any(is_total((cells[n], *others)) for n in self.describing if cells[n].strip())


def labels_of_groups(table: Table) -> dict[int, str]:
    """What an empty first cell stands for, by row: the label that is printed once above the rows
    of a group, where the group's own total ("2019 Total") says which they are.
    """
    labels: dict[int, str] = {}
    label = ""
    empty: list[int] = []
    for index, cells in enumerate(table.rows):
        if is_total(cells):
            if label and cells[0].casefold().startswith(f"{label.casefold()} "):
                labels |= dict.fromkeys(empty, label)
            label, empty = "", []
        elif cells[0].strip():
            label, empty = cells[0].strip(), []
        else:
            empty.append(index)
    return labels


def periods_of_groups(table: Table, led: Led) -> dict[int, tuple[int, str]]:
    """What an empty cell under "Year" stands for, by row: its column, and the year that is printed
    once, on the first row of its group or above it.

    Only where nothing else can be meant: each year is printed once, and the next below an empty
    cell is the next year, so that the empty one cannot be a year whose print is missing.
    """
    at = next((n for n, f in enumerate(led) if [o.kind for o in f] == [FieldKind.PERIOD]), None)
    rows = [(n, row) for n, row in enumerate(table.rows) if not is_total(row)]
    if at is None or not rows or not rows[0][1][at].strip():
        return {}
    groups: list[tuple[str, list[int]]] = []
    alone: list[bool] = []
    for index, row in rows:
        if row[at].strip():
            groups.append((row[at], []))
            alone.append(sum(bool(cell.strip()) for cell in row) == 1)
        elif sum(bool(cell.strip()) for cell in row) > 1:
            groups[-1][1].append(index)
    if all(alone):
        # A year on a row of its own heads those below it, whatever year comes next.
        return {n: (at, printed) for printed, empty in groups for n in empty}
    years = [year for printed, _ in groups if (year := _year(printed)) is not None]
    if len(set(years)) < len(groups):
        return {}
    found: dict[int, tuple[int, str]] = {}
    for n, (printed, empty) in enumerate(groups):
        if n + 1 < len(groups):
            told = abs(years[n + 1] - years[n]) == 1
        else:
            # The last year's group is told by another of the table, or by being the only one.
            told = bool(found) or len(groups) == 1
        if told:
            found |= dict.fromkeys(empty, (at, printed))
    return found


def _year(printed: str) -> int | None:
    """The year that is printed, or in which the financial year that is printed begins."""
    period = parse_period(printed)
    met = _YEAR.fullmatch(period.value) if period else None
    return int(met[1]) if met else None
