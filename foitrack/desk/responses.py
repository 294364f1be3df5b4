"""Responses: kept when dropped, read into proposals, recorded when a person has confirmed."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile import search
from foitrack.casefile.models import (
    Authority,
    Content,
    Document,
    Request,
    Response,
)
from foitrack.desk.desk import Desk, step
from foitrack.desk.events import recompute
from foitrack.desk.matching import likely_requests, told_by, told_in
from foitrack.desk.proposals import context_for, forget_reading, proposal_of, store_reading
from foitrack.desk.recording import apply_decisions
from foitrack.desk.views import Changed, DeskError, Proposal, RecordDecisions
from foitrack.law.citations import cite
from foitrack.law.terms import Regime
from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.isolation import readers


def keep(desk: Desk, name: str, data: bytes, request_id: int | None) -> int:
    """Keep a document as dropped and open a proposal for it; the proposal's id."""
    with step(desk, f"Keep {name}") as made:
        session = made.session
        request = None
        if request_id is not None:
            request = session.get(Request, request_id)
            if request is None:
                raise DeskError(f"There is no request {request_id}. The file is untouched.")
        response = Response(request_id=request_id)
        session.add(response)
        session.flush()
        _store(session, response.id, name, data)
        if request is not None:
            recompute(session, desk.reference, request)
            made.request_ids.append(request.id)
        made.new_id = response.id
    return response.id


def _store(session: Session, response_id: int, name: str, data: bytes) -> Document:
    """A document with its bytes, stored once for each SHA-256."""
    sha256 = hashlib.sha256(data).hexdigest()
    if session.get(Content, sha256) is None:
        session.add(Content(sha256=sha256, size=len(data), bytes=data))
        session.flush()
    document = Document(
        response_id=response_id,
        name=name,
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        size=len(data),
        sha256=sha256,
    )
    session.add(document)
    session.flush()
    return document


