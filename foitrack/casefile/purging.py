"""Removing requests for good: their rows, their documents' bytes, and all that history tells.

What history tells of a request is found by following its rows through every step, also rows that
are gone by now. Where a number was given out twice, more of the history goes than would have to:
a name that stays would be worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from foitrack.casefile import drafts
from foitrack.casefile.history import end_undo_here, forget_undone, unused_contents
from foitrack.casefile.models import Authority, Base, Change, ChangeSet, Content, Request
from foitrack.saying import say

PARENTS = {
    "request_reference": ("request_id", "request"),
    "event": ("request_id", "request"),
    "snooze": ("request_id", "request"),
    "response": ("request_id", "request"),
    "document": ("response_id", "response"),
    "finding": ("response_id", "response"),
    "provision": ("response_id", "response"),
    "extracted_table": ("response_id", "response"),
    "case_row": ("response_id", "response"),
    "case_value": ("row_id", "case_row"),
}
"""For each table of what belongs to a request: the column that says to what, and that table."""
NAMED = {"request": "title", "document": "name"}
"""Columns whose words stand in the labels of steps."""
SAID = ("notes", "email", "aliases", "short_name", "nation", "kind")
"""What a person says of an authority beside its name and its law."""
REMOVED = "Part of a request that was removed for good"
SEVERAL = "Several requests, of which one was removed for good"
AT_ONCE = 500

T = TypeVar("T")
Row = tuple[str, int]


@dataclass(slots=True)
class _Told:
    """One row of the history, with what it says of where it belongs."""

    change_id: int
    step: int
    row: Row
    parents: set[Row]
    names: set[str]
    authorities: set[int]


@dataclass(slots=True)
class _Past:
    """What history tells of some requests."""

    rows: set[Row] = field(default_factory=set)
    told: list[_Told] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    authorities: set[int] = field(default_factory=set)


def remove(session: Session, request_ids: Sequence[int], purge: ChangeSet) -> tuple[str, ...]:
    """Remove requests and every trace of them; `purge` tells that it was done, and undo ends there.

    Case data, provisions and documents of these requests go; campaigns, and words that were
    learned for them, stay. Returns the names of authorities that no request is made to any more
    and that stay, because somebody has said more of them than their name.
    """
    session.flush()
    forget_undone(session)
    wanted = set(request_ids)
    now = {("request", one) for one in wanted} | _rows_now(session, wanted)
    past = _past_of(session, wanted, now)
    _remove_rows(session, now)
    drafts.forget(session, (number for table, number in past.rows if table == "response"))
    gone, kept = _remove_authorities(session, past.authorities)
    past.told += [one for one in _history(session) if one.row in gone]
    _remove_history(session, past, wanted)
    _remove_unused(session)
    end_undo_here(session, purge)
    session.expire_all()
    return kept


def _past_of(session: Session, request_ids: set[int], now: set[Row]) -> _Past:
    """All rows that belong to the requests or once did; one given to another since is among it."""
    past = _Past(rows=set(now))
    history, before = _history(session), 0
    # A document may have been kept before its response was given to the request.
    while before != len(past.rows):
        before = len(past.rows)
        past.rows |= {one.row for one in history if one.parents & past.rows}
    past.told = [one for one in history if one.row in past.rows]
    for one in past.told:
        past.names |= one.names
        past.authorities |= one.authorities
    for request in session.scalars(select(Request).where(Request.id.in_(request_ids))):
        past.names.add(request.title)
        past.authorities |= {request.authority_id} - {None}  # type: ignore[arg-type]
    return past


def _rows_now(session: Session, request_ids: set[int]) -> set[Row]:
    found: set[Row] = set()
    owners: dict[str, set[int]] = {"request": request_ids}
    for name, (column, parent) in PARENTS.items():
        table, ids = Base.metadata.tables[name], set[int]()
        for some in _parts(owners.get(parent, set())):
            ids |= set(session.scalars(select(table.c.id).where(table.c[column].in_(some))))
        owners[name] = ids
        found |= {(name, one) for one in ids}
    return found


def _history(session: Session) -> list[_Told]:
    told = []
    query = select(Change.id, Change.change_set_id, Change.table_name, Change.row_key)
    sides = query.add_columns(Change.before, Change.after).execution_options(yield_per=AT_ONCE)
    for change_id, step, table, key, *both in session.execute(sides):
        one = _Told(change_id, step, (table, key), set(), set(), set())
        for side in both:
            _tell(one, table, side or {})
        told.append(one)
    return told


def _tell(one: _Told, table: str, side: dict[str, object]) -> None:
    column, parent = PARENTS.get(table, ("", ""))
    owner = side.get(column)
    if isinstance(owner, int):
        one.parents.add((parent, owner))
    name = side.get(NAMED.get(table, ""))
    if isinstance(name, str) and name.strip():
        one.names.add(name)
    authority = side.get("authority_id") if table == "request" else None
    if isinstance(authority, int):
        one.authorities.add(authority)


def _remove_rows(session: Session, rows: set[Row]) -> None:
    """What refers to others first."""
    for table in reversed(Base.metadata.sorted_tables):
        ids = {one for name, one in rows if name == table.name}
        for some in _parts(ids):
            session.execute(delete(table).where(table.c.id.in_(some)))


def _remove_authorities(session: Session, ids: set[int]) -> tuple[set[Row], tuple[str, ...]]:
    """Authorities that no request is made to any more: the name may be a person's.

    One of which more was said than its name was not only there for its requests: it stays.
    """
    gone, kept = set(), []
    for one in sorted(ids):
        record = session.get(Authority, one)
        asked = select(Request.id).where(Request.authority_id == one).limit(1)
        if record is None or session.scalar(asked) is not None:
            continue
        if any(getattr(record, name) for name in SAID):
            kept.append(record.name)
        else:
            session.execute(delete(Authority).where(Authority.id == one))
            gone.add(("authority", one))
    return gone, tuple(kept)


def _remove_history(session: Session, past: _Past, request_ids: set[int]) -> None:
    for some in _parts({one.change_id for one in past.told}):
        session.execute(delete(Change).where(Change.id.in_(some)))
    touched = {one.step for one in past.told}
    names = {name for name in past.names if not _is_a_title(session, name)}
    for step in session.scalars(select(ChangeSet).order_by(ChangeSet.id)).all():
        about = set(step.request_ids)
        if step.id not in touched and not about & request_ids:
            continue
        others = sorted(about - request_ids)
        changes = select(func.count(Change.id)).where(Change.change_set_id == step.id)
        if not others and not session.scalar(changes):
            session.delete(step)
            continue
        if others != step.request_ids:
            step.request_ids = others
        if not others:
            step.label = str.__str__(say(REMOVED))
        elif any(name in step.label for name in names):
            step.label = str.__str__(say(SEVERAL))
    session.flush()


def _is_a_title(session: Session, name: str) -> bool:
    """Whether a request that stays is called so too: its name is no secret of the other's."""
    return session.scalar(select(Request.id).where(Request.title == name).limit(1)) is not None


def _remove_unused(session: Session) -> None:
    for some in _parts(unused_contents(session)):
        session.execute(delete(Content).where(Content.sha256.in_(some)))


def _parts(wanted: Iterable[T]) -> Iterator[list[T]]:
    """In portions that a query can name."""
    left = iter(wanted)
    while some := list(islice(left, AT_ONCE)):
        yield some
