"""Any day to which a line of Today shall be put off."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from foitrack.desk.views import AgendaItem
from foitrack.law.wording import full_date
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.date_field import DateField
from ui.widgets.form import Form


class SnoozeDialog(DialogFrame):
    """Says at once why a day cannot be: it has passed, or a right would end before it."""

    enter_accepts = True

    wanted = Signal(object)
    """A day: `date`."""

    def __init__(self, item: AgendaItem, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=420)
        self._today, self._ends = today, item.right_ends
        self.set_title(self.tr("Snooze"))
        self.accept_button.setText(self.tr("Snooze"))
        self.on = DateField()
        self.on.set_date(today + timedelta(days=1))
        form = Form()
        form.add_row(self.tr("Show it again on this &day"), self.on, item.authority)
        self.body.addWidget(form)
        self.on.date_changed.connect(self._look)
        self._look()
        self.on.edit.setFocus()

    def accept(self) -> None:
        """Tell the day, where it can be."""
        until = self.on.date()
        if until is None or self._wrong(until):
            self._look()
            return
        self.done(int(self.DialogCode.Accepted))
        self.wanted.emit(until)

    def _look(self) -> None:
        until = self.on.date()
        wrong = self._wrong(until) if until is not None else ""
        self.complain(wrong)
        self.say("" if until is None or wrong else full_date(until))
        self.accept_button.setEnabled(until is not None and not wrong)
        self.refit()

    def _wrong(self, until: date) -> str:
        if until <= self._today:
            return self.tr("Choose a day after today.")
        if self._ends is not None and until >= self._ends:
            said = self.tr("A right ends on {0} and would be lost. Choose a day before that.")
            return said.format(full_date(self._ends))
        return ""
