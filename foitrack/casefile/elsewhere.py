"""A case file that is open, copied to another place as it is: there work goes on.

The copy is made of what is open, so it can also be made where the file's folder is gone and the
system still holds the file. It is protected by the same passphrase. The original stays.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foitrack.casefile import fingerprints, kept_elsewhere, open_mark
from foitrack.casefile.backups import FOLDER_SETTING
from foitrack.casefile.encryption import connect_alike, database_errors
from foitrack.casefile.kept_documents import make_private_folder, settle_file, settle_folder
from foitrack.casefile.sqlite import put_in_place
from foitrack.casefile.storage import CaseFile
from foitrack.casefile.troubles import CaseFileError
from foitrack.progress import Progress
from foitrack.saying import say

COMPANIONS = ("", "-wal", "-shm", "-journal")
COPYING, COMPARING = say("Copying the case file"), say("Comparing the copy with the case file")
AT_ONCE = 500
"""Pages copied between two looks at whether a person wants to stop."""


def copy_open(
    case: CaseFile, target: Path, *, backups_in: Path | None = None, progress: Progress
) -> None:
    """Make a copy of an open case file at a place that is free; nothing else can write meanwhile.

    With `backups_in` the backups of the copy lie inside that folder from then on. When this
    returns, the case file that was copied takes nothing more in this program. CaseFileError or
    CancelledError where the copy cannot be made, or was stopped; all is as it was then.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        if target.exists():
            raise FileExistsError
        make_private_folder(target.parent)
        os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        with case.own.at_rest():
            _fill(case, unfinished, backups_in, progress)
            settle_file(unfinished)
            progress.no_way_back(COMPARING)
            put_in_place(unfinished, target)
            settle_folder(target.parent)
    except FileExistsError:
        raise CaseFileError(
            say("{0} is there already; choose another name. Nothing was changed.", target)
        ) from None
    except OSError as problem:
        raise CaseFileError(
            say("{0} cannot be written ({1}). Nothing was changed.", target, problem.strerror)
        ) from problem
    finally:
        for ending in COMPANIONS:
            with contextlib.suppress(OSError):
                unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)
    if backups_in is not None:
        kept_elsewhere.note(target, backups_in)


def _fill(case: CaseFile, path: Path, backups_in: Path | None, progress: Progress) -> None:
    try:
        with _opened(case) as raw, contextlib.closing(connect_alike(raw, path)) as copy:
            raw.backup(copy, pages=AT_ONCE, progress=_telling(progress))
            _compare(raw, copy, progress)
            # The mark of a file that is open, or the seal of one that was not written to.
            copy.execute(f"DROP TABLE IF EXISTS {open_mark.TABLE}")
            if backups_in is not None:
                _keep_backups_in(copy, backups_in)
    except database_errors() as problem:
        name = getattr(problem, "sqlite_errorname", "")
        raise CaseFileError(
            say(
                "{0} could not be copied ({1}): it cannot be read whole. Put its disk or "
                "folder back, or restore a backup. Nothing was changed.",
                case.address,
                name,
            )
        ) from None


@contextlib.contextmanager
def _opened(case: CaseFile) -> Iterator[Any]:
    """The driver's own connection to the file that was opened, wherever that lies now."""
    pooled = case.engine.raw_connection()
    try:
        if case.lying is not None and not case.lying.leads_there(pooled.info):
            raise case.lying.another()
        raw: Any = pooled.driver_connection
        # One state of it, whoever else writes meanwhile.
        raw.execute("BEGIN")
        yield raw
    finally:
        pooled.close()


def _telling(progress: Progress) -> Any:
    def tell(_status: int, left: int, whole: int) -> None:
        progress.tell(COPYING, (whole - left) / max(whole, 1) / 2)

    return tell


def _compare(raw: Any, copy: Any, progress: Progress) -> None:
    told = fingerprints.Told(progress, COMPARING, 0.5)
    told.expect(copy, raw)
    found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok" or fingerprints.of(copy, told) != fingerprints.of(raw, told):
        raise CaseFileError(
            "The copy of the case file did not come out whole, so it was not kept. The case file "
            "is as it was."
        )


def _keep_backups_in(copy: Any, folder: Path) -> None:
    copy.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (FOLDER_SETTING, str(folder)),
    )
