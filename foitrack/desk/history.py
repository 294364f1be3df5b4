"""Undo, redo, and what was done: step by step, across restarts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from foitrack.casefile import search
from foitrack.casefile.history import (
    STALE,
    StaleUndoError,
    do_again,
    forget_undone,
    newest_step,
    oldest_undone,
    take_back,
)
from foitrack.casefile.models import ChangeSet, Request
from foitrack.casefile.telling import about
from foitrack.desk.desk import Desk
from foitrack.desk.events import recompute
from foitrack.desk.step_names import recalled
from foitrack.desk.views import Changed, HistoryEntry
from foitrack.saying import say

AT_ONCE = 1_000
"""Requests asked for in one query: below every database's limit of parameters."""


def undo(desk: Desk, *, seen: int | None = None) -> Changed | None:
    """Take the newest step back; None where there is none.

    Raises StaleUndoError where what it changed has been changed since, and where it is somebody
    else's and newer than the step that was `seen` to be the newest (0: none of theirs).
    """

    def newest_seen(session: Session) -> ChangeSet | None:
        step = newest_step(session)
        if step is not None and seen is not None and step.id > seen:
            _refuse_unseen(desk, step)
        return step

    return _move(desk, newest_seen, take_back)


def _refuse_unseen(desk: Desk, step: ChangeSet) -> None:
    if step.id not in desk.case.own.steps:
        raise StaleUndoError(
            say(
                "{0} has done this since: “{1}”. Nothing was undone now; Edit, Undo takes that "
                "back.",
                step.who or say("Somebody else"),
                recalled(step.label),
            )
        )


def redo(desk: Desk) -> Changed | None:
    """Do the step again that was undone last; None where there is none."""
    return _move(desk, oldest_undone, do_again)


def _move(
    desk: Desk,
    find: Callable[[Session], ChangeSet | None],
    move: Callable[[Session, ChangeSet], None],
) -> Changed | None:
    try:
        return _moved(desk, find, move)
    except IntegrityError as problem:
        # Something that was made since refers to what the step made.
        raise StaleUndoError(STALE) from problem


def _moved(
    desk: Desk,
    find: Callable[[Session], ChangeSet | None],
    move: Callable[[Session, ChangeSet], None],
) -> Changed | None:
    with desk.case.writing() as session:
        step = find(session)
        if step is None:
            return None
        changed = Changed(recalled(step.label), tuple(step.request_ids))
        move(session, step)
        for start in range(0, len(step.request_ids), AT_ONCE):
            some = step.request_ids[start : start + AT_ONCE]
            for request in session.scalars(select(Request).where(Request.id.in_(some))):
                recompute(session, desk.reference, request)
        search.index_requests(session, changed.request_ids)
        about(session, desk.who(), changed.request_ids)
        return changed


def newest(desk: Desk) -> int | None:
    """The id of the step that undo would take back."""
    with desk.case.reading() as session:
        step = newest_step(session)
        return step.id if step else None


def rewind(desk: Desk, to: int | None) -> None:
    """Take back every step after one and forget them, as if they had never been made.

    For work of several steps that must be done whole or not at all.
    """
    while newest(desk) != to and undo(desk) is not None:
        pass
    with desk.case.writing() as session:
        forget_undone(session)


def undo_label(desk: Desk) -> str | None:
    """What undo would take back."""
    with desk.case.reading() as session:
        step = newest_step(session)
        return recalled(step.label) if step else None


def redo_label(desk: Desk) -> str | None:
    """What redo would do again."""
    with desk.case.reading() as session:
        step = oldest_undone(session)
        return recalled(step.label) if step else None


def entries(
    desk: Desk, request_id: int | None = None, limit: int = 100, offset: int = 0
) -> tuple[HistoryEntry, ...]:
    """What was done, newest first; for one request, or for the whole case file.

    At most `limit` steps, after the first `offset`.
    """
    with desk.case.reading() as session:
        wanted = select(ChangeSet).order_by(ChangeSet.id.desc()).limit(limit).offset(offset)
        if request_id is not None:
            wanted = wanted.where(_is_about(session, request_id))
        return tuple(_entry(step) for step in session.scalars(wanted))


def _is_about(session: Session, request_id: int) -> ColumnElement[bool]:
    """Whether a step's list of requests names one; the database looks through the lists."""
    if session.connection().dialect.name == "postgresql":
        named = func.json_array_elements_text(ChangeSet.request_ids).table_valued("value")
        return exists().where(named.c.value == str(request_id))
    named = func.json_each(ChangeSet.request_ids).table_valued("value")
    return exists().where(named.c.value == request_id)


def _entry(step: ChangeSet) -> HistoryEntry:
    return HistoryEntry(
        step.id,
        recalled(step.label),
        step.at.replace(tzinfo=UTC),
        step.who,
        step.undone,
        tuple(step.request_ids),
    )
