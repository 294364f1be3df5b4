"""A schema and its campaigns, beside what a person saw when they began to change them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Campaign
from foitrack.desk.reference import Reference
from foitrack.desk.schema_store import all_schemas, definition_of, own_record
from foitrack.desk.stale import NOBODY_KNOWN, Author, Field, author_of, refuse_stale
from foitrack.desk.views import DeskError
from foitrack.reading.schema_definition import SchemaDefinition
from foitrack.saying import say

WHAT_FITS = say("what fits each letter")


def chosen_for(session: Session, reference: Reference, campaign: Campaign) -> Field:
    """The schema of a campaign, as something that two people may change."""
    known = all_schemas(session, reference)

    def said(name: str | None) -> str:
        own = known.get(name or "")
        return own.title if own is not None else (name or WHAT_FITS)

    by = partial(author_of, session, "campaign", campaign.id, "schema_name")
    return Field(say("The columns of {0}", campaign.name), campaign.schema_name, by, said)


def used_by(
    session: Session,
    reference: Reference,
    name: str,
    wanted: Collection[int],
    seen: Mapping[int, str | None],
) -> list[int]:
    """The campaigns that shall use a schema: those changed here, and the others as they are.

    StaleEditError where somebody else has changed one of those that are changed here.
    """
    fields: dict[str, Field] = {}
    mine: dict[str, str | None] = {}
    shown: dict[str, str | None] = {}
    users: list[int] = []
    for campaign in session.scalars(select(Campaign).order_by(Campaign.id)):
        before = seen.get(campaign.id)
        if (campaign.id in wanted) == (before == name):
            users += [campaign.id] if campaign.schema_name == name else []
            continue
        key = f"campaign {campaign.id}"
        fields[key] = chosen_for(session, reference, campaign)
        mine[key] = name if campaign.id in wanted else None
        shown[key] = before
        users += [campaign.id] if campaign.id in wanted else []
    refuse_stale(fields, mine, shown)
    return users


def refuse_stale_schema(
    session: Session,
    reference: Reference,
    wanted: SchemaDefinition | None,
    seen: SchemaDefinition,
) -> None:
    """StaleEditError where a schema is no longer what was seen; `wanted` is None to remove it."""
    record = own_record(session, seen.name)
    if record is None and seen.name not in reference.schemas:
        raise DeskError(
            say(
                "Somebody else has removed the columns and words of {0}. Nothing was saved; "
                "export yours, then import them to have them back.",
                seen.title,
            )
        )
    stored = definition_of(session, reference, seen.name)

    def by() -> Author:
        return author_of(session, "case_schema", record.id) if record else NOBODY_KNOWN

    own = Field(say("The schema"), stored, by, _in_short)
    refuse_stale({"definition": own}, {"definition": wanted}, {"definition": seen})


def _in_short(schema: SchemaDefinition | None) -> str:
    if schema is None:
        return say("Removed")
    columns = ", ".join(field.name.replace("_", " ") for field in schema.fields)
    return f"{schema.title}: {columns}"
