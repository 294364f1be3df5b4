"""Requests: logging, correcting, listing, putting away. Each writing call is one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile import search
from foitrack.casefile.models import Authority, EventRecord, Request, RequestReference
from foitrack.desk import authorities, campaigns, listing
from foitrack.desk.desk import Desk, Step, step
from foitrack.desk.detail import detail_of
from foitrack.desk.events import (
    as_event,
    events_of,
    kept_days,
    recompute,
    rewrite_event,
    write_event,
)
from foitrack.desk.views import (
    Changed,
    DeskError,
    NewRequest,
    RequestDetail,
    RequestFilter,
    RequestRow,
    SortKey,
)
from foitrack.law.calendars import check_countable
from foitrack.law.clock import reckon
from foitrack.law.terms import Body, ClosedDays, Event, EventKind, Reckoning, Regime

NOBODY = "Authority not stated"
LONGEST_NUMBER = 18
"""Digits of a request's number that any database can hold."""
AT_ONCE = 10_000
"""Requests asked for in one query: below every database's limit of parameters."""


def log(desk: Desk, new: NewRequest, *, today: date) -> Changed:
    """Log a request that has been sent. DeskError where something in it cannot be."""
    check(new, today)
    with step(desk, f"Log request to {new.authority or NOBODY}") as made:
        made.new_id = _add(made, desk, new)
    return made.changed()


def log_many(desk: Desk, new: NewRequest, names: Sequence[str], *, today: date) -> Changed:
    """Log the same request to several authorities, as one step."""
    names = list(dict.fromkeys(names))
    if not names:
        raise DeskError("Choose at least one authority. Nothing was logged.")
    check(new, today)
    noun = "request" if len(names) == 1 else "requests"
    with step(desk, f"Log {len(names)} {noun}: {new.title}") as made:
        for name in names:
            made.new_id = _add(made, desk, replace(new, authority=name))
    return made.changed()


def check(new: NewRequest, today: date) -> None:
    """Refuse what cannot be, in plain words."""
    for on in (new.sent_on, new.received_on):
        if on is not None:
            check_countable(on)
    if not new.title.strip():
        raise DeskError("A request needs a title. Nothing was logged.")
    for on, words in ((new.sent_on, "sent"), (new.received_on, "received")):
        if on is not None and on > today:
            raise DeskError(
                f"A request cannot have been {words} on a day still to come. Nothing was logged."
            )
    if new.sent_on and new.received_on and new.received_on < new.sent_on:
        raise DeskError("It cannot have been received before it was sent. Nothing was logged.")
    check_closed(new.closed)


def check_closed(closed: ClosedDays) -> None:
    """Refuse school holidays that end before they begin, or that no calendar holds."""
    for first, last in closed:
        check_countable(first)
        check_countable(last)
        if last < first:
            raise DeskError("A school holiday ends before it begins. Nothing was saved.")


def _add(made: Step, desk: Desk, new: NewRequest) -> int:
    session = made.session
    authority = None
    if new.authority and new.authority.strip():
        authority = authorities.find_or_add(
            session, desk.reference, new.authority, regime=new.regime, body=new.body
        )
    regime = new.regime or (Regime(authority.regime) if authority else Regime.FOIA)
    request = Request(
        title=new.title.strip(),
        wording=new.wording,
        authority_id=authority.id if authority else None,
        regime=regime.value,
        body=(new.body or (Body(authority.body) if authority else Body.GENERAL)).value,
        sent_by=new.sent_by,
        requester_name=new.requester_name,
        requester_address=new.requester_address,
        notes=new.notes,
        closed=kept_days(new.closed),
    )
    if new.campaign and new.campaign.strip():
        request.campaign_id = campaigns.find_or_add(session, new.campaign.strip()).id
    session.add(request)
    session.flush()
    if new.reference:
        add_reference(session, request.id, new.reference)
    for event in first_events(new):
        write_event(session, desk.reference, request, event)
    recompute(session, desk.reference, request)
    search.index_request(session, request.id)
    made.request_ids.append(request.id)
    return request.id


def first_events(new: NewRequest) -> list[Event]:
    """The events that logging a request gives: sent or posted, and received where known."""
    events = []
    if new.sent_on is not None:
        kind = EventKind.POSTED if new.sent_by == "post" else EventKind.SENT
        events.append(Event(kind, new.sent_on, detail=new.sent_by))
    if new.received_on is not None:
        events.append(Event(EventKind.RECEIVED, new.received_on))
    if not events:
        # It was sent, on a day that nobody knows yet: the state is then "date missing".
        events.append(Event(EventKind.SENT, None, detail=new.sent_by))
    return events


