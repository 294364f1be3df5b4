"""Changes of one row made into one: within a step, and where a step goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Change, ChangeSet


def fold(session: Session, step: ChangeSet, changes: Sequence[dict[str, Any]]) -> None:
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


def trimmed(change: dict[str, Any]) -> dict[str, Any]:
    """A row that was changed keeps only what changed in it; one made or deleted keeps it all."""
    before, after = change["before"], change["after"]
    if before is None or after is None:
        return change
    names = [name for name in after if before[name] != after[name]]
    kept = {name: before[name] for name in names}, {name: after[name] for name in names}
    return {**change, "before": kept[0], "after": kept[1]}
