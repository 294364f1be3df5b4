"""What came in and waits for a person: each file, how far it is read, and whose answer it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Document, FindingRecord, Request, Response
from foitrack.desk.answers import NOT_COUNTED
from foitrack.desk.desk import Desk
from foitrack.desk.keeping import is_read
from foitrack.desk.matching import Match, matched, told_in
from foitrack.desk.views import FindingStatus
from foitrack.law.terms import LetterKind
from foitrack.reading.reasons import remark


@dataclass(frozen=True, slots=True)
class ArrivalRequest:
    """A request that a document answers, or may answer."""

    id: int
    authority: str | None
    title: str
    why: str
    """What the document says that points to it; empty where nothing does."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A response that is kept and not recorded."""

    proposal_id: int
    name: str
    size: int
    format: str
    inside: int
    """Files that came in it: a mail's attachments, an archive's members."""
    is_read: bool
    error: str | None
    """Why it could not be read; it is kept all the same."""
    letter: LetterKind | None
    findings: int
    """Found and not decided yet."""
    request: ArrivalRequest | None
    candidates: tuple[ArrivalRequest, ...] = ()
    """Where it belongs to no request yet: those that it may answer, best first."""
    none_fits: str = ""
    """Why it answers none of those that its authority has; empty where it has none."""


def arrivals(desk: Desk) -> tuple[Arrival, ...]:
    """Every response that waits for a person, in the order in which they came."""
    with desk.case.reading() as session:
        found = session.scalars(
            select(Response).where(~Response.recorded, ~Response.discarded).order_by(Response.id)
        ).all()
        documents = _documents(session, [response.id for response in found])
        counts = _open_findings(session)
        return tuple(
            _arrival(session, response, documents[response.id], counts.get(response.id, 0))
            for response in found
            if response.id in documents
        )


def waiting(desk: Desk) -> int:
    """How many responses wait for a person."""
    with desk.case.reading() as session:
        query = select(func.count(Response.id)).where(~Response.recorded, ~Response.discarded)
        return session.scalar(query) or 0


def _documents(session: Session, ids: Sequence[int]) -> dict[int, list[Document]]:
    found: dict[int, list[Document]] = {}
    query = select(Document).where(Document.response_id.in_(ids)).order_by(Document.id)
    for document in session.scalars(query):
        found.setdefault(document.response_id, []).append(document)
    return found


def _open_findings(session: Session) -> dict[int, int]:
    counted = session.execute(
        select(FindingRecord.response_id, func.count(FindingRecord.id).label("number"))
        .where(
            FindingRecord.status == FindingStatus.PROPOSED.value,
            FindingRecord.field.not_in(NOT_COUNTED),
        )
        .group_by(FindingRecord.response_id)
    )
    return {row.response_id: row.number for row in counted}


def _arrival(
    session: Session, response: Response, documents: Sequence[Document], findings: int
) -> Arrival:
    first = documents[0]
    error = response.error or (first.error if len(documents) == 1 else None)
    match = matched(session, told_in(session, response.id)) if first.format else Match()
    request: ArrivalRequest | None = None
    candidates: tuple[ArrivalRequest, ...] = ()
    if response.request_id is not None:
        why = match.why if match.ids == (response.request_id,) else ""
        [request] = _requests(session, [response.request_id], why)
    else:
        candidates = _requests(session, match.ids, match.why)
    return Arrival(
        proposal_id=response.id,
        name=first.name,
        size=first.size,
        format=first.format,
        inside=len(documents) - 1,
        is_read=is_read(first),
        error=remark(error) if error else None,
        letter=LetterKind(response.letter) if response.letter else None,
        findings=findings,
        request=request,
        candidates=candidates,
        none_fits="" if match.ids else match.why,
    )


def _requests(session: Session, ids: Sequence[int], why: str) -> tuple[ArrivalRequest, ...]:
    found = (session.get_one(Request, request_id) for request_id in ids)
    return tuple(
        ArrivalRequest(
            request.id, request.authority.name if request.authority else None, request.title, why
        )
        for request in found
    )
