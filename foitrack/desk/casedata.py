"""Case data: rows to list, filters, charts, and what must not be added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, true
from sqlalchemy.orm import Session

from foitrack.casefile.models import (
    Authority,
    CaseRowRecord,
    CaseValueRecord,
    Request,
    Response,
)
from foitrack.desk.answers import case_rows
from foitrack.desk.desk import Desk, step
from foitrack.desk.views import Bar, CaseFilter, CaseOverview, CaseRowView, Changed, Chart
from foitrack.law.wording import counted

NOT_STATED = "Authority not stated"
NOT_GIVEN = "Not given"
CHARTED: tuple[tuple[str, str], ...] = (
    ("year", "By year recorded"),
    ("platform", "By platform"),
    ("outcome_family", "By outcome"),
    ("rank", "By rank"),
)
MOST_BARS = 12
FAMILY_WORDS = {"no-case": "No case to answer"}


def ids(
    desk: Desk, wanted: CaseFilter, sort: str = "source", descending: bool = False
) -> tuple[int, ...]:
    """The ids of the rows wanted, sorted in SQL by a field, "authority", "count" or "source"."""
    with desk.case.reading() as session:
        return tuple(session.scalars(_ids_query(wanted, sort, descending)))


def rows(desk: Desk, wanted: Sequence[int]) -> tuple[CaseRowView, ...]:
    """Some case rows, in the order asked for."""
    with desk.case.reading() as session:
        return case_rows(session, wanted)


def _base() -> Select[Any]:
    return (
        select(CaseRowRecord.id)
        .join(Response, CaseRowRecord.response_id == Response.id)
        .join(Request, Response.request_id == Request.id)
        .outerjoin(Authority, Request.authority_id == Authority.id)
    )


def _ids_query(wanted: CaseFilter, sort: str, descending: bool) -> Select[Any]:
    source = (Response.id, CaseRowRecord.position)
    if sort == "source":
        keys: tuple[Any, ...] = ()
    elif sort == "authority":
        keys = (Authority.name.is_(None), func.lower(Authority.name))
    elif sort == "count":
        keys = (func.coalesce(CaseRowRecord.count, CaseRowRecord.low),)
    else:
        first = _first_value(sort)
        keys = (first.is_(None), first)
    ordered = [key.desc() if descending else key.asc() for key in (*keys, *source)]
    return _base().where(_conditions(wanted)).order_by(*ordered)


def _first_value(field: str) -> ColumnElement[str | None]:
    return (
        select(func.min(CaseValueRecord.value))
        .where(CaseValueRecord.row_id == CaseRowRecord.id, CaseValueRecord.field == field)
        .scalar_subquery()
    )


def _conditions(wanted: CaseFilter) -> ColumnElement[bool]:
    parts: list[Any] = [CaseRowRecord.accepted, ~Request.binned]
    if wanted.campaign_id is not None:
        parts.append(Request.campaign_id == wanted.campaign_id)
    if wanted.request_id is not None:
        parts.append(Response.request_id == wanted.request_id)
    if wanted.authority is not None:
        named = Authority.name == wanted.authority
        parts.append(Authority.name.is_(None) if wanted.authority == NOT_STATED else named)
    by_field: dict[str, list[str]] = defaultdict(list)
    for field, value in wanted.values:
        by_field[field].append(value)
    parts += [_has_value(field, values) for field, values in by_field.items()]
    if wanted.search.strip():
        parts += [_says(word) for word in wanted.search.split()]
    return and_(true(), *parts)


def _has_value(field: str, values: Sequence[str]) -> ColumnElement[bool]:
    """Rows with one of these values; "Not given" means rows without any."""
    own = and_(CaseValueRecord.row_id == CaseRowRecord.id, CaseValueRecord.field == field)
    given = [value for value in values if value != NOT_GIVEN]
    found = exists().where(own, CaseValueRecord.value.in_(given))
    without = ~exists().where(own, CaseValueRecord.value.is_not(None))
    return or_(found, without) if NOT_GIVEN in values else found


def _says(word: str) -> ColumnElement[bool]:
    own = CaseValueRecord.row_id == CaseRowRecord.id
    said = or_(
        CaseValueRecord.value.icontains(word, autoescape=True),
        CaseValueRecord.printed.icontains(word, autoescape=True),
    )
    return or_(exists().where(own, said), Authority.name.icontains(word, autoescape=True))


def options(desk: Desk, wanted: CaseFilter) -> dict[str, tuple[tuple[str, int], ...]]:
    """The values of each field among the rows wanted, with how many rows have each."""
    with desk.case.reading() as session:
        rows_wanted = _base().where(_conditions(wanted)).subquery()
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for field, value, number in session.execute(
            select(
                CaseValueRecord.field,
                CaseValueRecord.value,
                func.count(CaseValueRecord.row_id.distinct()),
            )
            .where(
                CaseValueRecord.row_id.in_(select(rows_wanted.c.id)),
                CaseValueRecord.value.is_not(None),
            )
            .group_by(CaseValueRecord.field, CaseValueRecord.value)
            .order_by(CaseValueRecord.field, func.count().desc(), CaseValueRecord.value)
        ):
            found[field].append((str(value), number))
        found["authority"] = [
            (name, number)
            for name, number in session.execute(
                select(func.coalesce(Authority.name, NOT_STATED), func.count(CaseRowRecord.id))
                .select_from(CaseRowRecord)
                .join(Response, CaseRowRecord.response_id == Response.id)
                .join(Request, Response.request_id == Request.id)
                .outerjoin(Authority, Request.authority_id == Authority.id)
                .where(CaseRowRecord.id.in_(select(rows_wanted.c.id)))
                .group_by(Authority.name)
                .order_by(Authority.name)
            )
        ]
        return {field: tuple(values) for field, values in found.items()}


def overview(desk: Desk, wanted: CaseFilter) -> CaseOverview:
    """Totals, charts and what must be said beside them."""
    with desk.case.reading() as session:
        low = func.coalesce(CaseRowRecord.count, CaseRowRecord.low, 0)
        high = func.coalesce(CaseRowRecord.count, CaseRowRecord.high, CaseRowRecord.low, 0)
        number, total_low, total_high, checked = session.execute(
            _base()
            .with_only_columns(
                func.count(CaseRowRecord.id),
                func.coalesce(func.sum(low), 0),
                func.coalesce(func.sum(high), 0),
                func.count().filter(CaseRowRecord.checked),
            )
            .where(_conditions(wanted))
        ).one()
        series = _authorities(session, wanted)
        charts = tuple(
            chart
            for field, title in CHARTED
            if (chart := _chart(session, wanted, field, title, series)) is not None
        )
        return CaseOverview(
            rows=number,
            total_low=total_low,
            total_high=total_high,
            unchecked=number - checked,
            authorities=series,
            charts=charts,
            caution=_caution(session, wanted),
        )


def _authorities(session: Session, wanted: CaseFilter) -> tuple[str, ...]:
    """The authorities with rows, those with most first."""
    found = session.execute(
        _base()
        .with_only_columns(func.coalesce(Authority.name, NOT_STATED), func.count())
        .where(_conditions(wanted))
        .group_by(Authority.name)
        .order_by(func.count().desc(), Authority.name)
    )
    return tuple(name for name, _ in found)


def _chart(
    session: Session, wanted: CaseFilter, field: str, title: str, series: tuple[str, ...]
) -> Chart | None:
    """Counts by the values of a field; a row that names several counts once under each."""
    value = (
        select(CaseValueRecord.row_id, CaseValueRecord.value)
        .where(CaseValueRecord.field == field, CaseValueRecord.value.is_not(None))
        .subquery()
    )
    count = func.coalesce(CaseRowRecord.count, CaseRowRecord.low, 0)
    found = session.execute(
        _base()
        .outerjoin(value, value.c.row_id == CaseRowRecord.id)
        .with_only_columns(
            value.c.value, func.coalesce(Authority.name, NOT_STATED), func.sum(count)
        )
        .where(_conditions(wanted))
        .group_by(value.c.value, Authority.name)
    )
    counts: dict[str | None, dict[str, int]] = defaultdict(dict)
    for label, authority, number in found:
        counts[label][authority] = number
    if not counts or set(counts) == {None}:
        return None
    bars = [_bar(label, by, series) for label, by in counts.items() if label is not None]
    bars.sort(key=lambda bar: bar.label if field == "year" else (-sum(bar.counts), bar.label))
    shown = bars if field == "year" else bars[:MOST_BARS]
    if None in counts:
        shown.append(_bar(None, counts[None], series))
    return Chart(title, field, series, tuple(shown), _note(bars, shown))


def _bar(label: str | None, by: dict[str, int], series: tuple[str, ...]) -> Bar:
    return Bar(
        label if label is not None else NOT_GIVEN,
        tuple(by.get(name, 0) for name in series),
        known=label is not None,
    )


def _note(bars: Sequence[Bar], shown: Sequence[Bar]) -> str:
    left_out = len(bars) - sum(bar.known for bar in shown)
    return f"{counted(left_out, 'smaller value')} not drawn; the table has all." if left_out else ""


def family_words(family: str) -> str:
    """An outcome family as people read it: "no-further-action" is "No further action"."""
    return FAMILY_WORDS.get(family, family.replace("-", " ").capitalize())


def _caution(session: Session, wanted: CaseFilter) -> str:
    """Said where some authorities give a line a case and others only figures for a period.

    The two count unlike things, so their sum says little.
    """
    figures: dict[str, bool] = {}
    described = exists().where(
        CaseValueRecord.row_id == CaseRowRecord.id,
        CaseValueRecord.field.in_(("rank", "allegation", "platform")),
        CaseValueRecord.value.is_not(None),
    )
    for name, lines, all_lines in session.execute(
        _base()
        .with_only_columns(
            func.coalesce(Authority.name, NOT_STATED),
            func.count().filter(described),
            func.count(),
        )
        .where(_conditions(wanted))
        .group_by(Authority.name)
    ):
        figures[name] = lines * 2 < all_lines
    only_figures = sorted(name for name, own in figures.items() if own)
    lists = sorted(name for name, own in figures.items() if not own)
    if not only_figures or not lists:
        return ""
    return (
        f"These do not count the same thing: {_and(only_figures)} "
        f"{'gives' if len(only_figures) == 1 else 'give'} figures for a period, "
        f"{_and(lists)} {'lists' if len(lists) == 1 else 'list'} cases."
    )


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def set_checked(desk: Desk, wanted: Sequence[int], checked: bool) -> Changed:
    """Say that a person has checked some rows, or not."""
    label = "Mark case rows as checked" if checked else "Mark case rows as not checked"
    with step(desk, label) as made:
        found = made.session.execute(
            select(CaseRowRecord, Response.request_id)
            .join(Response, CaseRowRecord.response_id == Response.id)
            .where(CaseRowRecord.id.in_(wanted))
        )
        for row, request_id in found:
            row.checked = checked
            if request_id is not None:
                made.request_ids.append(request_id)
    return made.changed()
