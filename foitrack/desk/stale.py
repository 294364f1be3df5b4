"""An edit made from what was shown before somebody else changed it: both values, and no loss.

A call that changes something takes `seen`, the values as they were shown. Within its transaction
it compares them with those that are stored: what somebody else has changed since is never written
over without a word. Where both came to the same there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Change, ChangeSet
from foitrack.desk.views import DeskError
from foitrack.law.wording import full_date
from foitrack.saying import say, together

Seen = Mapping[str, object]
"""Values by field as they were shown when the person began."""
LOOKED_AT = 200
"""Steps looked through for who changed something."""
SHOWN = 60
"""Letters of a value in a message."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One value that two people have changed."""

    field: str
    """As the call names it: "title", "notes", "event"."""
    name: str
    """As people name it."""
    mine: object
    theirs: object
    """What is stored now."""
    mine_said: str
    theirs_said: str
    who: str = ""
    """Who stored it; empty where the history does not tell."""
    at: datetime | None = None

    def by_whom(self) -> str:
        """As in "by ada on Sat 21 November 2026 at 10:20"; empty where nobody knows."""
        if self.at is None:
            return say("by {0}", self.who) if self.who else ""
        local = self.at.astimezone()
        day, hour = full_date(local.date()), f"{local:%H:%M}"
        if self.who:
            return say("by {0} on {1} at {2}", self.who, day, hour)
        return say("on {0} at {1}", day, hour)


class StaleEditError(DeskError):
    """Somebody else has changed the same since it was shown; nothing was changed now."""

    def __init__(self, conflicts: Iterable[Conflict]) -> None:
        self.conflicts = tuple(conflicts)
        told = together(map(_told, self.conflicts))
        super().__init__(
            say(
                "This has been changed since you saw it. {0} Nothing was changed now: look at "
                "both, then save again.",
                told,
            )
        )


def _told(conflict: Conflict) -> str:
    by = conflict.by_whom()
    theirs, mine = _short(conflict.theirs_said), _short(conflict.mine_said)
    if not by:
        return say("{0} is now “{1}”; you have “{2}”.", conflict.name, theirs, mine)
    return say("{0} is now “{1}” ({2}); you have “{3}”.", conflict.name, theirs, by, mine)


def _short(text: str) -> str:
    line = " ".join(text.split())
    if len(line) > SHOWN:
        return f"{line[: SHOWN - 1]}…"
    return text if line == text else line


Author = tuple[str, datetime | None]
NOBODY_KNOWN: Author = ("", None)


@dataclass(frozen=True, slots=True)
class Field:
    """A value that can be changed: its name, what is stored, how it reads, who stored it."""

    name: str
    stored: object
    author: Callable[[], Author] = lambda: NOBODY_KNOWN
    said: Callable[[Any], str] = str


def refuse_stale(
    fields: Mapping[str, Field], wanted: Mapping[str, object], seen: Seen | None
) -> None:
    """StaleEditError where a value to be written is no longer the one that was seen.

    `wanted` has the values to be written; what is not in `seen` is not asked about.
    """
    found = []
    for key, mine in wanted.items():
        own = fields[key]
        if seen is None or key not in seen or own.stored in (seen[key], mine):
            continue
        who, at = own.author()
        theirs = own.stored
        found.append(
            Conflict(key, own.name, mine, theirs, own.said(mine), own.said(theirs), who, at)
        )
    if found:
        raise StaleEditError(found)


def author_of(session: Session, table: str, key: int, column: str | None = None) -> Author:
    """Who changed a row last, or one column of it; nobody where that was an undoing."""
    query = _steps(table).where(Change.row_key == key)
    for _, after, step in session.execute(query):
        if column is None or column in (after or {}):
            return _signed(step)
    return NOBODY_KNOWN


def author_among(session: Session, table: str, column: str, value: object) -> Author:
    """Who last made or removed a row whose column has a value."""
    for before, after, step in session.execute(_steps(table)):
        if value in ((before or {}).get(column), (after or {}).get(column)):
            return _signed(step)
    return NOBODY_KNOWN


def _steps(table: str) -> Any:
    return (
        select(Change.before, Change.after, ChangeSet)
        .join(ChangeSet, ChangeSet.id == Change.change_set_id)
        .where(Change.table_name == table)
        .order_by(ChangeSet.id.desc())
        .limit(LOOKED_AT)
    )


def _signed(step: ChangeSet) -> Author:
    # An undone step is newer than every other; who has undone it is not kept.
    return NOBODY_KNOWN if step.undone else (step.who, step.at.replace(tzinfo=UTC))
