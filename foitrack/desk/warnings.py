"""What to say before a request is logged, so that a right is not lost by it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, EventRecord, Request
from foitrack.desk import requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import NewRequest
from foitrack.law.aggregation import aggregation_warning
from foitrack.law.terms import DeadlineKind, EventKind, Regime
from foitrack.law.wording import counted, full_date
from foitrack.saying import say

FIRST = (EventKind.RECEIVED.value, EventKind.SENT.value, EventKind.POSTED.value)


def before_logging(desk: Desk, new: NewRequest, *, today: date) -> tuple[str, ...]:
    """Warnings about a request that is about to be logged, most serious first.

    Costs of similar requests that may be added up (FOIA s12(4)), a missing date of receipt, and
    a last day that lies beyond the published list of bank holidays.
    """
    said: list[str] = []
    costs = costs_added_up(desk, new)
    if costs:
        said.append(costs)
    if new.received_on is None and new.sent_on is None:
        said.append(say("Without the day it was sent or received, no last day can be counted."))
    response = requests.preview(desk, new, today=today).of(DeadlineKind.RESPONSE)
    if response is not None and response.provisional:
        said.append(
            say(
                "{0} is provisional: the bank holidays of that year are not published yet.",
                full_date(response.on),
            )
        )
    return tuple(said)


def costs_added_up(desk: Desk, new: NewRequest) -> str | None:
    """What earlier requests to the authority may do to this one's cost (FOIA s12(4)), or None."""
    received = new.received_on or new.sent_on
    if received is None or not new.authority:
        return None
    entry = desk.reference.directory.match(new.authority)
    regime = new.regime or (entry.regime if entry else Regime.FOIA)
    name = entry.name if entry else new.authority.strip()
    with desk.case.reading() as session:
        before = _received_by(session, [name]).get(name.lower(), [])
    return aggregation_warning(regime, received, before, desk.reference.calendars)


def many(desk: Desk, new: NewRequest, names: Sequence[str], *, today: date) -> str | None:
    """The same for a batch, in one sentence for all its authorities."""
    received = new.received_on or new.sent_on or today
    found = {name: desk.reference.directory.match(name) for name in names}
    official = {name: entry.name if entry else name.strip() for name, entry in found.items()}
    with desk.case.reading() as session:
        before = _received_by(session, list(official.values()))
    warned = 0
    for name, entry in found.items():
        regime = new.regime or (entry.regime if entry else Regime.FOIA)
        days = before.get(official[name].lower(), [])
        warned += bool(aggregation_warning(regime, received, days, desk.reference.calendars))
    if not warned:
        return None
    return say(
        "{0} had a request from you within 60 working days. Costs of similar requests "
        "can be added up (FOIA s12(4)).",
        counted(warned, "of these has", "of these have"),
    )


def _received_by(session: Session, names: Sequence[str]) -> dict[str, list[date]]:
    """The days on which authorities got the requests of this case file, by name in lower case.

    One person keeps a case file, for campaigns of that person: all of them may be added up.
    """
    found = session.execute(
        select(func.lower(Authority.name), func.max(EventRecord.on))
        .join(Request, Request.authority_id == Authority.id)
        .join(EventRecord, EventRecord.request_id == Request.id)
        .where(
            func.lower(Authority.name).in_([name.lower() for name in names]),
            Request.regime == Regime.FOIA.value,
            ~Request.binned,
            EventRecord.kind.in_(FIRST),
            EventRecord.on.is_not(None),
        )
        .group_by(Request.id, Authority.name)
    )
    days: dict[str, list[date]] = {}
    for name, on in found:
        days.setdefault(name, []).append(on)
    return days
