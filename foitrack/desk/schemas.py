"""Case schemas: which columns a campaign's case data has, and the words that lead to each.

Those that ship and those of one's own; one's own of the same name stands in for a shipped one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Campaign, CaseSchemaRecord, Response, TableRecord
from foitrack.desk.desk import Desk, Step, step
from foitrack.desk.reference import Reference
from foitrack.desk.schema_preview import (
    Preview,
    TableChoice,
    of_schema,
    preview,
    previewed,
    tables,
)
from foitrack.desk.schema_rows import (
    Regrouped,
    has_accepted,
    of_table,
    read_again,
    regroup,
    rows_of,
    tables_of,
)
from foitrack.desk.schema_store import (
    all_schemas,
    campaign_of,
    existing_campaign,
    responses_in,
    schema_name_of,
    schemas_for,
)
from foitrack.desk.schema_terms import Term, forget, learn, said_of, terms
from foitrack.desk.schema_words import UnknownValue, Word, existing_response, unknown, words
from foitrack.desk.views import Changed, DeskError
from foitrack.law.wording import counted
from foitrack.reading import schema_toml
from foitrack.reading.closeness import Suggestion
from foitrack.reading.findings import Table
from foitrack.reading.merged_tables import SAME_ELSEWHERE
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaProblemError
from foitrack.reading.schema_checks import check
from foitrack.reading.schema_definition import SchemaDefinition
from foitrack.reading.schema_guess import proposed, slug

_ELSEWHERE = SAME_ELSEWHERE.split("{", 1)[0]


@dataclass(frozen=True, slots=True)
class SchemaView:
    """A case schema in the list."""

    name: str
    title: str
    own: bool
    """Made or changed in this case file."""
    shipped: bool
    """Ships with the program; removing one's own brings it back."""
    columns: tuple[str, ...]
    campaigns: tuple[str, ...]
    """The campaigns that chose it."""


def all(desk: Desk) -> tuple[SchemaView, ...]:
    """Every schema by title."""
    with desk.case.reading() as session:
        own = set(session.scalars(select(CaseSchemaRecord.name)))
        chosen = session.execute(
            select(Campaign.schema_name, Campaign.name).order_by(Campaign.name)
        ).all()
        views = [
            SchemaView(
                name,
                schema.title,
                own=name in own,
                shipped=name in desk.reference.schemas,
                columns=tuple(field.name for field in schema.fields),
                campaigns=tuple(campaign for used, campaign in chosen if used == name),
            )
            for name, schema in all_schemas(session, desk.reference).items()
        ]
    return tuple(sorted(views, key=lambda view: view.title.casefold()))


def known(desk: Desk) -> dict[str, CaseSchema]:
    """Every schema by name, as rows are read by it where nothing was learned."""
    with desk.case.reading() as session:
        return all_schemas(session, desk.reference)


def definition(desk: Desk, name: str) -> SchemaDefinition:
    """A schema to change. DeskError where it is not there."""
    with desk.case.reading() as session:
        return _definition(session, desk.reference, name)


def save(
    desk: Desk,
    wanted: SchemaDefinition,
    *,
    campaign_id: int | None = None,
    campaigns: Collection[int] | None = None,
) -> Changed:
    """Keep a schema under its name, and have a campaign use it where one is named.

    `campaigns` are all that use it from now on; those that did and are not named use none.

    Rows that wait to be accepted are read anew from their tables; those already accepted keep
    their rows, with their words grouped as the schema now says. All in one undo step.
    """
    _checked(wanted)
    with step(desk, f"Save the columns and words of {wanted.title}") as made:
        session = made.session
        before = _by_campaign(session, desk.reference)
        record = _own(session, wanted.name)
        if record is None:
            record = CaseSchemaRecord(name=wanted.name)
            session.add(record)
        record.title, record.definition = wanted.title, wanted.as_mapping()
        if campaigns is not None:
            for other in session.scalars(
                select(Campaign).where(Campaign.schema_name == wanted.name)
            ):
                other.schema_name = None
        for each in (*(campaigns or ()), *([] if campaign_id is None else [campaign_id])):
            existing_campaign(session, each).schema_name = wanted.name
        session.flush()
        _follow(made, desk.reference, wanted.name, before)
    return made.changed()


