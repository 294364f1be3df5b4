"""The case rows that hold what is sought, in their printed words or in what they count as."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import CaseRowRecord, CaseValueRecord, Request, Response
from foitrack.casefile.search_terms import Term, holds
from foitrack.desk.answers import case_rows
from foitrack.desk.case_queries import joined, wanted_rows
from foitrack.desk.search_heads import Head, heads_of
from foitrack.desk.snippets import marked, marked_on_a_line
from foitrack.desk.views import CaseFilter, CaseRowView
from foitrack.desk.views.found import Hit, HitKind

LOOKED_AT = 1_500
"""Rows looked at, newest first."""
AT_ONCE = 100
VALUES = 200
"""Normal values of which rows are looked at."""


def case_hits(
    session: Session, heads: Sequence[Head], terms: Sequence[Term], limit: int
) -> Iterator[Hit]:
    """Rows of the requests that the index found, and rows grouped under a value that is sought."""
    known = {head.id: head for head in heads}
    ids = _candidates(session, list(known), _values(session, terms))
    homes = _responses(session, ids)
    found = 0
    for first in range(0, len(ids), AT_ONCE):
        rows = case_rows(session, ids[first : first + AT_ONCE])
        new = [row.request_id for row in rows if row.request_id not in known]
        known |= {head.id: head for head in heads_of(session, list(dict.fromkeys(new)))}
        for row in rows:
            head = known.get(row.request_id)
            if head is not None and (hit := _hit(row, head, terms, homes[row.id])) is not None:
                yield hit
                found += 1
            if found == limit:
                return


def _values(session: Session, terms: Sequence[Term]) -> list[str]:
    """The normal values, over the whole case file, that hold any of the terms."""
    every = session.scalars(
        select(CaseValueRecord.value).where(CaseValueRecord.value.is_not(None)).distinct()
    )
    held = (value for value in every if value and any(holds(value, term) for term in terms))
    return [value for value, _ in zip(held, range(VALUES), strict=False)]


def _candidates(session: Session, requests: Sequence[int], values: Sequence[str]) -> list[int]:
    grouped = select(CaseValueRecord.row_id).where(CaseValueRecord.value.in_(values))
    query = (
        joined(select(CaseRowRecord.id))
        .where(
            wanted_rows(CaseFilter()),
            or_(Request.id.in_(requests), CaseRowRecord.id.in_(grouped)),
        )
        .order_by(CaseRowRecord.id.desc())
        .limit(LOOKED_AT)
    )
    return list(session.scalars(query))


def _responses(session: Session, ids: Sequence[int]) -> dict[int, int]:
    found = session.execute(
        select(CaseRowRecord.id, Response.id)
        .join(Response, CaseRowRecord.response_id == Response.id)
        .where(CaseRowRecord.id.in_(ids))
    )
    return {row[0]: row[1] for row in found}


def _hit(row: CaseRowView, head: Head, terms: Sequence[Term], response_id: int) -> Hit | None:
    printed = " · ".join(" ".join(cell.split()) for cell in row.printed.values() if cell.strip())
    values = " · ".join(dict.fromkeys(value for own in row.values.values() for value in own))
    lacking = head.lacking(terms)
    if not all(holds(printed, term) or holds(values, term) for term in lacking):
        return None
    if not lacking and not any(holds(printed, t) or holds(values, t) for t in terms):
        return None
    return Hit(
        HitKind.CASE_ROW,
        marked(printed or values, terms),
        marked_on_a_line(values, 0, len(values), terms),
        detail=row.authority or head.title,
        request_id=row.request_id,
        response_id=response_id,
        document_id=row.document_id,
        place=row.place,
    )
