"""Logging requests that have been sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from foitrack.casefile import search
from foitrack.casefile.models import Request
from foitrack.desk import authorities, campaigns
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, Step, step
from foitrack.desk.events import kept_days, recompute, write_event
from foitrack.desk.request_rows import add_reference
from foitrack.desk.views import Changed, DeskError, NewRequest
from foitrack.law.calendars import check_countable
from foitrack.law.clock import reckon
from foitrack.law.terms import Body, ClosedDays, Event, EventKind, Reckoning, Regime
from foitrack.law.wording import counted
from foitrack.saying import say


def log(desk: Desk, new: NewRequest, *, today: date) -> Changed:
    """Log a request that has been sent. DeskError where something in it cannot be."""
    check(new, today)
    with step(desk, say(called.LOG_ONE, new.authority or say(called.NOBODY))) as made:
        made.new_id = _add(made, desk, new)
    return made.changed()


def log_many(desk: Desk, new: NewRequest, names: Sequence[str], *, today: date) -> Changed:
    """Log the same request to several authorities, as one step."""
    names = list(dict.fromkeys(names))
    if not names:
        raise DeskError("Choose at least one authority. Nothing was logged.")
    check(new, today)
    with step(desk, say(called.LOG_MANY, counted(len(names), "request"), new.title)) as made:
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
                say(
                    "A request cannot have been {0} on a day still to come. Nothing was logged.",
                    words,
                )
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
