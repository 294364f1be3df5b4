"""What needs doing, and why now: the Today page, the side bar's numbers, the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import CaseRowRecord, Request, Response
from foitrack.desk import listing
from foitrack.desk.campaigns import all_of
from foitrack.desk.desk import Desk
from foitrack.desk.events import as_event, events_of, reckoning_of
from foitrack.desk.views import (
    Agenda,
    AgendaGroup,
    AgendaItem,
    CalendarEntry,
    Counts,
    HolidayMark,
    RequestFilter,
    RequestRow,
    SortKey,
)
from foitrack.law import standing
from foitrack.law.terms import NextStep, Regime, Review, State
from foitrack.law.wording import counted, distance, full_date, table_date

NOT_STATED = "Authority not stated"
DUE_SOON = listing.DUE_SOON
REVIEW_SOON = 10
"""Working days before the right to ask for a review runs out when Today begins to say so."""
COMMISSIONER_SOON = 14
"""Calendar days."""
LIMIT = 20

GROUPS: tuple[tuple[str, str, str], ...] = (
    ("overdue", "Overdue", "Past the last day with no answer"),
    ("due-soon", "Due within 5 working days", "Nothing to do unless the day passes"),
    ("to-read", "Responses to read", "Arrived but not yet recorded"),
    ("review", "Internal review", "An answer is late, or the right to ask runs out"),
    ("commissioner", "Complaint window closing", "Six weeks from the review outcome"),
    ("date-missing", "Date missing", "No clock can run until a date is known"),
)


def agenda(desk: Desk, *, today: date) -> Agenda:
    """What needs doing, worst first. Requests that share campaign, day and state fold into one."""
    with desk.case.reading() as session:
        found = _pressing(session, desk, today)
        grouped = {kind: _items(session, desk, kind, rows, today) for kind, rows in found.items()}
        waiting = _waiting(session)
    groups = tuple(
        AgendaGroup(kind, title, hint, items, sum(len(i.request_ids) for i in items))
        for kind, title, hint in GROUPS
        if (items := grouped.get(kind, ()))
    )
    headline, sentence = _sentences(desk, groups, waiting, today)
    return Agenda(headline, sentence, groups)


def _pressing(session: Session, desk: Desk, today: date) -> dict[str, list[RequestRow]]:
    """The requests that need something, by group. Only they are fetched."""
    far = desk.reference.calendars.for_regime(Regime.FOIA).add_working_days(today, REVIEW_SOON)
    soon = today + timedelta(days=COMMISSIONER_SOON)
    ids = session.scalars(
        select(Request.id)
        .where(
            ~Request.binned,
            or_(
                (Request.stage == State.WAITING.value)
                & (Request.due_on.is_(None) | (Request.due_on <= far)),
                Request.stage.in_([State.RESPONSE_TO_READ.value, State.DATE_MISSING.value]),
                (Request.stage == State.IN_REVIEW.value) & (Request.review_due_on < today),
                (Request.stage == State.ANSWERED.value) & Request.review_by.between(today, far),
                (Request.stage == State.ANSWERED.value)
                & Request.commissioner_by.between(today, soon),
            ),
        )
        .order_by(Request.id)
    ).all()
    grouped: dict[str, list[RequestRow]] = {}
    closing = dict(
        session.execute(
            select(Request.id, Request.commissioner_by).where(
                Request.id.in_(ids), Request.commissioner_by.between(today, soon)
            )
        ).all()
    )
    for row in listing.rows(session, desk.reference, ids, today):
        kind = _group_of(row, row.id in closing)
        if kind is not None:
            grouped.setdefault(kind, []).append(row)
    return grouped


def _group_of(row: RequestRow, closing: bool) -> str | None:
    if row.state is State.OVERDUE:
        return "overdue"
    if row.state is State.RESPONSE_TO_READ:
        return "to-read"
    if row.state is State.DATE_MISSING:
        return "date-missing"
    if row.due_soon:
        return "due-soon"
    if row.state is State.REVIEW_LATE or (row.state is State.ANSWERED and row.review_by):
        return "review"
    return "commissioner" if closing else None


def _items(
    session: Session, desk: Desk, kind: str, rows: Sequence[RequestRow], today: date
) -> tuple[AgendaItem, ...]:
    worst_first: dict[str, Callable[[RequestRow], tuple[date, int]]] = {
        "review": lambda r: (r.review_due_on or r.review_by or date.max, r.id)
    }
    ordered = sorted(rows, key=worst_first.get(kind, lambda r: (r.due_on or date.max, r.id)))
    items = [_item(session, desk, kind, row, today) for row in ordered]
    if kind not in ("due-soon", "overdue"):
        return tuple(items)
    return tuple(_folded(ordered, items))


def _folded(rows: Sequence[RequestRow], items: Sequence[AgendaItem]) -> Iterable[AgendaItem]:
    """Requests of one campaign with one day and one state become one line."""
    batches: dict[tuple[object, ...], list[int]] = {}
    for index, row in enumerate(rows):
        own = row.campaign if row.campaign is not None else row.id
        batches.setdefault((own, row.due_on, row.sent_on, row.state), []).append(index)
    for indexes in batches.values():
        first = items[indexes[0]]
        if len(indexes) == 1:
            yield first
            continue
        sent = rows[indexes[0]].sent_on
        yield replace(
            first,
            request_ids=tuple(rows[i].id for i in indexes),
            authority=counted(len(indexes), "authority", "authorities"),
            detail=f"Batch sent {full_date(sent)}" if sent else "Sent together",
        )


def _item(session: Session, desk: Desk, kind: str, row: RequestRow, today: date) -> AgendaItem:
    calendar = desk.reference.calendars.for_regime(row.regime)
    day = (
        calendar.working_days_between(row.sent_on, row.answered_on or today)
        if row.sent_on and kind in ("overdue", "due-soon", "to-read")
        else None
    )
    late = -row.working_days_left if row.working_days_left and row.working_days_left < 0 else 0
    when, when_detail = _when(kind, row, desk, today)
    return AgendaItem(
        request_ids=(row.id,),
        authority=row.authority or NOT_STATED,
        detail=row.title,
        when=when,
        when_detail=when_detail,
        step=_step(session, desk, row, today),
        day=min(day, LIMIT) if day is not None else None,
        late=late,
        limit=LIMIT,
    )


def _step(session: Session, desk: Desk, row: RequestRow, today: date) -> NextStep:
    request = session.get_one(Request, row.id)
    events = [as_event(record) for record in events_of(session, row.id)]
    reckoning = reckoning_of(desk.reference, request, events, today)
    return standing.next_step(row.regime, events, reckoning, row.state, today)


def _when(kind: str, row: RequestRow, desk: Desk, today: date) -> tuple[str, str]:
    calendar = desk.reference.calendars.for_regime(row.regime)
    due = f"Due {full_date(row.due_on)}" if row.due_on else "Due date not known"
    if kind in ("overdue", "due-soon") and row.working_days_left is not None:
        return distance(row.working_days_left), due
    if kind == "to-read":
        return "To read", due
    if kind == "date-missing":
        return "No date of receipt", "Add the day it was sent or received"
    if row.state is State.REVIEW_LATE and row.review_due_on:
        return (
            distance(-(row.review_days_late or 0)),
            f"Was due {full_date(row.review_due_on)}",
        )
    if kind == "review" and row.review_by:
        left = calendar.working_days_between(today, row.review_by)
        return distance(left), f"Ask by {full_date(row.review_by)}"
    return _closing(desk, row, today)


def _closing(desk: Desk, row: RequestRow, today: date) -> tuple[str, str]:
    with desk.case.reading() as session:
        by = session.scalar(select(Request.commissioner_by).where(Request.id == row.id))
    if by is None:
        return "", ""
    return f"in {counted((by - today).days, 'day')}", f"Closes {full_date(by)}"


def _waiting(session: Session) -> list[tuple[date, int]]:
    """The last days still ahead or behind, with how many requests share each."""
    return [
        (on, number)
        for on, number in session.execute(
            select(Request.due_on, func.count(Request.id))
            .where(
                ~Request.binned, Request.stage == State.WAITING.value, Request.due_on.is_not(None)
            )
            .group_by(Request.due_on)
            .order_by(Request.due_on)
        )
        if on is not None
    ]


def _sentences(
    desk: Desk, groups: Sequence[AgendaGroup], waiting: Sequence[tuple[date, int]], today: date
) -> tuple[str, str]:
    numbers = {group.kind: group.requests for group in groups}
    if not numbers:
        return "Nothing needs you today.", _next_words(waiting, today)
    overdue, soon = numbers.get("overdue", 0), numbers.get("due-soon", 0)
    head = []
    if overdue:
        head.append(f"{counted(overdue, 'request is', 'requests are')} overdue.")
    if soon:
        last = desk.reference.calendars.for_regime(Regime.FOIA).add_working_days(today, DUE_SOON)
        more = "more falls" if soon == 1 else "more fall"
        plain = "request falls" if soon == 1 else "requests fall"
        head.append(f"{soon} {more if overdue else plain} due by {last:%A} {last.day} {last:%B}.")
    rest = _rest(numbers)
    if not head:
        return (rest[0], " ".join(rest[1:])) if rest else ("Nothing is overdue.", "")
    return " ".join(head), " ".join(rest)


def _rest(numbers: dict[str, int]) -> list[str]:
    said = []
    if number := numbers.get("to-read", 0):
        said.append(f"{counted(number, 'response is', 'responses are')} waiting for you to read.")
    if number := numbers.get("review", 0):
        said.append(f"{counted(number, 'internal review needs', 'internal reviews need')} a look.")
    if number := numbers.get("commissioner", 0):
        said.append(
            f"{counted(number, 'complaint window closes', 'complaint windows close')} soon."
        )
    if number := numbers.get("date-missing", 0):
        said.append(f"{counted(number, 'request has', 'requests have')} no date to count from.")
    return said


def _next_words(waiting: Sequence[tuple[date, int]], today: date) -> str:
    ahead = [(on, number) for on, number in waiting if on >= today]
    if not ahead:
        return "No answer is being waited for."
    on, number = ahead[0]
    return f"Next: {counted(number, 'answer')} due {full_date(on)}."


def counts(desk: Desk, *, today: date) -> Counts:
    """The numbers of the side bar."""
    with desk.case.reading() as session:
        requests = session.scalar(select(func.count(Request.id)).where(~Request.binned)) or 0
        rows = session.scalar(
            select(func.count(CaseRowRecord.id))
            .join(Response, CaseRowRecord.response_id == Response.id)
            .join(Request, Response.request_id == Request.id)
            .where(CaseRowRecord.accepted, ~Request.binned)
        )
        campaigns = all_of(session)
    items = sum(len(group.items) for group in agenda(desk, today=today).groups)
    return Counts(items, requests, rows or 0, campaigns)


def calendar_entries(
    desk: Desk, start: date, end: date, *, today: date, campaign_id: int | None = None
) -> tuple[CalendarEntry, ...]:
    """What the calendar shows between two days, both included."""
    with desk.case.reading() as session:
        wanted = RequestFilter(campaign_id=campaign_id)
        ids = session.scalars(
            listing.ids_query(wanted, SortKey.DUE, False).where(
                or_(
                    Request.due_on.between(start, end),
                    Request.answered_on.between(start, end),
                    Request.review_due_on.between(start, end),
                    Request.review_by >= start,
                    Request.commissioner_by >= start,
                )
            ),
            {"today": today},
        ).all()
        rows = listing.rows(session, desk.reference, ids, today)
        complain = dict(
            session.execute(
                select(Request.id, Request.commissioner_by).where(Request.id.in_(ids))
            ).all()
        )
    entries = [entry for row in rows for entry in _entries(row, complain.get(row.id), today)]
    shown = [e for e in entries if e.on >= start and (e.window_from or e.on) <= end]
    return tuple(sorted(shown, key=lambda entry: (entry.on, entry.label)))


def _entries(row: RequestRow, complain_by: date | None, today: date) -> Iterable[CalendarEntry]:
    name = row.authority or NOT_STATED
    if row.answered_on:
        day = f"day {row.answered_day}" if row.answered_day is not None else "received"
        yield CalendarEntry(row.answered_on, "response", name, day, row.id)
    elif row.due_on and not row.answered:
        late = row.due_on < today
        words = distance(row.working_days_left) if row.working_days_left is not None else ""
        yield CalendarEntry(row.due_on, "late" if late else "due", name, words, row.id)
    if row.review_due_on and row.review in (Review.ASKED, Review.LATE):
        yield CalendarEntry(
            row.review_due_on, "review", name, "internal review should be answered", row.id
        )
    if row.review_by and row.state is State.ANSWERED:
        detail = f"you can ask for internal review until {table_date(row.review_by)}"
        yield CalendarEntry(row.review_by, "review", name, detail, row.id, row.answered_on)
    if complain_by:
        detail = f"you can go to the Commissioner until {table_date(complain_by)}"
        yield CalendarEntry(complain_by, "commissioner", name, detail, row.id)


def holidays(desk: Desk, start: date, end: date) -> tuple[HolidayMark, ...]:
    """Bank holidays between two days, with the nations that keep them."""
    marks: dict[tuple[date, str], list[str]] = {}
    for on, title, nations in desk.reference.calendars.holidays_between(start, end):
        marks.setdefault((on, title), []).extend(str(nation) for nation in nations)
    order = ("E", "W", "S", "NI")
    return tuple(
        HolidayMark(on, title, tuple(n for n in order if n in nations))
        for (on, title), nations in sorted(marks.items())
    )
