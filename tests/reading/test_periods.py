from __future__ import annotations

import pytest

from foitrack.reading.periods import parse_period


@pytest.mark.parametrize(
    ("cell", "value", "year"),
    [
        ("2018", "2018", 2018),
        ("2018 ", "2018", 2018),
        ("Year 2018", "2018", 2018),
        ("2018:", "2018", 2018),
        ("2023 (to date)", "2023", 2023),
        ("2018/19", "2018/19", None),
        ("2018-2019", "2018/19", None),
        ("FY 2018/19", "2018/19", None),
        ("FY18/19", "2018/19", None),
        ("11/2015", "2015-11", 2015),
        ("2015-11", "2015-11", 2015),
        ("Nov 2015", "2015-11", 2015),
        ("November-15", "2015-11", 2015),
        ("Q2 2019", "2019-Q2", 2019),
        ("2019 Q2", "2019-Q2", 2019),
        ("03/04/2019", "2019-04-03", 2019),
        ("3 April 2019", "2019-04-03", 2019),
    ],
)
def test_periods(cell: str, value: str, year: int | None) -> None:
    period = parse_period(cell)
    assert period is not None
    assert (period.value, period.year) == (value, year)


@pytest.mark.parametrize(
    "cell", ["", "PC", "5", "12", "2018 Constable", "2018/21", "13/2015", "549/21"]
)
def test_what_is_no_period(cell: str) -> None:
    assert parse_period(cell) is None
