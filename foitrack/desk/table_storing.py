"""The tables and case rows that were read from documents, stored as proposals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import CaseRowRecord, CaseValueRecord, Response, TableRecord
from foitrack.desk.case_storing import Where, as_data, placed, store_case
from foitrack.reading.findings import CaseRow, Place, Table

Tables = dict[int, tuple[list[tuple[Table, Place]], list[tuple[CaseRow, Place]]]]
"""For each document: its tables and its case rows, each with its place in that document."""


def by_document(tables: Iterable[Table], cases: Iterable[CaseRow], where: Where) -> Tables:
    """Tables and rows by the document that they stand in."""
    found: Tables = {}
    for table in tables:
        document, place = placed(table.place, where)
        found.setdefault(document.id, ([], []))[0].append((table, place))
    for row in cases:
        document, place = placed(row.place, where)
        found.setdefault(document.id, ([], []))[1].append((row, place))
    return found


def replace_tables(
    session: Session, response: Response, wanted: Tables, *, same_schema: bool = True
) -> None:
    """Tables and rows of a document stay where it has the same tables again: a person may have
    said anew what their columns hold. Under another schema only what a person said stays.
    """
    query = select(TableRecord).where(TableRecord.response_id == response.id)
    there: dict[int | None, list[TableRecord]] = defaultdict(list)
    for record in session.scalars(query.order_by(TableRecord.id)):
        there[record.document_id].append(record)
    rows = select(CaseRowRecord.document_id).where(CaseRowRecord.response_id == response.id)
    for document_id in {*there, *session.scalars(rows), *wanted}:
        tables, cases = wanted.get(document_id or 0, ([], []))
        said = same_schema or any(record.mapping for record in there[document_id])
        if tables and said and _same(there[document_id], tables):
            continue
        drop_tables(session, response.id, document_id)
        if document_id is not None and (tables or cases):
            add_tables(session, response, document_id, tables, cases)
    number_rows(session, response.id)


def _same(there: Sequence[TableRecord], wanted: Sequence[tuple[Table, Place]]) -> bool:
    return [(r.columns, r.rows, r.total_row, r.heading, r.place, r.flags) for r in there] == [
        (
            list(table.columns),
            [list(row) for row in table.rows],
            list(table.total_row) if table.total_row else None,
            table.heading,
            as_data(place),
            list(table.flags),
        )
        for table, place in wanted
    ]


def drop_tables(session: Session, response_id: int, document_id: int | None) -> None:
    """Drop what was read from a document's tables."""
    rows = select(CaseRowRecord).where(
        CaseRowRecord.response_id == response_id, CaseRowRecord.document_id == document_id
    )
    ids = [row.id for row in session.scalars(rows)]
    # One by one, not in bulk: history hears only of what passes through the session.
    for value in session.scalars(select(CaseValueRecord).where(CaseValueRecord.row_id.in_(ids))):
        session.delete(value)
    session.flush()
    for row in session.scalars(rows):
        session.delete(row)
    for table in session.scalars(
        select(TableRecord).where(
            TableRecord.response_id == response_id, TableRecord.document_id == document_id
        )
    ):
        session.delete(table)
    session.flush()


def add_tables(
    session: Session,
    response: Response,
    document_id: int,
    tables: Sequence[tuple[Table, Place]],
    cases: Sequence[tuple[CaseRow, Place]],
) -> None:
    """Store a document's tables and case rows, the tables numbered within the document."""
    for number, (table, place) in enumerate(tables, 1):
        session.add(
            TableRecord(
                response_id=response.id,
                document_id=document_id,
                number=number,
                heading=table.heading,
                columns=list(table.columns),
                rows=[list(row) for row in table.rows],
                total_row=list(table.total_row) if table.total_row else None,
                place=as_data(place),
                flags=list(table.flags),
                row_places=[
                    as_data(replace(at, part=place.part, table=place.table))
                    for at in table.row_places
                ],
            )
        )
    for position, (row, place) in enumerate(cases, 1):
        store_case(session, response.id, document_id, position, replace(row, place=place))
    session.flush()


def number_rows(session: Session, response_id: int) -> None:
    """Count the rows of a response through, document by document."""
    query = select(CaseRowRecord).where(CaseRowRecord.response_id == response_id)
    order = (CaseRowRecord.document_id, CaseRowRecord.position, CaseRowRecord.id)
    for position, row in enumerate(session.scalars(query.order_by(*order)), 1):
        if row.position != position:
            row.position = position
    session.flush()