def preview(desk: Desk, new: NewRequest, *, today: date) -> Reckoning:
    """The deadlines a request would have; writes nothing."""
    regime, body = new.regime, new.body
    if (regime is None or body is None) and new.authority:
        try:
            found = authorities.choice(desk, new.authority)
        except authorities.UnknownAuthorityError:
            pass
        else:
            regime, body = regime or found.regime, body or found.body
    return reckon(
        regime or Regime.FOIA,
        first_events(new),
        desk.reference.calendars,
        today=today,
        body=body or Body.GENERAL,
        closed=new.closed,
    )


def ids(
    desk: Desk, wanted: RequestFilter, sort: SortKey, descending: bool, *, today: date
) -> tuple[int, ...]:
    """The ids of a list, sorted and filtered in SQL."""
    with desk.case.reading() as session:
        return listing.ids(session, wanted, sort, descending, today)


def rows(desk: Desk, wanted: Sequence[int], *, today: date) -> tuple[RequestRow, ...]:
    """The lines of some requests; a constant number of queries for what a screen can show."""
    with desk.case.reading() as session:
        found: list[RequestRow] = []
        for start in range(0, len(wanted), AT_ONCE):
            chunk = wanted[start : start + AT_ONCE]
            found += listing.rows(session, desk.reference, chunk, today)
        return tuple(found)


def count(desk: Desk, wanted: RequestFilter, *, today: date) -> int:
    """How many requests a filter finds."""
    with desk.case.reading() as session:
        dialect = session.get_bind().dialect.name
        query = select(func.count(Request.id)).where(listing.conditions(wanted, dialect))
        return session.scalar(query, {"today": today}) or 0


def detail(desk: Desk, request_id: int, *, today: date) -> RequestDetail:
    """Everything about one request. DeskError where it is not there."""
    with desk.case.reading() as session:
        return detail_of(session, desk.reference, existing(session, request_id), today)


def similar(desk: Desk, authority: str, *, today: date) -> tuple[RequestRow, ...]:
    """Requests already made to an authority, newest first."""
    with desk.case.reading() as session:
        found = session.scalars(
            select(Request.id)
            .join(Request.authority)
            .where(func.lower(Authority.name) == authority.lower(), ~Request.binned)
            .order_by(Request.sent_on.desc(), Request.id.desc())
        ).all()
        return listing.rows(session, desk.reference, found, today)


def edit(
    desk: Desk,
    request_id: int,
    *,
    title: str | None = None,
    wording: str | None = None,
    notes: str | None = None,
    campaign: str | None = None,
    authority: str | None = None,
    regime: Regime | None = None,
    body: Body | None = None,
    reference: str | None = None,
    requester_name: str | None = None,
    requester_address: str | None = None,
    closed: ClosedDays | None = None,
) -> Changed:
    """Change what is said of a request; None leaves a thing as it is, "" empties it."""
    if title is not None and not title.strip():
        raise DeskError("A request needs a title. Nothing was changed.")
    with step(desk, "Edit request") as made:
        session, request = made.session, existing(made.session, request_id)
        plain = {
            "title": title,
            "wording": wording,
            "notes": notes,
            "requester_name": requester_name,
            "requester_address": requester_address,
        }
        for name, value in plain.items():
            if value is not None:
                setattr(request, name, value)
        if campaign is not None:
            name = campaign.strip()
            request.campaign_id = campaigns.find_or_add(session, name).id if name else None
        if authority is not None:
            _change_authority(session, desk, request, authority)
        if regime is not None:
            request.regime = regime.value
        if body is not None:
            request.body = body.value
        if closed is not None:
            check_closed(closed)
            request.closed = kept_days(closed)
        if reference is not None:
            _replace_references(session, request.id, reference)
        _finish(made, desk, request)
    return made.changed()


def _change_authority(session: Session, desk: Desk, request: Request, name: str) -> None:
    if name.strip():
        found = authorities.find_or_add(session, desk.reference, name)
        request.authority_id = found.id
    else:
        request.authority_id = None


def add_event(desk: Desk, request_id: int, event: Event, note: str = "", *, today: date) -> Changed:
    """Record that something happened. DeskError for a day still to come."""
    _check_event(event, today)
    from foitrack.law.wording import EVENT_WORDS

    with step(desk, f"Record: {EVENT_WORDS[event.kind]}") as made:
        request = existing(made.session, request_id)
        record = write_event(made.session, desk.reference, request, event, note=note)
        made.request_ids.append(request.id)
        made.session.flush()
        made.new_id = record.id
    return made.changed()


