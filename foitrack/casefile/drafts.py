"""What people have begun and not saved: kept in the case file, for each apart, until it is saved.

It lies where the rest does, so it is protected with it, goes along with it, and goes for good with
what it was about. It is no step of the history.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Setting
from foitrack.casefile.telling import QUIET

BEGINNING = "draft/"
SCHEMAS = "schemas"


def letter(response_id: int) -> str:
    """What is decided about a letter that is being recorded."""
    return f"letter/{response_id}"


def found(session: Session, about: str, who: str) -> str:
    """What somebody has begun; empty for nothing."""
    return session.scalar(select(Setting.value).where(Setting.name == _name(about, who))) or ""


def keep(session: Session, who: str, values: Mapping[str, str]) -> None:
    """Keep what somebody has begun, by what it is about; an empty text forgets it."""
    session.info[QUIET] = True
    for about, value in values.items():
        if value:
            session.merge(Setting(name=_name(about, who), value=value))
        else:
            session.execute(delete(Setting).where(Setting.name == _name(about, who)))


def forget(session: Session, response_ids: Iterable[int]) -> None:
    """Forget what anybody has begun about letters that are removed for good."""
    gone = tuple(f"{BEGINNING}{letter(one)}/" for one in response_ids)
    begun = select(Setting.name).where(Setting.name.startswith(BEGINNING, autoescape=True))
    for name in session.scalars(begun).all():
        if name.startswith(gone):
            session.execute(delete(Setting).where(Setting.name == name))


def _name(about: str, who: str) -> str:
    return f"{BEGINNING}{about}/{who}"
