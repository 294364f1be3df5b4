"""The way up: chase, review, Commissioner, Tribunal or Court of Session."""

from __future__ import annotations

import pytest

from foitrack.law.escalation import Possible, escalation
from foitrack.law.terms import Regime, Strength
from tests.law.questions import EIR, EISR, FOIA, FOISA, day, happened, reckoned_and_state

RECEIVED = "received=2025-04-02"
"""Due Fri 2 May 2025 under FOIA and EIR, Thu 1 May under FOISA and EISR."""
ANSWERED = (RECEIVED, "response=2025-04-15")
REVIEWED = (*ANSWERED, "review-asked=2025-05-06")


NOW, LATER, DONE, CLOSED = Possible.NOW, Possible.LATER, Possible.DONE, Possible.CLOSED


@pytest.mark.parametrize(
    ("regime", "today", "events", "rungs"),
    [
        (FOIA, "2025-04-10", (RECEIVED,), (LATER, LATER, LATER, LATER)),
        (FOIA, "2025-05-06", (RECEIVED,), (NOW, LATER, NOW, LATER)),
        (EIR, "2025-05-06", (RECEIVED, "chased=2025-05-05"), (NOW, NOW, NOW, LATER)),
        (FOISA, "2025-05-06", (RECEIVED,), (NOW, NOW, LATER, LATER)),
        (FOIA, "2025-05-06", ANSWERED, (CLOSED, NOW, LATER, LATER)),
        (FOIA, "2025-06-17", ANSWERED, (CLOSED, CLOSED, LATER, LATER)),
        (FOISA, "2025-06-17", ANSWERED, (CLOSED, NOW, LATER, LATER)),
        (FOIA, "2025-05-20", REVIEWED, (LATER, DONE, LATER, LATER)),
        (FOIA, "2025-06-05", REVIEWED, (NOW, DONE, LATER, LATER)),
        (FOIA, "2025-07-03", REVIEWED, (NOW, DONE, NOW, LATER)),
        (EIR, "2025-07-03", REVIEWED, (NOW, DONE, NOW, LATER)),
        (FOISA, "2025-07-03", REVIEWED, (NOW, DONE, NOW, LATER)),
        (
            FOIA,
            "2025-07-16",
            (*REVIEWED, "review-outcome=2025-06-03;upheld"),
            (CLOSED, DONE, CLOSED, LATER),
        ),
        (
            FOIA,
            "2025-09-10",
            (*ANSWERED, "review-asked=?", "complaint=2025-07-03", "decision-notice=2025-09-01"),
            (CLOSED, DONE, DONE, NOW),
        ),
        (
            FOISA,
            "2025-09-10",
            (*REVIEWED, "complaint=?", "decision-notice=2025-09-01", "appeal=2025-09-09"),
            (CLOSED, DONE, DONE, DONE),
        ),
    ],
)
def test_the_way_up(
    regime: Regime, today: str, events: tuple[str, ...], rungs: tuple[Possible, ...]
) -> None:
    reckoning, state = reckoned_and_state(regime, today, *events)
    found = escalation(regime, happened(*events), reckoning, state, day(today))
    assert tuple(rung.possible for rung in found) == rungs, found
    assert all(rung.sentence.endswith(".") for rung in found)
    for rung in found:
        assert rung.possible is not NOW or rung.until is None or rung.until >= day(today)


def test_the_way_up_names_the_right_bodies() -> None:
    for regime in (EIR, EISR):
        reckoning, state = reckoned_and_state(regime, "2025-04-10", RECEIVED)
        found = escalation(regime, happened(RECEIVED), reckoning, state, day("2025-04-10"))
        names = [rung.name for rung in found]
        assert names[2:] == (
            ["ICO", "Tribunal"]
            if regime is EIR
            else ["Scottish Information Commissioner", "Court of Session"]
        )


def test_a_rung_opened_on_a_day_that_is_not_known_is_open_and_has_no_last_day() -> None:
    for events, place in (
        ((RECEIVED, "response=?"), 1),
        ((RECEIVED, "response=?", "review-asked=?", "review-outcome=?;upheld"), 2),
        ((*REVIEWED, "complaint=?", "decision-notice=?"), 3),
    ):
        for regime in (FOIA, EIR, FOISA, EISR):
            reckoning, state = reckoned_and_state(regime, "2025-07-03", *events)
            found = escalation(regime, happened(*events), reckoning, state, day("2025-07-03"))
            rung = found[place]
            assert (rung.possible, rung.until) == (NOW, None), (regime, found)
            assert "cannot be counted" in rung.sentence


def test_a_last_day_has_its_source_and_how_binding_that_is() -> None:
    """FOISA s20(5): by the Act the window is the later one; the ICO's six weeks are guidance."""
    for regime, events, today, place, strength in (
        (FOISA, ANSWERED, "2025-06-17", 1, Strength.STATUTE),
        (FOIA, ANSWERED, "2025-05-06", 1, Strength.CODE),
        (FOIA, (*REVIEWED, "review-outcome=2025-06-03;upheld"), "2025-06-05", 2, Strength.GUIDANCE),
    ):
        reckoning, state = reckoned_and_state(regime, today, *events)
        rung = escalation(regime, happened(*events), reckoning, state, day(today))[place]
        assert (rung.possible, rung.strength) == (NOW, strength)
        assert rung.basis
        assert rung.until is not None
    reckoning, state = reckoned_and_state(FOIA, "2025-05-06", RECEIVED)
    rungs = escalation(FOIA, happened(RECEIVED), reckoning, state, day("2025-05-06"))
    assert {(rung.until, rung.basis, rung.strength) for rung in rungs} == {(None, "", None)}
