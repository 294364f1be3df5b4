"""Changing what is kept of a request, and its events; each call is one undo step."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import EventRecord, Request, RequestReference
from foitrack.desk import authorities, campaigns
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, step
from foitrack.desk.events import kept_days, recompute, rewrite_event, write_event
from foitrack.desk.request_logging import check_closed
from foitrack.desk.request_rows import add_reference, existing, finish
from foitrack.desk.request_stale import refuse_stale_edit, refuse_stale_event
from foitrack.desk.stale import Seen
from foitrack.desk.views import Changed, DeskError, EventView
from foitrack.law.calendars import check_countable
from foitrack.law.terms import Body, ClosedDays, Event, Regime
from foitrack.progress import Progress
from foitrack.saying import say


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
    seen: Seen | None = None,
) -> Changed:
    """Change what is said of a request; None leaves a thing as it is, "" empties it.

    `seen` has values as they were shown, by the names above: where one that is to be changed has
    been changed by somebody else since, StaleEditError says both, and nothing is written.
    """
    if title is not None and not title.strip():
        raise DeskError("A request needs a title. Nothing was changed.")
    if closed is not None:
        check_closed(closed)
    said = {
        "title": title,
        "wording": wording,
        "notes": notes,
        "requester_name": requester_name,
        "requester_address": requester_address,
        "campaign": None if campaign is None else campaign.strip(),
        "authority": None if authority is None else authority.strip(),
        "regime": regime,
        "body": body,
        "reference": reference,
        "closed": closed,
    }
    with step(desk, say(called.EDIT_REQUEST)) as made:
        request = existing(made.session, request_id)
        wanted = {name: value for name, value in said.items() if value is not None}
        refuse_stale_edit(made.session, request, wanted, seen)
        for name, value in wanted.items():
            _write(made.session, desk, request, name, value)
        finish(made, desk, request)
    return made.changed()


def _write(session: Session, desk: Desk, request: Request, name: str, value: Any) -> None:
    if name == "campaign":
        request.campaign_id = campaigns.find_or_add(session, value).id if value else None
    elif name == "authority":
        _change_authority(session, desk, request, value)
    elif name == "reference":
        _replace_references(session, request.id, value)
    elif name == "closed":
        request.closed = kept_days(value)
    else:
        setattr(request, name, value.value if name in ("regime", "body") else value)


def _change_authority(session: Session, desk: Desk, request: Request, name: str) -> None:
    if name.strip():
        found = authorities.find_or_add(session, desk.reference, name)
        request.authority_id = found.id
    else:
        request.authority_id = None


def add_event(desk: Desk, request_id: int, event: Event, note: str = "", *, today: date) -> Changed:
    """Record that something happened. DeskError for a day still to come."""
    check_event(event, today)
    from foitrack.law.wording import EVENT_WORDS

    with step(desk, say(called.RECORD_EVENT, say(EVENT_WORDS[event.kind]))) as made:
        request = existing(made.session, request_id)
        record = write_event(made.session, desk.reference, request, event, note=note)
        made.request_ids.append(request.id)
        made.session.flush()
        made.new_id = record.id
    return made.changed()


def correct_event(
    desk: Desk,
    event_id: int,
    event: Event,
    note: str = "",
    *,
    today: date,
    seen: EventView | None = None,
) -> Changed:
    """Correct an event; history keeps what was. DeskError for a day still to come.

    StaleEditError where it is no longer as it was `seen`.
    """
    check_event(event, today)
    with step(desk, say(called.CORRECT_EVENT)) as made:
        known = made.session.get(EventRecord, event_id)
        refuse_stale_event(made.session, event_id, known, (event, note), seen)
        record = _event(made.session, event_id)
        request = rewrite_event(made.session, desk.reference, record, event, note)
        made.request_ids.append(request.id)
    return made.changed()


def check_event(event: Event, today: date) -> None:
    """DeskError for an event that cannot have been."""
    if event.on is not None and event.on > today:
        raise DeskError("That day is still to come, so it cannot have happened. Nothing was saved.")
    if event.on is not None:
        check_countable(event.on)
    if event.until is not None and event.on is not None and event.until < event.on:
        raise DeskError("The new date lies before the letter that announced it. Nothing was saved.")


def remove_event(desk: Desk, event_id: int, *, seen: EventView | None = None) -> Changed:
    """Remove an event that did not happen; history keeps it.

    StaleEditError where it is no longer as it was `seen`.
    """
    with step(desk, say(called.REMOVE_EVENT)) as made:
        record = _event(made.session, event_id)
        refuse_stale_event(made.session, event_id, record, None, seen)
        request = rewrite_event(made.session, desk.reference, record, None)
        made.request_ids.append(request.id)
    return made.changed()


def bin(desk: Desk, request_id: int) -> Changed:
    """Move a request to the bin; nothing is deleted."""
    return _set_binned(desk, request_id, True, say(called.BIN_ONE))


def restore(desk: Desk, request_id: int) -> Changed:
    """Take a request out of the bin."""
    return _set_binned(desk, request_id, False, say(called.UNBIN_ONE))


def _set_binned(desk: Desk, request_id: int, binned: bool, label: str) -> Changed:
    with step(desk, label) as made:
        request = existing(made.session, request_id)
        request.binned = binned
        if not binned and request.campaign is not None:
            # What comes back must be found under its campaign.
            request.campaign.binned = False
        made.request_ids.append(request_id)
    return made.changed()


def recount(desk: Desk, progress: Progress | None = None) -> int:
    """Recompute what is stored beside every request; how many differed (0 when all is well).

    CancelledError where `progress` was stopped; nothing is changed then.
    """
    differed, progress = 0, progress or Progress()
    with step(desk, say(called.RECOUNT)) as made:
        every = made.session.scalars(select(Request)).all()
        for number, request in enumerate(every):
            progress.tell("Counting the deadlines again", number / len(every))
            before = _stored(request)
            recompute(made.session, desk.reference, request)
            differed += before != _stored(request)
        progress.no_way_back("Saving")
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
