"""A backup takes the case file's place again; first, what that would change."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from foitrack.casefile import open_mark, search
from foitrack.casefile.backups import Backup, BackupError, borrowed, reading
from foitrack.casefile.encryption import PassphraseNeededError, connect, database_errors
from foitrack.casefile.format import APPLICATION_ID, FORMAT
from foitrack.casefile.kept_documents import make_private_folder, settle_file
from foitrack.casefile.setting_aside import replace
from foitrack.casefile.storage import CaseFile
from foitrack.saying import say

KINDS = ("request", "event", "response", "document")
COMPARED: dict[str, str] = {
    "request": "SELECT r.id, r.title || coalesce(' – ' || (SELECT a.name FROM {db}.authority a "
    "WHERE a.id = r.authority_id), ''), json_array(r.title, r.wording, r.authority_id, "
    "r.campaign_id, r.regime, r.notes, r.binned) FROM {db}.request r",
    "event": "SELECT e.id, e.kind || coalesce(' ' || e.on_date, '') || coalesce(', ' || (SELECT "
    "r.title FROM {db}.request r WHERE r.id = e.request_id), ''), json_array(e.request_id, "
    "e.kind, e.on_date, e.until, e.detail, e.note) FROM {db}.event e",
    "response": "SELECT p.id, coalesce((SELECT d.name FROM {db}.document d WHERE d.response_id = "
    "p.id ORDER BY d.id LIMIT 1), 'response') || coalesce(', ' || (SELECT r.title FROM "
    "{db}.request r WHERE r.id = p.request_id), ''), json_array(p.request_id, p.recorded, "
    "p.discarded, p.received_on, p.outcome, p.reference) FROM {db}.response p",
    "document": "SELECT d.id, d.name, json_array(d.name, d.sha256, d.response_id) "
    "FROM {db}.document d",
}
"""For each kind: id, how a person knows it, and what makes two of them the same."""


Things = dict[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """How the case file now and a backup differ in one kind of thing; each named."""

    kind: str
    only_now: tuple[str, ...]
    """Would be gone after restoring."""
    only_then: tuple[str, ...]
    """Would come back."""
    changed: tuple[str, ...]
    """Would be again as they were."""

    def __bool__(self) -> bool:
        return bool(self.only_now or self.only_then or self.changed)


@dataclass(frozen=True, slots=True)
class Differences:
    """What restoring a backup would change."""

    kinds: tuple[Difference, ...]
    missing: tuple[str, ...]
    """Documents whose bytes are neither with the backup nor in the present file."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that took its place."""

    path: Path
    set_aside: Path | None
    """Where the file that was there lies now; None where there was none."""
    missing: tuple[str, ...]
    """Documents whose bytes could not be put back; the rest of them is there."""


def compare(case: CaseFile | None, backup: Backup) -> Differences:
    """What restoring would change; against nothing where the present file cannot be read."""
    now, kept = _present(case)
    with reading(backup) as raw:
        then = {kind: _things(raw, kind) for kind in KINDS}
        missing = [
            name
            for name, sha256 in _documents(raw)
            if not backup.documents.has(sha256) and sha256 not in kept
        ]
    kinds = tuple(_difference(kind, now[kind], then[kind]) for kind in KINDS)
    return Differences(kinds, tuple(missing))


def _present(case: CaseFile | None) -> tuple[dict[str, Things], set[str]]:
    """What the present file holds, and the hashes of its documents; nothing of a damaged one."""
    nothing: dict[str, Things] = {kind: {} for kind in KINDS}
    if case is None:
        return nothing, set()
    try:
        with borrowed(case) as raw:
            now = {kind: _things(raw, kind) for kind in KINDS}
            return now, {row[0] for row in raw.execute("SELECT sha256 FROM content").fetchall()}
    except database_errors(DatabaseError):
        return nothing, set()


def _things(raw: Any, kind: str) -> Things:
    found = raw.execute(COMPARED[kind].format(db="main")).fetchall()
    return {number: (name, made_of) for number, name, made_of in found}


