"""The tables and case rows of several parts: all of them, but the same table only once.

A letter often prints what its spreadsheet holds, or comes as PDF and as Word. Counted twice, the
same cases would be twice as many; so one copy's rows are taken and the reader is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from foitrack.reading.findings import CaseRow, Reading, Table
from foitrack.reading.sentences.once import without_told

SAME_ELSEWHERE = "the same table stands in {0}: its rows are counted once"
_EXACT = ("xlsx", "xls", "ods", "csv", "html", "docx", "odt", "text", "markdown", "eml", "msg")
"""Formats that hold cells as cells, the surest first; the rest are read from where ink lies."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LEAST_CELLS = 4


def without_doubles(
    readings: Sequence[Reading],
) -> tuple[tuple[Table, ...], tuple[CaseRow, ...], tuple[str, ...]]:
    """All tables, the case rows with those of copies left out, and what to tell of it."""
    tables: list[Table] = []
    cases: list[CaseRow] = []
    warnings: list[str] = []
    copies = _copies(readings)
    for number, reading in enumerate(readings):
        for index, table in enumerate(reading.tables):
            first = copies.get((number, index))
            if first is None:
                tables.append(table)
                continue
            where = name_of(readings[first])
            tables.append(replace(table, flags=(*table.flags, SAME_ELSEWHERE.format(where))))
            said = f"The same table stands in {where} and in {name_of(reading)}"
            warnings.append(f"{said}; its rows are counted once.")
        cases += [row for row in reading.cases if not _is_of_copy(row, reading, number, copies)]
    warnings += _both_count(readings, cases)
    return tuple(tables), without_told(cases), tuple(dict.fromkeys(warnings))


def without_known(
    reading: Reading, known: Sequence[tuple[Table, str]]
) -> tuple[tuple[Table, ...], tuple[CaseRow, ...], tuple[str, ...]]:
    """A later file's tables and rows, and what to tell, where other files' tables are kept
    already, each with its file's name: what stands there is not counted again.
    """
    where = {key: name for table, name in known if (key := _key(table)) is not None}
    copies = {(0, index): 0 for index, table in enumerate(reading.tables) if _key(table) in where}
    tables = tuple(
        replace(table, flags=(*table.flags, SAME_ELSEWHERE.format(f"“{where[_key(table)]}”")))
        if (0, index) in copies
        else table
        for index, table in enumerate(reading.tables)
    )
    rows = tuple(row for row in reading.cases if not _is_of_copy(row, reading, 0, copies))
    said = {
        f"The same table stands in “{where[_key(reading.tables[index])]}” and in "
        f"{name_of(reading)}; its rows are counted once."
        for _, index in copies
    }
    return tables, rows, tuple(sorted(said))


def name_of(reading: Reading) -> str:
    """A part as a person calls it."""
    return f"“{reading.file}”"


def _copies(readings: Sequence[Reading]) -> dict[tuple[int, int], int]:
    """Tables that another part has too, each with the part whose copy is taken."""
    known: dict[object, list[tuple[int, int]]] = {}
    for number, reading in enumerate(readings):
        for index, table in enumerate(reading.tables):
            key = _key(table)
            if key is not None:
                known.setdefault(key, []).append((number, index))
    found: dict[tuple[int, int], int] = {}
    for places in known.values():
        for group in _alike(places, readings):
            best = min(group, key=lambda place: (*_rank(readings[place[0]]), place))
            for place in group:
                # A table printed twice in one part is two tables, as that part means it.
                if place[0] != best[0]:
                    found[place] = best[0]
    return found


def _alike(
    places: Sequence[tuple[int, int]], readings: Sequence[Reading]
) -> list[list[tuple[int, int]]]:
    """Places grouped so that no group spans files that name different years: those are two years'
    figures that happen to be the same.
    """
    groups: dict[frozenset[str], list[tuple[int, int]]] = {}
    for place in places:
        reading = readings[place[0]]
        heading = reading.tables[place[1]].heading or ""
        years = frozenset(_YEAR.findall(f"{reading.file} {heading}"))
        fits = next((key for key in groups if not key or not years or key & years), years)
        groups.setdefault(fits, []).append(place)
    return [group for group in groups.values() if len({number for number, _ in group}) > 1]


def _rank(reading: Reading) -> tuple[int, int]:
    order = _EXACT.index(reading.format) if reading.format in _EXACT else len(_EXACT)
    return (0 if reading.cases else 1), order


def _key(table: Table) -> object | None:
    """What two copies of a table have in common; None for one too small to tell."""
    rows = Counter(tuple(map(_cell, row)) for row in table.rows if any(c.strip() for c in row))
    if sum(len(row) * times for row, times in rows.items()) < _LEAST_CELLS:
        return None
    return tuple(map(_cell, table.columns)), frozenset(rows.items())


def _cell(cell: str) -> str:
    """A cell as copies of it compare: without case, space and the marks of thousands."""
    bare = "".join(cell.split()).casefold().translate(_PLAIN)
    return bare.replace(",", "") if re.fullmatch(r"£?\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare) else bare


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})


def _is_of_copy(
    row: CaseRow, reading: Reading, number: int, copies: dict[tuple[int, int], int]
) -> bool:
    """Whether a row is of a table whose other copy is taken."""
    mine = [index for other, index in copies if other == number]
    return any(_within(row, reading.tables[index]) for index in mine)


def _within(row: CaseRow, table: Table) -> bool:
    if row.place in table.row_places or row.place == table.place:
        return True
    if row.place.start is not None and table.place.start is not None:
        return table.place.start <= row.place.start < (table.place.end or 0)
    return False


def _both_count(readings: Sequence[Reading], cases: Sequence[CaseRow]) -> list[str]:
    """Rows from two parts may be of the same cases, told in another way."""
    parts = {row.place.part for row in cases if row.source == "table"}
    if len(parts) < 2:
        return []
    named = [name_of(one) for one in readings if any(r.place.part in parts for r in one.cases)]
    return [
        f"Case rows come from {' and '.join(named[:4])}: check that they are not the same cases "
        "told twice."
    ]
