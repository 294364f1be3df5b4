"""What needs doing, and why now: the Today page and the side bar's numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import CaseRowRecord, Request, Response
from foitrack.desk import dates_read, listing
from foitrack.desk.agenda_words import TITLES, headline, hint, line_words
from foitrack.desk.calendar_marks import calendar_entries, due_by_day, holidays
from foitrack.desk.campaigns import all_of
from foitrack.desk.desk import Desk
from foitrack.desk.events import events_by_request, reckoning_of
from foitrack.desk.pressing import Batch, Group, line_count, pressing
from foitrack.desk.reference import Reference
from foitrack.desk.views import Agenda, AgendaGroup, AgendaItem, Counts, RequestRow
from foitrack.law import standing
from foitrack.law.terms import DeadlineKind, NextStep, Reckoning, State, Step
from foitrack.law.wording import counted, full_date
from foitrack.saying import say

__all__ = ["agenda", "calendar_entries", "counts", "due_by_day", "holidays"]

NOT_STATED = say("Authority not stated")
LIMIT = 20
STATEMENT = {"overdue", "due-soon", "to-read"}
"""Groups whose lines have the ticks of the count."""


def agenda(desk: Desk, *, today: date) -> Agenda:
    """What needs doing, worst first. Requests that share campaign, day and state fold into one."""
    with desk.case.reading() as session:
        found = pressing(session, desk.reference, today)
        close = _Closely.look(session, desk.reference, found, today)
        groups = tuple(_group(kind, group, close, today) for kind, group in found.items())
        said, rest = headline(found, _next_due(session, today), today)
    return Agenda(said, rest, groups)


@dataclass(frozen=True, slots=True)
class _Closely:
    """All that is needed of the requests that head a line, fetched together."""

    reference: Reference
    rows: Mapping[int, RequestRow]
    reckonings: Mapping[int, Reckoning]
    steps: Mapping[int, NextStep]
    letters: Mapping[int, date]
    """The date that an unread response carries, by request."""

    @classmethod
    def look(
        cls,
        session: Session,
        reference: Reference,
        found: Mapping[str, Group],
        today: date,
    ) -> _Closely:
        """Look at the requests that the first lines of each group stand for."""
        ids = [batch.ids[0] for group in found.values() for batch in group.shown]
        rows = {row.id: row for row in listing.rows(session, reference, ids, today)}
        events = events_by_request(session, ids)
        reckonings, steps = {}, {}
        for request in session.scalars(select(Request).where(Request.id.in_(ids))):
            own = events[request.id]
            reckonings[request.id] = reckoning_of(reference, request, own, today)
            row = rows[request.id]
            steps[request.id] = standing.next_step(
                row.regime, own, reckonings[request.id], row.state, today
            )
        return cls(reference, rows, reckonings, steps, dates_read.of_requests(session, ids))


def _group(kind: str, group: Group, close: _Closely, today: date) -> AgendaGroup:
    items = [_item(kind, batch, close, today) for batch in group.shown]
    if group.beyond:
        items.append(_beyond(group.beyond))
    said = hint(kind, late=group.late, asking=group.asking)
    return AgendaGroup(kind, TITLES[kind], said, tuple(items), group.requests)


def _beyond(ids: Sequence[int]) -> AgendaItem:
    step = NextStep(Step.NOTHING, say("Open the list to see them."))
    name = counted(len(ids), "more request")
    said = say("Later than those above")
    return AgendaItem(tuple(ids), name, said, "", "", step, None, 0, beyond=True)


def _item(kind: str, batch: Batch, close: _Closely, today: date) -> AgendaItem:
    first = batch.ids[0]
    row, reckoning = close.rows[first], close.reckonings[first]
    words = line_words(kind, batch, row, close.reference, close.letters.get(first), today)
    day, late, limit = _ticks(kind, row, reckoning, close, today)
    item = AgendaItem(
        request_ids=batch.ids,
        authority=row.authority or NOT_STATED,
        detail=words.detail,
        when=words.when,
        when_detail=words.when_detail,
        step=close.steps[first],
        day=day,
        late=late,
        limit=limit,
        right_ends=batch.on if batch.asking else None,
    )
    if len(batch.ids) == 1:
        return item
    sent = (
        say("Batch sent {0}", full_date(batch.sent_on)) if batch.sent_on else say("Sent together")
    )
    many = counted(len(batch.ids), "authority", "authorities")
    return replace(item, authority=many, detail=sent)


def _ticks(
    kind: str, row: RequestRow, reckoning: Reckoning, close: _Closely, today: date
) -> tuple[int | None, int, int]:
    """The day of the count reached, working days late, and the days that the law allows."""
    if row.state is State.REVIEW_LATE:
        return None, row.review_days_late or 0, LIMIT
    deadline = reckoning.of(DeadlineKind.RESPONSE)
    if kind not in STATEMENT or deadline is None:
        return None, 0, LIMIT
    limit = deadline.working_days or LIMIT
    calendar = close.reference.calendars.for_regime(row.regime)
    until = close.letters.get(row.id, today) if kind == "to-read" else today
    gone = max(0, calendar.working_days_between(deadline.start, until))
    late = -row.working_days_left if row.state is State.OVERDUE and row.working_days_left else 0
    return min(gone, limit), late, limit


def _next_due(session: Session, today: date) -> tuple[date, int] | None:
    """The next last day of an answer, and how many requests share it."""
    found = session.execute(
        select(Request.due_on, func.count(Request.id))
        .where(~Request.binned, Request.stage == State.WAITING.value, Request.due_on >= today)
        .group_by(Request.due_on)
        .order_by(Request.due_on)
        .limit(1)
    ).first()
    return (found[0], found[1]) if found and found[0] else None


def counts(desk: Desk, *, today: date) -> Counts:
    """The numbers of the side bar; Today's counts lines, a batch as one."""
    with desk.case.reading() as session:
        requests = session.scalar(select(func.count(Request.id)).where(~Request.binned)) or 0
        rows = session.scalar(
            select(func.count(CaseRowRecord.id))
            .join(Response, CaseRowRecord.response_id == Response.id)
            .join(Request, Response.request_id == Request.id)
            .where(CaseRowRecord.accepted, ~Response.discarded, ~Request.binned)
        )
        lines = line_count(session, desk.reference, today)
        return Counts(lines, requests, rows or 0, all_of(session))
