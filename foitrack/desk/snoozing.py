"""Putting a line of Today off to a day. It is a step like any other: Undo brings the line back.

Only the line that is shown is put off: where the request later presses for another reason, it is
there. Nothing is put off past the day on which a right of one's own ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, Request, Snooze
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, Step, step
from foitrack.desk.events import events_by_request, reckoning_of
from foitrack.desk.pressing import KINDS, Horizon, everything
from foitrack.desk.views import Changed, DeskError
from foitrack.law.calendars import check_countable
from foitrack.law.terms import Deadline, DeadlineKind
from foitrack.law.wording import counted, full_date
from foitrack.saying import say

RIGHTS = {
    DeadlineKind.REVIEW_REQUEST: "The right to ask for an internal review",
    DeadlineKind.COMMISSIONER: "The time to complain to the Commissioner",
}
AT_ONCE = 500
MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class PutOff:
    """A line that is not shown until a day."""

    request_id: int
    kind: str
    authority: str | None
    title: str
    until: date


def snooze(
    desk: Desk, request_ids: Sequence[int], kind: str, until: date, *, today: date
) -> Changed:
    """Put requests off to a day, in one group of Today.

    DeskError for a day that is not after today, and where a right would end before it comes back.
    """
    if kind not in KINDS or not request_ids:
        raise DeskError("There is nothing here to put off. Nothing was changed.")
    check_countable(until)
    if until <= today:
        raise DeskError("Choose a day after today. Nothing was changed.")
    what = counted(len(request_ids), "request")
    with step(desk, say(called.PUT_OFF, what, full_date(until))) as made:
        for some in _parts(request_ids):
            _refuse_to_lose_a_right(made.session, desk, some, until, today)
            _put_off(made, some, kind, until)
    return made.changed()


def _put_off(made: Step, some: Sequence[int], kind: str, until: date) -> None:
    known = {
        one.request_id: one
        for one in made.session.scalars(
            select(Snooze).where(Snooze.request_id.in_(some), Snooze.kind == kind)
        )
    }
    there = set(made.session.scalars(select(Request.id).where(Request.id.in_(some))))
    for request_id in some:
        if request_id not in there:
            raise DeskError("One of the requests is no longer there. Nothing was changed.")
        if request_id in known:
            known[request_id].until = until
        else:
            made.session.add(Snooze(request_id=request_id, kind=kind, until=until))
        made.request_ids.append(request_id)
    made.session.flush()


def _refuse_to_lose_a_right(
    session: Session, desk: Desk, some: Sequence[int], until: date, today: date
) -> None:
    events = events_by_request(session, some)
    for request in session.scalars(select(Request).where(Request.id.in_(some))):
        reckoning = reckoning_of(desk.reference, request, events[request.id], today)
        for kind, right in RIGHTS.items():
            ends = reckoning.of(kind)
            if ends is not None and _would_end(ends, until, today):
                name = request.authority.name if request.authority else request.title
                raise DeskError(
                    say(
                        "{0} ends on {1} ({2}). It would be lost while this is put off; choose a "
                        "day before that. Nothing was changed.",
                        right,
                        full_date(ends.on),
                        name,
                    )
                )


def _would_end(ends: Deadline, until: date, today: date) -> bool:
    return ends.met is None and today <= ends.on <= until


def bring_back(desk: Desk, lines: Sequence[PutOff]) -> Changed:
    """Show lines again at once."""
    if not lines:
        raise DeskError("Nothing is put off. Nothing was changed.")
    wanted = {(one.request_id, one.kind) for one in lines}
    what = counted(len({one.request_id for one in lines}), "request")
    with step(desk, say(called.BRING_BACK, what)) as made:
        for some in _parts(sorted({one.request_id for one in lines})):
            found = made.session.scalars(select(Snooze).where(Snooze.request_id.in_(some)))
            for one in found.all():
                if (one.request_id, one.kind) in wanted:
                    made.session.delete(one)
                    made.request_ids.append(one.request_id)
    return made.changed()


def number(desk: Desk, *, today: date) -> int:
    """How many requests Today does not show because they are put off."""
    with desk.case.reading() as session:
        if session.scalar(select(Snooze.id).limit(1)) is None:
            return 0
        found = everything(Horizon.of(desk.reference, today))
        hidden = select(func.count()).select_from(found).where(found.c.until.is_not(None))
        return session.scalar(hidden) or 0


def put_off(desk: Desk, *, today: date) -> tuple[PutOff, ...]:
    """What Today does not show, what comes back first before the others; the first of many."""
    with desk.case.reading() as session:
        found = everything(Horizon.of(desk.reference, today))
        rows = session.execute(
            select(found.c.id, found.c.kind, Authority.name, Request.title, found.c.until)
            .join(Request, Request.id == found.c.id)
            .outerjoin(Authority, Request.authority_id == Authority.id)
            .where(found.c.until.is_not(None))
            .order_by(found.c.until, found.c.id)
            .limit(MOST_LISTED)
        )
        return tuple(PutOff(*row) for row in rows)


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    wanted = tuple(dict.fromkeys(ids))
    for start in range(0, len(wanted), AT_ONCE):
        yield wanted[start : start + AT_ONCE]