def correct_event(
    desk: Desk, event_id: int, event: Event, note: str = "", *, today: date
) -> Changed:
    """Correct an event; history keeps what was. DeskError for a day still to come."""
    _check_event(event, today)
    with step(desk, "Correct event") as made:
        record = _event(made.session, event_id)
        request = rewrite_event(made.session, desk.reference, record, event, note)
        made.request_ids.append(request.id)
    return made.changed()


def _check_event(event: Event, today: date) -> None:
    if event.on is not None and event.on > today:
        raise DeskError("That day is still to come, so it cannot have happened. Nothing was saved.")
    if event.on is not None:
        check_countable(event.on)
    if event.until is not None and event.on is not None and event.until < event.on:
        raise DeskError("The new date lies before the letter that announced it. Nothing was saved.")


def remove_event(desk: Desk, event_id: int) -> Changed:
    """Remove an event that did not happen; history keeps it."""
    with step(desk, "Remove event") as made:
        record = _event(made.session, event_id)
        request = rewrite_event(made.session, desk.reference, record, None)
        made.request_ids.append(request.id)
    return made.changed()


def bin(desk: Desk, request_id: int) -> Changed:
    """Move a request to the bin; nothing is deleted."""
    return _set_binned(desk, request_id, True, "Move request to the bin")


def restore(desk: Desk, request_id: int) -> Changed:
    """Take a request out of the bin."""
    return _set_binned(desk, request_id, False, "Take request out of the bin")


def _set_binned(desk: Desk, request_id: int, binned: bool, label: str) -> Changed:
    with step(desk, label) as made:
        existing(made.session, request_id).binned = binned
        made.request_ids.append(request_id)
    return made.changed()


def recount(desk: Desk) -> int:
    """Recompute what is stored beside every request; how many differed (0 when all is well)."""
    differed = 0
    with step(desk, "Recount deadlines") as made:
        for request in made.session.scalars(select(Request)):
            before = _stored(request)
            recompute(made.session, desk.reference, request)
            differed += before != _stored(request)
    return differed


def _stored(request: Request) -> tuple[object, ...]:
    return (
        request.stage,
        request.sent_on,
        request.due_on,
        request.answered,
        request.answered_on,
        request.answered_day,
        request.outcome,
        request.review_stage,
        request.review_due_on,
    )


def existing(session: Session, request_id: int) -> Request:
    """A request that is there. DeskError where it is not."""
    request = session.get(Request, request_id)
    if request is None:
        raise DeskError(f"There is no request {request_id} in this case file. Nothing was changed.")
    return request


def add_reference(session: Session, request_id: int, reference: str) -> None:
    """Keep an authority's reference beside a request, once."""
    reference = reference.strip()
    known = select(RequestReference.id).where(
        RequestReference.request_id == request_id, RequestReference.reference == reference
    )
    if reference and session.scalar(known) is None:
        session.add(RequestReference(request_id=request_id, reference=reference))
        session.flush()


def _replace_references(session: Session, request_id: int, typed: str) -> None:
    """References typed with semicolons between them replace those that stood there."""
    for old in session.scalars(
        select(RequestReference).where(RequestReference.request_id == request_id)
    ):
        session.delete(old)
    session.flush()
    for reference in typed.split(";"):
        add_reference(session, request_id, reference)


def _event(session: Session, event_id: int) -> EventRecord:
    record = session.get(EventRecord, event_id)
    if record is None:
        raise DeskError("That event is no longer there. Nothing was changed.")
    return record


def _finish(made: Step, desk: Desk, request: Request) -> None:
    recompute(made.session, desk.reference, request)
    search.index_request(made.session, request.id)
    made.request_ids.append(request.id)


def events(desk: Desk, request_id: int) -> tuple[Event, ...]:
    """A request's events, as the law takes them."""
    with desk.case.reading() as session:
        return tuple(as_event(record) for record in events_of(session, request_id))


def meant_by(desk: Desk, typed: str) -> tuple[int, ...]:
    """The requests that a number, a reference or an authority's name may mean."""
    typed = typed.strip()
    with desk.case.reading() as session:
        number = int(typed) if typed.isdecimal() and len(typed) <= LONGEST_NUMBER else None
        if number is not None and session.get(Request, number) is not None:
            return (number,)
        by_reference = session.scalars(
            select(RequestReference.request_id)
            .where(func.lower(RequestReference.reference) == typed.lower())
            .distinct()
        ).all()
        if by_reference:
            return tuple(by_reference)
        entry = desk.reference.directory.match(typed)
        name = entry.name if entry else typed
        return tuple(
            session.scalars(
                select(Request.id)
                .join(Authority, Request.authority_id == Authority.id)
                .where(func.lower(Authority.name) == name.lower(), ~Request.binned)
                .order_by(Request.id)
            )
        )
