"""Requests: logging, correcting, listing, putting away. Each writing call is one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from foitrack.casefile.models import Authority, Request, RequestReference
from foitrack.desk import listing
from foitrack.desk.desk import Desk
from foitrack.desk.detail import detail_of
from foitrack.desk.events import as_event, events_of
from foitrack.desk.request_edits import (
    add_event,
    bin,
    correct_event,
    edit,
    recount,
    remove_event,
    restore,
)
from foitrack.desk.request_logging import (
    check,
    check_closed,
    first_events,
    log,
    log_many,
    preview,
)
from foitrack.desk.request_rows import add_reference, existing
from foitrack.desk.views import (
    RequestDetail,
    RequestFilter,
    RequestRow,
    SortKey,
)
from foitrack.law.terms import Event

__all__ = [
    "add_event",
    "add_reference",
    "bin",
    "check",
    "check_closed",
    "correct_event",
    "count",
    "detail",
    "edit",
    "events",
    "existing",
    "first_events",
    "ids",
    "log",
    "log_many",
    "meant_by",
    "preview",
    "recount",
    "remove_event",
    "restore",
    "rows",
    "similar",
]

LONGEST_NUMBER = 18
"""Digits of a request's number that any database can hold."""
AT_ONCE = 10_000
"""Requests asked for in one query: below every database's limit of parameters."""


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
