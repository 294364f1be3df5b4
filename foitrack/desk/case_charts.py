"""Charts of the case data: one for each field that groups rows, split by authority."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, CaseRowRecord, CaseValueRecord, Response
from foitrack.desk.case_queries import (
    AUTHORITY,
    FAMILY,
    NOT_STATED,
    YEAR,
    joined,
    least,
    most,
    shown,
    values_of,
    wanted_rows,
)
from foitrack.desk.views import Bar, CaseFilter, Chart
from foitrack.law.wording import counted
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField
from foitrack.saying import say, together

NOT_GIVEN = "Not given"
MOST_VALUES = 40
"""A field with more values than this groups nothing, where no schema says what it is."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """How much one authority has of one value; `more` is what suppression leaves open."""

    value: str | None
    authority: str
    count: int
    more: int


def charts_of(
    session: Session, schemas: Mapping[str, CaseSchema], wanted: CaseFilter
) -> tuple[Chart, ...]:
    """Charts by period and by each category, split by authority, and one by authority itself."""
    given = _given(session, wanted)
    series = [cell.authority for cell in given]
    fields = _charted(session, schemas, wanted)
    made = [_chart(session, wanted, field, series) for field in fields]
    asked = wanted.authority is not None or AUTHORITY in dict(wanted.values)
    made.append(_by_authority(given, series, asked=asked))
    charts = [chart for chart in made if chart.bars]
    if charts and (told := _from_sentences(session, wanted)):
        # Once is enough: every chart counts the same rows.
        charts[0] = replace(charts[0], note=_sentences((charts[0].note, told)))
    return tuple(charts)


def _from_sentences(session: Session, wanted: CaseFilter) -> str:
    """How many of the rows a person took from sentences; empty where none."""
    query = joined(select(func.count(CaseRowRecord.id))).where(
        wanted_rows(wanted), CaseRowRecord.source == "prose"
    )
    number = session.scalar(query) or 0
    rows = counted(number, "row")
    return say("{0} read from sentences, not from a table.", rows) if number else ""


def schemas_used(
    session: Session, schemas: Mapping[str, CaseSchema], wanted: CaseFilter
) -> list[CaseSchema]:
    """The case schemas by which the rows were read, as far as they are known here."""
    scope = CaseFilter(campaign_id=wanted.campaign_id, request_id=wanted.request_id)
    names = session.scalars(
        joined(select(Response.schema_name).select_from(CaseRowRecord))
        .where(wanted_rows(scope))
        .distinct()
        .order_by(Response.schema_name)
    )
    return [schemas[name] for name in names if name is not None and name in schemas]


def text_fields(
    session: Session, schemas: Mapping[str, CaseSchema], wanted: CaseFilter
) -> frozenset[str]:
    """The fields that hold free text, by which nothing is grouped."""
    used = schemas_used(session, schemas, wanted)
    return frozenset(own.name for schema in used for own in schema.of_kind(FieldKind.TEXT))


def _charted(
    session: Session, schemas: Mapping[str, CaseSchema], wanted: CaseFilter
) -> tuple[str, ...]:
    used = schemas_used(session, schemas, wanted)
    if not used:
        return _grouping_fields(session, wanted)
    kinds = (FieldKind.PERIOD, FieldKind.CATEGORIES, FieldKind.CATEGORY)
    fields = [own for schema in used for own in schema.of_kind(*kinds)]
    # Those that have families say the most in the fewest bars, so they come before the others.
    fields.sort(key=lambda own: (kinds.index(own.kind), not own.families))
    return tuple(dict.fromkeys(_chart_field(own) for own in fields))


def _chart_field(own: SchemaField) -> str:
    if own.kind is FieldKind.PERIOD:
        return YEAR
    return own.name + FAMILY if own.families else own.name


def _grouping_fields(session: Session, wanted: CaseFilter) -> tuple[str, ...]:
    rows = joined(select(CaseRowRecord.id)).where(wanted_rows(wanted))
    number = func.count(CaseValueRecord.value.distinct())
    found = session.scalars(
        select(CaseValueRecord.field)
        .where(CaseValueRecord.row_id.in_(rows))
        .group_by(CaseValueRecord.field)
        .having(number <= MOST_VALUES)
        .order_by(func.min(CaseValueRecord.id))
    )
    return tuple(found)


def _given(session: Session, wanted: CaseFilter) -> list[_Cell]:
    """How much each authority gave, most first; those that are not stated are one of them."""
    number = func.sum(least())
    found = session.execute(
        joined(
            select(Authority.name, number, func.sum(most() - least())).select_from(CaseRowRecord)
        )
        .where(wanted_rows(wanted))
        .group_by(Authority.name)
        .order_by(number.desc(), Authority.name)
    )
    return [_Cell(None, name or NOT_STATED, int(low), int(more)) for name, low, more in found]


def _cells(session: Session, wanted: CaseFilter, field: str) -> list[_Cell]:
    own = values_of(field)
    found = session.execute(
        joined(
            select(
                own.c.value, Authority.name, func.sum(least()), func.sum(most() - least())
            ).select_from(CaseRowRecord)
        )
        .outerjoin(own, own.c.row_id == CaseRowRecord.id)
        .where(wanted_rows(wanted))
        .group_by(own.c.value, Authority.name)
    )
    return [
        _Cell(value, name or NOT_STATED, int(low), int(more)) for value, name, low, more in found
    ]


def _chart(session: Session, wanted: CaseFilter, field: str, series: Sequence[str]) -> Chart:
    cells = _cells(session, wanted, field)
    given = sorted({cell.value for cell in cells if cell.value is not None})
    bars = [_bar(shown(field, value), cells, value, series) for value in given]
    if field != YEAR:
        bars.sort(key=lambda bar: (-sum(bar.counts), bar.label.casefold()))
    if not bars:
        # A chart of nothing but "Not given" says nothing.
        return Chart(_title(field), field, tuple(series), ())
    if any(cell.value is None for cell in cells):
        bars.append(_bar(NOT_GIVEN, cells, None, series))
    notes = (_several(session, wanted, field), _suppressed(sum(cell.more for cell in cells)))
    return Chart(_title(field), field, tuple(series), tuple(bars), _sentences(notes))


def _by_authority(given: Sequence[_Cell], series: Sequence[str], *, asked: bool) -> Chart:
    """One bar for each authority, in its own fill.

    A single one is nothing to compare, unless it was asked for: then its bar takes that back.
    """
    empty = Chart(_title(AUTHORITY), AUTHORITY, tuple(series), ())
    if len(series) < 2 and not asked:
        return empty
    bars = tuple(
        Bar(cell.authority, tuple(cell.count if cell.authority == name else 0 for name in series))
        for cell in given
    )
    return replace(empty, bars=bars, note=_suppressed(sum(cell.more for cell in given)))


def _bar(label: str, cells: Iterable[_Cell], value: str | None, series: Sequence[str]) -> Bar:
    own = {cell.authority: cell.count for cell in cells if cell.value == value}
    return Bar(label, tuple(own.get(name, 0) for name in series), value is not None)


def _several(session: Session, wanted: CaseFilter, field: str) -> str:
    own = values_of(field)
    query = (
        joined(select(CaseRowRecord.id))
        .join(own, own.c.row_id == CaseRowRecord.id)
        .where(wanted_rows(wanted))
        .group_by(CaseRowRecord.id)
        .having(func.count() > 1)
        .limit(1)
    )
    if session.scalar(query) is None:
        return ""
    return say("A row naming several is in each.")


def _suppressed(more: int) -> str:
    if not more:
        return ""
    return say("Suppressed figures are drawn at their least; together up to {0} more.", f"{more:,}")


def _sentences(notes: Iterable[str]) -> str:
    return together(note for note in notes if note)


def _title(field: str) -> str:
    return say("By {0}", field.removesuffix(FAMILY).replace("_", " ").replace("-", " "))
