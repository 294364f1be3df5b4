"""The clock strip: each day once, folded where there is no room, said in words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.law.clock import reckon
from foitrack.law.terms import DeadlineKind, Event, EventKind, Regime
from ui import theme
from ui.widgets.clock_strip import ClockStrip, describe
from ui.widgets.strip_days import Look, Strip, holiday_name, in_words, strip_of
from ui.widgets.strip_layout import Label, labels_above, labels_below, place_cells, spread

TODAY = date(2023, 3, 28)
SENT = EventKind.SENT


def strip(
    *events: tuple[EventKind, date],
    today: date = TODAY,
    answered: date | None = None,
    kind: DeadlineKind = DeadlineKind.RESPONSE,
    limit: DeadlineKind | None = None,
) -> Strip:
    calendars = assets.calendars()
    given_events = [Event(*event) for event in events]
    reckoning = reckon(Regime.FOIA, given_events, calendars, today=today)
    deadline = reckoning.of(kind)
    assert deadline is not None
    made = strip_of(
        deadline,
        calendars,
        Regime.FOIA,
        today=today,
        answered_on=answered,
        limit=reckoning.of(limit) if limit else None,
        review=kind is DeadlineKind.REVIEW,
    )
    assert made is not None
    return made


def staffordshire() -> Strip:
    answered = date(2023, 3, 27)
    return strip((SENT, date(2023, 3, 1)), (EventKind.RESPONSE, answered), answered=answered)


def late_review() -> Strip:
    return strip(
        (SENT, date(2022, 10, 31)),
        (EventKind.RESPONSE, date(2022, 12, 13)),
        (EventKind.REVIEW_ASKED, date(2023, 2, 1)),
        kind=DeadlineKind.REVIEW,
        limit=DeadlineKind.REVIEW_LIMIT,
    )


def test_it_says_itself_in_words() -> None:
    assert in_words(staffordshire()) == (
        "Day 17 of 20. Response Mon 27 March 2023. Due Thu 30 March 2023. "
        "Skipped: Fri 17 March, St Patrick's Day."
    )
    overdue = strip((SENT, date(2023, 2, 9)))
    assert in_words(overdue).startswith("Day 32 of 20, 12 late. Due Thu 9 March 2023.")
    review = in_words(late_review())
    assert "Day 38 of 20, 18 late." in review
    assert "Longest it may take: Thu 30 March 2023." in review


def test_each_day_looks_as_it_counts() -> None:
    made = staffordshire()
    looks = {cell.on: cell.look for cell in made.cells}
    assert looks[date(2023, 3, 1)] is Look.START
    assert looks[date(2023, 3, 2)] is Look.COUNTED
    assert looks[date(2023, 3, 4)] is Look.WEEKEND
    assert looks[date(2023, 3, 17)] is Look.HOLIDAY
    assert looks[date(2023, 3, 29)] is Look.AHEAD
    due = made.cell(date(2023, 3, 30))
    assert due is not None
    assert due.due
    assert due.n == 20
    assert [cell.on for cell in made.cells if cell.answered] == [date(2023, 3, 27)]


def test_an_unanswered_count_runs_on_to_today() -> None:
    made = strip((SENT, date(2023, 2, 9)))
    assert made.cells[-1].on == TODAY
    assert made.cells[-1].today
    late = [cell.n for cell in made.cells if cell.look is Look.LATE]
    assert late == list(range(21, 33))


@given(st.dates(date(2021, 1, 1), date(2023, 3, 28)), st.integers(0, 300))
def test_days_are_each_there_once_and_numbered_on(sent: date, later: int) -> None:
    today = date.fromordinal(sent.toordinal() + later)
    made = strip((SENT, sent), today=today)
    days = [cell.on for cell in made.cells]
    assert all(after.toordinal() - before.toordinal() == 1 for before, after in pairwise(days))
    numbers = [cell.n for cell in made.cells if cell.n is not None]
    assert numbers == list(range(len(numbers)))
    assert sum(cell.due for cell in made.cells) == 1


@given(st.dates(date(2021, 1, 1), date(2023, 3, 28)), st.integers(0, 400), st.floats(300, 2000))
def test_cells_stay_in_the_row_and_keep_what_matters(sent: date, later: int, wide: float) -> None:
    today = date.fromordinal(sent.toordinal() + later)
    made = strip((SENT, sent), today=today)
    placed = place_cells(made, wide, 26, 1.0)
    assert placed[-1][1].right() <= wide + 0.5
    assert all(one.right() < other.left() for (_, one), (_, other) in pairwise(placed))
    shown = [cell for cell, _ in placed]
    assert shown[0].look is Look.START
    assert any(cell.due for cell in shown)
    assert any(cell.today for cell in shown)
    whole = sum(cell.n is not None for cell in made.cells)
    kept = sum(cell.n is not None for cell in shown)
    hidden = sum(cell.stands_for for cell in shown if cell.look is Look.FOLDED)
    assert kept + hidden == whole


@given(
    st.lists(st.tuples(st.integers(1, 16), st.floats(0, 1)), max_size=8),
    st.floats(120, 1400),
)
def test_labels_never_overlap_nor_leave_the_row(
    given_labels: list[tuple[int, float]], wide: float
) -> None:
    labels = [
        Label("x" * size, (f"{'y' * size}, day 3", "short"), "text", at * wide, place % 3)
        for place, (size, at) in enumerate(given_labels)
    ]
    spread_out = spread(labels, wide, lambda words, strong: 7.0 * len(words))
    for one, other in pairwise(spread_out):
        assert one.left + one.width <= other.left + 0.01
    for label in spread_out:
        assert label.left >= -0.01
        assert label.left + label.width <= wide + 0.01


def test_the_labels_are_those_of_the_picture() -> None:
    made = staffordshire()
    placed = place_cells(made, 1170, 26, 1.0)
    above = [(one.title, one.details[0]) for one in labels_above(made, placed, "Sent")]
    assert above == [
        ("Sent", "Wed 1 March, day 0"),
        ("Response", "Mon 27 March, day 17"),
        ("Due", "Thu 30 March, day 20"),
    ]
    below = [(one.title, one.details[0]) for one in labels_below(made, placed)]
    assert below == [
        ("St Patrick's Day", "not a working day"),
        ("Today", "Tue 28 March, day 18"),
    ]


def test_a_deadline_counted_otherwise_has_no_strip() -> None:
    calendars = assets.calendars()
    events = [Event(SENT, date(2023, 1, 3)), Event(EventKind.RESPONSE, date(2023, 1, 20))]
    events += [
        Event(EventKind.REVIEW_ASKED, date(2023, 1, 23)),
        Event(EventKind.REVIEW_OUTCOME, date(2023, 2, 1), detail="upheld"),
    ]
    complaint = reckon(Regime.FOIA, events, calendars, today=TODAY).of(DeadlineKind.COMMISSIONER)
    assert complaint is not None
    assert complaint.working_days is None
    assert strip_of(complaint, calendars, Regime.FOIA, today=TODAY) is None


def test_the_widget_is_named_described_and_walked_by_key(
    dressed: QApplication, qtbot: QtBot
) -> None:
    widget = ClockStrip("Sent")
    qtbot.addWidget(widget)
    widget.resize(1170, 100)
    widget.show_strip(staffordshire())
    widget.show()
    assert widget.accessibleName() == "Clock"
    assert widget.accessibleDescription().startswith("Day 17 of 20.")
    assert widget.focusPolicy() is Qt.FocusPolicy.StrongFocus
    qtbot.keyClick(widget, Qt.Key.Key_Left)
    assert widget.accessibleDescription() == "Sun 26 March, Sunday"
    qtbot.keyClick(widget, Qt.Key.Key_Home)
    assert widget.accessibleDescription().startswith("Wed 1 March, day 0")
    qtbot.keyClick(widget, Qt.Key.Key_End)
    assert widget.accessibleDescription() == "Thu 30 March, day 20, last day"
    widget.show_strip(late_review())
    assert widget.accessibleName() == "Clock of the internal review"
    widget.show_strip(None)
    assert not widget.isVisible()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_answered_and_due_cells_are_told_apart_in_paint(
    dressed: QApplication, qtbot: QtBot, name: str
) -> None:
    theme.apply(dressed, name)
    widget = ClockStrip("Sent")
    qtbot.addWidget(widget)
    theme.ground(widget, "surface")
    made = staffordshire()
    widget.resize(1170, widget.sizeHint().height())
    widget.show_strip(made)
    image = widget.grab().toImage()
    boxes = {cell.on: box for cell, box in place_cells(made, 1170, 26, 1.0)}
    answered = boxes[date(2023, 3, 27)].toRect().translated(0, 36)
    assert image.pixelColor(answered.left() + 5, answered.center().y()) == theme.tokens().accent
    due = boxes[date(2023, 3, 30)].toRect().translated(0, 36)
    edge = image.pixelColor(due.left() + 1, due.center().y())
    assert abs(edge.lightness() - theme.tokens().text.lightness()) < 8


def test_why_a_day_does_not_count_is_said() -> None:
    cell = staffordshire().cell(date(2023, 3, 17))
    assert cell is not None
    assert "St Patrick's Day, bank holiday in Northern Ireland" in describe(cell)
    assert holiday_name("Christmas Day (substitute day), bank holiday") == "Christmas Day"
