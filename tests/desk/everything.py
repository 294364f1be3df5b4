"""The whole of a case file as plain values, to compare one moment with another."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from foitrack.casefile.models import Base
from foitrack.desk.desk import Desk

NOT_WORK = {"change_set", "change", "content", "setting"}
"""History itself, and document bytes, which are kept whatever is undone."""


def contents(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that holds a person's work, computed columns included."""
    with desk.case.reading() as session:
        return {
            table.name: sorted(tuple(map(repr, row)) for row in session.execute(select(table)))
            for table in Base.metadata.sorted_tables
            if table.name not in NOT_WORK
        }
