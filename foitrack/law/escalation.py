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
from foitrack.saying import say

_NO_LAST_DAY = say("A day is not known, so its last day cannot be counted: do it soon.")


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
            said = say("The time for it ran out on {0}.", full_date(until))
            return Rung(name, Possible.CLOSED, said, until, basis, strength)
        said = say("Possible until {0}.", full_date(until))
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
    name = say("Chase")
    chased = way.history.last(EventKind.CHASED)
    if way.state in (State.OVERDUE, State.REVIEW_LATE):
        said = (
            say("Last chased on {0}.", full_date(chased)) if chased else say("An answer is late.")
        )
        return Rung(name, Possible.NOW, said)
    if way.state in (State.WAITING, State.IN_REVIEW):
        return Rung(name, Possible.LATER, say("Once an answer is late."))
    return Rung(name, Possible.CLOSED, say("No answer is being waited for."))


def _review(way: _Way) -> Rung:
    name = say("Internal review")
    if way.history.happened(EventKind.REVIEW_ASKED):
        asked = way.history.last(EventKind.REVIEW_ASKED)
        said = say("Asked for on {0}.", full_date(asked)) if asked else say("Asked for.")
        return Rung(name, Possible.DONE, said)
    if way.regime is Regime.FOIA:
        later = say("Once there is an answer; without one it is not needed.")
    else:
        later = say("Once there is an answer, or the time for it has run out.")
    return way.window(name, DeadlineKind.REVIEW_REQUEST, EventKind.RESPONSE, later)


def _commissioner(way: _Way) -> Rung:
    name = say("Scottish Information Commissioner") if way.scottish else "ICO"
    if way.history.happened(EventKind.COMPLAINT):
        return Rung(name, Possible.DONE, say("The Commissioner has been asked."))
    if way.scottish:
        later = say("Only after a review, or once the time for its outcome has run out.")
    elif way.state is State.OVERDUE:
        return Rung(name, Possible.NOW, say("There is no answer: a review is not needed first."))
    elif _review_took_too_long(way):
        return Rung(name, Possible.NOW, say("The review has taken longer than it may."))
    else:
        later = say("After the outcome of an internal review.")
    return way.window(name, DeadlineKind.COMMISSIONER, EventKind.REVIEW_OUTCOME, later)


def _review_took_too_long(way: _Way) -> bool:
    latest = last_round(way.history)
    longest = way.reckoning.of(DeadlineKind.REVIEW_LIMIT) or way.reckoning.of(DeadlineKind.REVIEW)
    if latest is None or not latest.open or longest is None:
        return False
    return way.today > longest.on


def _appeal(way: _Way) -> Rung:
    if way.scottish:
        name, kind = say("Court of Session"), DeadlineKind.COURT_OF_SESSION
        later = say("After the Commissioner's decision, on a point of law only.")
    else:
        name, kind = say("Tribunal"), DeadlineKind.TRIBUNAL
        later = say("After the Commissioner's decision notice.")
    if way.history.happened(EventKind.APPEAL):
        return Rung(name, Possible.DONE, say("An appeal has been made."))
    return way.window(name, kind, EventKind.DECISION_NOTICE, later)
