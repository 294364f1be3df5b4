"""What a case schema makes of a real table, while it is being written. Nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from foitrack.casefile.models import Authority, Document, Request, Response, TableRecord
from foitrack.desk.desk import Desk
from foitrack.desk.schema_rows import legend_of, table_of
from foitrack.desk.schema_store import in_campaign
from foitrack.desk.schema_words import UnknownValue, unknown_in_rows
from foitrack.desk.views import DeskError
from foitrack.reading.cases.columns import columns_of
from foitrack.reading.cases.tables import read_table
from foitrack.reading.counts import Count
from foitrack.reading.findings import CaseRow, Table
from foitrack.reading.schema import CaseSchema, SchemaProblemError
from foitrack.reading.schema_checks import problems
from foitrack.reading.schema_definition import SchemaDefinition
from foitrack.saying import say


@dataclass(frozen=True, slots=True)
class TableChoice:
    """A table of a response, to try a schema on."""

    response_id: int
    number: int
    label: str
    """Whose it is and what it begins with: "Kent Police, Table 1: Year, Rank, Outcome"."""
    table: Table
    legend: Mapping[str, Count]
    campaign_id: int | None = None
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a definition makes of a table."""

    columns: tuple[tuple[str, tuple[str, ...]], ...]
    """Each printed heading with the columns it leads to."""
    rows: tuple[CaseRow, ...]
    unknown: tuple[UnknownValue, ...]
    problem: str = ""
    """What is wrong with the definition; there are no rows then."""


def tables(desk: Desk, wanted: int | None) -> tuple[TableChoice, ...]:
    """The tables of a campaign's responses, newest first; of all responses where None."""
    scope = in_campaign(wanted) if wanted is not None else ~Response.discarded
    with desk.case.reading() as session:
        found = session.execute(
            select(TableRecord, Authority.name, Document.name, Request.campaign_id)
            .join(Response, TableRecord.response_id == Response.id)
            .outerjoin(Request, Response.request_id == Request.id)
            .outerjoin(Authority, Request.authority_id == Authority.id)
            .outerjoin(Document, TableRecord.document_id == Document.id)
            .where(scope, ~Response.discarded)
            .order_by(Response.id.desc(), TableRecord.id)
        ).all()
        return tuple(
            TableChoice(
                record.response_id,
                record.number,
                _label(record, authority or document or ""),
                table_of(record),
                legend_of(session, record),
                campaign_id,
                record.document_id,
            )
            for record, authority, document, campaign_id in found
        )


def _label(record: TableRecord, whose: str) -> str:
    headings = ", ".join(" ".join(name.split()) for name in record.columns if name.strip())
    first = say("Table {0}", record.number)
    if whose:
        first = say("{0}, Table {1}", whose, record.number)
    return say("{0}: {1}", first, headings) if headings else first


def preview(
    desk: Desk,
    definition: SchemaDefinition,
    response_id: int,
    table_number: int,
    mapping: Mapping[int, str | None] | None = None,
) -> Preview:
    """What a definition makes of a response's table. DeskError where the table is not there."""
    with desk.case.reading() as session:
        record = session.scalar(
            select(TableRecord)
            .where(TableRecord.response_id == response_id, TableRecord.number == table_number)
            .order_by(TableRecord.id)
            .limit(1)
        )
        if record is None:
            raise DeskError("That table is no longer there. Nothing was changed.")
        table, legend = table_of(record), legend_of(session, record)
    return previewed(definition, table, legend, mapping)


def previewed(
    definition: SchemaDefinition,
    table: Table,
    legend: Mapping[str, Count],
    mapping: Mapping[int, str | None] | None = None,
) -> Preview:
    """The same for a table at hand; pure, and fast enough for every key pressed."""
    nothing = tuple((heading, ()) for heading in table.columns)
    problem = next(iter(problems(definition)), "")
    if problem:
        return Preview(nothing, (), (), problem)
    try:
        schema = definition.schema()
    except SchemaProblemError as found:
        return Preview(nothing, (), (), str(found))
    return of_schema(schema, table, legend, mapping)


def of_schema(
    schema: CaseSchema,
    table: Table,
    legend: Mapping[str, Count],
    mapping: Mapping[int, str | None] | None = None,
) -> Preview:
    """What a schema in use makes of a table."""
    rows = read_table(table, schema, legend, mapping).rows
    led = columns_of(table, schema, mapping)
    return Preview(
        tuple(
            (heading, tuple(own.name for own in fields))
            for heading, fields in zip(table.columns, led, strict=True)
        ),
        rows,
        unknown_in_rows(rows, schema),
    )
