"""Change sets: every row written in one desk call, before and after, so that it can be undone.

Rows are recorded by listening to the session, so no caller can forget; what is written past it
in bulk is not recorded. Document bytes are left out: they are kept whole under their hash and
never change. So is what is computed from events: it is computed again after an undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, delete, event, insert, inspect, select, update
from sqlalchemy.orm import Session

from foitrack.casefile.history_folding import fold, trimmed
from foitrack.casefile.history_rows import (
    NOT_RECORDED,
    by_attribute,
    by_column,
    row_before,
    row_of,
)
from foitrack.casefile.models import Base, Change, ChangeSet, Content, Document, Setting
from foitrack.casefile.records import tables
from foitrack.errors import PlainError

LAST_PURGE = "last purge"
"""The setting that names the step of the last purge."""


STALE = (
    "This can no longer be undone: what it changed has been changed again since. "
    "Nothing was changed now."
)


class StaleUndoError(PlainError):
    """What would be undone has been changed since; nothing was changed now."""


class Recorder:
    """Collects what one session writes and stores it as one change set."""

    def __init__(self, session: Session, label: str, who: str, at: datetime) -> None:
        self._session = session
        self._label, self._who, self._at = label, who, at
        self._changes: dict[tuple[str, int], dict[str, Any]] = {}
        event.listen(session, "before_flush", _look_at_deleted)
        event.listen(session, "after_flush", self._after_flush)

    def finish(
        self, request_ids: Iterable[int] = (), made: Iterable[tuple[str, int]] = ()
    ) -> int | None:
        """Store the change set; its id, or None where nothing changed. Drops what was to redo.

        `made` names rows by table and id: where the newest step made one of them, this one is its
        continuation and becomes part of it.
        """
        self._session.flush()
        event.remove(self._session, "after_flush", self._after_flush)
        event.remove(self._session, "before_flush", _look_at_deleted)
        changes = [
            trimmed(change)
            for change in self._changes.values()
            if change["before"] != change["after"]
        ]
        if not changes:
            return None
        forget_undone(self._session)
        begun = _begun_by(self._session, made)
        if begun is not None:
            begun.request_ids = sorted({*begun.request_ids, *request_ids})
            fold(self._session, begun, sorted(changes, key=_order))
            return begun.id
        # What is kept is plain text, whatever it was put together from.
        label = str.__str__(self._label)
        step = ChangeSet(
            label=label, who=self._who, at=self._at, request_ids=sorted(set(request_ids))
        )
        self._session.add(step)
        self._session.flush()
        self._session.execute(
            insert(Change),
            [{**change, "change_set_id": step.id} for change in sorted(changes, key=_order)],
        )
        return step.id

    def relabel(self, label: str) -> None:
        """Call the step something else: what it did may be known only once it is done."""
        self._label = label

    def _after_flush(self, session: Session, _context: object) -> None:
        for thing in session.new:
            self._note(thing, None, row_of(thing))
        for thing in session.dirty:
            if not isinstance(thing, NOT_RECORDED):
                self._note(thing, row_before(thing), row_of(thing))
        for thing in session.deleted:
            self._note(thing, row_before(thing), None)

    def _note(
        self, thing: object, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        if isinstance(thing, NOT_RECORDED):
            return
        row = after or before or {}
        key = (str(inspect(thing).mapper.local_table), int(row["id"]))
        known = self._changes.get(key)
        if known is None:
            self._changes[key] = {
                "table_name": key[0],
                "row_key": key[1],
                "before": before,
                "after": after,
            }
        else:
            known["after"] = after


def _look_at_deleted(session: Session, _context: object, _instances: object) -> None:
    """Load what was put off of each row about to be deleted: afterwards nobody could."""
    for thing in session.deleted:
        if not isinstance(thing, NOT_RECORDED):
            row_of(thing)


def _order(change: Mapping[str, Any]) -> tuple[int, int, int]:
    """What was made, from what is referred to onwards; what was changed; what was deleted."""
    place = _places()[change["table_name"]]
    if change["after"] is None:
        return 2, -place, change["row_key"]
    return int(change["before"] is not None), place, change["row_key"]


@cache
def _places() -> dict[str, int]:
    """Where each table stands in the order in which rows can be written; found out once."""
    return {table.name: place for place, table in enumerate(tables())}


def _begun_by(session: Session, made: Iterable[tuple[str, int]]) -> ChangeSet | None:
    """The newest step, where it made one of the rows."""
    newest = newest_step(session)
    if newest is None:
        return None
    for table_name, key in made:
        found = session.scalar(
            select(Change.id).where(
                Change.change_set_id == newest.id,
                Change.table_name == table_name,
                Change.row_key == key,
                Change.before.is_(None),
            )
        )
        if found is not None:
            return newest
    return None


def forget_undone(session: Session) -> None:
    """A new step ends what could be redone; bytes that only a redo would have used go too."""
    undone = list(session.scalars(select(ChangeSet.id).where(ChangeSet.undone)))
    if not undone:
        return
    session.execute(delete(Change).where(Change.change_set_id.in_(undone)))
    session.execute(delete(ChangeSet).where(ChangeSet.id.in_(undone)))
    if unused := unused_contents(session):
        session.execute(delete(Content).where(Content.sha256.in_(unused)))


def unused_contents(session: Session) -> set[str]:
    """The hashes of bytes that no document has, nor one that undo would bring back."""
    used = select(Document.sha256)
    unused = set(session.scalars(select(Content.sha256).where(Content.sha256.not_in(used))))
    if unused:
        told = select(Change.before, Change.after).where(Change.table_name == "document")
        for sides in session.execute(told):
            unused -= {str(side["sha256"]) for side in sides if side and "sha256" in side}
    return unused


def newest_step(session: Session) -> ChangeSet | None:
    """The step that undo would take back; none is older than the last purge."""
    return session.scalar(
        select(ChangeSet)
        .where(~ChangeSet.undone, ChangeSet.id > _last_purge(session))
        .order_by(ChangeSet.id.desc())
        .limit(1)
    )


def end_undo_here(session: Session, step: ChangeSet) -> None:
    """Neither this step nor any before it can be undone any more."""
    session.flush()
    session.merge(Setting(name=LAST_PURGE, value=str(step.id)))
    session.flush()


def _last_purge(session: Session) -> int:
    value = session.scalar(select(Setting.value).where(Setting.name == LAST_PURGE))
    return int(value) if value is not None and value.isdecimal() and len(value) < 19 else 0


def oldest_undone(session: Session) -> ChangeSet | None:
    """The step that redo would do again."""
    return session.scalar(select(ChangeSet).where(ChangeSet.undone).order_by(ChangeSet.id).limit(1))


def take_back(session: Session, step: ChangeSet) -> None:
    """Undo one step exactly. StaleUndoError where a row is no longer as the step left it."""
    changes = _changes(session, step)
    _apply(session, [(c.table_name, c.row_key, c.after, c.before) for c in reversed(changes)])
    step.undone = True


def do_again(session: Session, step: ChangeSet) -> None:
    """Redo one step exactly. StaleUndoError where a row is no longer as undo left it."""
    changes = _changes(session, step)
    _apply(session, [(c.table_name, c.row_key, c.before, c.after) for c in changes])
    step.undone = False


def _changes(session: Session, step: ChangeSet) -> Sequence[Change]:
    return session.scalars(
        select(Change).where(Change.change_set_id == step.id).order_by(Change.id)
    ).all()


Move = tuple[str, int, Mapping[str, Any] | None, Mapping[str, Any] | None]


def _apply(session: Session, moves: Sequence[Move]) -> None:
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        # Rows of one step refer to each other: judge the references at the end.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    elif connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
    for table_name, key, now, then in moves:
        table = Base.metadata.tables[table_name]
        _check_unchanged(connection, table, key, now)
        _put(connection, table, key, now, then)
    session.expire_all()


def _check_unchanged(
    connection: Connection, table: Table, key: int, expected: Mapping[str, Any] | None
) -> None:
    found = connection.execute(select(table).where(table.c.id == key)).mappings().first()
    current = None if found is None else by_attribute(table, found)
    if current is not None and expected is not None:
        # A step of an earlier format may name a column that has gone since.
        expected = {name: value for name, value in expected.items() if name in current}
        current = {name: current[name] for name in expected}
    if current != (None if expected is None else dict(expected)):
        raise StaleUndoError(STALE)


def _put(
    connection: Connection,
    table: Table,
    key: int,
    now: Mapping[str, Any] | None,
    then: Mapping[str, Any] | None,
) -> None:
    if then is None:
        connection.execute(delete(table).where(table.c.id == key))
    elif now is None:
        connection.execute(insert(table).values(by_column(table, then)))
    elif values := by_column(table, then):
        connection.execute(update(table).where(table.c.id == key).values(values))
