"""What the Authorities page shows, read off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from foitrack.desk import authority_list, authority_record
from foitrack.desk.authorities import UnknownAuthorityError
from foitrack.desk.desk import Desk
from foitrack.desk.views.authority import AuthorityFilter, AuthorityList, AuthorityRecord


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for the list, numbered so that old answers are known."""

    number: int
    wanted: AuthorityFilter
    sort: str
    descending: bool


def load(desk: Desk, asked: Asked, *, today: date) -> tuple[Asked, AuthorityList]:
    """The list that was asked for."""
    listed = authority_list.listed
    return asked, listed(desk, asked.wanted, asked.sort, asked.descending, today=today)


def record(desk: Desk, name: str, *, today: date) -> AuthorityRecord | None:
    """What is known of one; None where it was taken away meanwhile: the next list says so."""
    try:
        return authority_record.record(desk, name, today=today)
    except UnknownAuthorityError:
        return None
