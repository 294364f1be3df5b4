"""What a request and its events hold now, beside what a person saw when they began."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import EventRecord, Request, RequestReference
from foitrack.desk.events import as_event, closed_days, events_of
from foitrack.desk.stale import (
    Author,
    Conflict,
    Field,
    Seen,
    StaleEditError,
    author_among,
    author_of,
    refuse_stale,
)
from foitrack.desk.views import EventView
from foitrack.law.terms import Body, ClosedDays, Event, EventKind, Regime, Review
from foitrack.law.wording import BODY_WORDS, EVENT_WORDS, REVIEW_WORDS, full_date
from foitrack.saying import say, together

REMOVED = say("Removed")
WAYS_SENT = {
    "email": say("email"),
    "post": say("post"),
    "website": say("a website"),
    "other": say("another way"),
}
REVIEWING = (EventKind.REVIEW_ASKED, EventKind.REVIEW_OUTCOME)


def refuse_stale_edit(
    session: Session, request: Request, wanted: Mapping[str, object], seen: Seen | None
) -> None:
    """StaleEditError where somebody else has changed one of the values to be written."""
    if seen is None:
        return
    refuse_stale(_fields(session, request), wanted, seen)


def _fields(session: Session, request: Request) -> dict[str, Field]:
    def by(column: str) -> Callable[[], Author]:
        return partial(author_of, session, "request", request.id, column)

    texts = {
        "title": say("Title"),
        "wording": say("What you asked"),
        "notes": say("Notes"),
        "requester_name": say("Your name in it"),
        "requester_address": say("Your address in it"),
    }
    found = {key: Field(name, getattr(request, key), by(key)) for key, name in texts.items()}
    campaign = request.campaign.name if request.campaign else ""
    authority = request.authority.name if request.authority else ""
    references = partial(author_among, session, "request_reference", "request_id", request.id)
    return {
        **found,
        "campaign": Field(say("Campaign"), campaign, by("campaign_id")),
        "authority": Field(say("Authority"), authority, by("authority_id")),
        "reference": Field(say("Reference"), references_of(session, request.id), references),
        "regime": Field(say("Which law applies"), Regime(request.regime), by("regime")),
        "body": Field(say("Special time to answer"), Body(request.body), by("body"), body_said),
        "closed": Field(
            say("School holidays"), closed_days(request.closed), by("closed"), holidays_said
        ),
    }


def references_of(session: Session, request_id: int) -> str:
    """The authority's references as a form shows them: with semicolons between."""
    query = select(RequestReference.reference).where(RequestReference.request_id == request_id)
    return "; ".join(session.scalars(query.order_by(RequestReference.id)))


def body_said(body: Body) -> str:
    """The kind of authority in words."""
    return say(BODY_WORDS[body])


def holidays_said(closed: ClosedDays) -> str:
    """A school's holidays, first and last day of each."""
    each = (say("{0} to {1}", full_date(first), full_date(last)) for first, last in closed)
    return together(each, "; ")


def event_said(view: EventView | None) -> str:
    """An event in one line; one that is gone is "Removed"."""
    if view is None:
        return REMOVED
    event = view.event
    said: list[str] = [say(EVENT_WORDS[event.kind])]
    said += [full_date(event.on) if event.on else say("day not known")]
    said += [say("until {0}", full_date(event.until))] if event.until else []
    detail = event.detail
    if event.kind is EventKind.REVIEW_OUTCOME and detail in list(Review):
        detail = say(REVIEW_WORDS[Review(detail)])
    said += [part for part in (WAYS_SENT.get(detail, detail), view.note) if part]
    return together(said, ", ")


def refuse_stale_event(
    session: Session,
    event_id: int,
    record: EventRecord | None,
    wanted: tuple[Event, str] | None,
    seen: EventView | None,
) -> None:
    """StaleEditError where an event is no longer as it was seen; `wanted` is None to remove it."""
    if seen is None:
        return
    stored = EventView(record.id, as_event(record), record.note) if record else None
    mine = EventView(event_id, *wanted) if wanted else None
    if stored in (seen, mine):
        return
    who, at = author_of(session, "event", event_id)
    said = event_said(mine), event_said(stored)
    raise StaleEditError([Conflict("event", say("Event"), mine, stored, *said, who, at)])


def review_events(events: Iterable[EventView]) -> frozenset[int]:
    """The ids of those events that belong to an internal review."""
    return frozenset(view.id for view in events if view.event.kind in REVIEWING)


def refuse_stale_review(
    session: Session, request_id: int, wanted: Event, seen: Collection[int] | None
) -> None:
    """StaleEditError where the review has come further since it was seen."""
    if seen is None:
        return
    there = [
        EventView(record.id, as_event(record), record.note)
        for record in events_of(session, request_id)
    ]
    new = [view for view in there if view.id in review_events(there) - set(seen)]
    if not new:
        return
    who, at = author_of(session, "event", new[-1].id)
    said = event_said(EventView(0, wanted)), together(map(event_said, new), "; ")
    name = say("Internal review")
    raise StaleEditError([Conflict("review", name, wanted, review_events(there), *said, who, at)])
