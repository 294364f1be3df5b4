"""Case data: the lines that responses list, filtered and counted in SQL."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Integer, case, func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import (
    Authority,
    CaseRowRecord,
    CaseValueRecord,
    Request,
    Response,
    TableRecord,
)
from foitrack.desk import step_names as called
from foitrack.desk.answers import case_rows
from foitrack.desk.case_charts import charts_of, text_fields
from foitrack.desk.case_queries import (
    AUTHORITY,
    FAMILY,
    NOT_STATED,
    PERIOD,
    YEAR,
    in_order,
    joined,
    least,
    most,
    shown,
    values_of,
    wanted_rows,
)
from foitrack.desk.desk import Desk, step
from foitrack.desk.like_counts import likeness
from foitrack.desk.schema_store import all_schemas
from foitrack.desk.views import CaseFilter, CaseOverview, CaseRowView, Changed, DeskError
from foitrack.law.wording import counted
from foitrack.saying import say

Options = dict[str, tuple[tuple[str, int], ...]]
AT_ONCE = 500
"""Rows asked for in one query: below every database's limit of parameters."""


def ids(
    desk: Desk, wanted: CaseFilter, sort: str = "source", descending: bool = False
) -> tuple[int, ...]:
    """The ids of case rows in order; `sort` is a field, authority, count, checked or source."""
    query = joined(select(CaseRowRecord.id)).where(wanted_rows(wanted))
    with desk.case.reading() as session:
        return tuple(session.scalars(in_order(query, sort, descending)))


def rows(desk: Desk, wanted: Sequence[int]) -> tuple[CaseRowView, ...]:
    """Some case rows, in the order asked for; those no longer there are left out."""
    with desk.case.reading() as session:
        found: list[CaseRowView] = []
        for start in range(0, len(wanted), AT_ONCE):
            found += case_rows(session, wanted[start : start + AT_ONCE])
        return tuple(found)


def overview(desk: Desk, wanted: CaseFilter) -> CaseOverview:
    """The figures over the rows a filter finds. A suppressed count makes the total a range."""
    with desk.case.reading() as session:
        number, low, high, unchecked = _totals(session, wanted)
        known = all_schemas(session, desk.reference)
        like = likeness(session, wanted)
        return CaseOverview(
            rows=number,
            total_low=low,
            total_high=high,
            unchecked=unchecked,
            authorities=_authorities(session, wanted),
            charts=charts_of(session, known, wanted) if number else (),
            caution=like.caution,
            alike=like.alike,
        )


def _totals(session: Session, wanted: CaseFilter) -> tuple[int, int, int, int]:
    unchecked = case((CaseRowRecord.checked, 0), else_=1)
    figures = (func.sum(least()), func.sum(most()), func.sum(unchecked))
    totals = [func.coalesce(figure, 0, type_=Integer) for figure in figures]
    query = joined(select(func.count(CaseRowRecord.id), *totals)).where(wanted_rows(wanted))
    number, low, high, open_rows = session.execute(query).one()
    return int(number), int(low), int(high), int(open_rows)


def _authorities(session: Session, wanted: CaseFilter) -> tuple[str, ...]:
    """The authorities that gave the rows, by name; "not stated" last."""
    query = joined(select(Authority.name).select_from(CaseRowRecord).distinct())
    names = session.scalars(query.where(wanted_rows(wanted))).all()
    return (*sorted(name for name in names if name), *([NOT_STATED] if None in names else []))


def tables_without_rows(desk: Desk) -> int:
    """How many tables of recorded responses there are of which no row is case data."""
    read = select(CaseRowRecord.response_id).where(CaseRowRecord.accepted)
    query = (
        select(func.count(TableRecord.id))
        .join(Response, TableRecord.response_id == Response.id)
        .join(Request, Response.request_id == Request.id)
        .where(Response.recorded, ~Response.discarded, ~Request.binned, Response.id.not_in(read))
    )
    with desk.case.reading() as session:
        return session.scalar(query) or 0


def options(desk: Desk, wanted: CaseFilter) -> Options:
    """For each field its values with how many rows have them; "" is "not given".

    What the filter already asks of a field is left out of that field's own counts, so that
    another value can be chosen. A field of free text has no list of values.
    """
    with desk.case.reading() as session:
        texts = text_fields(session, all_schemas(session, desk.reference), wanted)
        found: Options = {}
        for field in _fields(session, wanted):
            found[field] = () if field in texts else _value_options(session, wanted, field)
        # Without a row there is nothing to choose from, the authority neither.
        return {AUTHORITY: _authority_options(session, wanted), **found} if found else {}


def _fields(session: Session, wanted: CaseFilter) -> list[str]:
    scope = CaseFilter(campaign_id=wanted.campaign_id, request_id=wanted.request_id)
    there = joined(select(CaseRowRecord.id)).where(wanted_rows(scope))
    first = func.min(CaseValueRecord.id)
    found = session.scalars(
        select(CaseValueRecord.field)
        .where(CaseValueRecord.row_id.in_(there))
        .group_by(CaseValueRecord.field)
        .order_by(first)
    )
    return list(found)


def _authority_options(session: Session, wanted: CaseFilter) -> tuple[tuple[str, int], ...]:
    found = session.execute(
        joined(select(Authority.name, func.count(CaseRowRecord.id)).select_from(CaseRowRecord))
        .where(wanted_rows(wanted, without=AUTHORITY))
        .group_by(Authority.name)
        .order_by(Authority.name.is_(None), Authority.name)
    )
    return tuple((name or NOT_STATED, number) for name, number in found)


def _value_options(session: Session, wanted: CaseFilter, field: str) -> tuple[tuple[str, int], ...]:
    own = values_of(field)
    found = session.execute(
        joined(select(own.c.value, func.count(CaseRowRecord.id)).select_from(CaseRowRecord))
        .outerjoin(own, own.c.row_id == CaseRowRecord.id)
        .where(wanted_rows(wanted, without=field))
        .group_by(own.c.value)
    ).all()
    given = [(shown(field, value), number) for value, number in found if value is not None]
    in_time = field in (YEAR, PERIOD)
    given.sort(key=lambda one: (0 if in_time else -one[1], one[0].casefold()))
    return (*given, *(("", number) for value, number in found if value is None))


def family_words(family: str) -> str:
    """An outcome family as people read it: "no-further-action" is "No further action"."""
    return shown(FAMILY, family)


def set_checked(desk: Desk, wanted: Sequence[int], checked: bool) -> Changed:
    """Say that rows were compared with their document, or were not."""
    deed = called.CHECK_ROWS if checked else called.UNCHECK_ROWS
    with step(desk, say(deed, counted(len(wanted), "case row"))) as made:
        for start in range(0, len(wanted), AT_ONCE):
            chunk = wanted[start : start + AT_ONCE]
            found = made.session.scalars(select(CaseRowRecord).where(CaseRowRecord.id.in_(chunk)))
            there = found.all()
            if len(there) != len(set(chunk)):
                raise DeskError("A case row is no longer there. Nothing was changed.")
            for row in there:
                row.checked = checked
            made.request_ids += _requests_of(made.session, chunk)
    return made.changed()


def _requests_of(session: Session, row_ids: Sequence[int]) -> list[int]:
    found = session.scalars(
        select(Request.id)
        .join(Response, Response.request_id == Request.id)
        .join(CaseRowRecord, CaseRowRecord.response_id == Response.id)
        .where(CaseRowRecord.id.in_(row_ids))
        .distinct()
        .order_by(Request.id)
    )
    return list(found)