def remove(desk: Desk, name: str) -> Changed:
    """Take away a schema of one's own; a shipped one of the same name is in use again."""
    with step(desk, f"Remove the columns and words “{name}”") as made:
        session = made.session
        before = _by_campaign(session, desk.reference)
        record = _own(session, name)
        if record is None:
            raise DeskError("A schema that ships with the program stays. Nothing was changed.")
        made.label = f"Remove the columns and words of {record.title}"
        session.delete(record)
        if name not in desk.reference.schemas:
            for campaign in session.scalars(select(Campaign).where(Campaign.schema_name == name)):
                campaign.schema_name = None
        session.flush()
        if name in desk.reference.schemas:
            _follow(made, desk.reference, name, before)
    return made.changed()


def choose(desk: Desk, campaign_id: int, name: str | None) -> Changed:
    """Have a campaign's responses read by a schema; None: by the one that fits each letter."""
    with step(desk, "Choose the columns of a campaign") as made:
        session = made.session
        campaign = existing_campaign(session, campaign_id)
        schemas = all_schemas(session, desk.reference)
        if name is not None and name not in schemas:
            raise DeskError(f"There is no schema “{name}” any more. Nothing was changed.")
        before = _by_campaign(session, desk.reference)
        campaign.schema_name = name
        session.flush()
        title = schemas[name].title if name else "what fits each letter"
        made.label = f"Read the responses of {campaign.name} by {title}"
        if name is not None:
            _follow(made, desk.reference, name, before, campaign_id=campaign_id)
    return made.changed()


def remap(
    desk: Desk,
    proposal_id: int,
    table_number: int,
    columns: Mapping[int, str | None],
    *,
    document_id: int | None = None,
    schema: str | None = None,
) -> Changed:
    """Read a table's rows with other columns, counted from 0; None leaves a column out.

    Columns not named are led by their headings; an empty mapping brings back what was read.
    The choice stays with the response. Tables are numbered within their document, so
    `document_id` says whose is meant where a response has several. `schema` names the schema
    to use where none fitted.
    """
    with step(desk, f"Choose the columns of table {table_number}") as made:
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
        record.mapping = {str(index): field for index, field in sorted(columns.items())}
        response.schema_name = name
        found = read_again(session, response, record, known_schemas[name])
        made.label += f": {counted(found, 'case row')}"
        if response.request_id is not None:
            made.request_ids.append(response.request_id)
    return made.changed()


def mapping(
    desk: Desk, proposal_id: int, table_number: int, *, document_id: int | None = None
) -> tuple[tuple[str, ...], ...]:
    """The fields that each column of a table leads to, as it is read now."""
    from foitrack.desk.schema_rows import table_of
    from foitrack.reading.cases import columns_of

    with desk.case.reading() as session:
        response = existing_response(session, proposal_id)
        record = _table(session, response, table_number, document_id)
        name = schema_name_of(session, response)
        schemas = schemas_for(session, desk.reference, campaign_of(session, response))
        if name is None or name not in schemas:
            return tuple(() for _ in record.columns)
        chosen = {int(index): field for index, field in record.mapping.items()}
        led = columns_of(table_of(record), schemas[name], chosen)
        return tuple(tuple(own.name for own in fields) for fields in led)


def schema_of(desk: Desk, proposal_id: int) -> CaseSchema | None:
    """The schema by which a response's rows are read, with what was learned; None where none."""
    with desk.case.reading() as session:
        response = existing_response(session, proposal_id)
        schemas = schemas_for(session, desk.reference, campaign_of(session, response))
        return schemas.get(schema_name_of(session, response) or "")


def from_table(desk: Desk, table: Table, title: str) -> SchemaDefinition:
    """A first definition from a table's own headings and cells, under a name that is free."""
    with desk.case.reading() as session:
        taken = set(all_schemas(session, desk.reference))
    return proposed(table, title, free_name(title, taken))


def free_name(title: str, taken: set[str]) -> str:
    """A schema's name from its title, with a number where there is one of it."""
    base = name = slug(title)
    number = 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def export(desk: Desk, name: str) -> bytes:
    """A schema as a TOML file."""
    return file_of(definition(desk, name))


def file_of(wanted: SchemaDefinition) -> bytes:
    """A schema in hand as a TOML file."""
    return schema_toml.written(wanted).encode("utf-8")


def import_file(desk: Desk, data: bytes) -> Changed:
    """Keep a schema from a TOML file; one of the same name is replaced, and undo brings it back.

    DeskError where the file is no schema or says something that cannot be.
    """
    try:
        wanted = schema_toml.read(data)
    except SchemaProblemError as problem:
        raise DeskError(f"{problem} Nothing was changed.") from problem
    return save(desk, wanted)


# How rows follow


