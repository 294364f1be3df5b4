"""The case file's health: backups, what restoring would change, checking, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from foitrack.casefile import (
    backups,
    checking,
    holding,
    kept_elsewhere,
    places,
    restoring,
    thinning,
)
from foitrack.casefile.backups import CLOSING, DAILY, FOLDER_SETTING, Backup, BackupError
from foitrack.casefile.checking import Trouble
from foitrack.casefile.models import Setting
from foitrack.casefile.restoring import Difference, Differences, Restored
from foitrack.casefile.setting_aside import copy_aside
from foitrack.desk.desk import Desk
from foitrack.desk.health import (
    Checked,
    check,
    ended_badly,
    format_of,
    is_damaged,
    is_empty,
    lost_log_said,
    stored_states,
)
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
    if is_empty(desk) or backups.is_newest_state(desk.case, where):
        return None
    if not checking.is_whole(desk.case):
        return None
    made = backups.make(desk.case, where, desk.now(), reason, progress)
    thinning.thin(where, desk.now())
    return made


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


def backups_of(path: Path) -> tuple[Backup, ...]:
    """The backups of a case file that cannot be opened, wherever they were kept; newest first."""
    return kept_elsewhere.backups_of(path)


def set_aside(path: Path, now: datetime) -> Path:
    """Copy a damaged case file, with its log, under a dated name beside it."""
    return copy_aside(path, now)
