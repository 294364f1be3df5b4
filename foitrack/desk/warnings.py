"""What to say before a request is logged, so that a right is not lost by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from foitrack.casefile.models import Authority, EventRecord, Request
from foitrack.desk import requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import NewRequest
from foitrack.law.aggregation import aggregation_warning
from foitrack.law.terms import DeadlineKind, EventKind, Regime
from foitrack.law.wording import counted, full_date


def before_logging(desk: Desk, new: NewRequest, *, today: date) -> tuple[str, ...]:
    """Warnings about a request that is about to be logged, most serious first.

    Costs of similar requests that may be added up (FOIA s12(4)), a missing date of receipt, and
    a last day that lies beyond the published list of bank holidays.
    """
    said: list[str] = []
    received = new.received_on or new.sent_on
    regime = new.regime or _regime(desk, new)
    if received is not None and new.authority:
        warning = aggregation_warning(
            regime, received, _received_by(desk, new.authority), desk.reference.calendars
        )
        if warning:
            said.append(warning)
    if received is None:
        said.append("Without the day it was sent or received, no last day can be counted.")
    response = requests.preview(desk, new, today=today).of(DeadlineKind.RESPONSE)
    if response is not None and response.provisional:
        said.append(
            f"{full_date(response.on)} is provisional: the bank holidays of that year are not "
            "published yet."
        )
    return tuple(said)


def _regime(desk: Desk, new: NewRequest) -> Regime:
    entry = desk.reference.directory.match(new.authority or "")
    return entry.regime if entry else Regime.FOIA


def _received_by(desk: Desk, authority: str) -> list[date]:
    """The days on which an authority got the requests of this case file.

    One person keeps a case file, for campaigns of that person: all of them may be added up.
    """
    entry = desk.reference.directory.match(authority)
    name = entry.name if entry else authority.strip()
    first = (EventKind.RECEIVED.value, EventKind.SENT.value, EventKind.POSTED.value)
    with desk.case.reading() as session:
        found = session.execute(
            select(Request.id, func.max(EventRecord.on))
            .join(Authority, Request.authority_id == Authority.id)
            .join(EventRecord, EventRecord.request_id == Request.id)
            .where(
                func.lower(Authority.name) == name.lower(),
                Request.regime == Regime.FOIA.value,
                ~Request.binned,
                EventRecord.kind.in_(first),
                EventRecord.on.is_not(None),
            )
            .group_by(Request.id)
        ).all()
    return [on for _, on in found if on is not None]


def many(desk: Desk, new: NewRequest, names: tuple[str, ...], *, today: date) -> tuple[str, ...]:
    """The same for a batch, in one sentence for all its authorities."""
    warned = [
        name
        for name in names
        if any(
            "s12(4)" in words
            for words in before_logging(desk, replace(new, authority=name), today=today)
        )
    ]
    if not warned:
        return ()
    return (
        f"{counted(len(warned), 'of these has', 'of these have')} had a request from you within "
        "60 working days. Costs of similar requests can be added up (FOIA s12(4)).",
    )
