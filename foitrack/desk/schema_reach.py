"""Which letters a schema would begin to read, before it is saved. Nothing is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import (
    Authority,
    CaseRowRecord,
    Document,
    Request,
    Response,
    TableRecord,
)
from foitrack.desk.desk import Desk
from foitrack.desk.schema_rows import (
    chosen_in,
    has_accepted,
    is_copied,
    legend_of,
    of_table,
    rows_of,
    table_of,
    tables_of,
)
from foitrack.desk.schema_store import all_schemas
from foitrack.reading.cases.tables import read_table
from foitrack.reading.schema import CaseSchema, SchemaProblemError
from foitrack.reading.schema_checks import problems
from foitrack.reading.schema_definition import SchemaDefinition


@dataclass(frozen=True, slots=True)
class TableReach:
    """A table, and how many case rows it gives as it is read now and under the schema."""

    number: int
    heading: str
    now: int
    then: int


@dataclass(frozen=True, slots=True)
class Reached:
    """A letter that the schema would read from now on."""

    response_id: int
    authority: str
    document: str
    schema: str
    """The title of the schema that reads it now; empty where none does."""
    tables: tuple[TableReach, ...]
    """Those that would give other rows than now."""
    now: int
    then: int

    @property
    def read_well(self) -> bool:
        """Whether another schema reads it: it stays with that unless a person says otherwise."""
        return self.now > 0


def reached(
    desk: Desk, wanted: SchemaDefinition, campaigns: Collection[int], beside: Collection[int] = ()
) -> tuple[Reached, ...]:
    """The letters of campaigns, and those named `beside`, that do not go by a schema yet and of
    whose tables it would make case rows; none while it cannot be saved.
    """
    if any(problems(wanted)):
        return ()
    try:
        schema = wanted.schema()
    except SchemaProblemError:
        return ()
    with desk.case.reading() as session:
        titles = {name: own.title for name, own in all_schemas(session, desk.reference).items()}
        found = [
            _reached(session, response, authority or "", schema, titles)
            for response, authority in _letters(session, schema.name, campaigns, beside)
        ]
    return tuple(one for one in found if one is not None and one.then)


def in_use(desk: Desk) -> dict[int, frozenset[str]]:
    """By campaign: the names of the schemas by which letters of it have case rows."""
    has_rows = exists().where(CaseRowRecord.response_id == Response.id)
    query = (
        select(Request.campaign_id, Response.schema_name)
        .join(Request, Response.request_id == Request.id)
        .where(Request.campaign_id.is_not(None), ~Response.discarded, has_rows)
        .distinct()
    )
    found: dict[int, set[str]] = defaultdict(set)
    with desk.case.reading() as session:
        for campaign_id, name in session.execute(query):
            if campaign_id is not None and name:
                found[campaign_id].add(name)
    return {campaign_id: frozenset(names) for campaign_id, names in found.items()}


def _letters(
    session: Session, name: str, campaigns: Collection[int], beside: Collection[int]
) -> list[tuple[Response, str | None]]:
    query = (
        select(Response, Authority.name)
        .outerjoin(Request, Response.request_id == Request.id)
        .outerjoin(Authority, Request.authority_id == Authority.id)
        .where(or_(Request.campaign_id.in_(campaigns), Response.id.in_(beside)))
        .where(
            ~Response.discarded, or_(Response.schema_name.is_(None), Response.schema_name != name)
        )
        .order_by(Response.id)
    )
    return [(response, authority) for response, authority in session.execute(query)]


def _reached(
    session: Session,
    response: Response,
    authority: str,
    schema: CaseSchema,
    titles: Mapping[str, str],
) -> Reached | None:
    rows = rows_of(session, response.id)
    if has_accepted(rows):
        return None
    tables = []
    for record in tables_of(session, response.id):
        now, then = len(of_table(record, rows)), _rows_of(session, record, schema)
        if now or then:
            tables.append(TableReach(record.number, record.heading or "", now, then))
    return Reached(
        response.id,
        authority,
        _document(session, response.id),
        titles.get(response.schema_name or "", "") if rows else "",
        tuple(tables),
        len(rows),
        sum(table.then for table in tables),
    )


def _rows_of(session: Session, record: TableRecord, schema: CaseSchema) -> int:
    if is_copied(record):
        return 0
    mapping = chosen_in(record, schema)
    return len(read_table(table_of(record), schema, legend_of(session, record), mapping).rows)


def _document(session: Session, response_id: int) -> str:
    query = select(Document.name).where(Document.response_id == response_id)
    return session.scalar(query.order_by(Document.id).limit(1)) or ""
