"""Whether a case file is whole, and what of it can be made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from foitrack.casefile import checking, encryption, kept_elsewhere, sealing, sqlite
from foitrack.casefile.checking import Trouble
from foitrack.casefile.format import APPLICATION_ID
from foitrack.casefile.models import Request
from foitrack.casefile.search import rebuild
from foitrack.casefile.troubles import CaseFileError
from foitrack.desk.desk import Desk
from foitrack.desk.events import recompute
from foitrack.progress import Progress
from foitrack.saying import say


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and what of it was put right at once."""

    troubles: tuple[Trouble, ...]
    mended: tuple[str, ...] = ()


def is_empty(desk: Desk) -> bool:
    """Whether there is no request in it."""
    with desk.case.reading() as session:
        return session.scalar(select(Request.id).limit(1)) is None


def check(desk: Desk, *, mend: bool = False, progress: Progress | None = None) -> Checked:
    """Whether the case file is whole. CancelledError where it was stopped.

    With `mend`, what follows from the rest is made anew: the search index, and the dates that
    are stored beside requests. That loses nothing, and is no reason to restore a backup.
    """
    progress = progress or Progress()
    found = checking.check(
        desk.case, lambda session: stored_states(session, desk, progress), progress
    )
    if not mend or not any(one.mendable for one in found):
        return Checked(found)
    if any(one.kind == checking.DAMAGE for one in found):
        return Checked(found)
    progress.no_way_back("Making anew what follows from the rest")
    with desk.case.writing() as session:
        for request in session.scalars(select(Request)):
            recompute(session, desk.reference, request)
        rebuild(session)
    left = checking.check(desk.case, lambda session: stored_states(session, desk))
    mended = tuple(one.message for one in found if one.mendable and one not in left)
    return Checked(left, mended)


def stored_states(session: Session, desk: Desk, progress: Progress | None = None) -> Iterator[str]:
    """Requests beside which something else is stored than follows from their events."""
    names = [
        attribute.key
        for attribute in inspect(Request).column_attrs
        if attribute.columns[0].info.get("computed") and attribute.key != "calendar_version"
    ]
    with session.no_autoflush:
        every = session.scalars(select(Request)).all()
        for number, request in enumerate(every):
            if progress is not None:
                progress.tell("Checking the dates", number / len(every))
            stored = [getattr(request, name) for name in names]
            recompute(session, desk.reference, request)
            wrong = [
                name
                for name, value in zip(names, stored, strict=True)
                if getattr(request, name) != value
            ]
            # Only looked at: nothing of it is written.
            session.expire(request)
            if wrong:
                said = ", ".join(wrong).replace("_", " ")
                yield say(
                    "Request {0}: what follows from its events is out of date ({1}).",
                    *(request.id, said),
                )


def ended_badly(desk: Desk) -> bool:
    """Whether the file was not closed as it should be, and is to be looked at whole.

    A closed file bears a seal, which goes with the first change: right after opening, before
    anything is written, a file without one was left by a program that was killed.
    """
    try:
        return not is_empty(desk) and not sealing.is_sealed(desk.case)
    except encryption.database_errors(CaseFileError):
        return True


def lost_log_said(desk: Desk) -> str | None:
    """What to say where the file's log was gone when it was opened; None where all is well."""
    return checking.lost_log_said(desk.case)


def format_of(path: Path) -> int:
    """The format of a case file as it lies there; CaseFileError where it is none."""
    return sqlite.checked_version(path)


def is_damaged(path: Path) -> bool:
    """Whether a file that cannot be opened is one of ours that was whole once."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        return False
    if encryption.may_be_protected(path):
        # Without its passphrase nobody can say. Where that opens a backup alone, it is damaged.
        return not encryption.is_locked(path) or any(
            encryption.may_be_protected(one.path) and not encryption.is_locked(one.path)
            for one in kept_elsewhere.backups_of(path)
        )
    ours = head[68:72] == APPLICATION_ID.to_bytes(4, "big")
    return ours or bool(kept_elsewhere.backups_of(path))
