"""What says that a period had no case: a row of a table, or a line in place of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from foitrack.later import later
from foitrack.reading.cases.cells import Values
from foitrack.reading.cases.columns import Led
from foitrack.reading.cases.fits import DESCRIBES, heading_period
from foitrack.reading.findings import CaseRow, Place, Table, Zero
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span, lines, trimmed
from foitrack.reading.schema import CaseSchema, SchemaField

_NIL = later(
    r"(?:nil|none|zero|nought|0)(?: returns?| recorded| reported| identified| to report)?\.?",
    re.IGNORECASE,
)
_NOBODY = later(
    r"(?:no|zero|0) (?:\w+ )?(?P<what>staff|people|\w+s|officer|employee|individual|person|record)"
    r"(?: (?:were |was )?(?:recorded|reported|identified|found|investigated|disciplined|dismissed|"
    r"sanctioned|received|to report|held))?"
    r"(?: (?:in|for|during|within) (?:this|the|that) (?:year|period|quarter|month))?\.?",
    re.IGNORECASE,
)
_BEGINS = frozenset("nNzZ0")
"""What "nil", "none", "no", "nought", "zero" and "0" begin with."""
_UNITS = frozenset({"records", "record", "returns", "entries", "results", "cases", "incidents"})
_UNITS |= {"officers", "officer", "staff", "employees", "employee", "people", "persons", "person"}
_SILENT = re.compile(r"[-\u2013\u2014*/.\s]*|n/?a\.?|not applicable", re.IGNORECASE)
_LONGEST = 80


def row_nought(
    cells: Sequence[str], led: Led, values: Values, schema: CaseSchema, place: Place
) -> tuple[Zero, ...] | None:
    """The explicit nought that a row is, or none where it is only one kind's; None for a case.

    A row is one where its number is 0, or where it says "nil" in place of who and what.
    """
    count = next((v for v in values if v.field == "count"), None)
    none = count is not None and count.low == 0 and count.high == 0
    if count is not None and count.printed and not none:
        return None
    said = [
        (cell.strip(), own)
        for cell, fields in zip(cells, led, strict=True)
        for own in fields[:1]
        if own.kind in DESCRIBES and cell.strip()
    ]
    if not none and not any(_is_nil(cell, own, schema) for cell, own in said):
        return None
    silent = all(_is_nil(cell, own, schema) or _SILENT.fullmatch(cell) for cell, own in said)
    if not none and not silent:
        return None
    period = next((v.value for v in values if v.field == "period"), None)
    described = any(own.kind in DESCRIBES for fields in led for own in fields)
    tells = silent and (bool(said) or not described)
    return (Zero(period, place),) if period and tells else ()


def noughts_of(
    told: Sequence[Zero], kinds: Sequence[tuple[str | None, Place]], rows: Sequence[CaseRow]
) -> list[Zero]:
    """The noughts of a table's periods that it has no case of: those that a row tells, and those
    of which each of several kinds is 0 (`kinds`: its period and place).
    """
    periods = {row.one("period") for row in rows} | {None}
    found = {zero.period: zero for zero in told if zero.period not in periods}
    several = Counter(period for period, _ in kinds if period not in periods)
    for period, place in kinds:
        if period is not None and several[period] > 1:
            found.setdefault(period, Zero(period, place))
    return list(found.values())


def is_silent(cell: str) -> bool:
    """Whether a cell says that there was nothing, or has a mark in place of it: "None", "-"."""
    bare = cell.strip()
    return bool(bare) and any(form.fullmatch(bare) for form in (_NIL, _SILENT))


def _is_nil(cell: str, own: SchemaField, schema: CaseSchema) -> bool:
    """Whether a cell says that there was nothing: "Nil", "No officers"."""
    if cell[0] not in _BEGINS or len(cell) > _LONGEST or own.normal(cell):
        return False
    if _NIL.fullmatch(cell):
        return True
    nobody = _NOBODY.fullmatch(cell)
    if nobody is None:
        return False
    what = nobody["what"].lower()
    return what in _UNITS or what.removesuffix("s") in schema.counted


def find_zeros(plain: str, tables: Sequence[Table]) -> tuple[tuple[str, Span], ...]:
    """Periods under whose heading a nought stands where other periods have a table."""
    known = {period.value for table in tables if (period := heading_period(table.heading))}
    if not known:
        return ()
    rows = [trimmed(plain, row) for row in lines(plain)]
    written = [row for row in rows if row.end > row.start]
    found = []
    for row, below in zip(written, [*written[1:], None], strict=False):
        nought = _nought_at(plain, row, below)
        if nought and nought[0] not in known:
            found.append(nought)
    return tuple(found)


def _nought_at(plain: str, row: Span, below: Span | None) -> tuple[str, Span] | None:
    """A period with a nought on its own line ("2020: nil") or on the line below."""
    if row.end - row.start > _LONGEST_NOUGHT:
        return None
    period = parse_period(row.of(plain))
    if period:
        if below is not None and _NOUGHT.fullmatch(below.of(plain)[:_LONGEST_NOUGHT]):
            return period.value, Span(row.start, below.end)
        return None
    parted = _PERIOD_NOUGHT.fullmatch(row.of(plain))
    period = parse_period(parted["period"]) if parted else None
    return (period.value, row) if period else None


_LONGEST_NOUGHT = 60
_NOUGHT = re.compile(r"[*_]{0,2}(?:0|nil|none|zero)(?: returns?)?[.*_]{0,3}", re.IGNORECASE)
_PERIOD_NOUGHT = later(
    rf"(?P<period>[^:\n]{{4,30}}?)(?::\s?|\s-\s|\s){_NOUGHT.pattern}", re.IGNORECASE
)
