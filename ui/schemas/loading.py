"""What the page of columns and words shows, read from the desk in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from foitrack.desk import campaigns, drafts, schemas
from foitrack.desk.desk import Desk
from foitrack.desk.schemas import SchemaView, TableChoice
from foitrack.desk.views import CampaignView
from foitrack.reading.schema_definition import SchemaDefinition

MOST_TABLES = 60
"""Tables offered to try a schema on: the newest."""


@dataclass(frozen=True, slots=True)
class FromTable:
    """Make columns from a table of a letter; the page goes back to that letter afterwards."""

    response_id: int
    table: int
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the desk answered."""

    views: tuple[SchemaView, ...]
    definitions: Mapping[str, SchemaDefinition]
    tables: tuple[TableChoice, ...]
    campaigns: tuple[CampaignView, ...]
    draft: str = ""
    """What was written in an earlier sitting and not saved."""
    in_use: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """By campaign: the schemas by which letters of it have case rows."""

    def place_of(self, wanted: FromTable) -> int:
        """Where a table stands among those offered; -1 where it is not there."""
        places = (
            place
            for place, one in enumerate(self.tables)
            if (one.response_id, one.document_id, one.number)
            == (wanted.response_id, wanted.document_id, wanted.table)
        )
        return next(places, -1)


def load(desk: Desk, response_id: int | None = None) -> Loaded:
    """Ask the desk for everything on the page; the tables of a response are among those offered
    however old it is.
    """
    views = schemas.all(desk)
    tables = schemas.tables(desk, None)
    older = (one for one in tables[MOST_TABLES:] if one.response_id == response_id)
    return Loaded(
        views,
        {view.name: schemas.definition(desk, view.name) for view in views},
        (*tables[:MOST_TABLES], *older),
        campaigns.all(desk),
        drafts.found(desk, drafts.SCHEMAS),
        schemas.in_use(desk),
    )


def best_table(definition: SchemaDefinition, tables: tuple[TableChoice, ...]) -> int:
    """The table that a schema reads most rows of; the first where it reads none, -1 if none."""
    if not tables:
        return -1
    rows = [
        len(schemas.previewed(definition, choice.table, choice.legend).rows) for choice in tables
    ]
    return max(range(len(tables)), key=lambda place: (rows[place], -place))
