"""Letters that chase what is late, ready to copy. Nothing is sent, and nothing is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, Request
from foitrack.desk import listing
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, step
from foitrack.desk.events import events_by_request, reckoning_of, write_event
from foitrack.desk.reference import Reference
from foitrack.desk.requests import AT_ONCE
from foitrack.desk.views import Changed, DeskError, RequestRow
from foitrack.desk.views.coverage import ReadyLetter
from foitrack.law.explanation import in_two_sentences
from foitrack.law.terms import Deadline, DeadlineKind, Event, EventKind, Reckoning, Regime, State
from foitrack.law.wording import counted, full_date
from foitrack.saying import say

LATE = (State.OVERDUE, State.REVIEW_LATE)
SCOTTISH = (Regime.FOISA, Regime.EISR)


def letters(desk: Desk, campaign_id: int, *, today: date) -> tuple[ReadyLetter, ...]:
    """A letter for each request of a campaign whose answer or review is late, the latest first."""
    with desk.case.reading() as session:
        ids = session.scalars(
            select(Request.id)
            .where(
                Request.campaign_id == campaign_id,
                ~Request.binned,
                listing.state_at().in_([state.value for state in LATE]),
            )
            .order_by(func.coalesce(Request.review_due_on, Request.due_on), Request.id),
            {"today": today},
        ).all()
        made: list[ReadyLetter] = []
        for start in range(0, len(ids), AT_ONCE):
            made += _some(session, desk.reference, ids[start : start + AT_ONCE], today)
    return tuple(made)


def _some(
    session: Session, reference: Reference, ids: Sequence[int], today: date
) -> list[ReadyLetter]:
    rows = {row.id: row for row in listing.rows(session, reference, ids, today)}
    events = events_by_request(session, ids)
    found = session.execute(
        select(Request, Authority.email)
        .outerjoin(Authority, Request.authority_id == Authority.id)
        .where(Request.id.in_(ids))
    )
    made = {}
    for request, address in found:
        reckoning = reckoning_of(reference, request, events[request.id], today)
        row = rows[request.id]
        made[request.id] = _letter(reference, request, row, reckoning, address or "")
    return [made[one] for one in ids]


def _letter(
    reference: Reference, request: Request, row: RequestRow, reckoning: Reckoning, address: str
) -> ReadyLetter:
    review = row.state is State.REVIEW_LATE
    due = _passed(reckoning, review)
    days = row.review_days_late if review else -(row.working_days_left or 0)
    late = f"{counted(days, 'working day')} late" if days else "late"
    parts = (
        f"Dear {row.authority or 'Sir or Madam'},",
        _asked(reference, row, review),
        _due(reference, row, due, late, review),
        _wanted(reference, row.regime, review),
        "Yours faithfully,",
        request.requester_name,
    )
    number = f", your reference {row.references[0]}" if row.references else ""
    what = "Internal review" if review else "Request for information"
    return ReadyLetter(
        row.id,
        row.authority or "",
        address,
        f"{what}: {row.title}{number}",
        "\n\n".join(part for part in parts if part),
        late,
    )


def _passed(reckoning: Reckoning, review: bool) -> Deadline | None:
    if review:
        return reckoning.of(DeadlineKind.REVIEW)
    weighed = reckoning.of(DeadlineKind.PUBLIC_INTEREST_LIMIT)
    answer = reckoning.of(DeadlineKind.RESPONSE)
    later = weighed is not None and answer is not None and weighed.on > answer.on
    return weighed if later else answer


def _asked(reference: Reference, row: RequestRow, review: bool) -> str:
    law = reference.calendars.rules.of(row.regime).title
    on = f" on {full_date(row.sent_on)}" if row.sent_on else ""
    number = f" (your reference {row.references[0]})" if row.references else ""
    said = f"I made a request to you{on} under the {law}: “{row.title}”{number}."
    return f"{said} I then asked for an internal review." if review else said


def _due(
    reference: Reference, row: RequestRow, due: Deadline | None, late: str, review: bool
) -> str:
    what = "the outcome of the review" if review else "your answer"
    said = f"I have not had {what}; it is {late}."
    if due is None:
        return said
    return f"{in_two_sentences(due, row.regime, reference.calendars)} {said}"


def _wanted(reference: Reference, regime: Regime, review: bool) -> str:
    commissioner = reference.calendars.rules.of(regime).commissioner
    said = "Please send it now, or tell me on which day I shall have it."
    if regime in SCOTTISH and not review:
        return f"{said} If I hear nothing I shall ask you for a review, and then {commissioner}."
    return f"{said} If I hear nothing I may complain to {commissioner}."


def chased(desk: Desk, request_ids: Sequence[int], *, today: date) -> Changed:
    """Record that these requests were chased today, as one step."""
    if not request_ids:
        raise DeskError("Nothing was chased. Nothing was changed.")
    with step(desk, say(called.RECORD_CHASED, counted(len(request_ids), "request"))) as made:
        for request_id in request_ids:
            request = made.session.get(Request, request_id)
            if request is None:
                raise DeskError("A request is no longer there. Nothing was changed.")
            write_event(made.session, desk.reference, request, Event(EventKind.CHASED, today))
            made.request_ids.append(request_id)
    return made.changed()
