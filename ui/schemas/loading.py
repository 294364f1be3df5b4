"""What the page of columns and words shows, read from the desk in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foitrack.desk import campaigns, drafts, schemas
from foitrack.desk.desk import Desk
from foitrack.desk.schemas import SchemaView, TableChoice
from foitrack.desk.views import CampaignView
from foitrack.reading.schema_definition import SchemaDefinition

MOST_TABLES = 60
"""Tables offered to try a schema on: the newest."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the desk answered."""

    views: tuple[SchemaView, ...]
    definitions: Mapping[str, SchemaDefinition]
    tables: tuple[TableChoice, ...]
    campaigns: tuple[CampaignView, ...]
    draft: str = ""
    """What was written in an earlier sitting and not saved."""


def load(desk: Desk) -> Loaded:
    """Ask the desk for everything on the page."""
    views = schemas.all(desk)
    return Loaded(
        views,
        {view.name: schemas.definition(desk, view.name) for view in views},
        schemas.tables(desk, None)[:MOST_TABLES],
        campaigns.all(desk),
        drafts.found(desk, drafts.SCHEMAS),
    )


def best_table(definition: SchemaDefinition, tables: tuple[TableChoice, ...]) -> int:
    """The table that a schema reads most rows of; the first where it reads none, -1 if none."""
    if not tables:
        return -1
    rows = [
        len(schemas.previewed(definition, choice.table, choice.legend).rows) for choice in tables
    ]
    return max(range(len(tables)), key=lambda place: (rows[place], -place))
