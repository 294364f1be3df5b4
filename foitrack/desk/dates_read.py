"""The days read in letters that are still to be read: proposals, no facts yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import FindingRecord, Response
from foitrack.desk.views import FindingStatus


def of_responses(session: Session, request_id: int) -> dict[int, date]:
    """The day of each response of a request that nobody has recorded yet, by its number."""
    found = _found(session, [request_id])
    return {response: on for _, response, on in found}


def of_requests(session: Session, ids: Sequence[int]) -> dict[int, date]:
    """The day of the first letter to be read of each request that has one."""
    return {request: on for request, _, on in _found(session, ids)}


def _found(session: Session, ids: Sequence[int]) -> list[tuple[int, int, date]]:
    """Request, response and day; what shall prevail in a mapping comes last."""
    found = session.execute(
        select(Response.request_id, Response.id, FindingRecord.value)
        .join(FindingRecord, FindingRecord.response_id == Response.id)
        .where(
            Response.request_id.in_(ids),
            ~Response.recorded,
            ~Response.discarded,
            FindingRecord.field == "response_date",
            FindingRecord.status != FindingStatus.REJECTED.value,
        )
        .order_by(Response.id.desc(), FindingRecord.id.desc())
    )
    return [(request, own, date.fromisoformat(value)) for request, own, value in found if request]
