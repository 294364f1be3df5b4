"""Until when a line of Today can be put off: some days at hand, or any other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from foitrack.desk.views import AgendaItem
from foitrack.law.wording import full_date
from ui.today.words import translate


@dataclass(frozen=True, slots=True)
class Choice:
    """A day at hand, in words with a mnemonic."""

    words: str
    until: date


def choices(today: date) -> tuple[Choice, ...]:
    """Tomorrow, the next two Mondays, and the first of the next month, each day once."""
    monday = today + timedelta(days=7 - today.weekday())
    month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    offered = (
        Choice(translate("Today", "&Tomorrow"), today + timedelta(days=1)),
        Choice(translate("Today", "Next wee&k"), monday),
        Choice(translate("Today", "In t&wo weeks"), monday + timedelta(weeks=1)),
        Choice(translate("Today", "Next &month"), month),
    )
    by_day: dict[date, Choice] = {}
    for one in offered:
        by_day.setdefault(one.until, one)
    return tuple(by_day[day] for day in sorted(by_day))


class SnoozeMenu(QObject):
    """A menu for one line; what would lose a right cannot be chosen, and says so."""

    chosen = Signal(object)
    """A day: `date`."""
    pick_wanted = Signal()

    def __init__(self, item: AgendaItem, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(parent)
        self.menu.setTitle(translate("Today", "Snooze"))
        self.menu.setToolTipsVisible(True)
        ends = item.right_ends
        for one in choices(today):
            action = self.menu.addAction(f"{one.words}\t{full_date(one.until)}")
            action.triggered.connect(lambda _=False, until=one.until: self.chosen.emit(until))
            action.setEnabled(ends is None or one.until < ends)
        self.menu.addSeparator()
        self.menu.addAction(translate("Today", "&Pick a day…"), self.pick_wanted.emit)
        if ends is not None:
            said = translate("Today", "A right ends on {0}: it is back before that")
            self.menu.addAction(said.format(full_date(ends))).setEnabled(False)
        self.menu.aboutToHide.connect(self.menu.deleteLater)
