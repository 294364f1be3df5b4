"""Short ways to put a question to the clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from foitrack import assets
from foitrack.law.clock import reckon
from foitrack.law.standing import answer_due, stage, state_on
from foitrack.law.terms import (
    Body,
    Deadline,
    DeadlineKind,
    Event,
    EventKind,
    Reckoning,
    Regime,
    State,
)

CALENDARS = assets.bundled_calendars()
LONG_AFTER = "2035-01-01"
"""A today on which everything in a test has happened."""

FOIA, EIR, FOISA, EISR = Regime.FOIA, Regime.EIR, Regime.FOISA, Regime.EISR


def day(text: str) -> date:
    return date.fromisoformat(text)


def happened(*texts: str) -> tuple[Event, ...]:
    """ "received=2023-03-01", "extension=2023-03-20,2023-04-20"; "?" is a day not known."""
    return tuple(map(_event, texts))


def _event(text: str) -> Event:
    kind, _, rest = text.partition("=")
    rest, _, detail = rest.partition(";")
    on, _, until = rest.partition(",")
    return Event(
        EventKind(kind),
        None if on == "?" else day(on),
        day(until) if until else None,
        detail,
    )


def reckoned(
    regime: Regime,
    *texts: str,
    today: str = LONG_AFTER,
    body: Body = Body.GENERAL,
    closed: Sequence[tuple[str, str]] = (),
) -> Reckoning:
    return reckon(
        regime,
        happened(*texts),
        CALENDARS,
        today=day(today),
        body=body,
        closed=tuple((day(first), day(last)) for first, last in closed),
    )


def deadline(
    kind: str,
    regime: Regime,
    *texts: str,
    today: str = LONG_AFTER,
    body: Body = Body.GENERAL,
    closed: Sequence[tuple[str, str]] = (),
) -> Deadline:
    found = reckoned(regime, *texts, today=today, body=body, closed=closed).of(DeadlineKind(kind))
    assert found is not None, f"no {kind} from {texts}"
    return found


def kinds(reckoning: Reckoning) -> list[str]:
    return [found.kind.value for found in reckoning.deadlines]


def reckoned_and_state(regime: Regime, today: str, *texts: str) -> tuple[Reckoning, State]:
    told = happened(*texts)
    reckoning = reckon(regime, told, CALENDARS, today=day(today))
    review = reckoning.of(DeadlineKind.REVIEW)
    at = stage(told, to_read=False)
    return reckoning, state_on(at, answer_due(reckoning), review.on if review else None, day(today))
