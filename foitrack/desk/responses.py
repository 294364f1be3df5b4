"""Responses: kept when dropped, read into proposals, recorded when a person has confirmed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile import search
from foitrack.casefile.models import Authority, Document, Request, Response
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, step
from foitrack.desk.events import recompute
from foitrack.desk.keeping import bytes_of, existing, keep_document
from foitrack.desk.matching import likely_requests, told_by, told_in
from foitrack.desk.proposals import context_for, proposal_of
from foitrack.desk.reading_in import open_response, outcomes_of, store, to_read
from foitrack.desk.recording import apply_decisions
from foitrack.desk.response_stale import not_stale, refuse_stale_request
from foitrack.desk.schema_store import let_go
from foitrack.desk.stale import Seen
from foitrack.desk.views import Changed, DeskError, Proposal, RecordDecisions
from foitrack.law.citations import cite
from foitrack.law.terms import Regime
from foitrack.reading.findings import Reading
from foitrack.reading.part_by_part import read_isolated
from foitrack.saying import say


def keep(desk: Desk, name: str, data: bytes, request_id: int | None) -> int:
    """Keep a document as dropped and open a proposal for it; the proposal's id."""
    with step(desk, say(called.KEEP_FILES, name)) as made:
        session = made.session
        request = None
        if request_id is not None:
            request = session.get(Request, request_id)
            if request is None:
                raise DeskError(say("There is no request {0}. The file is untouched.", request_id))
        made.new_id = open_response(session, desk.reference, name, data, request)
        if request is not None:
            made.request_ids.append(request.id)
    return made.new_id


def read(
    desk: Desk,
    proposal_id: int,
    *,
    early: Callable[[Reading], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Proposal:
    """Read the documents of a response and store what was found as proposals.

    They are read before the case file is locked; one that cannot be read leaves its error and
    stays kept. Of a response that is recorded only what was added since is read, and offered
    beside what was confirmed. Reading what was just kept is part of the same undo step.

    `early` is called in this thread with what the first pages of a long document say;
    `cancelled` is asked now and then, and where it says so the reading ends with
    ReadingCancelledError: nothing is stored, and the documents stay kept.
    """
    documents = to_read(desk, proposal_id)
    outcomes = outcomes_of(documents, early=early, cancelled=cancelled)
    return store(desk, proposal_id, outcomes)


def look(desk: Desk, name: str, data: bytes, request_id: int | None) -> Reading:
    """Read a document without keeping it. Raises UnreadableDocumentError where it cannot be."""
    with desk.case.reading() as session:
        context = context_for(session, desk.reference, request_id)
    return read_isolated(data, name, context)


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
        return proposal_of(session, desk.reference, existing(session, proposal_id))


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


def attach(desk: Desk, proposal_id: int, request_id: int, *, seen: Seen | None = None) -> Changed:
    """Say which request a document answers; moving it to another is the same call.

    StaleEditError where it answers another by now than the "request" (an id or None) in `seen`.
    """
    with step(desk, say(called.PLACE_RESPONSE)) as made:
        session = made.session
        response = existing(session, proposal_id)
        if response.recorded:
            raise DeskError("This response has been recorded already; undo that first.")
        request = session.get(Request, request_id)
        if request is None:
            raise DeskError(say("There is no request {0}. Nothing was changed.", request_id))
        refuse_stale_request(session, response, request_id, seen)
        before = response.request_id
        response.request_id = request_id
        session.flush()
        let_go(session, response)
        for touched in {request_id, before} - {None}:
            moved = session.get_one(Request, touched)
            recompute(session, desk.reference, moved)
            search.index_request(session, moved.id)
            made.request_ids.append(moved.id)
    return made.changed()


def record(
    desk: Desk,
    proposal_id: int,
    decisions: RecordDecisions,
    *,
    today: date,
    seen: Proposal | None = None,
) -> Changed:
    """Make facts of what was confirmed, in one transaction and one undo step.

    StaleEditError where somebody else has decided the same otherwise since it was `seen`.
    """
    with desk.case.reading() as session:
        label = _label(session, existing(session, proposal_id))
    with step(desk, label) as made:
        response = existing(made.session, proposal_id)
        if seen is not None:
            decisions = not_stale(made.session, response, decisions, seen)
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
    return say(called.RECORD_RESPONSE_FROM, name) if name else say(called.RECORD_RESPONSE)


def provision_typed(desk: Desk, proposal_id: int, typed: str) -> str:
    """The canonical form of an exemption that a person typed: "s40(2)" is "FOIA s40(2)".

    DeskError where it names no exemption, or more than one.
    """
    with desk.case.reading() as session:
        context = context_for(session, desk.reference, existing(session, proposal_id).request_id)
    regime = context.regime or Regime.FOIA
    cited = cite(typed, regime, desk.reference.catalogue).cited
    if not cited:
        cited = cite(f"section {typed}", regime, desk.reference.catalogue).cited
    if len(cited) != 1:
        raise DeskError(
            say("“{0}” does not name one exemption. Write it like s40(2) or r12(4)(b).", typed)
        )
    return cited[0].provision


def discard(desk: Desk, proposal_id: int) -> Changed:
    """Put a proposal away; its document stays in the case file. DeskError once it is recorded."""
    with step(desk, say(called.PUT_AWAY)) as made:
        response = existing(made.session, proposal_id)
        if response.recorded:
            raise DeskError("This response has been recorded already; undo that first.")
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
        return bytes_of(session, document)


def add_document(desk: Desk, response_id: int, name: str, data: bytes) -> Changed:
    """Keep a file that belongs to a response, such as the spreadsheet that its letter names.

    `read` then reads it with the rest: before the response is recorded they are one answer;
    afterwards its findings and rows are proposals beside what was confirmed.
    """
    with step(desk, say(called.ADD_THING, name)) as made:
        response = existing(made.session, response_id)
        made.new_id = keep_document(made.session, response.id, name, data).id
        if response.request_id is not None:
            made.request_ids.append(response.request_id)
    return made.changed()
