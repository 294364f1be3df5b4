"""What an import brought, in words, and why it is no step that undo takes back."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Base, CaseRowRecord, ChangeSet, Document, Request
from foitrack.desk.desk import Desk
from foitrack.law.wording import counted


def came_in_words(desk: Desk, source: Path) -> str:
    """A sentence on what a case file holds that was just made of an export, and how to undo it."""
    with desk.case.reading() as session:
        things = [
            counted(_number(session, kind), name)
            for kind, name in (
                (Request, "request"),
                (Document, "document"),
                (CaseRowRecord, "case row"),
            )
        ]
        steps = counted(_number(session, ChangeSet), "step")
    return (
        f"{things[0]}, {things[1]} and {things[2]} came in from {source.name}, with their history "
        f"of {steps}. Undo takes back those steps, not the import: that made this new case file, "
        "and deleting the file takes it away."
    )


def _number(session: Session, kind: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0
