"""Case rows derived again from the tables kept with a response, without its document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import (
    CaseRowRecord,
    CaseValueRecord,
    Document,
    Response,
    TableRecord,
)
from foitrack.desk.answers import place_of
from foitrack.desk.case_storing import store_case
from foitrack.reading.cases.cells import field_values, times
from foitrack.reading.cases.tables import read_table
from foitrack.reading.counts import Count, find_legend
from foitrack.reading.findings import CaseValue, Place, Table
from foitrack.reading.merged_tables import SAME_ELSEWHERE
from foitrack.reading.prose import fold
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField, keyed

FAMILY = "_family"
GROUPED = (FieldKind.CATEGORY, FieldKind.CATEGORIES)
TABLE, PROSE = "table", "prose"
_ELSEWHERE = SAME_ELSEWHERE.split("{", 1)[0]


@dataclass(frozen=True, slots=True)
class Regrouped:
    """How many rows a change of words reached, and how many of them a person had accepted."""

    rows: int = 0
    recorded: int = 0


def table_of(record: TableRecord) -> Table:
    """A kept table, as reading has it."""
    place = place_of(record.place)
    known = [place_of(row) for row in record.row_places]
    return Table(
        columns=tuple(record.columns),
        rows=tuple(tuple(row) for row in record.rows),
        place=place,
        total_row=tuple(record.total_row) if record.total_row else None,
        heading=record.heading,
        row_places=tuple(
            known[n] if n < len(known) else _row_place(place, record.number, n + 1)
            for n in range(len(record.rows))
        ),
        flags=tuple(record.flags),
    )


def _row_place(place: Place, number: int, row: int) -> Place:
    return Place(
        page=place.page,
        box=place.box,
        start=place.start,
        end=place.end,
        sheet=place.sheet,
        part=place.part,
        table=place.table or number,
        row=row,
    )


def tables_of(session: Session, response_id: int) -> Sequence[TableRecord]:
    """The tables kept with a response, in their order."""
    query = select(TableRecord).where(TableRecord.response_id == response_id)
    return session.scalars(query.order_by(TableRecord.id)).all()


def rows_of(session: Session, response_id: int) -> list[CaseRowRecord]:
    """The case rows of a response, in their order."""
    query = select(CaseRowRecord).where(CaseRowRecord.response_id == response_id)
    return list(session.scalars(query.order_by(CaseRowRecord.position, CaseRowRecord.id)))


def of_table(record: TableRecord, rows: Iterable[CaseRowRecord]) -> list[CaseRowRecord]:
    """Those of a response's rows that were read from one of its tables."""
    number = place_of(record.place).table or record.number
    return [
        row
        for row in rows
        if row.source == TABLE
        and row.document_id == record.document_id
        and row.place.get("table") == number
    ]


def legend_of(session: Session, record: TableRecord) -> dict[str, Count]:
    """What the table's document says that its suppression marks stand for."""
    if record.document_id is None:
        return {}
    document = session.get(Document, record.document_id)
    return find_legend(fold(document.text)) if document is not None else {}


def is_copied(record: TableRecord) -> bool:
    """Whether another file of the response has the same table, whose rows are counted."""
    return any(flag.startswith(_ELSEWHERE) for flag in record.flags)


def chosen_in(record: TableRecord, schema: CaseSchema) -> dict[int, str | None]:
    """What a person said that columns of a table hold, as far as a schema has such fields."""
    return {
        int(index): field
        for index, field in record.mapping.items()
        if field is None or schema.field_named(field) is not None
    }


def read_again(
    session: Session, response: Response, record: TableRecord, schema: CaseSchema
) -> int:
    """Derive the rows of a table anew; how many there are. Rows of other tables stay."""
    rows = rows_of(session, response.id)
    before = of_table(record, rows)
    mapping = {int(column): name for column, name in record.mapping.items()}
    found = read_table(table_of(record), schema, legend_of(session, record), mapping).rows
    at = _position(record, rows, before)
    drop(session, before)
    rest = [row for row in rows if row not in before]
    for row in rest:
        if row.position >= at:
            row.position += len(found)
    session.flush()
    for offset, case in enumerate(found):
        store_case(session, response.id, record.document_id, at + offset, case)
    session.flush()
    for position, row in enumerate(rows_of(session, response.id), 1):
        row.position = position
    session.flush()
    return len(found)


def _position(
    record: TableRecord, rows: Sequence[CaseRowRecord], before: Sequence[CaseRowRecord]
) -> int:
    """Where the rows of a table begin: where they began, else after those of earlier tables."""
    if before:
        return before[0].position
    number = place_of(record.place).table or record.number
    earlier = [
        row.position
        for row in rows
        if row.source == TABLE
        and (row.document_id or 0, _number(row)) < (record.document_id or 0, number)
    ]
    return max(earlier, default=0) + 1


