"""The same event for many requests."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from foitrack.law.terms import Event, Regime
from ui.counting import counted
from ui.requests.dialog_frame import DialogFrame
from ui.requests.event_form import EventForm
from ui.requests.event_kinds import offered_under_all


class ManyEventDialog(DialogFrame):
    """Offers what can happen under every law that the requests were made under."""

    enter_accepts = True

    wanted = Signal(object, str)
    """The event, and a note on it."""

    def __init__(
        self,
        number: int,
        regimes: Collection[Regime],
        today: date,
        *,
        by_authority: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent, width=480)
        self._today = today
        said = counted(number, "request")
        self.set_title(self.tr("Record an event for {0}").format(said))
        self.accept_button.setText(self.tr("Record for all {0}").format(f"{number:,}"))
        self.form = EventForm(offered_under_all(regimes), by_authority=by_authority)
        self.form.on.set_date(today)
        self.body.addWidget(self.form)
        self.form.changed.connect(self._changed)
        self.form.kind.setFocus()

    def _changed(self) -> None:
        self.complain("")
        self.refit()

    def accept(self) -> None:
        """Tell the event, unless a day is wrong or missing."""
        event: Event | None = self.form.event_now()
        if self.form.say_problem(self._today) or event is None:
            self.refit()
            return
        note = self.form.note.text().strip()
        self.done(int(self.DialogCode.Accepted))
        self.wanted.emit(event, note)
