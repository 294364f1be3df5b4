"""The rail of Today: the next three weeks, their holidays, and how the campaigns stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from foitrack.desk.views import HolidayMark
from ui import theme
from ui.today.share import Share
from ui.today.share_bar import ShareBar
from ui.today.three_weeks import ThreeWeeks, weekdays
from ui.today.words import translate
from ui.widgets.labels import rule, section, words

WIDTH = 288
TOP = Qt.AlignmentFlag.AlignTop


class TodayRail(QScrollArea):
    """Scrolls by itself where the window is low."""

    day_opened = Signal(object)
    """Open a day on Deadlines: `date`."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        theme.ground(inside, "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 24, 20, 24)
        self._column.setSpacing(10)
        self._column.addWidget(section(self.tr("Next three weeks")))
        self.weeks = ThreeWeeks(today)
        self.weeks.opened.connect(self.day_opened)
        self._column.addWidget(self.weeks)
        self._below = QWidget()
        self._column.addWidget(self._below)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._grow()
        theme.changes().changed.connect(self._grow)

    def show_weeks(self, due: Mapping[date, int], holidays: Sequence[HolidayMark]) -> None:
        """Fill the three weeks."""
        self.weeks.show_days(weekdays(self._today, due, holidays))

    def show_below(self, holidays: Sequence[HolidayMark], shares: Sequence[Share]) -> None:
        """Name the holidays still to come and show the campaigns."""
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        coming = [mark for mark in holidays if mark.on >= self._today and mark.on.weekday() < 5]
        if coming:
            column.addLayout(_named(coming))
        for share in shares:
            column.addSpacing(6)
            column.addWidget(rule())
            column.addSpacing(6)
            title = section(share.name)
            title.setWordWrap(True)
            column.addWidget(title)
            column.addWidget(ShareBar(share))
        self._column.replaceWidget(self._below, below)
        self._below.deleteLater()
        self._below = below

    def _grow(self) -> None:
        self.setFixedWidth(theme.px(WIDTH))


def _named(holidays: Sequence[HolidayMark]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, mark in enumerate(holidays):
        day = words(f"{mark.on:%a} {mark.on.day} {mark.on:%B}", 12, 500)
        grid.addWidget(day, row, 0, TOP)
        grid.addWidget(words(_who(mark), 12, 400, "text2", wrap=True), row, 1, TOP)
    return grid


def _who(mark: HolidayMark) -> str:
    """A holiday's name; where Scotland's calendar differs from the other laws', that too."""
    if "S" in mark.nations:
        return mark.title
    return translate("Today", "{title} (a working day under Scottish law)").format(title=mark.title)