def _number(row: CaseRowRecord) -> int:
    number = row.place.get("table")
    return number if isinstance(number, int) else 0


def drop(session: Session, rows: Sequence[CaseRowRecord]) -> None:
    """Delete rows with their values."""
    ids = [row.id for row in rows]
    # One by one: history hears only of what passes through the session.
    for value in session.scalars(select(CaseValueRecord).where(CaseValueRecord.row_id.in_(ids))):
        session.delete(value)
    session.flush()
    for row in rows:
        session.delete(row)
    session.flush()


def has_accepted(rows: Iterable[CaseRowRecord]) -> bool:
    """Whether a person has taken any of the rows."""
    return any(row.accepted for row in rows)


def key_of(printed: str, own: SchemaField) -> str:
    """By what a cell's words are remembered: as vocabularies compare, without a number of them."""
    bare, number = times(printed)
    return keyed(printed if number is None or own.kind is FieldKind.CATEGORIES else bare)


def regroup(
    session: Session,
    responses: Sequence[int],
    before: CaseSchema,
    after: CaseSchema,
    *,
    fields: frozenset[str] | None = None,
    only: Callable[[SchemaField, str], bool] = lambda own, printed: False,
) -> Regrouped:
    """Give values to rows by other words; rows whose values would be the same are let be.

    A row is changed where its values are those that the words gave before, or where `only`
    says that its printed words are meant. `fields` are those to look at; all where None.
    """
    changed: dict[int, bool] = {}
    grouped = [own for own in after.fields if own.kind in GROUPED]
    for own in grouped:
        if fields is not None and own.name not in fields:
            continue
        was = before.field_named(own.name)
        for row, printed, values in _printed(session, responses, own):
            old = _pairs(field_values(printed, was)) if was is not None else ()
            new = field_values(printed, own)
            now = tuple((v.field, v.value) for v in values)
            fits = sorted(map(repr, now)) == sorted(map(repr, old)) or only(own, printed)
            if _pairs(new) != now and fits:
                _replace(session, row, values, new)
                _recount(row, field_values(printed, was) if was is not None else (), new)
                changed[row.id] = row.accepted
    session.flush()
    return Regrouped(len(changed), sum(changed.values()))


def _pairs(values: Sequence[CaseValue]) -> tuple[tuple[str, str | None], ...]:
    return tuple((v.field, v.value) for v in values if v.field != "count")


def _printed(
    session: Session, responses: Sequence[int], own: SchemaField
) -> list[tuple[CaseRowRecord, str, list[CaseValueRecord]]]:
    """Each row's values of a field and its family, by the printed words they were read from."""
    names = (own.name, own.name + FAMILY)
    found: dict[tuple[int, str], list[CaseValueRecord]] = defaultdict(list)
    rows: dict[int, CaseRowRecord] = {}
    for start in range(0, len(responses), 500):
        query = (
            select(CaseRowRecord, CaseValueRecord)
            .join(CaseValueRecord, CaseValueRecord.row_id == CaseRowRecord.id)
            .where(
                CaseRowRecord.response_id.in_(responses[start : start + 500]),
                CaseRowRecord.source == TABLE,
                CaseValueRecord.field.in_(names),
            )
            .order_by(CaseRowRecord.id, CaseValueRecord.id)
        )
        for row, value in session.execute(query):
            rows[row.id] = row
            found[row.id, value.printed].append(value)
    return [(rows[row_id], printed, values) for (row_id, printed), values in found.items()]


def _replace(
    session: Session,
    row: CaseRowRecord,
    before: Sequence[CaseValueRecord],
    after: Sequence[CaseValue],
) -> None:
    """Other values in the places of the old ones, so that their order stays."""
    wanted = [value for value in after if value.field != "count"]
    for record, value in zip(before, wanted, strict=False):
        record.field, record.value = value.field, value.value
    for record in before[len(wanted) :]:
        session.delete(record)
    for value in wanted[len(before) :]:
        session.add(
            CaseValueRecord(
                row_id=row.id, field=value.field, printed=value.printed, value=value.value
            )
        )


def _recount(row: CaseRowRecord, before: Sequence[CaseValue], after: Sequence[CaseValue]) -> None:
    """A number beside words that are understood only now counts ("T/DCI x 2"), and back."""
    was, now = _counted(before), _counted(after)
    if was == now or (row.count, row.low, row.high) != (was or 1, was or 1, was or 1):
        return
    row.count = row.low = row.high = now or 1


def _counted(values: Sequence[CaseValue]) -> int | None:
    return next((v.low for v in values if v.field == "count"), None)
