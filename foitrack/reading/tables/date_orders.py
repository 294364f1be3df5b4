"""In which order the days of a column are printed: settled for the column, never guessed.

British print is day first. Sheets that were made on machines set up for the United States have
columns that are month first; where one such date stands that can be no other, the column is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from foitrack.later import later

_DATE = later(
    r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]m)?)?",
    re.IGNORECASE,
)
_CENTURY = 2000
_ROWS_LOOKED_AT, _CELLS_LOOKED_AT = 1000, 50
Places = dict[tuple[int, int], str]


def month_first(
    columns: Sequence[str], rows: Sequence[Sequence[str]], known: Mapping[tuple[int, int], str]
) -> tuple[Places, list[str]]:
    """What cells hold whose print would be misread day first, by row and column from 0, and a
    sentence for each column that has such.

    In a column of both orders a day that may be either is known by its year alone. `known` are
    cells whose day the document itself gives.
    """
    true: Places = {}
    flags: list[str] = []
    for column, name in enumerate(columns):
        if not any(_DATE.fullmatch(cell) for cell in _first(rows, column)):
            continue
        dates = {
            row: met
            for row, cells in enumerate(rows)
            if (row, column) not in known and (met := _DATE.fullmatch(cells[column].strip()))
        }
        if not any(_is_month_first(met) for met in dates.values()):
            continue
        mixed = any(_is_day_first(met) for met in dates.values())
        for row, met in dates.items():
            held = _held(met, mixed=mixed)
            if held is not None:
                true[row, column] = held
        flags.append(_said(name or f"column {column + 1}", dates, mixed=mixed))
    return true, flags


def _first(rows: Sequence[Sequence[str]], column: int) -> Iterator[str]:
    """What is printed first in a column: enough to tell whether it has dates."""
    cells = (cells[column].strip() for cells in rows[:_ROWS_LOOKED_AT])
    return islice(filter(None, cells), _CELLS_LOOKED_AT)


def _held(met: re.Match[str], *, mixed: bool) -> str | None:
    """The day of a date in a column that is month first, or has both orders; None where day first
    is right.
    """
    if _is_day_first(met):
        return None
    if mixed and not _is_month_first(met):
        return None if met[1] == met[3] else str(_year(met))
    day = _day(met, month=int(met[1]), day=int(met[3]))
    return day.isoformat() if day else None


def _is_month_first(met: re.Match[str]) -> bool:
    return int(met[3]) > 12 and _day(met, month=int(met[1]), day=int(met[3])) is not None


def _is_day_first(met: re.Match[str]) -> bool:
    return int(met[1]) > 12 and _day(met, month=int(met[3]), day=int(met[1])) is not None


def _day(met: re.Match[str], *, month: int, day: int) -> date | None:
    try:
        return date(_year(met), month, day)
    except ValueError:
        return None


def _year(met: re.Match[str]) -> int:
    year = int(met[4])
    return year if year > 99 else _CENTURY + year


def _said(name: str, dates: Mapping[int, re.Match[str]], *, mixed: bool) -> str:
    certain = next(met.group() for met in dates.values() if _is_month_first(met))
    if not mixed:
        return f"the days of “{name}” are month first ({certain} can be no other): so they are read"
    return (
        f"“{name}” has days both day first and month first ({certain}): of those that may be "
        "either, such as 3/4, only the year is taken"
    )
