"""Tables that lie on their side: a case a column, and what is told of it down the left."""

from __future__ import annotations

import re
from dataclasses import replace

from foitrack.reading.cases.fits import DESCRIBES
from foitrack.reading.findings import Table
from foitrack.reading.headings import heading_fields
from foitrack.reading.periods import parse_period
from foitrack.reading.schema import CaseSchema

_LEAST, _LEAST_DESCRIBING = 3, 2
_NUMBERED = re.compile(r"(?:[a-z]+ ?)?(?:no\.? ?|#)?(?:\d{1,3}|[a-h])", re.IGNORECASE)


def upright(table: Table, schema: CaseSchema) -> Table | None:
    """The table with a case a row, if it lies on its side; else None.

    It does where its labels, each in its turn, are headings of the schema, and its own header
    only numbers the cases ("Case 1") or is the first of what is told of them.
    """
    if len(table.columns) < 2 or not table.rows:
        return None
    lines = [tuple(row) for row in table.rows]
    if not _only_numbers(table.columns):
        if not all(map(parse_period, table.columns[1:])):
            return None
        lines.insert(0, table.columns)
    labels = [line[0] for line in lines]
    led = [fields for fields in heading_fields(schema, labels) if fields]
    describing = sum(any(own.kind in DESCRIBES for own in fields) for fields in led)
    if len(led) < _LEAST or describing < _LEAST_DESCRIBING or len(led) * 2 <= len(labels):
        return None
    cases = list(zip(*(line[1:] for line in lines), strict=True))
    return replace(
        table,
        columns=tuple(labels),
        rows=tuple(cases),
        total_row=None,
        row_places=(table.place,) * len(cases),
        true_values={},
    )


def _only_numbers(columns: tuple[str, ...]) -> bool:
    """Whether a header only tells the cases apart: "Case 1", "Officer B", or nothing at all."""
    return all(not name.strip() or _NUMBERED.fullmatch(name.strip()) for name in columns[1:])
