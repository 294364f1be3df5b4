"""Change sets: every row written in one desk call, before and after, so that it can be undone.

Rows are recorded by listening to the session, so no caller can forget; what is written past it
in bulk is not recorded. Document bytes are left out: they are kept whole under their hash and
never change. So is what is computed from events: it is computed again after an undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, event, insert, inspect, select, update
from sqlalchemy.orm import InstanceState, Mapper, Session

from foitrack.casefile.models import Base, Change, ChangeSet, Content, Document, Setting
from foitrack.errors import PlainError

NOT_RECORDED = (ChangeSet, Change, Content, Setting)
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
            _trimmed(change)
            for change in self._changes.values()
            if change["before"] != change["after"]
        ]
        if not changes:
            return None
        forget_undone(self._session)
        begun = _begun_by(self._session, made)
        if begun is not None:
            begun.request_ids = sorted({*begun.request_ids, *request_ids})
            _fold(self._session, begun, sorted(changes, key=_order))
            return begun.id
        step = ChangeSet(
            label=self._label, who=self._who, at=self._at, request_ids=sorted(set(request_ids))
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
            self._note(thing, None, _row_of(thing))
        for thing in session.dirty:
            if not isinstance(thing, NOT_RECORDED):
                self._note(thing, _row_before(thing), _row_of(thing))
        for thing in session.deleted:
            self._note(thing, _row_before(thing), None)

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
            _row_of(thing)


def _order(change: Mapping[str, Any]) -> tuple[int, int, int]:
    """What was made, from what is referred to onwards; what was changed; what was deleted."""
    place = [table.name for table in Base.metadata.sorted_tables].index(change["table_name"])
    if change["after"] is None:
        return 2, -place, change["row_key"]
    return int(change["before"] is not None), place, change["row_key"]


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


def _fold(session: Session, step: ChangeSet, changes: Sequence[dict[str, Any]]) -> None:
    """Make changes part of an earlier step: what it changed already, it now leaves otherwise."""
    keys = {change["row_key"] for change in changes}
    earlier = session.scalars(
        select(Change).where(Change.change_set_id == step.id, Change.row_key.in_(keys))
    )
    known = {(old.table_name, old.row_key): old for old in earlier}
    for change in changes:
        old = known.get((change["table_name"], change["row_key"]))
        if old is None:
            session.add(Change(change_set_id=step.id, **change))
            continue
        before, after = _one_after_other(old, change)
        if before is None and after is None:
            session.delete(old)
        else:
            old.before, old.after = before, after
    session.flush()
    if session.scalar(select(Change.id).where(Change.change_set_id == step.id).limit(1)) is None:
        # What the step had made, its continuation took away again: nothing was done.
        session.delete(step)
        session.flush()


def _one_after_other(
    old: Change, change: Mapping[str, Any]
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """A row before the first of two changes and after the second."""
    if old.before is None or old.after is None:
        before = old.before
    else:
        before = {**(change["before"] or {}), **old.before}
    if change["after"] is None or change["before"] is None:
        return before, change["after"]
    return before, {**(old.after or {}), **change["after"]}


def _trimmed(change: dict[str, Any]) -> dict[str, Any]:
    """A row that was changed keeps only what changed in it; one made or deleted keeps it all."""
    before, after = change["before"], change["after"]
    if before is None or after is None:
        return change
    names = [name for name in after if before[name] != after[name]]
    kept = {name: before[name] for name in names}, {name: after[name] for name in names}
    return {**change, "before": kept[0], "after": kept[1]}


def _recorded(mapper: Mapper[Any]) -> Iterator[str]:
    """The columns that a person's work is kept in; what is computed from it is left out."""
    for attribute in mapper.column_attrs:
        if not attribute.columns[0].info.get("computed"):
            yield attribute.key


def _state(thing: object) -> InstanceState[Any]:
    state: InstanceState[Any] = inspect(thing)
    return state


def _row_of(thing: object) -> dict[str, Any]:
    return {name: _plain(getattr(thing, name)) for name in _recorded(_state(thing).mapper)}


def _row_before(thing: object) -> dict[str, Any]:
    row = {}
    for name in _recorded(_state(thing).mapper):
        history = _state(thing).attrs[name].history
        was = history.deleted[0] if history.deleted else getattr(thing, name)
        row[name] = _plain(was)
    return row


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


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
    current = None if found is None else _by_attribute(table, found)
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
        connection.execute(insert(table).values(_by_column(table, then)))
    elif values := _by_column(table, then):
        connection.execute(update(table).where(table.c.id == key).values(values))


def records_changes_of(table: Table) -> bool:
    """Whether what is done to a table's rows is kept as history."""
    return all(table is not kind.__table__ for kind in NOT_RECORDED)


def attribute_names(table: Table) -> dict[str, str]:
    """Column name to attribute name, which history uses, of the columns that it records."""
    [mapper] = [m for m in Base.registry.mappers if m.local_table is table]
    recorded = set(_recorded(mapper))
    return {prop.columns[0].name: prop.key for prop in mapper.column_attrs if prop.key in recorded}


def _by_attribute(table: Table, row: Mapping[Any, Any]) -> dict[str, Any]:
    return {name: _plain(row[column]) for column, name in attribute_names(table).items()}


def _by_column(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    values = {}
    for column, name in attribute_names(table).items():
        if name in row:
            values[column] = _typed(table.c[column].type.python_type, row[name])
    return values


def _typed(wanted: type, value: Any) -> Any:
    if value is None:
        return None
    if wanted is date:
        return date.fromisoformat(value)
    if wanted is datetime:
        return datetime.fromisoformat(value)
    return value
