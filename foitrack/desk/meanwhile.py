"""What came about while a person was away: others' steps, answers among them, rights that ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Change, ChangeSet, EventRecord, Request
from foitrack.desk.desk import Desk
from foitrack.law.terms import EventKind, Outcome, State

MOST = 5_000
"""Steps looked at, the newest; whoever was away for longer looks at the list of requests."""
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What others did at a case file, by the requests it was about."""

    names: tuple[str, ...] = ()
    """Who, as the history knows them; one who is not known has no name here."""
    changed: frozenset[int] = frozenset()
    answered: frozenset[int] = frozenset()
    """Those of them for which an answer was recorded."""


def last_step(desk: Desk) -> int:
    """The number of the newest step ever made, also of one that was undone; 0 for none."""
    with desk.case.reading() as session:
        return session.scalar(select(func.max(ChangeSet.id))) or 0


def by_others(desk: Desk, after: int) -> Meanwhile:
    """What others have done since a step, as far as it was not undone and is not in the bin."""
    with desk.case.reading() as session:
        steps = session.execute(
            select(ChangeSet.id, ChangeSet.who, ChangeSet.request_ids)
            .where(ChangeSet.id > after, ~ChangeSet.undone, ChangeSet.who != desk.who())
            .order_by(ChangeSet.id.desc())
            .limit(MOST)
        ).all()
        ids = {number for _, _, about in steps for number in about}
        kept = _still_there(session, sorted(ids))
        names = dict.fromkeys(who for _, who, _ in reversed(steps) if who)
        answered = _answered(session, [number for number, _, _ in steps])
        return Meanwhile(tuple(names), kept, frozenset(answered) & kept)


def rights_lost(desk: Desk, since: date, today: date) -> frozenset[int]:
    """Requests whose answer could be challenged on the day `since` and can no longer be today.

    What was disclosed in full is no loss, nor is a right that has been used.
    """
    last = today - timedelta(days=1)
    unsatisfied = or_(Request.outcome.is_(None), Request.outcome != Outcome.DISCLOSED.value)
    ended = or_(
        and_(Request.review_by.between(since, last), unsatisfied),
        Request.commissioner_by.between(since, last),
    )
    query = select(Request.id).where(~Request.binned, Request.stage == State.ANSWERED.value, ended)
    with desk.case.reading() as session:
        return frozenset(session.scalars(query))


def _still_there(session: Session, ids: Sequence[int]) -> frozenset[int]:
    found: set[int] = set()
    for at in range(0, len(ids), AT_ONCE):
        some = Request.id.in_(ids[at : at + AT_ONCE])
        found.update(session.scalars(select(Request.id).where(some, ~Request.binned)))
    return frozenset(found)


def _answered(session: Session, steps: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for at in range(0, len(steps), AT_ONCE):
        made = session.scalars(
            select(Change.after).where(
                Change.change_set_id.in_(steps[at : at + AT_ONCE]),
                Change.table_name == EventRecord.__tablename__,
                Change.before.is_(None),
            )
        )
        found |= {
            int(str(row["request_id"]))
            for row in made
            if row is not None and row.get("kind") == EventKind.RESPONSE.value
        }
    return found
