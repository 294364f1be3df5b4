"""Case schemas: which columns a campaign's case data has, and the words that lead to each.

Those that ship and those of one's own; one's own of the same name stands in for a shipped one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from foitrack.casefile.models import Campaign, CaseSchemaRecord
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, step
from foitrack.desk.schema_columns import is_campaigns, mapping, remap, schema_of
from foitrack.desk.schema_following import by_campaign, follow
from foitrack.desk.schema_preview import (
    Preview,
    TableChoice,
    of_schema,
    preview,
    previewed,
    tables,
)
from foitrack.desk.schema_reach import Reached, TableReach, in_use, reached
from foitrack.desk.schema_sentences import Told, told_anew
from foitrack.desk.schema_stale import chosen_for, refuse_stale_schema, used_by
from foitrack.desk.schema_store import (
    all_schemas,
    definition_of,
    existing_campaign,
    own_record,
)
from foitrack.desk.schema_terms import Term, forget, learn, terms
from foitrack.desk.schema_words import UnknownValue, Word, unknown, words
from foitrack.desk.stale import Seen, refuse_stale
from foitrack.desk.views import Changed, DeskError
from foitrack.reading import schema_toml
from foitrack.reading.closeness import Suggestion
from foitrack.reading.findings import Table
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaProblemError
from foitrack.reading.schema_checks import check
from foitrack.reading.schema_definition import SchemaDefinition
from foitrack.reading.schema_guess import proposed, slug
from foitrack.saying import say


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
        return definition_of(session, desk.reference, name)


def save(
    desk: Desk,
    wanted: SchemaDefinition,
    *,
    campaign_id: int | None = None,
    campaigns: Collection[int] | None = None,
    seen: SchemaDefinition | None = None,
    seen_uses: Mapping[int, str | None] | None = None,
    take: Collection[int] = (),
    leave: Collection[int] = (),
) -> Changed:
    """Keep a schema under its name, and have a campaign use it where one is named.

    StaleEditError where the one that is kept is no longer what was `seen`.

    `campaigns` are all that use it from now on; those that did and are not named use none.
    `seen_uses` has which schema each campaign was shown to use: those that are not changed here
    keep what they have by now, and StaleEditError says where both have changed one.

    Letters that another schema has made rows of stay with that: `take` has those that are to be
    read by this one, of whatever campaign, `leave` those that stay as they are (see `reached`).

    Rows that wait to be accepted are read anew from their tables, and the sentences of letters
    that were not read by it before; those already accepted keep their rows, with their words
    grouped as the schema now says. All in one undo step.
    """
    own = _checked(wanted)
    users = [*(campaigns or ()), *([] if campaign_id is None else [campaign_id])]
    told = told_anew(desk, wanted.name, dict.fromkeys(users), own)
    with step(desk, say(called.SAVE_SCHEMA, wanted.title)) as made:
        session = made.session
        before = by_campaign(session, desk.reference)
        record = own_record(session, wanted.name)
        if seen is not None:
            refuse_stale_schema(session, desk.reference, wanted, seen)
        if campaigns is not None and seen_uses is not None:
            users = used_by(session, desk.reference, wanted.name, users, seen_uses)
        if record is None:
            record = CaseSchemaRecord(name=wanted.name)
            session.add(record)
        record.title, record.definition = wanted.title, wanted.as_mapping()
        if campaigns is not None:
            for other in session.scalars(
                select(Campaign).where(
                    Campaign.schema_name == wanted.name, Campaign.id.not_in(users)
                )
            ):
                other.schema_name = None
        for each in users:
            existing_campaign(session, each).schema_name = wanted.name
        session.flush()
        follow(made, desk.reference, wanted.name, before, told=told, take=take, leave=leave)
    return made.changed()


def remove(desk: Desk, name: str, *, seen: SchemaDefinition | None = None) -> Changed:
    """Take away a schema of one's own; a shipped one of the same name is in use again.

    StaleEditError where it is no longer what was `seen`.
    """
    with step(desk, say(called.REMOVE_OWN_SCHEMA, name)) as made:
        session = made.session
        before = by_campaign(session, desk.reference)
        record = own_record(session, name)
        if record is None:
            raise DeskError("A schema that ships with the program stays. Nothing was changed.")
        if seen is not None:
            refuse_stale_schema(session, desk.reference, None, seen)
        made.label = say(called.REMOVE_SCHEMA, record.title)
        session.delete(record)
        if name not in desk.reference.schemas:
            for campaign in session.scalars(select(Campaign).where(Campaign.schema_name == name)):
                campaign.schema_name = None
        session.flush()
        if name in desk.reference.schemas:
            follow(made, desk.reference, name, before)
    return made.changed()


def choose(desk: Desk, campaign_id: int, name: str | None, *, seen: Seen | None = None) -> Changed:
    """Have a campaign's responses read by a schema; None: by the one that fits each letter.

    StaleEditError where it is another by now than the "schema" (a name or None) in `seen`.
    """
    told = _told(desk, campaign_id, name)
    with step(desk, say(called.CHOOSE_SCHEMA)) as made:
        session = made.session
        campaign = existing_campaign(session, campaign_id)
        schemas = all_schemas(session, desk.reference)
        if name is not None and name not in schemas:
            raise DeskError(say("There is no schema “{0}” any more. Nothing was changed.", name))
        own = chosen_for(session, desk.reference, campaign)
        refuse_stale({"schema": own}, {"schema": name}, seen)
        before = by_campaign(session, desk.reference)
        campaign.schema_name = name
        session.flush()
        if name is None:
            made.label = say(called.READ_BY_FIT, campaign.name)
        else:
            made.label = say(called.READ_BY_SCHEMA, campaign.name, schemas[name].title)
            follow(
                made, desk.reference, name, before, campaign_id=campaign_id, told=told, take=None
            )
    return made.changed()


def _told(desk: Desk, campaign_id: int, name: str | None) -> Told:
    """What the sentences of a campaign's letters tell under a schema that is there."""
    with desk.case.reading() as session:
        there = name in all_schemas(session, desk.reference)
    return told_anew(desk, name, [campaign_id]) if name is not None and there else {}


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
        raise DeskError(say("{0} Nothing was changed.", problem)) from problem
    return save(desk, wanted)


def _checked(wanted: SchemaDefinition) -> CaseSchema:
    try:
        check(wanted)
        return wanted.schema()
    except SchemaProblemError as problem:
        raise DeskError(say("{0} Nothing was saved.", problem)) from problem


__all__ = [
    "FieldKind",
    "Preview",
    "Reached",
    "SchemaView",
    "Suggestion",
    "TableChoice",
    "TableReach",
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
    "in_use",
    "is_campaigns",
    "known",
    "learn",
    "mapping",
    "of_schema",
    "preview",
    "previewed",
    "proposed",
    "reached",
    "remap",
    "remove",
    "save",
    "schema_of",
    "tables",
    "terms",
    "unknown",
    "words",
]
