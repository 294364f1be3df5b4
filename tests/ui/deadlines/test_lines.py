from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk.views import CalendarEntry, HolidayMark
from foitrack.law.terms import Regime
from ui.deadlines import words
from ui.deadlines.lines import Head, Item, Reckoner, Remark, day_lines, list_lines, said
from ui.deadlines.lines_model import DeadlineLinesModel
from ui.deadlines.lines_view import LinesView
from ui.deadlines.six_weeks import Mark, SixWeeks, WindowBar, build

FIRST = date(2023, 3, 13)
TODAY = date(2023, 3, 28)
GOOD_FRIDAY = HolidayMark(date(2023, 4, 7), "Good Friday", ("E", "W", "S", "NI"))


def entry(
    on: date, kind: str, label: str, detail: str = "", start: date | None = None
) -> CalendarEntry:
    return CalendarEntry(on, kind, label, detail, 1, start)


def reckoner() -> Reckoner:
    calendar = assets.calendars().for_regime(Regime.FOIA)

    def last_working_day(on: date) -> date:
        return on if calendar.is_working_day(on) else calendar.add_working_days(on, -1)

    return Reckoner(TODAY, calendar.working_days_between, last_working_day)


def weeks(*entries: CalendarEntry) -> SixWeeks:
    return build(FIRST, entries, [GOOD_FRIDAY])


def test_a_day_lists_its_kinds_with_how_many_of_each(dressed: QApplication) -> None:
    on = date(2023, 3, 30)
    found = day_lines(
        weeks(
            entry(on, "due", "A", "in 2 working days"),
            entry(on, "due", "B"),
            entry(on, "review", "C", "should be answered"),
        ),
        on,
        reckoner(),
    )
    assert [line.text for line in found if isinstance(line, Head)] == [
        "2 answers due",
        "1 internal review",
    ]
    assert [(line.entry.label, line.detail) for line in found if isinstance(line, Item)] == [
        ("A", ""),
        ("B", ""),
        ("C", "Should be answered"),
    ]


def test_a_last_day_of_ours_on_a_holiday_says_by_when_to_send(dressed: QApplication) -> None:
    on = GOOD_FRIDAY.on
    found = day_lines(weeks(entry(on, "commissioner", "A", "you can complain")), on, reckoner())
    assert isinstance(found[0], Remark) and "Good Friday" in found[0].text
    details = [line.detail for line in found if isinstance(line, Item)]
    assert details == ["You can complain. Send by Thu 6 April 2023"]


def test_an_answer_of_theirs_on_a_holiday_does_not(dressed: QApplication) -> None:
    on = GOOD_FRIDAY.on
    found = day_lines(weeks(entry(on, "due", "A")), on, reckoner())
    assert [line.detail for line in found if isinstance(line, Item)] == [""]


def test_windows_open_on_a_day_are_listed_until_their_last_day(dressed: QApplication) -> None:
    ends = date(2023, 3, 31)
    window = weeks(entry(ends, "review", "A", "you can ask", date(2023, 2, 3)))
    open_day = day_lines(window, date(2023, 3, 20), reckoner())
    assert [line.detail for line in open_day if isinstance(line, Item)] == [
        "You can ask. Until Fri 31 March 2023"
    ]
    last_day = day_lines(window, ends, reckoner())
    assert [line.text for line in last_day if isinstance(line, Head)] == ["1 internal review"]


def test_a_day_on_which_nothing_falls_says_so(dressed: QApplication) -> None:
    [line] = day_lines(weeks(), date(2023, 3, 29), reckoner())
    assert said(line) == "Nothing falls on this day."
    assert day_lines(weeks(), date(2024, 1, 1), reckoner()) == ()


def test_the_list_heads_each_day_with_its_distance(dressed: QApplication) -> None:
    found = list_lines(
        weeks(entry(date(2023, 3, 27), "late", "A"), entry(date(2023, 3, 30), "due", "B")),
        reckoner(),
    )
    heads = [(line.text, line.note) for line in found if isinstance(line, Head)]
    assert heads == [
        ("Mon 27 March 2023", "1 working day ago"),
        ("Thu 30 March 2023", "in 2 working days"),
        ("Fri 7 April 2023", "in 7 working days"),
    ]


def test_words_of_marks_fit_narrow_cells(dressed: QApplication) -> None:
    on = date(2023, 3, 30)
    one = Mark("due", (entry(on, "due", "Devon and Cornwall Police"),))
    many = Mark("due", tuple(entry(on, "due", "A") for _ in range(14)))
    assert words.mark_texts(one) == ("Devon and Cornwall Police", "Devon and Cornwall")
    assert words.mark_texts(many) == ("14 answers due", "14 due")
    assert (
        words.short_name("Police Service of Northern Ireland")
        == "Police Service of Northern Ireland"
    )
    assert words.short_name("Police") == "Police"


def test_a_bar_for_several_says_what_they_share(dressed: QApplication) -> None:
    on, start = date(2023, 3, 30), date(2023, 3, 1)
    same = WindowBar(
        "review",
        (entry(on, "review", "A", "ask", start), entry(on, "review", "B", "ask", start)),
        start,
        on,
        0,
    )
    one = WindowBar("review", (entry(on, "review", "A", "ask", start),), start, on, 0)
    assert words.bar_text(same) == "2 requests: ask"
    assert words.bar_text(one) == "A: ask"


def test_keeps_to_qts_rules(dressed: QApplication, qtmodeltester: ModelTester) -> None:
    model = DeadlineLinesModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show(list_lines(weeks(entry(date(2023, 3, 30), "due", "B", "sent 1 March")), reckoner()))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    texts = [
        model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for at in range(model.rowCount())
    ]
    assert texts[1] == "Answer due. B. Sent 1 March"


def test_the_list_moves_over_headings_and_enter_opens(dressed: QApplication, qtbot: QtBot) -> None:
    view = LinesView("Days", stacked=False)
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.show_lines(
        list_lines(
            weeks(entry(date(2023, 3, 27), "late", "A"), entry(date(2023, 3, 30), "due", "B")),
            reckoner(),
        )
    )
    view.show()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    with qtbot.waitSignal(view.day_chosen) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert heard.args == [date(2023, 3, 30)]
    with qtbot.waitSignal(view.opened) as went:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert went.args == [1]


def test_the_keyboard_comes_to_the_day_that_was_brought_up(
    dressed: QApplication, qtbot: QtBot
) -> None:
    view = LinesView("Days", stacked=False)
    qtbot.addWidget(view)
    both = (entry(date(2023, 3, 27), "late", "A"), entry(date(2023, 3, 30), "due", "B"))
    view.show_lines(list_lines(weeks(*both), reckoner()))
    view.bring_up(date(2023, 3, 28))
    chosen: list[date] = []
    view.day_chosen.connect(chosen.append)
    view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn))
    assert chosen == [date(2023, 3, 30)]
