"""What a person has begun and not saved yet, so that quitting loses nothing of it."""

from __future__ import annotations

from collections.abc import Mapping

from foitrack.casefile import drafts
from foitrack.casefile.drafts import SCHEMAS, letter
from foitrack.desk.desk import Desk

__all__ = ["SCHEMAS", "found", "keep", "letter"]


def found(desk: Desk, about: str) -> str:
    """What this person had begun, as it was given to `keep`; empty for nothing."""
    with desk.case.reading() as session:
        return drafts.found(session, about, desk.who())


def keep(desk: Desk, values: Mapping[str, str]) -> None:
    """Keep what is begun, by what it is about; an empty text forgets it. No step of the history."""
    with desk.case.writing() as session:
        drafts.keep(session, desk.who(), values)
