"""Which column of a table holds what: as its headings lead, or as a person chose."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from sqlalchemy.orm import Session

from foitrack.casefile.models import Response, TableRecord
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, step
from foitrack.desk.schema_rows import (
    has_accepted,
    of_table,
    read_again,
    rows_of,
    table_of,
    tables_of,
)
from foitrack.desk.schema_store import campaign_of, existing_campaign, schema_name_of, schemas_for
from foitrack.desk.schema_words import existing_response
from foitrack.desk.stale import Field, Seen, author_of, refuse_stale
from foitrack.desk.views import Changed, DeskError
from foitrack.law.wording import counted
from foitrack.reading.cases.columns import columns_of
from foitrack.reading.cases.kinds_across import fields_around, kinds_across
from foitrack.reading.schema import CaseSchema
from foitrack.saying import say, together

UNUSED = say("not used")


def remap(
    desk: Desk,
    proposal_id: int,
    table_number: int,
    columns: Mapping[int, str | None],
    *,
    document_id: int | None = None,
    schema: str | None = None,
    seen: Seen | None = None,
) -> Changed:
    """Read a table's rows with other columns, counted from 0; None leaves a column out.

    Columns not named are led by their headings; an empty mapping brings back what was read.
    The choice stays with the response. Tables are numbered within their document, so
    `document_id` says whose is meant where a response has several. `schema` names the schema
    to use where none fitted.

    StaleEditError where the "columns" chosen for it, or the "schema" of the response, are not
    those in `seen` any more.
    """
    with step(desk, say(called.CHOOSE_COLUMNS, table_number)) as made:
        session = made.session
        response = existing_response(session, proposal_id)
        record = _table(session, response, table_number, document_id)
        if has_accepted(of_table(record, rows_of(session, response.id))):
            raise DeskError("The rows of that table are recorded already; undo that first.")
        campaign_id = campaign_of(session, response)
        name = schema or schema_name_of(session, response)
        known_schemas = schemas_for(session, desk.reference, campaign_id)
        if name is None or name not in known_schemas:
            raise DeskError("Choose first which columns the rows shall have.")
        _check_mapping(record, columns, known_schemas[name])
        wanted: dict[str, object] = {"columns": dict(columns)}
        if schema is not None:
            wanted["schema"] = schema
        refuse_stale(_fields(session, response, record, known_schemas), wanted, seen)
        record.mapping = {str(index): field for index, field in sorted(columns.items())}
        response.schema_name = name
        found = read_again(session, response, record, known_schemas[name])
        rows = counted(found, "case row")
        made.label = say(called.CHOOSE_COLUMNS_OF, table_number, rows)
        if response.request_id is not None:
            made.request_ids.append(response.request_id)
    return made.changed()


def _fields(
    session: Session,
    response: Response,
    record: TableRecord,
    known: Mapping[str, CaseSchema],
) -> dict[str, Field]:
    """What two people may choose of a table."""

    def columns_said(chosen: Mapping[int, str | None]) -> str:
        led = [
            say("{0}: {1}", record.columns[index], field.replace("_", " ") if field else UNUSED)
            for index, field in sorted(chosen.items())
        ]
        return together(led, "; ") if led else say("As its headings say")

    def schema_said(name: str | None) -> str:
        own = known.get(name or "")
        return own.title if own is not None else (name or say("None chosen"))

    stored = {int(index): field for index, field in record.mapping.items()}
    by_table = partial(author_of, session, "extracted_table", record.id, "mapping")
    by_response = partial(author_of, session, "response", response.id, "schema_name")
    name = schema_name_of(session, response)
    return {
        "columns": Field(
            say("The columns of table {0}", record.number), stored, by_table, columns_said
        ),
        "schema": Field(say("The columns to read it by"), name, by_response, schema_said),
    }


def mapping(
    desk: Desk, proposal_id: int, table_number: int, *, document_id: int | None = None
) -> tuple[tuple[str, ...], ...]:
    """The fields that each column of a table leads to, as it is read now."""
    with desk.case.reading() as session:
        response = existing_response(session, proposal_id)
        record = _table(session, response, table_number, document_id)
        name = schema_name_of(session, response)
        schemas = schemas_for(session, desk.reference, campaign_of(session, response))
        if name is None or name not in schemas:
            return tuple(() for _ in record.columns)
        chosen = {int(index): field for index, field in record.mapping.items()}
        table = table_of(record)
        across = kinds_across(table, schemas[name], chosen)
        led = columns_of(table, schemas[name], chosen)
        led = fields_around(led, across) if across else led
        return tuple(
            (across[n][0].name,) if n in across else tuple(own.name for own in fields)
            for n, fields in enumerate(led)
        )


def schema_of(desk: Desk, proposal_id: int) -> CaseSchema | None:
    """The schema by which a response's rows are read, with what was learned; None where none."""
    with desk.case.reading() as session:
        response = existing_response(session, proposal_id)
        schemas = schemas_for(session, desk.reference, campaign_of(session, response))
        return schemas.get(schema_name_of(session, response) or "")


def is_campaigns(desk: Desk, proposal_id: int) -> bool:
    """Whether the campaign of a response says by which schema its rows are read."""
    with desk.case.reading() as session:
        campaign_id = campaign_of(session, existing_response(session, proposal_id))
        return campaign_id is not None and bool(existing_campaign(session, campaign_id).schema_name)


def _check_mapping(
    record: TableRecord, columns: Mapping[int, str | None], schema: CaseSchema
) -> None:
    named = [field for field in columns.values() if field is not None]
    for index in columns:
        if not 0 <= index < len(record.columns):
            raise DeskError(say("That table has no column {0}. Nothing was changed.", index + 1))
    for field in named:
        if schema.field_named(field) is None:
            raise DeskError(
                say("“{0}” has no column “{1}”. Nothing was changed.", schema.title, field)
            )
    twice = [field for field in named if named.count(field) > 1]
    if twice:
        raise DeskError(say("Two columns cannot both be “{0}”. Nothing was changed.", twice[0]))


def _table(
    session: Session, response: Response, number: int, document_id: int | None
) -> TableRecord:
    found = [
        table
        for table in tables_of(session, response.id)
        if table.number == number and document_id in (None, table.document_id)
    ]
    if not found:
        raise DeskError(say("There is no table {0} in that response. Nothing was changed.", number))
    return found[0]
