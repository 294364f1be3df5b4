"""The case file's health: backups, what restoring would change, checking, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from foitrack.casefile import (
    backups,
    checking,
    encryption,
    holding,
    kept_elsewhere,
    places,
    restoring,
    sealing,
    sqlite,
    thinning,
)
from foitrack.casefile.backups import CLOSING, DAILY, FOLDER_SETTING, Backup, BackupError
from foitrack.casefile.checking import Trouble
from foitrack.casefile.format import APPLICATION_ID
from foitrack.casefile.models import Request, Setting
from foitrack.casefile.restoring import Difference, Differences, Restored
from foitrack.casefile.search import rebuild
from foitrack.casefile.setting_aside import copy_aside
from foitrack.casefile.troubles import CaseFileError
from foitrack.desk.desk import Desk
from foitrack.desk.events import recompute
from foitrack.progress import Progress

__all__ = [
    "Backup",
    "BackupError",
    "Checked",
    "Difference",
    "Differences",
    "Kept",
    "Restored",
    "Trouble",
    "backup",
    "backup_on_closing",
    "backup_when_due",
    "backups_of",
    "check",
    "compare",
    "ended_badly",
    "every",
    "folder",
    "format_of",
    "hold",
    "is_damaged",
    "keep_backups_in",
    "kept",
    "let_go",
    "listed",
    "lost_log_said",
    "restore",
    "set_aside",
    "still_held",
    "stored_states",
    "warning",
    "who_else",
]

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and what of it was put right at once."""

    troubles: tuple[Trouble, ...]
    mended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What there is of backups."""

    folder: Path
    beside: bool
    """Whether they lie beside the case file, as they do unless a person chose another folder."""
    newest: Backup | None
    count: int
    size: int
    """Bytes that all of them take together."""


def folder(desk: Desk) -> Path:
    """Where the backups of the case file lie: beside it, unless a person named another folder."""
    return backups.chosen_folder(desk.case)


def kept(desk: Desk) -> Kept:
    """Where the backups lie, when the last was made, how many there are and what they take."""
    where = folder(desk)
    known = backups.all(where)
    beside = where == backups.folder_of(desk.case.path)
    size = sum(one.stat().st_size for one in where.rglob("*") if one.is_file()) if known else 0
    return Kept(where, beside, known[0] if known else None, len(known), size)


def keep_backups_in(desk: Desk, inside: Path | None) -> None:
    """Keep the backups from now on inside another folder; None for beside the case file.

    Those made before stay where they are. BackupError where nothing can be written there.
    """
    if inside is not None and desk.case.path is not None:
        backups.see_that_it_takes(backups.folder_of(desk.case.path, inside.absolute()))
        kept_elsewhere.note(desk.case.path, inside.absolute())
    with desk.case.writing() as session:
        setting = session.get(Setting, FOLDER_SETTING)
        if setting is None:
            setting = Setting(name=FOLDER_SETTING, value="")
            session.add(setting)
        setting.value = str(inside.absolute()) if inside is not None else ""


def backup(desk: Desk, inside: Path | None = None, progress: Progress | None = None) -> Backup:
    """Back the case file up now, into its own folder of backups or inside another.

    Raises BackupError where that cannot be, CancelledError where it was stopped; nothing is left
    then.
    """
    where = backups.folder_of(desk.case.path, inside) if inside is not None else folder(desk)
    return backups.make(desk.case, where, desk.now(), progress=progress)


def backup_on_closing(desk: Desk) -> Backup | None:
    """Back up what the newest backup does not hold yet, and let old ones go."""
    return _quietly(desk, CLOSING)


def backup_when_due(desk: Desk, progress: Progress | None = None) -> Backup | None:
    """The daily backup: where the newest is a day old and something changed since."""
    newest = next(iter(backups.all(folder(desk))), None)
    if newest is not None and desk.now() - newest.at < A_DAY:
        return None
    return _quietly(desk, DAILY, progress)


def _quietly(desk: Desk, reason: str, progress: Progress | None = None) -> Backup | None:
    where = folder(desk)
    # A damaged file must not push good backups out.
    if _is_empty(desk) or backups.is_newest_state(desk.case, where):
        return None
    if not checking.is_whole(desk.case):
        return None
    made = backups.make(desk.case, where, desk.now(), reason, progress)
    thinning.thin(where, desk.now())
    return made


def _is_empty(desk: Desk) -> bool:
    with desk.case.reading() as session:
        return session.scalar(select(Request.id).limit(1)) is None


def every(desk: Desk) -> tuple[Backup, ...]:
    """All backups of the case file that can be found, also in folders chosen earlier."""
    where = folder(desk)
    assert desk.case.path is not None
    found = {one.path: one for one in (*backups_of(desk.case.path), *backups.all(where))}
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.path.name), reverse=True))


def listed(where: Path) -> tuple[Backup, ...]:
    """The backups in a folder, or in a folder of backups inside it; newest first."""
    return backups.all(where)


def compare(desk: Desk | None, chosen: Backup) -> Differences:
    """What restoring a backup would change; against nothing where there is no file to compare."""
    return restoring.compare(desk.case if desk is not None else None, chosen)


def restore(chosen: Backup, to: Path, now: datetime) -> Restored:
    """Put a backup into a case file's place; no desk may sit at that file.

    The file that is there is set aside under a dated name, never deleted. Raises BackupError or
    CaseFileError where it cannot be; then all is as it was.
    """
    return restoring.restore(chosen, to, now)


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
                yield f"Request {request.id}: what follows from its events is out of date ({said})."


def warning(path: Path) -> str | None:
    """What a person should know of the place a case file lies in; None where all is well."""
    return places.place_of(path).warning


def who_else(path: Path, now: datetime) -> str | None:
    """Who else has a case file open, in words: "in use by ada on desk-3 since …"."""
    found = holding.holder(path, now)
    return found.in_words() if found is not None else None


def hold(path: Path, who: str, now: datetime) -> None:
    """Leave word beside a case file that it is open here."""
    holding.hold(path, who, now)


def still_held(path: Path) -> None:
    """Say once more that it is; a word that is ten minutes old counts as left behind."""
    holding.renew(path)


def let_go(path: Path) -> None:
    """Take this program's word away again."""
    holding.let_go(path)


def ended_badly(desk: Desk) -> bool:
    """Whether the file was not closed as it should be, and is to be looked at whole.

    A closed file bears a seal, which goes with the first change: right after opening, before
    anything is written, a file without one was left by a program that was killed.
    """
    try:
        return not _is_empty(desk) and not sealing.is_sealed(desk.case)
    except encryption.database_errors(CaseFileError):
        return True


def lost_log_said(desk: Desk) -> str | None:
    """What to say where the file's log was gone when it was opened; None where all is well."""
    return checking.lost_log_said(desk.case)


def backups_of(path: Path) -> tuple[Backup, ...]:
    """The backups of a case file that cannot be opened, wherever they were kept; newest first."""
    return kept_elsewhere.backups_of(path)


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
            for one in backups_of(path)
        )
    ours = head[68:72] == APPLICATION_ID.to_bytes(4, "big")
    return ours or bool(backups_of(path))


def set_aside(path: Path, now: datetime) -> Path:
    """Copy a damaged case file, with its log, under a dated name beside it."""
    return copy_aside(path, now)
