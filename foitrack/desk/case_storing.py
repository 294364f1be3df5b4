"""A case row that was read, stored as a proposal."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy.orm import Session

from foitrack.casefile.models import CaseRowRecord, CaseValueRecord, Document
from foitrack.reading.findings import CaseRow, Place

Where = dict[str, tuple[Document, str]]
"""For each part of a reading: the document it is, and its path in what was dropped."""


def as_data(place: Place) -> dict[str, Any]:
    """A place as stored: what it has, and nothing else."""
    return {name: value for name, value in asdict(place).items() if value is not None}


def placed(place: Place, where: Where) -> tuple[Document, Place]:
    """The document that a place is in, and the place with its path in what was dropped."""
    document, own = where[place.part or ""]
    return document, replace(place, part=own or None)


def store_case(
    session: Session, response_id: int, document_id: int | None, position: int, row: CaseRow
) -> CaseRowRecord:
    """Store a row with its values; its count stands in the row itself."""
    counted = next((value for value in row.values if value.field == "count"), None)
    exact = counted.value if counted else "1"
    record = CaseRowRecord(
        response_id=response_id,
        document_id=document_id,
        position=position,
        source=row.source,
        count=int(exact) if exact is not None else None,
        low=counted.low if counted else None,
        high=counted.high if counted else None,
        printed=dict(row.printed),
        place=as_data(row.place),
        flags=list(row.flags),
    )
    session.add(record)
    session.flush()
    for value in row.values:
        if value.field != "count":
            session.add(
                CaseValueRecord(
                    row_id=record.id,
                    field=value.field,
                    printed=value.printed,
                    value=value.value,
                    low=value.low,
                    high=value.high,
                )
            )
    return record
