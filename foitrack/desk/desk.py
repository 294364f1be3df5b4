"""The desk: one open case file with the law beside it, and how each call becomes one step."""

from __future__ import annotations

import contextlib
import getpass
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from foitrack.casefile import storage
from foitrack.casefile.history import Recorder
from foitrack.casefile.storage import CaseFile
from foitrack.casefile.telling import about
from foitrack.desk.reference import Reference
from foitrack.desk.views import Changed


def moment() -> datetime:
    """The moment by this computer's clock."""
    return datetime.now(UTC)


def user() -> str:
    """The name this computer knows the person by; empty where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every call of the desk is given. Any thread may call."""

    case: CaseFile
    reference: Reference
    now: Callable[[], datetime] = moment
    """When a step is made, for the history alone: nothing is counted from it."""
    who: Callable[[], str] = user
    """Who makes a step, for the history."""

    def close(self) -> None:
        """Let go of the case file; it is sealed, so that the next one to open it sees damage."""
        from foitrack.casefile.sealing import seal

        seal(self.case)
        self.case.close()


@dataclass(slots=True)
class Step:
    """One undo step while it is being made."""

    session: Session
    label: str
    request_ids: list[int] = field(default_factory=list)
    new_id: int | None = None
    continues: list[tuple[str, int]] = field(default_factory=list)
    """Rows, by table and id: where the newest step made one of them, this is part of it."""

    def changed(self) -> Changed:
        """What to tell the screens."""
        ids = tuple(dict.fromkeys(self.request_ids))
        return Changed(self.label, ids, self.new_id)


@contextlib.contextmanager
def step(desk: Desk, label: str) -> Iterator[Step]:
    """One call, one transaction, one undo step."""
    with desk.case.writing() as session:
        at = desk.now().astimezone(UTC).replace(tzinfo=None)
        recorder = Recorder(session, label, desk.who(), at)
        made = Step(session, label)
        yield made
        recorder.relabel(made.label)
        number = recorder.finish(made.request_ids, made.continues)
        if number is not None:
            desk.case.own.steps.add(number)
        about(session, desk.who(), dict.fromkeys(made.request_ids))


def create(path: Path | str, reference: Reference) -> Desk:
    """Make a new case file and sit down at it; a plain error where that cannot be."""
    return Desk(storage.create(path), reference)


def open_desk(path: Path | str, reference: Reference) -> Desk:
    """Open a case file; a plain error where it is not there, is none, or is too new."""
    return Desk(storage.open_case_file(path, _back_up_first), reference)


def _back_up_first(case: CaseFile) -> None:
    """A backup of a case file of an earlier format, before it is brought to this one."""
    from foitrack.casefile import backups

    backups.make_before_upgrade(case, moment())
