"""The one writer of events, and of what is stored beside a request because of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import EventRecord, Request, Response
from foitrack.desk.own_window import last_day
from foitrack.desk.reference import Reference
from foitrack.law import standing
from foitrack.law.clock import reckon
from foitrack.law.clocks.history import History
from foitrack.law.clocks.reviews import last_round
from foitrack.law.terms import (
    Body,
    ClosedDays,
    DeadlineKind,
    Event,
    EventKind,
    Reckoning,
    Regime,
    Review,
    State,
)

SENDING = (EventKind.SENT, EventKind.POSTED, EventKind.RECEIVED)


def as_event(record: EventRecord) -> Event:
    """A stored event as the law takes it."""
    return Event(EventKind(record.kind), record.on, record.until, record.detail)


def events_of(session: Session, request_id: int) -> list[EventRecord]:
    """A request's events, oldest first; those without a day last."""
    found = session.scalars(
        select(EventRecord)
        .where(EventRecord.request_id == request_id)
        .order_by(EventRecord.on.is_(None), EventRecord.on, EventRecord.id)
    )
    return list(found)


def events_by_request(session: Session, ids: Sequence[int]) -> dict[int, list[Event]]:
    """The events of several requests, each list as the law takes it; one query."""
    events: dict[int, list[Event]] = {number: [] for number in ids}
    found = session.scalars(
        select(EventRecord)
        .where(EventRecord.request_id.in_(ids))
        .order_by(EventRecord.on.is_(None), EventRecord.on, EventRecord.id)
    )
    for record in found:
        events[record.request_id].append(as_event(record))
    return events


def reviews_without_a_result(session: Session, ids: Sequence[int]) -> frozenset[int]:
    """Of some requests whose review was asked for, those whose review was answered."""
    rounds = {
        number: last_round(History(events))
        for number, events in (events_by_request(session, ids) if ids else {}).items()
    }
    return frozenset(number for number, last in rounds.items() if last and not last.open)


def write_event(
    session: Session,
    reference: Reference,
    request: Request,
    event: Event,
    *,
    note: str = "",
    response_id: int | None = None,
) -> EventRecord:
    """Add an event to a request and recompute what follows from its events."""
    record = EventRecord(request_id=request.id, response_id=response_id)
    _fill(record, event, note)
    session.add(record)
    recompute(session, reference, request)
    return record


def rewrite_event(
    session: Session,
    reference: Reference,
    record: EventRecord,
    event: Event | None,
    note: str = "",
) -> Request:
    """Correct an event, or remove it where `event` is None; history keeps what was."""
    request = session.get_one(Request, record.request_id)
    if event is None:
        session.delete(record)
    else:
        if record.response_id is not None:
            event = _follow(session, reference, request, record.response_id, event)
        _fill(record, event, note)
    recompute(session, reference, request)
    return request


def _follow(
    session: Session, reference: Reference, request: Request, response_id: int, event: Event
) -> Event:
    """The day of a letter's event is the letter's day; its own window is counted from there."""
    response = session.get_one(Response, response_id)
    response.received_on = event.on
    if event.kind is not EventKind.RESPONSE:
        return event
    return replace(event, until=own_last_day(reference, request, response))


def own_last_day(reference: Reference, request: Request, response: Response) -> date | None:
    """The last day to ask for a review by the window that the letter prints, once confirmed."""
    if response.received_on is None or not response.review_window:
        return None
    calendar = reference.calendars.for_regime(Regime(request.regime))
    return last_day(response.review_window, response.received_on, calendar)


def _fill(record: EventRecord, event: Event, note: str) -> None:
    record.kind, record.on, record.until = event.kind.value, event.on, event.until
    record.detail, record.note = event.detail, note


def reckoning_of(
    reference: Reference, request: Request, events: list[Event], today: date
) -> Reckoning:
    """All deadlines of a request."""
    return reckon(
        Regime(request.regime),
        events,
        reference.calendars,
        today=today,
        body=Body(request.body),
        closed=closed_days(request.closed),
    )


def closed_days(kept: Sequence[Sequence[str]]) -> ClosedDays:
    """A school's holidays as the case file keeps them: first and last day of each."""
    return tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in kept)


def kept_days(closed: ClosedDays) -> list[list[str]]:
    """A school's holidays as the case file keeps them, in order of time."""
    return [[first.isoformat(), last.isoformat()] for first, last in sorted(closed)]


def recompute(session: Session, reference: Reference, request: Request) -> None:
    """Store beside a request what lists and sorts need: dates and the stage, nothing that ages."""
    session.flush()
    events = [as_event(record) for record in events_of(session, request.id)]
    to_read = _has_open_proposal(session, request.id)
    # Deadlines that exist only once another day has passed are left to the detail view: what is
    # stored must be the same whatever the day it was written on.
    reckoning = reckoning_of(reference, request, events, date.min)
    response = reckoning.of(DeadlineKind.RESPONSE)
    review = reckoning.of(DeadlineKind.REVIEW)
    ask = reckoning.of(DeadlineKind.REVIEW_REQUEST)
    complain = reckoning.of(DeadlineKind.COMMISSIONER)
    answers = [event for event in events if event.kind is EventKind.RESPONSE]
    stage = standing.stage(events, to_read=to_read)
    request.stage = stage.value
    request.sent_on = _first_day(events)
    request.due_on = standing.answer_due(reckoning)
    request.due_provisional = response.provisional if response else False
    request.answered = bool(answers)
    request.answered_on = max((e.on for e in answers if e.on), default=None)
    request.answered_day = response.met.day if response and response.met else None
    request.outcome = _outcome(session, request.id)
    status = standing.review_status(events, None, date.max)
    request.review_stage = status.value
    latest = last_round(History(events))
    # A review that was answered is late no more, though nobody has said how it ended.
    wanted = status is Review.ASKED and latest is not None and latest.open
    request.review_due_on = review.on if review and wanted else None
    request.review_by = ask.on if ask and answers and status is Review.NONE else None
    request.commissioner_by = complain.on if complain else None
    request.next_on = _next_on(request, stage)
    request.calendar_version = reference.calendars.version


def _first_day(events: list[Event]) -> date | None:
    days = [event.on for event in events if event.kind in SENDING and event.on]
    return min(days, default=None)


def _has_open_proposal(session: Session, request_id: int) -> bool:
    return (
        session.scalar(
            select(Response.id).where(
                Response.request_id == request_id, ~Response.recorded, ~Response.discarded
            )
        )
        is not None
    )


def _outcome(session: Session, request_id: int) -> str | None:
    """The latest recorded response decides."""
    return session.scalar(
        select(Response.outcome)
        .where(Response.request_id == request_id, Response.recorded, Response.outcome.is_not(None))
        .order_by(
            Response.received_on.is_not(None).desc(),
            Response.received_on.desc(),
            Response.id.desc(),
        )
        .limit(1)
    )


def _next_on(request: Request, stage: State) -> date | None:
    if stage is State.WAITING:
        return request.due_on
    if stage is State.IN_REVIEW:
        return request.review_due_on
    if stage is State.ANSWERED:
        return request.commissioner_by or request.review_by
    return None
