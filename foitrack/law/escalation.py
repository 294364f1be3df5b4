"""The way up: chase, review, Commissioner, Tribunal or Court of Session; what is open now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from foitrack.law.clocks.history import History
from foitrack.law.clocks.reviews import last_round
from foitrack.law.steps.where import SCOTTISH
from foitrack.law.terms import (
    Deadline,
    DeadlineKind,
    Event,
    EventKind,
    Reckoning,
    Regime,
    State,
    Strength,
)
from foitrack.law.wording import full_date

_NO_LAST_DAY = "A day is not known, so its last day cannot be counted: do it soon."


class Possible(StrEnum):
    """Whether a rung of the way up can be taken."""

    NOW = "now"
    LATER = "later"
    DONE = "done"
    CLOSED = "closed"
    """Its time has run out, or there is nothing to take it for."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the way up: whether it is open now, and until when (None: no last day)."""

    name: str
    possible: Possible
    sentence: str
    until: date | None = None
    basis: str = ""
    strength: Strength | None = None
    """How binding the source of the last day is; None where there is no last day."""


@dataclass(frozen=True, slots=True)
class _Way:
    regime: Regime
    history: History
    reckoning: Reckoning
    state: State
    today: date

    @property
    def scottish(self) -> bool:
        return self.regime in SCOTTISH

    def window(self, name: str, kind: DeadlineKind, opens: EventKind, later: str) -> Rung:
        """A rung that has a last day; `later` is said until the event that opens it.

        Where that event happened on a day that is not known the rung is open, without a last day.
        """
        found = self.reckoning.of(kind)
        if found is None and self.history.happened(opens):
            return Rung(name, Possible.NOW, _NO_LAST_DAY)
        if found is None:
            return Rung(name, Possible.LATER, later)
        until, basis, strength = _latest_reading(found)
        if self.today > until:
            said = f"The time for it ran out on {full_date(until)}."
            return Rung(name, Possible.CLOSED, said, until, basis, strength)
        said = f"Possible until {full_date(until)}."
        return Rung(name, Possible.NOW, said, until, basis, strength)


def escalation(
    regime: Regime, events: Iterable[Event], reckoning: Reckoning, state: State, today: date
) -> tuple[Rung, ...]:
    """The rungs of the way up under a law, in order, each with what is possible now."""
    way = _Way(regime, History(events), reckoning, state, today)
    return (_chase(way), _review(way), _commissioner(way), _appeal(way))


def _latest_reading(found: Deadline) -> tuple[date, str, Strength]:
    """The last day by any reading of the law: before that, a rung is not closed."""
    also = ((other.on, other.basis, other.strength) for other in found.also)
    readings = [(found.on, found.basis, found.strength), *also]
    return max(readings, key=lambda reading: reading[0])


def _chase(way: _Way) -> Rung:
    name = "Chase"
    chased = way.history.last(EventKind.CHASED)
    if way.state in (State.OVERDUE, State.REVIEW_LATE):
        said = f"Last chased on {full_date(chased)}." if chased else "An answer is late."
        return Rung(name, Possible.NOW, said)
    if way.state in (State.WAITING, State.IN_REVIEW):
        return Rung(name, Possible.LATER, "Once an answer is late.")
    return Rung(name, Possible.CLOSED, "No answer is being waited for.")


def _review(way: _Way) -> Rung:
    name = "Internal review"
    if way.history.happened(EventKind.REVIEW_ASKED):
        asked = way.history.last(EventKind.REVIEW_ASKED)
        said = f"Asked for on {full_date(asked)}." if asked else "Asked for."
        return Rung(name, Possible.DONE, said)
    if way.regime is Regime.FOIA:
        later = "Once there is an answer; without one it is not needed."
    else:
        later = "Once there is an answer, or the time for it has run out."
    return way.window(name, DeadlineKind.REVIEW_REQUEST, EventKind.RESPONSE, later)


def _commissioner(way: _Way) -> Rung:
    name = "Scottish Information Commissioner" if way.scottish else "ICO"
    if way.history.happened(EventKind.COMPLAINT):
        return Rung(name, Possible.DONE, "The Commissioner has been asked.")
    if way.scottish:
        later = "Only after a review, or once the time for its outcome has run out."
    elif way.state is State.OVERDUE:
        return Rung(name, Possible.NOW, "There is no answer: a review is not needed first.")
    elif _review_took_too_long(way):
        return Rung(name, Possible.NOW, "The review has taken longer than it may.")
    else:
        later = "After the outcome of an internal review."
    return way.window(name, DeadlineKind.COMMISSIONER, EventKind.REVIEW_OUTCOME, later)


def _review_took_too_long(way: _Way) -> bool:
    latest = last_round(way.history)
    longest = way.reckoning.of(DeadlineKind.REVIEW_LIMIT) or way.reckoning.of(DeadlineKind.REVIEW)
    if latest is None or not latest.open or longest is None:
        return False
    return way.today > longest.on


def _appeal(way: _Way) -> Rung:
    if way.scottish:
        name, kind = "Court of Session", DeadlineKind.COURT_OF_SESSION
        later = "After the Commissioner's decision, on a point of law only."
    else:
        name, kind = "Tribunal", DeadlineKind.TRIBUNAL
        later = "After the Commissioner's decision notice."
    if way.history.happened(EventKind.APPEAL):
        return Rung(name, Possible.DONE, "An appeal has been made.")
    return way.window(name, kind, EventKind.DECISION_NOTICE, later)
