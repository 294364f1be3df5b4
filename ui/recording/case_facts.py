"""How the tables of a proposal were read into case rows, and the words that nobody knows yet."""

from __future__ import annotations

from dataclasses import dataclass

from foitrack.desk import schemas
from foitrack.desk.desk import Desk
from foitrack.desk.schema_words import UnknownValue
from foitrack.desk.views import Proposal, TableView
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

    @property
    def key(self) -> tuple[int, int | None]:
        """What the desk knows it by: its number, within its document."""
        return self.table.number, self.table.document_id


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a person needs to put the case rows of a proposal right."""

    tables: tuple[TableFacts, ...] = ()
    schema: CaseSchema | None = None
    schemas: tuple[tuple[str, str], ...] = ()
    """Name and title of each schema, to choose from where none fitted."""
    unknown: tuple[UnknownValue, ...] = ()

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
    if schema is None and not proposal.cases:
        offered = tuple((view.name, view.title) for view in schemas.all(desk))
        return CaseFacts(_tables(desk, proposal), None, offered)
    return CaseFacts(_tables(desk, proposal), schema, (), schemas.unknown(desk, proposal.id))


def _tables(desk: Desk, proposal: Proposal) -> tuple[TableFacts, ...]:
    names = {document.id: document.name for document in proposal.documents}
    several = len(names) > 1
    return tuple(
        TableFacts(
            table,
            schemas.mapping(desk, proposal.id, table.number, document_id=table.document_id),
            names.get(table.document_id or 0, "") if several else "",
        )
        for table in proposal.tables[:MOST_TABLES]
    )
