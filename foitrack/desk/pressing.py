"""Which requests need something today, found and folded without looking at each closely.

A side bar asks for this on every change, of case files with 100,000 requests: so it is one query
for a few columns, and no request's events are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Request
from foitrack.desk.listing import DUE_SOON
from foitrack.desk.reference import Reference
from foitrack.law.standing import state_on
from foitrack.law.terms import Outcome, Regime, State

REVIEW_SOON = 10
"""Working days before the right to ask for a review runs out when Today begins to say so."""
COMMISSIONER_SOON = 14
"""Calendar days."""
KINDS = ("overdue", "due-soon", "to-read", "review", "commissioner", "date-missing")
FOLDED = frozenset({"overdue", "due-soon"})
"""Where requests of one campaign that share day and state become one line."""


@dataclass(frozen=True, slots=True)
class Pressing:
    """A request that needs something; `on` is the last day by which its group is sorted."""

    id: int
    kind: str
    state: State
    on: date | None
    sent_on: date | None
    campaign_id: int | None


@dataclass(frozen=True, slots=True)
class Horizon:
    """How far ahead to look, for each law's own working days."""

    today: date
    due_soon: Mapping[Regime, date]
    review_soon: Mapping[Regime, date]
    commissioner_soon: date

    @classmethod
    def of(cls, reference: Reference, today: date) -> Horizon:
        """What is soon, seen from a day."""
        calendars = {regime: reference.calendars.for_regime(regime) for regime in Regime}
        return cls(
            today,
            {law: own.add_working_days(today, DUE_SOON) for law, own in calendars.items()},
            {law: own.add_working_days(today, REVIEW_SOON) for law, own in calendars.items()},
            today + timedelta(days=COMMISSIONER_SOON),
        )


Batch = Sequence[Pressing]


def pressing(session: Session, reference: Reference, today: date) -> dict[str, list[Batch]]:
    """By group, worst first, what one line of Today stands for."""
    horizon = Horizon.of(reference, today)
    grouped: dict[str, list[Pressing]] = defaultdict(list)
    for request in _found(session, horizon):
        grouped[request.kind].append(request)
    return {kind: _folded(kind, sorted(grouped[kind], key=_worst)) for kind in KINDS}


def _worst(request: Pressing) -> tuple[bool, date, int]:
    """A review that is late comes before one that may still be asked for."""
    asking = request.kind == "review" and request.state is State.ANSWERED
    return asking, request.on or date.max, request.id


def _folded(kind: str, requests: Iterable[Pressing]) -> list[Batch]:
    batches: dict[tuple[object, ...], list[Pressing]] = {}
    for request in requests:
        alone = kind not in FOLDED or request.campaign_id is None
        own: tuple[object, ...] = (request.id,)
        if not alone:
            own = (request.campaign_id, request.on, request.sent_on, request.state)
        batches.setdefault((alone, *own), []).append(request)
    return list(batches.values())


def _found(session: Session, horizon: Horizon) -> Iterable[Pressing]:
    columns = (
        Request.id,
        Request.stage,
        Request.regime,
        Request.due_on,
        Request.review_due_on,
        Request.review_by,
        Request.commissioner_by,
        Request.outcome,
        Request.sent_on,
        Request.campaign_id,
    )
    found = session.execute(select(*columns).where(~Request.binned, _may_press(horizon)))
    for (
        number,
        stage,
        regime,
        due,
        review_due,
        ask_by,
        complain_by,
        outcome,
        sent,
        campaign,
    ) in found:
        state = state_on(State(stage), due, review_due, horizon.today)
        wanted: tuple[str, date | None] | None
        if state is State.ANSWERED:
            satisfied = outcome == Outcome.DISCLOSED.value
            wanted = _still_open(horizon, Regime(regime), ask_by, complain_by, satisfied)
        else:
            wanted = _by_state(horizon, state, Regime(regime), due, review_due)
        if wanted is not None:
            yield Pressing(number, wanted[0], state, wanted[1], sent, campaign)


def _may_press(horizon: Horizon) -> ColumnElement[bool]:
    """A first sieve in SQL; what each row really needs is judged after it."""
    soon = max(horizon.due_soon.values())
    later = max(horizon.review_soon.values())
    today = horizon.today
    return or_(
        and_(
            Request.stage == State.WAITING.value,
            or_(Request.due_on.is_(None), Request.due_on <= soon),
        ),
        Request.stage.in_([State.RESPONSE_TO_READ.value, State.DATE_MISSING.value]),
        and_(Request.stage == State.IN_REVIEW.value, Request.review_due_on < today),
        and_(
            Request.stage == State.ANSWERED.value,
            or_(
                Request.review_by.between(today, later),
                Request.commissioner_by.between(today, horizon.commissioner_soon),
            ),
        ),
    )


def _by_state(
    horizon: Horizon, state: State, regime: Regime, due: date | None, review_due: date | None
) -> tuple[str, date | None] | None:
    if state is State.OVERDUE:
        return "overdue", due
    if state is State.WAITING:
        soon = due is not None and due <= horizon.due_soon[regime]
        return ("due-soon", due) if soon else None
    if state is State.RESPONSE_TO_READ:
        return "to-read", due
    if state is State.REVIEW_LATE:
        return "review", review_due
    return ("date-missing", None) if state is State.DATE_MISSING else None


def _still_open(
    horizon: Horizon,
    regime: Regime,
    ask_by: date | None,
    complain_by: date | None,
    satisfied: bool,
) -> tuple[str, date | None] | None:
    """A right that runs out soon; nobody is urged to challenge what was answered in full."""
    today = horizon.today
    if complain_by is not None and today <= complain_by <= horizon.commissioner_soon:
        return "commissioner", complain_by
    if ask_by is not None and today <= ask_by <= horizon.review_soon[regime] and not satisfied:
        return "review", ask_by
    return None
