"""Whom a new request goes to, one authority or many, under which law, and what they had before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from foitrack.desk import authorities, requests
from foitrack.desk.views import AuthorityChoice, NewRequest
from foitrack.law.terms import Body, ClosedDays, Regime
from ui.requests.authority_search import AuthoritySearch
from ui.requests.authority_ticks import AuthorityTicks
from ui.requests.before_box import AT_A_TIME, BeforeMany, BeforeOne, Rows
from ui.requests.earlier import short_warning
from ui.requests.law_box import LawBox
from ui.requests.school_holidays import SchoolHolidays
from ui.widgets.labels import words
from ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.workspace import Workspace

ONE, MANY = "one", "many"
Groups = dict[tuple[Regime, Body], list[str]]


class WhomToAsk(QWidget):
    """One side for one authority, with its law; another for many, to tick."""

    changed = Signal()
    """Other authorities, another law, or other holidays."""
    turned = Signal()
    """From one authority to many, or back."""
    grown = Signal()
    """It may need more room now."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._to_tick: frozenset[str] = frozenset()
        self._asked_before: dict[str, Rows] = {}
        """Of authorities ticked: their earlier requests; empty while on their way."""
        self.mode = Segmented(_tr("Authorities"), [(ONE, _tr("One")), (MANY, _tr("Many"))])
        self.search = AuthoritySearch(workspace)
        self.law = LawBox(workspace.desk.reference.calendars.rules)
        self.before = BeforeOne(workspace)
        self.holidays = SchoolHolidays()
        self.holidays.hide()
        self.ticks = AuthorityTicks()
        self.many_before = BeforeMany(workspace)
        self._lay_out()
        self._connect()

    # What is chosen

    def is_many(self) -> bool:
        """Whether many are asked."""
        return self.mode.value() == MANY

    def choice(self) -> AuthorityChoice | None:
        """The one authority; None where many are asked, or none is chosen yet."""
        return None if self.is_many() else self.search.choice()

    def names(self) -> list[str]:
        """The authorities ticked."""
        return [choice.name for choice in self.ticks.ticked()]

    def closed(self) -> ClosedDays:
        """The school holidays given, where the authority is a school."""
        school = not self.is_many() and self.law.body() is Body.SCHOOL
        return self.holidays.days() if school else ()

    def groups(self) -> Groups:
        """The names for each law and period among the authorities, the commonest first."""
        found: Groups = {}
        if self.is_many():
            for choice in self.ticks.ticked():
                found.setdefault((choice.regime, choice.body), []).append(choice.name)
        else:
            one = self.search.choice()
            found[self.law.regime(), self.law.body()] = [one.name if one else ""]
        found = found or {(Regime.FOIA, Body.GENERAL): []}
        return dict(sorted(found.items(), key=lambda item: -len(item[1])))

    def choose_many(self, names: frozenset[str] = frozenset()) -> None:
        """Ask many, these among them once they are listed."""
        self._to_tick = names
        self.mode.set_value(MANY)
        self.turn()

    # What follows from it

    def turn(self) -> None:
        """Show the side that is chosen."""
        many = self.is_many()
        self._word.setText(_tr("Authorities") if many else _tr("Authority"))
        self.sides.setCurrentIndex(1 if many else 0)
        if many and not self.ticks.model.everyone():
            desk = self._workspace.desk
            self._workspace.read(lambda: authorities.everyone(desk), self._offer)
        self.turned.emit()

    def show_law(self) -> None:
        """Ask for a school's holidays where the law counts them out."""
        self.holidays.setVisible(self.law.body() is Body.SCHOOL)

    def look_before(self, new: NewRequest) -> None:
        """Say what those asked had before, where `new` is what the fields say."""
        if self.is_many():
            bare = replace(new, title="", wording="", notes="")
            self.many_before.look_at(bare, self.ticks.ticked())
            return
        # What is typed into the other fields changes nothing here: asking again would flicker.
        self.before.look_at(
            NewRequest(
                title="",
                authority=new.authority,
                regime=new.regime,
                sent_on=new.sent_on or self._workspace.today,
                received_on=new.received_on,
            )
        )

    def problem(self) -> str | None:
        """Say what is missing where it is: the words for beside the button, "" where they stand
        at their field, None where nothing is missing.
        """
        if self.law.body() is Body.SCHOOL and self.holidays.say_problem():
            return ""
        if self.is_many():
            if self.ticks.ticked():
                return None
            self.ticks.list.setFocus()
            return _tr("Tick at least one authority.")
        if self.search.choice() is not None:
            return None
        self.search.complain(
            _tr("Choose an authority from the list, or add what you typed as a new one.")
        )
        self.search.setFocus()
        return ""

    def _law_changed(self) -> None:
        self.changed.emit()
        self.grown.emit()

    def _authority_chosen(self, choice: AuthorityChoice | None) -> None:
        self.law.show_authority(choice)
        self._law_changed()

    def _ticks_changed(self) -> None:
        wanted = [name for name in self.names() if name not in self._asked_before]
        self._asked_before |= dict.fromkeys(wanted, ())
        desk, today = self._workspace.desk, self._workspace.today
        for first in range(0, len(wanted), AT_A_TIME):
            names = wanted[first : first + AT_A_TIME]
            self._workspace.read(partial(_asked_before, desk, names, today), self._take_before)
        self.changed.emit()

    def _take_before(self, found: dict[str, Rows]) -> None:
        self._asked_before |= found
        self.ticks.model.warn({name: short_warning(rows) for name, rows in found.items()})
        self.many_before.know(found)

    def _offer(self, choices: tuple[AuthorityChoice, ...]) -> None:
        self.ticks.offer(choices)
        wanted = [choice for choice in choices if choice.name in self._to_tick]
        if wanted:
            self.ticks.model.tick(wanted, on=True)
            self.ticks.only.setChecked(True)

    # Layout

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self._word = words(_tr("Authority"), 13, 500)
        head.addWidget(self._word)
        head.addStretch(1)
        head.addWidget(self.mode)
        self.sides = QStackedWidget()
        one = _column(16, self.search, self.law, self.holidays, self.before)
        one.addStretch(1)
        one.setAlignment(Qt.AlignmentFlag.AlignTop)
        many = _column(12, self.ticks, self.many_before)
        many.setStretch(0, 1)
        for column in (one, many):
            side = QWidget()
            side.setLayout(column)
            self.sides.addWidget(side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.sides, 1)

    def _connect(self) -> None:
        self.mode.chosen.connect(lambda _: self.turn())
        self.search.chosen.connect(self._authority_chosen)
        self.law.changed.connect(self._law_changed)
        self.holidays.changed.connect(self.changed)
        self.holidays.grown.connect(self.grown)
        self.ticks.changed.connect(self._ticks_changed)


def _column(gap: int, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    return column


def _asked_before(desk: Desk, names: list[str], today: date) -> dict[str, Rows]:
    return {name: requests.similar(desk, name, today=today) for name in names}


def _tr(words: str) -> str:
    return QCoreApplication.translate("NewRequestDialog", words)
