"""Everything about one request, gathered for the detail pane and `foitrack show`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import CaseRowRecord, EventRecord, Request, Response
from foitrack.desk import listing
from foitrack.desk.answers import responses_of
from foitrack.desk.events import as_event, closed_days, events_of, reckoning_of
from foitrack.desk.reference import Reference
from foitrack.desk.timeline import timeline
from foitrack.desk.views import (
    EventView,
    RequestDetail,
    RequestRow,
    ResponseView,
    ReviewView,
)
from foitrack.law import standing
from foitrack.law.clocks.history import History
from foitrack.law.clocks.reviews import last_round
from foitrack.law.escalation import escalation
from foitrack.law.terms import Body, DeadlineKind, EventKind, Reckoning, Regime, Review


def detail_of(
    session: Session, reference: Reference, request: Request, today: date
) -> RequestDetail:
    """One request with all that belongs to it."""
    [row] = listing.rows(session, reference, [request.id], today)
    records = events_of(session, request.id)
    events = [as_event(record) for record in records]
    reckoning = reckoning_of(reference, request, events, today)
    responses = responses_of(session, reference, request.id)
    step = standing.next_step(Regime(request.regime), events, reckoning, row.state, today)
    return RequestDetail(
        row=row,
        authority_id=request.authority_id,
        campaign_id=request.campaign_id,
        body=Body(request.body),
        wording=request.wording,
        requester_name=request.requester_name,
        requester_address=request.requester_address,
        sent_by=request.sent_by,
        notes=request.notes,
        events=tuple(EventView(r.id, as_event(r), r.note) for r in records),
        reckoning=reckoning,
        timeline=timeline(records, reckoning, responses, row, today),
        next_step=step,
        responses=responses,
        review=_review(request, row, records, reckoning, responses, step.sentence),
        case_rows=_case_rows(session, request.id),
        way_up=escalation(Regime(request.regime), events, reckoning, row.state, today),
        closed=closed_days(request.closed),
        binned=request.binned,
    )


def _case_rows(session: Session, request_id: int) -> int:
    query = (
        select(func.count(CaseRowRecord.id))
        .join(Response, CaseRowRecord.response_id == Response.id)
        .where(Response.request_id == request_id, CaseRowRecord.accepted)
    )
    return session.scalar(query) or 0


def _review(
    request: Request,
    row: RequestRow,
    records: Sequence[EventRecord],
    reckoning: Reckoning,
    responses: Sequence[ResponseView],
    sentence: str,
) -> ReviewView:
    asked = [r for r in records if r.kind == EventKind.REVIEW_ASKED]
    answered = [r for r in records if r.kind == EventKind.REVIEW_OUTCOME]
    latest = last_round(History(as_event(record) for record in records))
    windows = [response.review_window for response in responses if response.review_window]
    return ReviewView(
        status=row.review,
        asked_on=asked[-1].on if asked else None,
        due=reckoning.of(DeadlineKind.REVIEW),
        limit=reckoning.of(DeadlineKind.REVIEW_LIMIT),
        answered_on=answered[-1].on if answered else None,
        challenged=request.challenged,
        ask_by=reckoning.of(DeadlineKind.REVIEW_REQUEST) if row.review is Review.NONE else None,
        offered_window=windows[-1] if windows else None,
        possible_now=sentence,
        answered=latest is not None and not latest.open,
    )
