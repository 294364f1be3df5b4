"""What all tables of a case file share."""

from __future__ import annotations

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


COMPUTED = {"computed": True}
"""Marks a column that follows from the events: history leaves it out, and it is recomputed."""


class Base(DeclarativeBase):
    """What all tables share: names for constraints, so that migrations can name them too."""

    metadata = MetaData(naming_convention=NAMES)
