"""What must not be added up: figures that count unlike things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, CaseRowRecord, CaseValueRecord, Response
from foitrack.desk.case_queries import FAMILY, NOT_STATED, PERIOD, YEAR, joined, wanted_rows
from foitrack.desk.views import CaseFilter
from foitrack.law.wording import counted
from foitrack.saying import all_of, say, together

COUNTS = "counts "
"""How the reader flags a row whose figure stands under a heading that says what it counts."""
LINES = "lines"
"""Each row describes a case: who, where, what came of it."""
TOTALS = "totals"
"""A row is a figure for one kind in one period; no case is described."""
DESCRIBED = 2
"""With so many fields besides its period, a row describes a case."""
NAMED = 4
"""As many authorities are named, the last of them "37 others" where there are more."""
SAID = {
    LINES: (say("lists cases"), say("list cases")),
    TOTALS: (say("gives totals"), say("give totals")),
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """What may be added up."""

    caution: str
    """One sentence where the rows count unlike things; empty where all can be added up."""
    alike: tuple[tuple[str, ...], ...]
    """The authorities by what they count; of one group all can be added up."""


def likeness(session: Session, wanted: CaseFilter) -> Likeness:
    """What of the rows may be added up.

    What is counted is judged for each response as a whole, since one line that says little does
    not make a table of totals.
    """
    by_unit: dict[str, dict[str, None]] = defaultdict(dict)
    by_name: dict[str, set[str]] = defaultdict(set)
    for name, unit in _units(session, wanted):
        by_unit[unit][name] = None
        by_name[name].add(unit)
    groups: dict[frozenset[str], list[str]] = defaultdict(list)
    for name, units in by_name.items():
        groups[frozenset(units)].append(name)
    alike = tuple(tuple(names) for names in groups.values())
    if len(by_unit) < 2:
        return Likeness("", alike)
    order = sorted(by_unit, key=lambda unit: (unit == LINES, unit))
    said = [_said(unit, list(by_unit[unit])) for unit in order]
    return Likeness(say("These do not count the same thing: {0}.", together(said, "; ")), alike)


def _units(session: Session, wanted: CaseFilter) -> list[tuple[str, str]]:
    """For each response with rows its authority and what its rows count."""
    fields = (
        select(CaseValueRecord.row_id, func.count(CaseValueRecord.field.distinct()).label("number"))
        .where(
            CaseValueRecord.value.is_not(None),
            CaseValueRecord.field.not_in((PERIOD, YEAR)),
            CaseValueRecord.field.not_like(f"%\\{FAMILY}", escape="\\"),
        )
        .group_by(CaseValueRecord.row_id)
        .subquery()
    )
    query = joined(
        select(Response.id, Authority.name, CaseRowRecord.flags, fields.c.number).select_from(
            CaseRowRecord
        )
    ).outerjoin(fields, fields.c.row_id == CaseRowRecord.id)
    units: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    order = (Authority.name.is_(None), Authority.name, Response.id)
    for response, name, flags, number in session.execute(
        query.where(wanted_rows(wanted)).order_by(*order)
    ):
        units[response, name or NOT_STATED][_unit(flags, number or 0)] += 1
    return [(name, counter.most_common(1)[0][0]) for (_, name), counter in units.items()]


def _unit(flags: Sequence[str], fields: int) -> str:
    own = next((flag for flag in flags if flag.startswith(COUNTS)), None)
    if own is not None:
        return own.removeprefix(COUNTS)
    return LINES if fields >= DESCRIBED else TOTALS


def _said(unit: str, names: Sequence[str]) -> str:
    more = counted(len(names) - NAMED + 1, "other")
    told = [*names[: NAMED - 1], more] if len(names) > NAMED else list(names)
    one, many = SAID.get(unit, (say("counts {0}", unit), say("count {0}", unit)))
    return say("{0} {1}", all_of(told), one if len(names) == 1 else many)
