"""What the Deadlines calendar shows: last days, answers, windows, and bank holidays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Request
from foitrack.desk import listing
from foitrack.desk.desk import Desk
from foitrack.desk.events import events_by_request, reckoning_of
from foitrack.desk.views import CalendarEntry, HolidayMark, RequestRow
from foitrack.law.bank_holidays import Nation
from foitrack.law.terms import Deadline, DeadlineKind, Reckoning, Regime, Review, State
from foitrack.law.wording import distance, table_date
from foitrack.saying import say

NOT_STATED = say("Authority not stated")
AT_ONCE = 500
LONGEST_REVIEW = timedelta(days=60)
"""Longer than the 20 working days by which a review's limit lies behind its last day."""
SCOTTISH = frozenset({Regime.FOISA, Regime.EISR})


def calendar_entries(
    desk: Desk, start: date, end: date, *, today: date, campaign_id: int | None = None
) -> tuple[CalendarEntry, ...]:
    """The marks and bars that touch the days from `start` to `end`, both included."""
    with desk.case.reading() as session:
        query = select(Request.id).where(~Request.binned, _touches(start, end))
        if campaign_id is not None:
            query = query.where(Request.campaign_id == campaign_id)
        ids = session.scalars(query.order_by(Request.id)).all()
        entries: list[CalendarEntry] = []
        for at in range(0, len(ids), AT_ONCE):
            entries += _entries_of(session, desk, ids[at : at + AT_ONCE], today)
    shown = [
        entry for entry in entries if entry.on >= start and (entry.window_from or entry.on) <= end
    ]
    return tuple(sorted(shown, key=lambda entry: (entry.on, entry.label, entry.request_id)))


def due_by_day(desk: Desk, start: date, end: date, *, today: date) -> dict[date, int]:
    """How many answers fall due on each day from `start` to `end`; what is late is not counted."""
    with desk.case.reading() as session:
        found = session.execute(
            select(Request.due_on, func.count(Request.id))
            .where(
                ~Request.binned,
                Request.stage == State.WAITING.value,
                Request.due_on.between(max(start, today), end),
            )
            .group_by(Request.due_on)
        )
        return {on: number for on, number in found if on is not None}


def _touches(start: date, end: date) -> ColumnElement[bool]:
    """Requests with a day or a window in the days shown, as far as stored dates tell."""
    return or_(
        and_(~Request.answered, Request.due_on.between(start, end)),
        Request.answered_on.between(start, end),
        and_(
            Request.stage == State.IN_REVIEW.value,
            Request.review_due_on.between(start - LONGEST_REVIEW, end),
        ),
        and_(
            Request.stage == State.ANSWERED.value,
            or_(
                and_(Request.review_by >= start, Request.answered_on <= end),
                Request.commissioner_by >= start,
            ),
        ),
    )


def _entries_of(
    session: Session, desk: Desk, ids: Sequence[int], today: date
) -> Iterable[CalendarEntry]:
    rows = listing.rows(session, desk.reference, ids, today)
    windows = [row.id for row in rows if row.state in _WITH_WINDOWS]
    events = events_by_request(session, windows)
    reckonings = {
        request.id: reckoning_of(desk.reference, request, events[request.id], today)
        for request in session.scalars(select(Request).where(Request.id.in_(windows)))
    }
    for row in rows:
        yield from _answer(row, today)
        if row.id in reckonings:
            yield from _windows(row, reckonings[row.id])


_WITH_WINDOWS = frozenset({State.ANSWERED, State.IN_REVIEW, State.REVIEW_LATE})


def _answer(row: RequestRow, today: date) -> Iterable[CalendarEntry]:
    name = row.authority or NOT_STATED
    if row.answered_on:
        day = (
            say("answered day {0}", row.answered_day)
            if row.answered_day is not None
            else say("answered")
        )
        yield CalendarEntry(row.answered_on, "response", name, day, row.id)
    elif row.due_on and row.state in (State.WAITING, State.OVERDUE):
        # A withdrawn request is waited for no more, and a response to read has come.
        kind = "late" if row.due_on < today else "due"
        words = distance(row.working_days_left) if row.working_days_left is not None else ""
        yield CalendarEntry(row.due_on, kind, name, words, row.id)


def _windows(row: RequestRow, reckoning: Reckoning) -> Iterable[CalendarEntry]:
    """Bars: while a review may take longer, may be asked for, or the Commissioner be asked."""
    name = row.authority or NOT_STATED
    due, limit = reckoning.of(DeadlineKind.REVIEW), reckoning.of(DeadlineKind.REVIEW_LIMIT)
    if row.review in (Review.ASKED, Review.LATE) and due is not None:
        yield CalendarEntry(
            due.on, "review", name, say("internal review should be answered"), row.id
        )
        if limit is not None:
            span = say("internal review, day {0} to day {1}", due.working_days, limit.working_days)
            yield CalendarEntry(limit.on, "review", name, span, row.id, due.on)
    ask = reckoning.of(DeadlineKind.REVIEW_REQUEST)
    if row.review is Review.NONE and row.answered and ask is not None:
        yield _bar(row, ask, "review", say("you can ask for internal review"))
    complain = reckoning.of(DeadlineKind.COMMISSIONER)
    if row.state is State.ANSWERED and complain is not None:
        scottish = row.regime in SCOTTISH
        where = (
            say("appeal to the Scottish Information Commissioner")
            if scottish
            else say("complain to the ICO")
        )
        yield _bar(row, complain, "commissioner", say("you can {0}", where))


def _bar(row: RequestRow, deadline: Deadline, kind: str, possible: str) -> CalendarEntry:
    detail = say("{0} until {1}", possible, table_date(deadline.on))
    name = row.authority or NOT_STATED
    return CalendarEntry(deadline.on, kind, name, detail, row.id, deadline.start)


def holidays(desk: Desk, start: date, end: date) -> tuple[HolidayMark, ...]:
    """Bank holidays from one day to another, both included, with the nations that keep them."""
    return tuple(
        HolidayMark(on, title, tuple(nation.value for nation in Nation if nation in nations))
        for on, title, nations in desk.reference.calendars.holidays_between(start, end)
    )
