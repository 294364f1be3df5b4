"""Kills a campaigner at a random moment and looks at what is left of the work."""

from __future__ import annotations

import json
import random
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foitrack.casefile import backups
from foitrack.desk import safety
from foitrack.desk.desk import open_desk
from foitrack.desk.reference import Reference
from tests.reliability.nursery import Nursery

UNDONE = ("undo_and_redo",)


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What was found after a kill."""

    during: str
    """The call that was going on; empty where none was."""
    acknowledged: int
    lost: tuple[str, ...]
    troubles: tuple[str, ...]


class Killing:
    """Campaigners who are killed, one after the other."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._nursery = Nursery("tests.reliability.campaigner")

    def close(self) -> None:
        """Let no more be born."""
        self._nursery.close()

    def kill_one(self, path: Path, seed: int) -> Aftermath:
        """Let a campaigner work on a case file, kill it some moments after it began, and look."""
        chance = random.Random(seed)
        notes = path.with_name("notes")
        notes.unlink(missing_ok=True)
        self._nursery.kill_one([str(path), str(notes), seed], notes, chance.uniform(0, 0.25))
        return look(path, notes, self._reference)


def look(path: Path, notes: Path, reference: Reference) -> Aftermath:
    """Whether every acknowledged call is there, and the file is whole."""
    lines = [json.loads(line) for line in notes.read_bytes().splitlines() if line.endswith(b"}")]
    done = [line for line in lines if "done" in line]
    last = lines[-1]
    during = str(last.get("begun", ""))
    desk = open_desk(path, reference)
    with closing(desk):
        troubles = tuple(one.message for one in safety.check(desk).troubles)
        with desk.case.reading() as session:
            raw = session.connection().connection.driver_connection
            lost = tuple(
                json.dumps(line)
                for place, line in enumerate(done)
                if not _is_there(raw, line, done[place + 1 :], during)
            )
    return Aftermath(during, len(done), lost, troubles)


def _is_there(raw: Any, line: dict[str, Any], later: list[dict[str, Any]], during: str) -> bool:
    if "backup" in line:
        with backups.reading(_backup(Path(line["backup"]))) as copy:
            return bool(copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    if "table" not in line:
        return True
    table, column = line["table"], line["column"]
    if any(_same(line, other) for other in later):
        # Changed again since.
        return True
    query = f'SELECT count(*) FROM "{table}" WHERE "{column}" = ?'
    if "id" in line:
        query += f" AND id = {int(line['id'])}"
    if raw.execute(query, (line["value"],)).fetchone()[0] == 1:
        return True
    # The newest step may have been taken back, and the kill came before it was done again; or a
    # change of the same notes that was kept had no time to be acknowledged.
    return (during in UNDONE and not any("table" in other for other in later)) or (
        column == "notes" and during == "edit"
    )


def _same(line: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(line.get(key) == other.get(key) for key in ("table", "column", "id")) and (
        "id" in line
    )


def _backup(path: Path) -> backups.Backup:
    return next(one for one in backups.all(path.parent) if one.path == path)
