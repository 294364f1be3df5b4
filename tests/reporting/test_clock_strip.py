from datetime import date

from foitrack.law.terms import CountedDay
from foitrack.reporting.clock_strip import MOST_LINES, ClockStrip, explained, skipped
from foitrack.reporting.fonts import Lettering
from tests.reporting.samples import ST_PATRICK, fonts, response, strip

LETTERING = Lettering(fonts())


def lines(days: tuple[CountedDay, ...], across: float = 499) -> list[list[CountedDay]]:
    drawn = ClockStrip(LETTERING, days, None, None)
    drawn.wrap(across, 700)
    return [[day for _, _, day in line] for line in drawn._lines]


def test_a_clock_of_twenty_days_stands_on_one_line() -> None:
    days = response().strip
    assert lines(days) == [list(days)]


def test_a_longer_clock_goes_on_below_and_stays_within_the_page() -> None:
    days = strip(date(2022, 1, 4), date(2022, 4, 4), {})
    found = lines(days)
    assert 1 < len(found) <= MOST_LINES
    assert [day for line in found for day in line] == list(days)
    drawn = ClockStrip(LETTERING, days, None, None)
    drawn.wrap(499, 700)
    assert all(x + wide <= 499.01 for line in drawn._lines for x, wide, _ in line)


def test_a_wait_of_years_does_not_fill_pages() -> None:
    assert len(lines(strip(date(2019, 1, 4), date(2023, 4, 4), {}))) == MOST_LINES


def test_only_weekdays_that_do_not_count_are_named() -> None:
    assert [day.on for day in skipped(response().strip)] == [ST_PATRICK]


def test_the_law_and_its_strength_are_said() -> None:
    assert explained(response()) == "The last day is set by FOIA s10(1) (statute)."
    assert "provisional" in explained(response(provisional=True))
    assert explained(response(due_on=None)) == ""
