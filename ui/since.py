"""When a case file was closed last, and what of it fell due since; days only."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ui.remembered import recall, remember

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Away:
    """Requests by what came about from the day of the last closing to today."""

    since: date
    overdue: frozenset[int]
    due_today: frozenset[int]
    review: frozenset[int]
    """Whose internal review should have been answered meanwhile, and was not."""

    @property
    def every(self) -> frozenset[int]:
        """All of them."""
        return self.overdue | self.due_today | self.review


def tells_at_start() -> bool:
    """Whether the person wants to be told; so it is until they say otherwise."""
    return recall("tell-at-start", "yes") == "yes"


def tell_at_start(yes: bool) -> None:
    """Tell, or do not, at the next start."""
    remember("tell-at-start", "yes" if yes else "no")


def leave(place: str, on: date) -> None:
    """Remember the day on which a case file was closed."""
    remember(_key(place), on.isoformat())


def left_on(place: str) -> date | None:
    """The day on which a case file was closed last; None where that is not known."""
    try:
        return date.fromisoformat(recall(_key(place)))
    except ValueError:
        return None


def came_about(desk: Desk, since: date, today: date) -> Away:
    """What fell due after it was closed; nothing where that was today or is yet to come.

    An answer due on the day of the closing was not late then, and is on the next.
    """
    from foitrack.desk.agenda import calendar_entries

    entries = calendar_entries(desk, since, today, today=today) if since < today else ()
    return Away(
        since,
        frozenset(one.request_id for one in entries if one.kind == "late"),
        frozenset(one.request_id for one in entries if one.kind == "due" and one.on == today),
        frozenset(
            one.request_id
            for one in entries
            if one.kind == "review" and one.window_from is None and one.on < today
        ),
    )


def _key(place: str) -> str:
    # A path is no key that every system's settings can hold.
    return "left/" + hashlib.sha256(place.encode()).hexdigest()[:16]