def read(
    desk: Desk,
    proposal_id: int,
    *,
    early: Callable[[Reading], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Proposal:
    """Read a kept document and store what was found as proposals.

    The document is read before the case file is locked; one that cannot be read leaves its
    error in the proposal and stays kept. `early` is called in this thread with what the first
    pages of a long one say; `cancelled` is asked now and then, and where it says so the reading
    ends with ReadingCancelledError: nothing is stored, and the document stays kept.
    """
    with desk.case.reading() as session:
        response = _existing(session, proposal_id)
        context = context_for(session, desk.reference, response.request_id)
        document = _first_document(session, proposal_id)
        data, name, document_id = _bytes(session, document), document.name, document.id
    reading, error = None, None
    try:
        reading = readers().read(data, name, context, early=early, cancelled=cancelled)
    except UnreadableDocumentError as problem:
        error = problem.message
    with step(desk, f"Read {name}") as made:
        response = _existing(made.session, proposal_id)
        if response.recorded:
            raise DeskError("This response has been recorded already. Nothing was changed.")
        forget_reading(made.session, proposal_id)
        response.error = error
        if reading is not None:
            store_reading(
                made.session, response, made.session.get_one(Document, document_id), reading
            )
        if response.request_id is not None:
            search.index_request(made.session, response.request_id)
            made.request_ids.append(response.request_id)
    return proposal(desk, proposal_id)


def look(desk: Desk, name: str, data: bytes, request_id: int | None) -> Reading:
    """Read a document without keeping it. Raises UnreadableDocumentError where it cannot be."""
    with desk.case.reading() as session:
        context = context_for(session, desk.reference, request_id)
    return readers().read(data, name, context)


def holding(desk: Desk, data: bytes, request_id: int) -> tuple[int, bool] | None:
    """The response of a request that holds these very bytes, and whether it is recorded.

    A recorded one before one that waits; None where the document has not come before.
    """
    with desk.case.reading() as session:
        found = session.execute(
            select(Response.id, Response.recorded)
            .join(Document, Document.response_id == Response.id)
            .where(
                Document.sha256 == hashlib.sha256(data).hexdigest(),
                Response.request_id == request_id,
                ~Response.discarded,
            )
            .order_by(Response.recorded.desc(), Response.id)
            .limit(1)
        ).first()
        return (found.id, found.recorded) if found else None


def proposal(desk: Desk, proposal_id: int) -> Proposal:
    """A proposal as it stands. DeskError where it is not there."""
    with desk.case.reading() as session:
        return proposal_of(session, desk.reference, _existing(session, proposal_id))


def open_proposals(desk: Desk) -> tuple[Proposal, ...]:
    """Every document that waits for a person, oldest first."""
    with desk.case.reading() as session:
        found = session.scalars(
            select(Response).where(~Response.recorded, ~Response.discarded).order_by(Response.id)
        )
        return tuple(proposal_of(session, desk.reference, response) for response in found)


def match(desk: Desk, proposal_id: int) -> tuple[int, ...]:
    """Requests that a document may answer, best first; a single one is beyond doubt."""
    with desk.case.reading() as session:
        return likely_requests(session, told_in(session, proposal_id))


def match_reading(desk: Desk, reading: Reading) -> tuple[int, ...]:
    """The same for a document that was read but is not kept yet."""
    with desk.case.reading() as session:
        return likely_requests(session, told_by(reading))


def attach(desk: Desk, proposal_id: int, request_id: int) -> Changed:
    """Say which request a document answers; moving it to another is the same call."""
    with step(desk, "Choose the request of a response") as made:
        session = made.session
        response = _existing(session, proposal_id)
        if response.recorded:
            raise DeskError("This response has been recorded already; undo that first.")
        request = session.get(Request, request_id)
        if request is None:
            raise DeskError(f"There is no request {request_id}. Nothing was changed.")
        before = response.request_id
        response.request_id = request_id
        session.flush()
        for touched in {request_id, before} - {None}:
            moved = session.get_one(Request, touched)
            recompute(session, desk.reference, moved)
            search.index_request(session, moved.id)
            made.request_ids.append(moved.id)
    return made.changed()


def record(desk: Desk, proposal_id: int, decisions: RecordDecisions, *, today: date) -> Changed:
    """Make facts of what was confirmed, in one transaction and one undo step."""
    with desk.case.reading() as session:
        label = _label(session, _existing(session, proposal_id))
    with step(desk, label) as made:
        response = _existing(made.session, proposal_id)
        apply_decisions(made.session, desk.reference, response, decisions, today=today)
        if response.request_id is not None:
            search.index_request(made.session, response.request_id)
            made.request_ids.append(response.request_id)
    return made.changed()


def _label(session: Session, response: Response) -> str:
    name = session.scalar(
        select(Authority.name)
        .join(Request, Request.authority_id == Authority.id)
        .where(Request.id == response.request_id)
    )
    return f"Record response from {name}" if name else "Record response"


def provision_typed(desk: Desk, proposal_id: int, typed: str) -> str:
    """The canonical form of an exemption that a person typed: "s40(2)" is "FOIA s40(2)".

    DeskError where it names no exemption, or more than one.
    """
    with desk.case.reading() as session:
        context = context_for(session, desk.reference, _existing(session, proposal_id).request_id)
    regime = context.regime or Regime.FOIA
    cited = cite(typed, regime, desk.reference.catalogue).cited
    if not cited:
        cited = cite(f"section {typed}", regime, desk.reference.catalogue).cited
    if len(cited) != 1:
        raise DeskError(
            f"“{typed}” does not name one exemption. Write it like s40(2) or r12(4)(b)."
        )
    return cited[0].provision


def discard(desk: Desk, proposal_id: int) -> Changed:
    """Put a proposal away; its document stays in the case file."""
    with step(desk, "Put a document away") as made:
        response = _existing(made.session, proposal_id)
        response.discarded = True
        if response.request_id is not None:
            request = made.session.get_one(Request, response.request_id)
            recompute(made.session, desk.reference, request)
            made.request_ids.append(request.id)
    return made.changed()


def document_bytes(desk: Desk, document_id: int) -> bytes:
    """A document byte for byte as it came. DeskError where it is not there or is damaged."""
    with desk.case.reading() as session:
        document = session.get(Document, document_id)
        if document is None:
            raise DeskError("That document is not in this case file.")
        return _bytes(session, document)


def add_document(desk: Desk, response_id: int, name: str, data: bytes) -> Changed:
    """Add a file that belongs to a response, such as the spreadsheet that its letter names."""
    with step(desk, f"Add {name}") as made:
        response = _existing(made.session, response_id)
        made.new_id = _store(made.session, response.id, name, data).id
        if response.request_id is not None:
            made.request_ids.append(response.request_id)
    return made.changed()


def _bytes(session: Session, document: Document) -> bytes:
    content = session.get(Content, document.sha256)
    if content is None or hashlib.sha256(content.bytes).hexdigest() != document.sha256:
        raise DeskError(f"“{document.name}” is damaged in the case file; nothing was changed.")
    return content.bytes


def _first_document(session: Session, response_id: int) -> Document:
    found = session.scalar(
        select(Document).where(Document.response_id == response_id).order_by(Document.id).limit(1)
    )
    if found is None:
        raise DeskError("That response has no document.")
    return found


def _existing(session: Session, response_id: int) -> Response:
    response = session.get(Response, response_id)
    if response is None:
        raise DeskError(f"There is no response {response_id} in this case file.")
    return response
