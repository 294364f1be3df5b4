"""When a case file was closed last, and what of it came about since: by the days, by others."""

from __future__ import annotations

import contextlib
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
    review_today: frozenset[int] = frozenset()
    """Whose internal review should be answered today."""
    lost: frozenset[int] = frozenset()
    """Whose answer could still be challenged then, and no longer can."""
    changed: frozenset[int] = frozenset()
    """What others changed."""
    answered: frozenset[int] = frozenset()
    """Those of them for which an answer was recorded."""
    names: tuple[str, ...] = ()
    """Who the others were."""

    @property
    def every(self) -> frozenset[int]:
        """All of them."""
        by_the_days = self.overdue | self.due_today | self.review | self.review_today | self.lost
        return by_the_days | self.changed


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


def leave_step(place: str, step: int) -> None:
    """Remember the newest step of a case file when it was closed."""
    remember(_key(place, "left-step"), str(step))


def left_step(place: str) -> int | None:
    """The newest step when a case file was closed last; None where that is not known."""
    known = recall(_key(place, "left-step"))
    return int(known) if known.isascii() and known.isdigit() else None


def keep_step(desk: Desk) -> None:
    """Remember the newest step of a case file that is about to be closed; any thread may call.

    Where it cannot be asked, the step of the time before stays: too much is told, not too little.
    """
    from foitrack.desk.meanwhile import last_step
    from foitrack.errors import PlainError

    with contextlib.suppress(PlainError):
        leave_step(desk.case.address, last_step(desk))


def came_about(desk: Desk, since: date, today: date, step: int | None = None) -> Away:
    """What fell due after it was closed, and what others did after the step `step`.

    An answer due on the day of the closing was not late then, and is on the next. Nothing falls
    due where the closing was today or is yet to come; what others did is told all the same.
    """
    from foitrack.desk.agenda import calendar_entries
    from foitrack.desk.meanwhile import Meanwhile, by_others, rights_lost

    entries = calendar_entries(desk, since, today, today=today) if since < today else ()
    others = by_others(desk, step) if step is not None else Meanwhile()
    reviews = [one for one in entries if one.kind == "review" and one.window_from is None]
    return Away(
        since,
        frozenset(one.request_id for one in entries if one.kind == "late"),
        frozenset(one.request_id for one in entries if one.kind == "due" and one.on == today),
        review=frozenset(one.request_id for one in reviews if one.on < today),
        review_today=frozenset(one.request_id for one in reviews if one.on == today),
        lost=rights_lost(desk, since, today) if since < today else frozenset(),
        changed=others.changed,
        answered=others.answered,
        names=others.names,
    )


def _key(place: str, what: str = "left") -> str:
    # A path is no key that every system's settings can hold.
    return f"{what}/" + hashlib.sha256(place.encode()).hexdigest()[:16]
