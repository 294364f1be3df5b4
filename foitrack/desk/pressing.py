"""Which requests need something today, found, sorted and folded by the database.

A side bar asks for this on every change, of case files with 100,000 requests of which tens of
thousands may press at once: only the lines that are shown come out of the database one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    String,
    Subquery,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from foitrack.casefile.models import Request, Snooze
from foitrack.desk.listing import DUE_SOON
from foitrack.desk.reference import Reference
from foitrack.law.terms import Outcome, Regime, State

REVIEW_SOON = 10
"""Working days before the right to ask for a review runs out when Today begins to say so."""
COMMISSIONER_SOON = 14
"""Calendar days."""
KINDS = ("overdue", "due-soon", "to-read", "review", "commissioner", "date-missing")
FOLDED = frozenset({"overdue", "due-soon"})
"""Where requests of one campaign that share day and state become one line."""
SHOWN = 100
"""Lines of a group that are looked at closely; what is beyond them becomes one line."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one line stands for; `on` is the last day by which its group is sorted."""

    ids: tuple[int, ...]
    on: date | None
    sent_on: date | None = None
    asking: bool = False
    """Whether it is a right of one's own that runs out, and not an answer that is late."""


@dataclass(frozen=True, slots=True)
class Group:
    """What presses for one reason: its first lines, and the requests beyond them."""

    requests: int
    late: bool
    """Whether something of it is late, and whether a right of one's own runs out."""
    asking: bool
    last_on: date | None
    """The latest day, where each has one."""
    shown: tuple[Batch, ...]
    beyond: tuple[int, ...]


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


def pressing(session: Session, reference: Reference, today: date) -> dict[str, Group]:
    """By group, those with nothing in them left out; in each the worst comes first."""
    found = everything(Horizon.of(reference, today))
    # Days as they are kept: to make dates of tens of thousands takes longer than to find them.
    columns = (
        found.c.kind,
        found.c.asking,
        type_coerce(found.c.on, String),
        found.c.id,
        type_coerce(found.c.sent_on, String),
        found.c.campaign_id,
    )
    grouped: dict[str, list[Found]] = defaultdict(list)
    there = select(*columns).where(found.c.until.is_(None))
    for kind, *rest in session.connection().execute(there).all():
        grouped[kind].append(tuple(rest))
    return {kind: _group(kind, grouped[kind]) for kind in KINDS if kind in grouped}


def line_count(session: Session, reference: Reference, today: date) -> int:
    """How many lines there are in all, a batch as one."""
    found = everything(Horizon.of(reference, today))
    # A request of no campaign is folded with none.
    folded = and_(found.c.kind.in_(FOLDED), found.c.campaign_id.is_not(None))
    batch = case((folded, found.c.campaign_id), else_=-found.c.id)
    lines = (
        select(found.c.kind, batch, found.c.on, found.c.sent_on)
        .where(found.c.until.is_(None))
        .distinct()
        .subquery()
    )
    return session.scalar(select(func.count()).select_from(lines)) or 0


Found = tuple[Any, ...]
"""Whether a right of one's own runs out, the day, the id, the day it was sent, its campaign."""


def _group(kind: str, found: list[Found]) -> Group:
    # A review that is late comes before one that may still be asked for.
    found.sort(key=lambda one: (one[0], one[1] is None, str(one[1]), one[2]))
    asking = sum(one[0] for one in found)
    lines = _folded(found) if kind in FOLDED else [[one] for one in found]
    return Group(
        len(found),
        len(found) > asking,
        asking > 0,
        _day(found[-1][1]),
        tuple(map(_batch, lines[:SHOWN])),
        tuple(one[2] for line in lines[SHOWN:] for one in line),
    )


def _folded(found: list[Found]) -> list[list[Found]]:
    lines: dict[Found, list[Found]] = {}
    for one in found:
        _, on, number, sent, campaign = one
        key = (number,) if campaign is None else (campaign, on, sent)
        lines.setdefault(key, []).append(one)
    return list(lines.values())


def _batch(line: list[Found]) -> Batch:
    asking, on, _, sent, _ = line[0]
    return Batch(tuple(one[2] for one in line), _day(on), _day(sent), bool(asking))


def _day(kept: str | date | None) -> date | None:
    return date.fromisoformat(kept) if isinstance(kept, str) else kept


def everything(horizon: Horizon) -> Subquery:
    """All that presses, with its group and its day; `until` where it is put off."""
    kind, on = _kind(horizon), _on(horizon)
    asking = Request.stage == State.ANSWERED.value
    inner = (
        select(
            Request.id,
            Request.sent_on,
            Request.campaign_id,
            kind.label("kind"),
            on.label("on"),
            case((asking, 1), else_=0).label("asking"),
        )
        .where(~Request.binned, _may_press(horizon))
        .subquery()
    )
    # What is put off to the day on which a right ends, or beyond it, is shown all the same.
    put_off = and_(
        Snooze.request_id == inner.c.id,
        Snooze.kind == inner.c.kind,
        Snooze.until > horizon.today,
        or_(inner.c.asking == 0, Snooze.until < inner.c.on),
    )
    return (
        select(inner, Snooze.until)
        .outerjoin(Snooze, put_off)
        .where(inner.c.kind.is_not(None))
        .subquery()
    )


def _soonest(days: Mapping[Regime, date]) -> ColumnElement[date]:
    whens = {regime.value: literal(on, Date) for regime, on in days.items()}
    return case(whens, value=Request.regime)


def _kind(horizon: Horizon) -> ColumnElement[str | None]:
    """The group that a request belongs to, in SQL; NULL where it needs nothing."""
    waiting = Request.stage == State.WAITING.value
    answered = Request.stage == State.ANSWERED.value
    today = horizon.today
    # Nobody is urged to challenge what was answered in full.
    satisfied = func.coalesce(Request.outcome, "") == Outcome.DISCLOSED.value
    return case(
        (and_(waiting, Request.due_on.is_(None)), "date-missing"),
        (and_(waiting, Request.due_on < today), "overdue"),
        (and_(waiting, Request.due_on <= _soonest(horizon.due_soon)), "due-soon"),
        (Request.stage == State.RESPONSE_TO_READ.value, "to-read"),
        (Request.stage == State.DATE_MISSING.value, "date-missing"),
        (and_(Request.stage == State.IN_REVIEW.value, Request.review_due_on < today), "review"),
        (
            and_(answered, Request.commissioner_by.between(today, horizon.commissioner_soon)),
            "commissioner",
        ),
        (
            and_(
                answered,
                ~satisfied,
                Request.review_by.between(today, _soonest(horizon.review_soon)),
            ),
            "review",
        ),
        else_=null(),
    )


def _on(horizon: Horizon) -> ColumnElement[date | None]:
    """The day by which a group is sorted, in SQL."""
    answered = Request.stage == State.ANSWERED.value
    closing = Request.commissioner_by.between(horizon.today, horizon.commissioner_soon)
    return case(
        (and_(answered, closing), Request.commissioner_by),
        (answered, Request.review_by),
        (Request.stage == State.IN_REVIEW.value, Request.review_due_on),
        else_=Request.due_on,
    )


def _may_press(horizon: Horizon) -> ColumnElement[bool]:
    """A first sieve that the indexes know."""
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
