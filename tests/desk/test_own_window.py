"""An authority's own window, counted from the answer; what cannot be counted is left out."""

from __future__ import annotations

from datetime import date

import pytest

from foitrack.desk.own_window import last_day
from foitrack.desk.reference import Reference
from foitrack.law.terms import Regime

ANSWERED = date(2023, 3, 27)


@pytest.mark.parametrize(
    ("window", "on"),
    [
        ("two months", date(2023, 5, 27)),
        ("2 calendar months", date(2023, 5, 27)),
        ("two (2) months", date(2023, 5, 27)),
        ("40 working days", date(2023, 5, 26)),
        ("forty working  days", date(2023, 5, 26)),
        ("28 days", date(2023, 4, 24)),
        ("six weeks", date(2023, 5, 8)),
        ("a reasonable time", None),
        ("twenty school days", None),
        ("several weeks", None),
        ("0 days", None),
        ("3 working months", None),
        ("", None),
    ],
)
def test_windows(reference: Reference, window: str, on: date | None) -> None:
    calendar = reference.calendars.for_regime(Regime.FOIA)
    assert last_day(window, ANSWERED, calendar) == on


def test_a_month_without_that_day_ends_the_window(reference: Reference) -> None:
    calendar = reference.calendars.for_regime(Regime.FOIA)
    assert last_day("two months", date(2022, 12, 31), calendar) == date(2023, 2, 28)
