"""Filters of the Requests list under names of a person's own.

They are kept in the case file: a filter names campaigns of this file, its words may be as private
as the requests themselves, and it goes along where the file goes. In a team all have them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import SavedFilter
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, step
from foitrack.desk.stale import Seen
from foitrack.desk.undoable_stale import refuse_stale_filter
from foitrack.desk.views import Changed, DeskError, RequestFilter
from foitrack.law.terms import Regime, Review, State
from foitrack.saying import say

LONGEST = 100
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class OwnFilter:
    """A filter with its name."""

    id: int
    name: str
    filter: RequestFilter


def every(desk: Desk) -> tuple[OwnFilter, ...]:
    """All of them by name."""
    with desk.case.reading() as session:
        found = session.scalars(select(SavedFilter).order_by(func.lower(SavedFilter.name)))
        return tuple(OwnFilter(one.id, one.name, _filter(one.definition)) for one in found)


def save(desk: Desk, name: str, wanted: RequestFilter, *, seen: Seen | None = None) -> Changed:
    """Keep a filter; one that has the name already becomes this one.

    DeskError without a name, and for a list of single requests, which is no filter. StaleEditError
    where under the name there is another than was `seen` ("filter"; None where none was).
    """
    name = _checked(name)
    if wanted.ids:
        raise DeskError("This is a list of single requests and no filter. Nothing was kept.")
    with step(desk, say(called.KEEP_FILTER, name)) as made:
        known = _named(made.session, name)
        stored = None if known is None else _filter(known.definition)
        refuse_stale_filter(made.session, known, stored, wanted, seen)
        if known is None:
            known = SavedFilter(name=name, definition=_definition(wanted))
            made.session.add(known)
        else:
            known.name, known.definition = name, _definition(wanted)
        made.session.flush()
        made.new_id = known.id
    return Changed(made.label, ())


def rename(desk: Desk, filter_id: int, name: str) -> Changed:
    """Give a filter another name. DeskError where another one has it."""
    name = _checked(name)
    with step(desk, say(called.RENAME_FILTER, name)) as made:
        other = _named(made.session, name)
        if other is not None and other.id != filter_id:
            raise DeskError(say("There is a filter called “{0}”. Nothing was changed.", other.name))
        _existing(made.session, filter_id).name = name
    return made.changed()


def remove(desk: Desk, filter_id: int) -> Changed:
    """Keep a filter no longer; the requests stay as they are."""
    with step(desk, say(called.REMOVE_A_FILTER)) as made:
        known = _existing(made.session, filter_id)
        made.label = say(called.REMOVE_FILTER, known.name)
        made.session.delete(known)
    return made.changed()


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise DeskError("A filter needs a name. Nothing was kept.")
    if len(name) > LONGEST:
        raise DeskError(say("A name may have {0} letters at most. Nothing was kept.", LONGEST))
    return name


def _named(session: Session, name: str) -> SavedFilter | None:
    wanted = name.casefold()
    found = session.scalars(select(SavedFilter)).all()
    return next((one for one in found if one.name.casefold() == wanted), None)


def _existing(session: Session, filter_id: int) -> SavedFilter:
    known = session.get(SavedFilter, filter_id)
    if known is None:
        raise DeskError("That filter is no longer there. Nothing was changed.")
    return known


def _definition(wanted: RequestFilter) -> dict[str, object]:
    return {
        "campaign_id": wanted.campaign_id,
        "states": sorted(wanted.states),
        "regimes": sorted(wanted.regimes),
        "reviews": sorted(wanted.reviews),
        "overdue": wanted.overdue,
        "search": wanted.search,
        "binned": wanted.binned,
    }


def _filter(kept: dict[str, Any]) -> RequestFilter:
    """What was kept; words that this program does not know are left out."""
    campaign, search = kept.get("campaign_id"), kept.get("search")
    return RequestFilter(
        campaign_id=campaign if type(campaign) is int else None,
        states=_known(State, kept.get("states")),
        regimes=_known(Regime, kept.get("regimes")),
        reviews=_known(Review, kept.get("reviews")),
        overdue=kept.get("overdue") is True,
        search=search if isinstance(search, str) else "",
        binned=kept.get("binned") is True,
    )


def _known(kind: type[Word], values: object) -> frozenset[Word]:
    words: Iterable[object] = values if isinstance(values, list) else ()
    return frozenset(kind(one) for one in words if isinstance(one, str) and one in set(kind))
