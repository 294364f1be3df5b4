from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.desk.views import CalendarEntry, HolidayMark
from ui.deadlines.six_weeks import DAYS, build, first_shown, months_title

FIRST = date(2023, 3, 13)
DAY = date(2023, 3, 30)


def entry(
    on: date, kind: str = "due", label: str = "A", start: date | None = None
) -> CalendarEntry:
    return CalendarEntry(on, kind, label, "can be asked for", 1, start)


def test_the_day_one_starts_from_stands_in_the_third_week() -> None:
    assert first_shown(date(2023, 3, 28)) == FIRST
    assert first_shown(date(2023, 3, 27)) == FIRST
    assert first_shown(date(2023, 4, 2)) == FIRST


def test_late_comes_before_due_before_response_before_review_before_the_commissioner() -> None:
    kinds = ["commissioner", "review", "due", "response", "late"]
    weeks = build(FIRST, [entry(DAY, kind) for kind in kinds], ())
    cell = weeks.cell(DAY)
    assert cell is not None
    assert [mark.kind for mark in cell.marks] == [
        "late",
        "due",
        "response",
        "review",
        "commissioner",
    ]


def test_more_than_two_marks_become_one_and_so_many_more() -> None:
    entries = [
        entry(DAY),
        entry(DAY),
        entry(DAY, "response"),
        entry(DAY, "review"),
        entry(DAY, "review"),
    ]
    cell = build(FIRST, entries, ()).cell(DAY)
    assert cell is not None
    shown, hidden = cell.shown()
    assert [mark.kind for mark in shown] == ["due"]
    assert hidden == 3
    assert cell.shown(3)[1] == 0


def test_requests_with_the_same_window_share_a_bar() -> None:
    start = date(2023, 3, 1)
    bars = build(
        FIRST, [entry(DAY, "review", "A", start), entry(DAY, "review", "B", start)], ()
    ).bars
    assert [[e.label for e in bar.entries] for bar in bars] == [["A", "B"]]


def test_a_window_outside_the_six_weeks_has_no_bar() -> None:
    before = entry(FIRST - timedelta(days=1), "review", "A", date(2023, 2, 1))
    after = entry(date(2023, 7, 1), "review", "B", FIRST + timedelta(days=DAYS))
    assert build(FIRST, [before, after], ()).bars == ()


@given(st.lists(st.tuples(st.integers(-60, 60), st.integers(0, 90)), max_size=12))
def test_bars_in_one_lane_never_overlap(windows: list[tuple[int, int]]) -> None:
    entries = [
        entry(
            FIRST + timedelta(days=start + length), "review", str(at), FIRST + timedelta(days=start)
        )
        for at, (start, length) in enumerate(windows)
    ]
    bars = build(FIRST, entries, ()).bars
    for one in bars:
        for other in bars:
            if one is not other and one.lane == other.lane:
                assert one.last < max(other.first, FIRST) or other.last < max(one.first, FIRST)


def test_a_day_kept_under_two_names_is_one_holiday() -> None:
    on = date(2023, 4, 10)
    marks = [
        HolidayMark(on, "Easter Monday", ("E", "W")),
        HolidayMark(on, "Spring holiday", ("NI",)),
    ]
    cell = build(FIRST, (), marks).cell(on)
    assert cell is not None and cell.holiday is not None
    assert cell.holiday.nations == ("E", "W", "NI")
    assert "Easter Monday" in cell.holiday.title and "Spring holiday" in cell.holiday.title


@pytest.mark.parametrize(
    ("first", "last", "title"),
    [
        (date(2023, 3, 13), date(2023, 4, 23), "March and April 2023"),
        (date(2023, 5, 1), date(2023, 5, 30), "May 2023"),
        (date(2023, 1, 30), date(2023, 3, 12), "January to March 2023"),
        (date(2023, 12, 4), date(2024, 1, 14), "December 2023 and January 2024"),
    ],
)
def test_the_title_names_the_months_shown(first: date, last: date, title: str) -> None:
    assert months_title(first, last) == title


def test_a_day_that_is_not_shown_has_no_cell() -> None:
    weeks = build(FIRST, (), ())
    assert weeks.cell(FIRST - timedelta(days=1)) is None
    assert weeks.cell(weeks.last + timedelta(days=1)) is None
    last = weeks.cell(weeks.last)
    assert last is not None and last.on == weeks.last
