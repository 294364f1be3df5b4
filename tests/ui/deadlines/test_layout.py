from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest

from foitrack.desk.views import CalendarEntry
from ui.deadlines.calendar_layout import CalendarLayout, Sizes, lay_out
from ui.deadlines.six_weeks import SixWeeks, build

FIRST = date(2023, 3, 13)
SIZES = Sizes(header=26, number=28, tags=19, mark=21, bar=16, thin_bar=7)


def windows(count: int, days: int = 30) -> SixWeeks:
    entries = [
        CalendarEntry(
            FIRST + timedelta(days=days + at), "review", f"Authority {at}", "ask", at, FIRST
        )
        for at in range(count)
    ]
    return build(FIRST, entries, ())


def placed(
    weeks: SixWeeks, height: float = 776, label: float = 300, now: int = 0
) -> CalendarLayout:
    return lay_out(weeks, 900, height, SIZES, lambda _: label, now)


def test_the_cells_fill_the_calendar_without_gaps() -> None:
    cells = placed(windows(0)).cells
    assert len(cells) == 42
    assert cells[0].left() == 0 and cells[6].right() == pytest.approx(900)
    assert cells[-1].bottom() == pytest.approx(776)
    for left, right in itertools.pairwise(cells[:7]):
        assert left.right() == pytest.approx(right.left())
    assert cells[5].width() < cells[0].width()


def test_a_bar_is_labelled_once_however_many_weeks_it_runs() -> None:
    segments = placed(windows(1)).segments
    assert len(segments) == 5
    assert [segment.labelled for segment in segments] == [True, False, False, False, False]
    assert [segment.begins for segment in segments].count(True) == 1
    assert [segment.ends for segment in segments] == [False] * 4 + [True]


def test_the_label_stands_where_it_fits() -> None:
    start = FIRST + timedelta(days=4)
    entry = CalendarEntry(start + timedelta(days=14), "review", "A", "ask", 1, start)
    segments = placed(build(FIRST, [entry], ()), label=400).segments
    assert [segment.labelled for segment in segments] == [False, True, False]


def test_the_label_stands_in_the_week_of_today_where_the_bar_still_runs() -> None:
    def labelled(days: int) -> list[bool]:
        return [segment.labelled for segment in placed(windows(1, days), now=2).segments]

    assert labelled(30) == [False, False, True, False, False]
    # It ends on the Monday of that week: there is no room for words any more.
    assert labelled(14) == [True, False, False]
    assert labelled(9) == [True, False]


def test_a_bar_keeps_its_lane_and_lanes_do_not_touch() -> None:
    segments = placed(windows(3)).segments
    tops = {segment.bar.lane: set() for segment in segments if segment.bar}  # type: dict[int, set[float]]
    for segment in segments:
        assert segment.bar is not None
        week = int((segment.box.top() - 26) // 125)
        tops[segment.bar.lane].add(round(segment.box.top() - week * 125, 3))
    assert all(len(own) == 1 for own in tops.values())
    assert len({next(iter(own)) for own in tops.values()}) == 3


def test_low_cells_have_thin_bars_without_words() -> None:
    segments = placed(windows(3), height=500).segments
    assert {segment.box.height() for segment in segments} == {SIZES.thin_bar - 2}
    assert not any(segment.labelled for segment in segments)


def test_a_single_bar_says_its_words_in_the_smallest_window() -> None:
    segments = placed(windows(1), height=500).segments
    assert [segment.labelled for segment in segments] == [True, False, False, False, False]
    assert {segment.box.height() for segment in segments} == {SIZES.bar - 2}


def test_bars_without_room_are_counted_in_one_line() -> None:
    segments = placed(windows(30)).segments
    rest = [segment for segment in segments if segment.bar is None]
    shown = {id(segment.bar) for segment in segments if segment.bar is not None}
    assert rest and rest[0].hidden == 30 - len(shown)


def test_bars_never_reach_into_the_number_or_out_of_the_cell() -> None:
    for count in (1, 3, 8, 30):
        for height in (400, 500, 776, 1500):
            layout = placed(windows(count), height=height)
            for segment in layout.segments:
                cell = next(
                    c for c in layout.cells if c.contains(segment.box.left() + 1, segment.box.top())
                )
                assert cell.top() + SIZES.number <= segment.box.top() + 1
                assert segment.box.bottom() <= cell.bottom()


def test_a_point_finds_its_day() -> None:
    layout = placed(windows(0))
    assert layout.day_at(1, 27) == 0
    assert layout.day_at(899, 775) == 41
    assert layout.day_at(1, 10) is None
