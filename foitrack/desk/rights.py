"""Rights that run out soon, found without looking at each request closely."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import and_, or_, select

from foitrack.casefile.models import Authority, Request
from foitrack.desk.agenda import NOT_STATED, agenda
from foitrack.desk.agenda_words import NOTHING
from foitrack.desk.announcing import SOON, Right
from foitrack.desk.calendar_marks import SCOTTISH
from foitrack.desk.desk import Desk
from foitrack.law.terms import Outcome, Regime, State

MOST = 1_000
"""Rights looked at; beyond them a notification would say nothing more."""


def ending(desk: Desk, *, today: date) -> tuple[Right, ...]:
    """What can be asked for no longer than the next days; what was disclosed in full is no loss."""
    last = today + timedelta(days=SOON - 1)
    asks = and_(
        Request.review_by.between(today, last),
        or_(Request.outcome.is_(None), Request.outcome != Outcome.DISCLOSED.value),
    )
    complains = Request.commissioner_by.between(today, last)
    columns = (Request.id, Request.regime, Request.review_by, Request.commissioner_by)
    query = (
        select(*columns, Request.title, Authority.name, asks.label("asks"))
        .outerjoin(Authority, Request.authority_id == Authority.id)
        .where(~Request.binned, Request.stage == State.ANSWERED.value, or_(asks, complains))
        .order_by(Request.id)
        .limit(MOST)
    )
    found: list[Right] = []
    with desk.case.reading() as session:
        for number, regime, ask_by, complain_by, title, authority, may_ask in session.execute(
            query
        ):
            name = f"{authority or NOT_STATED}, {title}"
            if may_ask and ask_by is not None:
                found.append(Right(number, "review", ask_by, name))
            if complain_by is not None and today <= complain_by <= last:
                found.append(Right(number, _commissioner(Regime(regime)), complain_by, name))
    return tuple(found)


def summary(desk: Desk, *, today: date) -> str:
    """What needs the person today, in counts alone; empty where nothing does."""
    found = agenda(desk, today=today)
    return "" if found.headline == NOTHING else f"{found.headline} {found.sentence}".strip()


def _commissioner(regime: Regime) -> str:
    return "scottish-commissioner" if regime in SCOTTISH else "commissioner"
