"""Requests that may be added up: FOIA s12(4), SI 2004/3244 reg 5."""

from __future__ import annotations

import pytest

from foitrack.law.aggregation import aggregation_warning, may_be_added_up
from tests.law.questions import CALENDARS, EIR, EISR, FOIA, FOISA, day

FIRST = "2025-05-12"
"""Its 60th working day after is Thu 7 August 2025."""


@pytest.mark.parametrize(
    ("later", "together"),
    [
        ("2025-05-12", True),
        ("2025-08-06", True),  # the 60th of 60 consecutive working days
        ("2025-08-07", False),
        ("2026-05-12", False),
    ],
)
def test_sixty_consecutive_working_days(later: str, together: bool) -> None:
    assert may_be_added_up(day(FIRST), day(later), CALENDARS) is together
    assert may_be_added_up(day(later), day(FIRST), CALENDARS) is together


def test_a_receipt_on_a_day_off_does_not_use_up_a_day() -> None:
    """Sat 10 May 2025: the 60 begin on Mon 12 May."""
    assert may_be_added_up(day("2025-05-10"), day("2025-08-06"), CALENDARS)
    assert not may_be_added_up(day("2025-05-10"), day("2025-08-07"), CALENDARS)
    said = aggregation_warning(FOIA, day("2025-06-02"), [day("2025-05-10")], CALENDARS)
    assert said is not None
    assert "1 similar request within" in said
    assert "From Thu 7 August 2025" in said


def test_the_warning_tells_how_many_and_until_when() -> None:
    others = [day(FIRST), day("2024-01-10"), day("2025-05-20")]
    said = aggregation_warning(FOIA, day("2025-06-02"), others, CALENDARS)
    assert said is not None
    assert "2 similar requests" in said
    assert "the latest on Tue 20 May 2025" in said
    assert "From Fri 15 August 2025 it could not" in said
    assert not may_be_added_up(day("2025-05-20"), day("2025-08-15"), CALENDARS)


def test_nothing_near_is_nothing_to_warn_of() -> None:
    assert aggregation_warning(FOIA, day("2025-06-02"), [day("2024-01-10")], CALENDARS) is None


def test_only_foia_adds_up() -> None:
    for regime in (EIR, FOISA, EISR):
        assert aggregation_warning(regime, day(FIRST), [day(FIRST)], CALENDARS) is None
