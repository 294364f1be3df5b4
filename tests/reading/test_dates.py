from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.dates import MONTHS, find_dates, find_yearless, with_year_before


def values(text: str) -> list[date | None]:
    return [found.value for found in find_dates(text)]


@pytest.mark.parametrize(
    "printed",
    [
        "27 March 2023", "27th March 2023", "27th of March, 2023", "27 Mar 2023", "27-Mar-23",
        "27/03/2023", "27/3/23", "27.03.2023", "27-03-2023", "2023-03-27", "March 27, 2023",
        "March 27th 2023", "Monday 27 March 2023", "Mon, 27 Mar 2023", "27 Mawrth 2023",
    ],
)  # fmt: skip
def test_one_day_in_many_forms(printed: str) -> None:
    assert values(f"Sent on {printed}.") == [date(2023, 3, 27)]


def test_never_month_first() -> None:
    assert values("03/04/2022") == [date(2022, 4, 3)]


@pytest.mark.parametrize("printed", ["31 February 2023", "30/02/2021", "12/25/2022", "00/01/2022"])
def test_impossible_dates_are_kept_and_flagged(printed: str) -> None:
    (found,) = find_dates(f"Date: {printed}")
    assert found.value is None
    assert found.problem


@pytest.mark.parametrize(
    "text",
    [
        "Reference 2021/24677",
        "call 01234 567890",
        "On 3 March 12 officers were sent",
        "version 1.2.2023.4",
        "regulation 12.5.1",
        "FOI/01/02/03/04",
        "the Freedom of Information Act 2000",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(text) == []


def test_wrong_weekday_is_flagged() -> None:
    (found,) = find_dates("Tuesday 27 March 2023")
    assert found.value == date(2023, 3, 27)
    assert "Monday" in found.problem


def test_a_day_without_a_year() -> None:
    (found,) = find_yearless("your request of 17 July for the figures")
    assert with_year_before(found, date(2023, 8, 14)) == date(2023, 7, 17)
    assert with_year_before(found, date(2023, 7, 1)) == date(2022, 7, 17)


def test_29_february_without_a_year() -> None:
    (found,) = find_yearless("on 29 February,")
    assert with_year_before(found, date(2027, 3, 1)) is None
    assert with_year_before(found, date(2025, 3, 1)) == date(2024, 2, 29)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["/", ".", "-"]))
def test_every_day_in_figures_and_words(day: date, mark: str) -> None:
    in_figures = f"{day.day:02d}{mark}{day.month:02d}{mark}{day.year}"
    in_words = f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"
    assert values(f"{in_figures}\n{in_words}") == [day, day]
