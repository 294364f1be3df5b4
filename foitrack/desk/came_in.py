"""What an import brought, in words, and why it is no step that undo takes back."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Base, CaseRowRecord, ChangeSet, Document, Request
from foitrack.desk.desk import Desk
from foitrack.law.wording import counted
from foitrack.saying import say


def came_in_words(desk: Desk, source: Path) -> str:
    """A sentence on what a case file holds that was just made of an export, and how to undo it."""
    with desk.case.reading() as session:
        came = (
            counted(_number(session, Request), "request"),
            counted(_number(session, Document), "document"),
            counted(_number(session, CaseRowRecord), "case row"),
        )
        steps = counted(_number(session, ChangeSet), "step")
    return say(
        "{0}, {1} and {2} came in from {3}, with their history of {4}. Undo takes back those "
        "steps, not the import: that made this new case file, and deleting the file takes it away.",
        *came,
        source.name,
        steps,
    )


def _number(session: Session, kind: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0
