"""A newer list of bank holidays beside a case file: which open deadlines it moves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from foitrack.casefile.models import EventRecord, Request
from foitrack.desk.desk import Desk
from foitrack.desk.events import as_event, reckoning_of
from foitrack.law.calendars import Calendars
from foitrack.law.holiday_updates import moved
from foitrack.law.terms import Deadline, Event, State

_PUT_AWAY = (State.CLOSED.value, State.WITHDRAWN.value)
"""Stages of requests that nobody waits for any more: their days are not open."""


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """An open deadline of the case file that a newer list moves, and whose it is."""

    request_id: int
    request: str
    """The authority and the request's title, in words."""
    old: Deadline
    new: Deadline


def with_calendars(desk: Desk, newer: Calendars) -> Desk:
    """The same case file with other bank holidays beside it; `desk` itself stays as it is."""
    return replace(desk, reference=replace(desk.reference, calendars=newer))


def moved_by(desk: Desk, newer: Calendars, *, today: date) -> tuple[MovedDeadline, ...]:
    """Every open deadline whose day the newer list changes, soonest first; writes nothing.

    Requests in the bin, closed or withdrawn have no open deadline.
    """
    after = with_calendars(desk, newer).reference
    with desk.case.reading() as session:
        found = [
            MovedDeadline(request.id, _name(request), old, new)
            for request, events in _open_requests(session)
            for old, new in moved(
                reckoning_of(desk.reference, request, events, today),
                reckoning_of(after, request, events, today),
            )
        ]
    return tuple(sorted(found, key=lambda each: (each.old.on, each.request, each.request_id)))


def _open_requests(session: Session) -> Iterator[tuple[Request, list[Event]]]:
    """Requests with their events, in two queries however many there are."""
    events: dict[int, list[Event]] = defaultdict(list)
    for record in session.scalars(
        select(EventRecord).order_by(EventRecord.on.is_(None), EventRecord.on, EventRecord.id)
    ):
        events[record.request_id].append(as_event(record))
    for request in session.scalars(
        select(Request)
        .where(~Request.binned, Request.stage.not_in(_PUT_AWAY))
        .options(joinedload(Request.authority))
        .order_by(Request.id)
    ):
        yield request, events[request.id]


def _name(request: Request) -> str:
    authority = request.authority.name if request.authority else "Authority not stated"
    return f"{authority}: {request.title}"