def _by_campaign(session: Session, reference: Reference) -> dict[int | None, dict[str, CaseSchema]]:
    """Every schema as each campaign reads by it now, before something changes."""
    campaigns: list[int | None] = [None, *session.scalars(select(Campaign.id))]
    return {each: schemas_for(session, reference, each) for each in campaigns}


def _follow(
    made: Step,
    reference: Reference,
    name: str,
    before: Mapping[int | None, Mapping[str, CaseSchema]],
    *,
    campaign_id: int | None = None,
) -> None:
    """Have the rows of every campaign that reads by a schema, or of one campaign, follow it."""
    done = Regrouped()
    read = 0
    for each in before if campaign_id is None else (campaign_id,):
        after = schemas_for(made.session, reference, each)[name]
        own = [
            response
            for response in responses_in(made.session, each)
            if schema_name_of(made.session, response) == name
        ]
        was = before[each].get(name)
        if was is not None:
            more = regroup(made.session, [response.id for response in own], was, after)
            done = Regrouped(done.rows + more.rows, done.recorded + more.recorded)
        for response in own:
            read += _read_tables(made.session, response, after)
            if response.request_id is not None:
                made.request_ids.append(response.request_id)
    if done.recorded:
        made.label += said_of(done)
    elif read:
        made.label += f"; {counted(read, 'case row')} read anew"


def _read_tables(session: Session, response: Response, schema: CaseSchema) -> int:
    """Read anew those tables of a response of which no row is accepted yet."""
    if response.schema_name != schema.name and has_accepted(rows_of(session, response.id)):
        # Rows recorded by another schema stay whole: half of each would be neither.
        return 0
    response.schema_name = schema.name
    read = 0
    for record in tables_of(session, response.id):
        if not _copied(record) and not has_accepted(
            of_table(record, rows_of(session, response.id))
        ):
            record.mapping = _still_there(record.mapping, schema)
            read += read_again(session, response, record, schema)
    return read


def _copied(record: TableRecord) -> bool:
    """Whether another file of the response has the same table, whose rows are counted."""
    return any(flag.startswith(_ELSEWHERE) for flag in record.flags)


def _still_there(chosen: Mapping[str, str | None], schema: CaseSchema) -> dict[str, str | None]:
    return {
        index: field
        for index, field in chosen.items()
        if field is None or schema.field_named(field) is not None
    }


def _check_mapping(
    record: TableRecord, columns: Mapping[int, str | None], schema: CaseSchema
) -> None:
    named = [field for field in columns.values() if field is not None]
    for index in columns:
        if not 0 <= index < len(record.columns):
            raise DeskError(f"That table has no column {index + 1}. Nothing was changed.")
    for field in named:
        if schema.field_named(field) is None:
            raise DeskError(f"“{schema.title}” has no column “{field}”. Nothing was changed.")
    twice = [field for field in named if named.count(field) > 1]
    if twice:
        raise DeskError(f"Two columns cannot both be “{twice[0]}”. Nothing was changed.")


def _table(
    session: Session, response: Response, number: int, document_id: int | None
) -> TableRecord:
    found = [
        table
        for table in tables_of(session, response.id)
        if table.number == number and document_id in (None, table.document_id)
    ]
    if not found:
        raise DeskError(f"There is no table {number} in that response. Nothing was changed.")
    return found[0]


def _own(session: Session, name: str) -> CaseSchemaRecord | None:
    return session.scalar(select(CaseSchemaRecord).where(CaseSchemaRecord.name == name))


def _definition(session: Session, reference: Reference, name: str) -> SchemaDefinition:
    record = _own(session, name)
    shipped = reference.schemas.get(name)
    if record is None and shipped is None:
        raise DeskError(f"There is no schema “{name}” any more.")
    data = record.definition if record is not None else shipped.data if shipped else {}
    try:
        return SchemaDefinition.from_mapping(data)
    except SchemaProblemError as problem:
        raise DeskError(str(problem)) from problem


def _checked(wanted: SchemaDefinition) -> None:
    try:
        check(wanted)
        wanted.schema()
    except SchemaProblemError as problem:
        raise DeskError(f"{problem} Nothing was saved.") from problem


__all__ = [
    "FieldKind",
    "Preview",
    "SchemaView",
    "Suggestion",
    "TableChoice",
    "Term",
    "UnknownValue",
    "Word",
    "all",
    "choose",
    "definition",
    "export",
    "file_of",
    "forget",
    "free_name",
    "from_table",
    "import_file",
    "known",
    "learn",
    "mapping",
    "of_schema",
    "preview",
    "previewed",
    "proposed",
    "remap",
    "remove",
    "save",
    "schema_of",
    "tables",
    "terms",
    "unknown",
    "words",
]
