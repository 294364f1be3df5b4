"""New request: logs what has been sent, to one authority or to many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from foitrack.desk import authorities, campaigns, requests
from foitrack.desk.views import AuthorityChoice, Changed, NewRequest
from foitrack.errors import PlainError
from foitrack.law.terms import Body, ClosedDays, DeadlineKind, Regime
from ui.counting import counted
from ui.requests.asked_form import AskedForm
from ui.requests.authority_search import AuthoritySearch
from ui.requests.authority_ticks import AuthorityTicks
from ui.requests.before_box import AT_A_TIME, BeforeMany, BeforeOne, Rows
from ui.requests.days import say_problem
from ui.requests.dialog_frame import DialogFrame
from ui.requests.due_box import DueBox
from ui.requests.due_words import DueFor
from ui.requests.earlier import short_warning
from ui.requests.law_box import LawBox
from ui.requests.prefilled import Prefilled
from ui.requests.school_holidays import SchoolHolidays
from ui.widgets.labels import words
from ui.widgets.segmented import Segmented
from ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.workspace import Workspace

WIDE, TALL = 1020, 740
STACKED = 700
ONE, MANY = "one", "many"


class NewRequestDialog(DialogFrame):
    """The due date follows every change, for each law."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=WIDE, height=TALL)
        self._workspace = workspace
        self._calendars = workspace.desk.reference.calendars
        self._to_tick: frozenset[str] = frozenset()
        self._asked_before: dict[str, Rows] = {}
        """Of authorities ticked: their earlier requests; empty while on their way."""
        self.form = AskedForm()
        self.due = DueBox()
        self.mode = Segmented(
            self.tr("Authorities"), [(ONE, self.tr("One")), (MANY, self.tr("Many"))]
        )
        self.search = AuthoritySearch(workspace)
        self.law = LawBox(self._calendars.rules)
        self.before = BeforeOne(workspace)
        self.holidays = SchoolHolidays()
        self.holidays.hide()
        self.ticks = AuthorityTicks()
        self.many_before = BeforeMany(workspace)
        self._lay_out()
        self._connect()
        self.form.sent_on.set_date(workspace.today)
        self.say(self.tr("Logs what you have sent. It does not send anything for you."))
        self._show_mode()
        desk = workspace.desk
        workspace.read(lambda: campaigns.all(desk), self.form.offer_campaigns)
        self.form.title.setFocus()

    def show_many(self) -> None:
        """Ask many authorities."""
        self.mode.set_value(MANY)
        self._show_mode()

    def begin_with(self, given: Prefilled) -> None:
        """Begin with what is known already; every field can be changed."""
        form, desk = self.form, self._workspace.desk
        form.title.setText(given.title)
        form.wording.setPlainText(given.wording)
        form.campaign.setCurrentText(given.campaign)
        if len(given.names) == 1:
            name = given.names[0]
            self._workspace.read(lambda: authorities.choice(desk, name), self.search.choose)
        elif given.names:
            self._to_tick = frozenset(given.names)
            self.show_many()

    def new_request(self) -> NewRequest:
        """What the fields say."""
        form = self.form
        many = self.mode.value() == MANY
        choice = None if many else self.search.choice()
        received = form.received_on.date() if form.received_on.isVisibleTo(form) else None
        return NewRequest(
            title=form.title.text().strip(),
            authority=choice.name if choice else None,
            wording=form.wording.toPlainText(),
            campaign=form.campaign.currentText().strip() or None,
            regime=None if many else self.law.regime(),
            body=self.law.body() if choice else None,
            sent_on=form.sent_on.date(),
            received_on=received,
            sent_by=form.way(),
            reference=form.reference.text().strip() or None,
            requester_name=form.requester_name.text().strip(),
            requester_address=form.requester_address.text().strip(),
            notes=form.notes.text().strip(),
            closed=self._closed(),
        )

    # What follows from the fields

    def _refresh(self) -> None:
        """The due date, the warnings and the button, as the fields are now."""
        self.complain("")
        self.holidays.setVisible(self.law.body() is Body.SCHOOL)
        self._show_due()
        self._show_before()
        self._show_button()

    def _show_due(self) -> None:
        if self.form.is_wrong():
            self.due.say_nothing(self.tr("Due date not known: check the date"))
            return
        try:
            self.due.show_dues(self._dues())
        except PlainError as problem:
            self.due.say_nothing(str(problem))

    def _dues(self) -> list[DueFor]:
        """The last day for each law and period among the authorities, the commonest first."""
        groups: dict[tuple[Regime, Body], list[str]] = {}
        if self.mode.value() == MANY:
            for choice in self.ticks.ticked():
                groups.setdefault((choice.regime, choice.body), []).append(choice.name)
        else:
            one = self.search.choice()
            groups[self.law.regime(), self.law.body()] = [one.name if one else ""]
        groups = groups or {(Regime.FOIA, Body.GENERAL): []}
        largest = sorted(groups.items(), key=lambda item: -len(item[1]))
        return [self._due(regime, body, names) for (regime, body), names in largest]

    def _due(self, regime: Regime, body: Body, names: list[str]) -> DueFor:
        form = self.form
        received = form.received_on.date() if form.received_on.isVisibleTo(form) else None
        new = NewRequest(
            title="",
            authority=None,
            regime=regime,
            body=body,
            sent_on=form.sent_on.date(),
            received_on=received,
            sent_by=form.way(),
            closed=self._closed(),
        )
        today = self._workspace.today
        reckoning = requests.preview(self._workspace.desk, new, today=today)
        return DueFor(regime, tuple(names), reckoning.of(DeadlineKind.RESPONSE))

    def _show_before(self) -> None:
        new = self.new_request()
        if self.mode.value() == MANY:
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

    def _closed(self) -> ClosedDays:
        """The school holidays given, where the authority is a school."""
        one = self.mode.value() == ONE and self.law.body() is Body.SCHOOL
        return self.holidays.days() if one else ()

    def _show_button(self) -> None:
        number = len(self.ticks.ticked())
        if self.mode.value() == ONE:
            self.accept_button.setText(self.tr("Log request"))
        elif not number:
            self.accept_button.setText(self.tr("Log requests"))
        else:
            self.accept_button.setText(self.tr("Log {0}").format(counted(number, "request")))

    # Authorities

    def _law_changed(self) -> None:
        self._refresh()
        self.refit()

    def _authority_chosen(self, choice: AuthorityChoice | None) -> None:
        self.law.show_authority(choice)
        self._refresh()
        self.refit()

    def _ticks_changed(self) -> None:
        wanted = [c.name for c in self.ticks.ticked() if c.name not in self._asked_before]
        self._asked_before |= dict.fromkeys(wanted, ())
        desk, today = self._workspace.desk, self._workspace.today
        for first in range(0, len(wanted), AT_A_TIME):
            names = wanted[first : first + AT_A_TIME]
            self._workspace.read(partial(_asked_before, desk, names, today), self._take_before)
        self._refresh()

    def _take_before(self, found: dict[str, Rows]) -> None:
        self._asked_before |= found
        self.ticks.model.warn({name: short_warning(rows) for name, rows in found.items()})
        self.many_before.know(found)

    def _show_mode(self) -> None:
        many = self.mode.value() == MANY
        self.set_title(
            self.tr("New request to many authorities") if many else self.tr("New request")
        )
        self._authority_word.setText(self.tr("Authorities") if many else self.tr("Authority"))
        self.sides.setCurrentIndex(1 if many else 0)
        if many and not self.ticks.model.everyone():
            desk = self._workspace.desk
            self._workspace.read(lambda: authorities.everyone(desk), self._offer)
        self._refresh()

    def _offer(self, choices: tuple[AuthorityChoice, ...]) -> None:
        self.ticks.offer(choices)
        wanted = [choice for choice in choices if choice.name in self._to_tick]
        if wanted:
            self.ticks.model.tick(wanted, on=True)
            self.ticks.only.setChecked(True)

    # Logging

    def accept(self) -> None:
        """Log it, unless something is missing or wrong; then say so where it is."""
        if not self._complete():
            self.refit()
            return
        new, workspace = self.new_request(), self._workspace
        self.set_busy(True)
        if self.mode.value() == MANY:
            names = [choice.name for choice in self.ticks.ticked()]
            workspace.write(
                lambda: requests.log_many(workspace.desk, new, names, today=workspace.today),
                self._written,
                self.fail,
                label=self.tr("Logging requests"),
            )
        else:
            workspace.write(
                lambda: requests.log(workspace.desk, new, today=workspace.today),
                self._written_one,
                self.fail,
            )

    def _complete(self) -> bool:
        form = self.form
        if not form.title.text().strip():
            form.say_title_missing()
            return False
        if self.law.body() is Body.SCHOOL and self.holidays.say_problem():
            return False
        return self._dates_right() and self._authority_given()

    def _dates_right(self) -> bool:
        form, today = self.form, self._workspace.today
        shown = [f for f in (form.sent_on, form.received_on) if f.isVisibleTo(form)]
        return not any(say_problem(field, today) for field in shown)

    def _authority_given(self) -> bool:
        if self.mode.value() == MANY:
            if not self.ticks.ticked():
                self.complain(self.tr("Tick at least one authority."))
                self.ticks.list.setFocus()
                return False
            return True
        if self.search.choice() is None:
            self.search.complain(
                self.tr("Choose an authority from the list, or add what you typed as a new one.")
            )
            self.search.setFocus()
            return False
        return True

    def _written(self, change: Changed) -> None:
        self.done(int(self.DialogCode.Accepted))

    def _written_one(self, change: Changed) -> None:
        self.done(int(self.DialogCode.Accepted))
        if change.new_id is not None:
            self._workspace.navigate.emit("requests", change.new_id)

    # Layout

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.form, 1)
        left.addWidget(self.due)
        right = QVBoxLayout()
        right.setSpacing(8)
        head = QHBoxLayout()
        self._authority_word = words(self.tr("Authority"), 13, 500)
        head.addWidget(self._authority_word)
        head.addStretch(1)
        head.addWidget(self.mode)
        self.sides = QStackedWidget()
        self.sides.addWidget(self._one_side())
        self.sides.addWidget(self._many_side())
        right.addLayout(head)
        right.addWidget(self.sides, 1)
        both = SideBySide(left, right, shares=(428, 510), gap=32, below=STACKED)
        self.body.addWidget(both, 1)
        self.body.setContentsMargins(24, 4, 24, 16)

    def _one_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.search)
        column.addWidget(self.law)
        column.addWidget(self.holidays)
        column.addWidget(self.before)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        return side

    def _many_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.ticks, 1)
        column.addWidget(self.many_before)
        return side

    def _connect(self) -> None:
        self.form.changed.connect(self._refresh)
        self.form.grown.connect(self.refit)
        self.mode.chosen.connect(lambda _: self._show_mode())
        self.search.chosen.connect(self._authority_chosen)
        self.law.changed.connect(self._law_changed)
        self.holidays.changed.connect(self._refresh)
        self.holidays.grown.connect(self.refit)
        self.ticks.changed.connect(self._ticks_changed)


def _asked_before(desk: Desk, names: list[str], today: date) -> dict[str, Rows]:
    return {name: requests.similar(desk, name, today=today) for name in names}
