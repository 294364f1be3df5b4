"""How the tables of a proposal were read into case rows, and the words that nobody knows yet."""

from __future__ import annotations

from dataclasses import dataclass

from foitrack.desk import schemas
from foitrack.desk.desk import Desk
from foitrack.desk.schema_words import UnknownValue
from foitrack.desk.views import CaseRowView, Proposal, TableView
from foitrack.reading.schema import CaseSchema

MOST_TABLES = 12
"""Tables whose columns are offered; a letter with more is better read with another schema."""


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table, and the fields that each of its columns leads to."""

    table: TableView
    fields: tuple[tuple[str, ...], ...]
    document: str
    """The name of its document; empty where there is one only."""
    rows: int = 0
    """How many case rows came of it."""

    @property
    def key(self) -> tuple[int, int | None]:
        """What the desk knows it by: its number, within its document."""
        return self.table.number, self.table.document_id

    @property
    def own_flags(self) -> tuple[str, ...]:
        """What is doubtful about the table, where no case rows came of it to say it beside."""
        return () if self.rows else self.table.flags


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a person needs to put the case rows of a proposal right."""

    tables: tuple[TableFacts, ...] = ()
    schema: CaseSchema | None = None
    schemas: tuple[tuple[str, str], ...] = ()
    """Name and title of each schema, to choose from where no case rows were read and the
    campaign does not say which to use.
    """
    unknown: tuple[UnknownValue, ...] = ()
    bare: bool = False
    """Whether no case rows were read at all."""

    def values_of(self, field: str) -> tuple[str, ...]:
        """The values that a column's words are grouped under."""
        for own in self.schema.fields if self.schema is not None else ():
            if own.name == field:
                return tuple(sorted(set(own.values.values())))
        return ()


def case_facts(desk: Desk, proposal: Proposal) -> CaseFacts:
    """Ask the desk; nothing where there are no tables or the rows are recorded."""
    if proposal.recorded or not proposal.tables:
        return CaseFacts()
    schema = schemas.schema_of(desk, proposal.id)
    offered: tuple[tuple[str, str], ...] = ()
    bare = not proposal.cases
    if bare and not schemas.is_campaigns(desk, proposal.id):
        offered = tuple((view.name, view.title) for view in schemas.all(desk))
    unknown = schemas.unknown(desk, proposal.id) if schema is not None else ()
    return CaseFacts(_tables(desk, proposal), schema, offered, unknown, bare)


def rows_of(proposal: Proposal, table: TableView) -> tuple[CaseRowView, ...]:
    """The case rows of a proposal that came of one of its tables."""
    number = table.place.table or table.number
    return tuple(
        row
        for row in proposal.cases
        if (row.document_id, row.place.table) == (table.document_id, number)
    )


def _tables(desk: Desk, proposal: Proposal) -> tuple[TableFacts, ...]:
    names = {document.id: document.name for document in proposal.documents}
    several = len(names) > 1
    return tuple(
        TableFacts(
            table,
            schemas.mapping(desk, proposal.id, table.number, document_id=table.document_id),
            names.get(table.document_id or 0, "") if several else "",
            len(rows_of(proposal, table)),
        )
        for table in proposal.tables[:MOST_TABLES]
    )