def _difference(kind: str, now: Things, then: Things) -> Difference:
    changed = [now[one][0] for one in now if one in then and now[one][1] != then[one][1]]
    return Difference(
        kind,
        tuple(now[one][0] for one in now if one not in then),
        tuple(then[one][0] for one in then if one not in now),
        tuple(changed),
    )


def restore(backup: Backup, to: Path, now: datetime) -> Restored:
    """Put a backup into a case file's place; the file that is there is set aside, never deleted.

    The restored file is checked before it takes the place; documents are put back from the
    backup, or from the present file where that has them whole. No connection of this process to
    the present file may be open. BackupError where the backup cannot be read or comes out broken;
    CaseFileError where the present file is open elsewhere.
    """
    unfinished = to.with_name(f".{to.name}.{os.getpid()}.restored")
    try:
        make_private_folder(to.parent)
        with reading(backup):
            pass
        os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        shutil.copyfile(backup.path, unfinished)
        missing = _fill(unfinished, backup, to)
        _check(unfinished)
        settle_file(unfinished)
        return Restored(to, replace(to, unfinished, now), missing)
    except OSError as problem:
        raise BackupError(
            say(
                "{0} could not be restored to {1}: {2}. The case file and its backups are as "
                "they were.",
                backup.path,
                to,
                problem.strerror,
            )
        ) from problem
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


def _fill(path: Path, backup: Backup, present: Path) -> tuple[str, ...]:
    """Put the documents' bytes in, and make the search index; names of documents without bytes."""
    missing: set[str] = set()
    try:
        with contextlib.closing(connect(path, isolation_level=None)) as raw:
            raw.execute("BEGIN")
            for [sha256] in raw.execute("SELECT sha256 FROM content").fetchall():
                data = backup.documents.get(sha256) or bytes_in(present, sha256)
                if data is None:
                    missing.add(sha256)
                    continue
                raw.execute("UPDATE content SET bytes = ? WHERE sha256 = ?", (data, sha256))
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            # It was made of a file that was open; no log belongs to it.
            open_mark.take_off(raw)
            raw.execute("COMMIT")
            names = tuple(name for name, sha256 in _documents(raw) if sha256 in missing)
            [version] = raw.execute("PRAGMA user_version").fetchone()
        if version == FORMAT:
            # One of an earlier format gets its index with the upgrade when it is opened.
            index_anew(path)
    except database_errors() as problem:
        raise BackupError(
            say(
                "{0} could not be restored: {1}. The case file and its backups are as they were.",
                backup.path,
                problem,
            )
        ) from problem
    return names


def index_anew(path: Path) -> None:
    """Make the search index of a closed case file."""
    with _opened(path) as case, Session(case.engine) as session, session.begin():
        search.rebuild(session)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[CaseFile]:
    from foitrack.casefile.sqlite import engine_for

    case = CaseFile(path, engine_for(path))
    try:
        yield case
    finally:
        case.close()


def bytes_in(path: Path, sha256: str) -> bytes | None:
    """A document's bytes in a case file that may be damaged or gone; None where not whole."""
    if not path.is_file():
        return None
    try:
        with contextlib.closing(connect(path, only_reading=True)) as raw:
            found = raw.execute("SELECT bytes FROM content WHERE sha256 = ?", (sha256,)).fetchone()
    except database_errors(PassphraseNeededError):
        return None
    whole = found is not None and hashlib.sha256(found[0]).hexdigest() == sha256
    return bytes(found[0]) if whole else None


def _documents(raw: Any) -> list[tuple[str, str]]:
    return list(raw.execute("SELECT name, sha256 FROM document ORDER BY id").fetchall())


def _check(path: Path) -> None:
    with contextlib.closing(connect(path)) as raw:
        found = [row[0] for row in raw.execute("PRAGMA integrity_check(1)")]
        broken = raw.execute("PRAGMA foreign_key_check").fetchone()
    if found != ["ok"] or broken is not None:
        raise BackupError(
            say(
                "What came of the backup is not whole, so it was not put in place: {0}. The "
                "case file is as it was; choose another backup.",
                found[0] if found != ["ok"] else "rows refer to nothing",
            )
        )
