"""Whether a case file is whole: what SQLite says of it, and what follows from our own rules."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Text, cast, or_, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from foitrack.casefile import search
from foitrack.casefile.encryption import as_of_sqlite, database_errors
from foitrack.casefile.models import Change, Content, Document
from foitrack.casefile.open_mark import log_of
from foitrack.casefile.sealing import is_broken
from foitrack.casefile.storage import CaseFile
from foitrack.casefile.troubles import CaseFileError
from foitrack.law.wording import by_number
from foitrack.progress import Progress
from foitrack.saying import say

DAMAGE, REFERENCE, DOCUMENT, STATE, SEARCH = "damage", "reference", "document", "state", "search"
LOG = "log"
LOST_LOG = (
    "What was written last is missing: “{0}” was not beside it. Where you copied the case file, "
    "copy that file with it; else restore a backup, or go on with what is here."
)
MOST_TOLD = 20
"""Of one kind; the rest is only counted."""

Recount = Callable[[Session], Iterable[str]]
"""The desk's part: requests whose stored dates are not what their events say, each in words."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something about a case file that is not as it should be."""

    kind: str
    """damage, reference, document, state, search or log."""
    message: str

    @property
    def mendable(self) -> bool:
        """Whether it follows from the rest of the file, and can be made anew from that."""
        return self.kind in (STATE, SEARCH)


def check(
    case: CaseFile, recount: Recount | None = None, progress: Progress | None = None
) -> tuple[Trouble, ...]:
    """All that is wrong with a case file; nothing is changed. CancelledError where stopped."""
    found: list[Trouble] = list(_of_the_log(case))
    for kind, look in (
        (DAMAGE, _damage),
        (REFERENCE, _references),
        (DOCUMENT, _documents),
        (STATE, recount or _nothing),
        (SEARCH, _search_index),
    ):
        if progress is not None:
            progress.tell("Checking the case file")
        found += _told(kind, case, look)
        if kind == DAMAGE and any(one.kind == DAMAGE for one in found):
            # What else would be found follows from the damage.
            break
    return tuple(found)


def is_whole(case: CaseFile) -> bool:
    """Whether SQLite finds the file whole: what is looked at before it is trusted."""
    return not case.lost_log and not _told(DAMAGE, case, _damage)


def lost_log_said(case: CaseFile) -> str | None:
    """What to say where the file's log was gone when it was opened; else None."""
    return say(LOST_LOG, log_of(case.path).name) if case.lost_log and case.path else None


def _of_the_log(case: CaseFile) -> Iterator[Trouble]:
    said = lost_log_said(case)
    if said is not None:
        yield Trouble(LOG, said)


def _told(kind: str, case: CaseFile, look: Recount) -> list[Trouble]:
    try:
        with case.reading() as session, as_of_sqlite():
            messages = list(look(session))
    except CaseFileError as problem:
        # The index lies in tables of its own, and is made anew whatever befell them.
        return [Trouble(SEARCH if kind == SEARCH else DAMAGE, str(problem))]
    except database_errors(DBAPIError, ValueError) as problem:
        # A page that looks whole may still hold what can be no value of ours.
        return [
            Trouble(DAMAGE, say("Something in it cannot be read ({0}).", type(problem).__name__))
        ]
    more = len(messages) - MOST_TOLD
    told = [Trouble(kind, message) for message in messages[:MOST_TOLD]]
    return [*told, Trouble(kind, say("And {0} more of this kind.", more))] if more > 0 else told


def _nothing(session: Session) -> Iterator[str]:
    yield from ()


def _damage(session: Session) -> Iterator[str]:
    if _is_sqlite(session):
        for [line] in session.execute(text("PRAGMA integrity_check")):
            if line != "ok":
                yield say("SQLite finds damage: {0}.", line)
        if is_broken(session.connection().connection.driver_connection):
            yield say("Something in it was changed otherwise than by FOI Track.")


def _references(session: Session) -> Iterator[str]:
    if _is_sqlite(session):
        for table, row, parent, _ in session.execute(text("PRAGMA foreign_key_check")):
            yield say("Row {0} of {1} refers to a {2} that is not there.", row, table, parent)


def _documents(session: Session) -> Iterator[str]:
    named = select(Document.name, Document.sha256, Document.size)
    names: dict[str, tuple[str, int]] = {}
    for name, sha256, size in session.execute(named):
        names[sha256] = (name, size)
    kept = set()
    for sha256, size in session.execute(select(Content.sha256, Content.size)).all():
        kept.add(sha256)
        data = session.scalar(select(Content.bytes).where(Content.sha256 == sha256))
        name, said = names.get(sha256, ("", size))
        if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != sha256:
            yield say("The bytes of “{0}” are not those that were kept.", name or sha256[:12])
        elif len(data) != size or said != size:
            wrong = size if said == len(data) else said
            yield say("“{0}” has {1} bytes; {2} were kept.", name or sha256[:12], len(data), wrong)
        if not name and not _undo_may_want(session, sha256):
            yield say("Bytes are kept ({0}) that belong to no document.", sha256[:12])
    for sha256, (name, _) in names.items():
        if sha256 not in kept:
            yield say("The bytes of “{0}” are missing.", name)


def _undo_may_want(session: Session, sha256: str) -> bool:
    """Whether a step that can be undone or redone would bring the document back."""
    named = f"%{sha256}%"
    found = select(Change.id).where(
        Change.table_name == "document",
        or_(cast(Change.before, Text).like(named), cast(Change.after, Text).like(named)),
    )
    return session.scalar(found.limit(1)) is not None


def _search_index(session: Session) -> Iterator[str]:
    if not _is_sqlite(session):
        return
    if _may_write(session):
        # Changes nothing, but is worded as if it did.
        session.execute(text("INSERT INTO request_index(request_index) VALUES('integrity-check')"))
        # The rest only reads: whoever wants to write meanwhile is not to wait for it.
        session.rollback()
        session.connection(execution_options={"foitrack_writes": False})
    if wrong := search.out_of_step(session):
        yield by_number(
            wrong,
            "The search index is out of step with {0} request.",
            "The search index is out of step with {0} requests.",
        )


def _may_write(session: Session) -> bool:
    try:
        session.execute(text("DELETE FROM request_index WHERE rowid = -1"))
    except DBAPIError as problem:
        name = getattr(problem.orig, "sqlite_errorname", "")
        if not name.startswith(("SQLITE_READONLY", "SQLITE_BUSY", "SQLITE_CANTOPEN")):
            raise
        return False
    return True


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
