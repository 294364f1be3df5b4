"""Recording that something happened to a request, or correcting what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from foitrack.desk import requests
from foitrack.desk.stale import Conflict
from foitrack.desk.views import Changed, EventView, RequestDetail
from foitrack.errors import PlainError
from foitrack.law.clock import reckon
from foitrack.law.terms import DeadlineKind, Event, EventKind
from foitrack.law.wording import full_date
from ui import theme
from ui.core_words import told
from ui.requests.event_form import EventForm
from ui.requests.event_kinds import offered
from ui.team.stale_form import StaleForm

if TYPE_CHECKING:
    from ui.workspace import Workspace


class EventDialog(StaleForm):
    """Shows what the event would do to the last day before it is recorded."""

    enter_accepts = True

    def __init__(
        self,
        workspace: Workspace,
        detail: RequestDetail,
        *,
        kind: EventKind | None = None,
        by_authority: bool | None = None,
        correcting: EventView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent, width=480)
        self._workspace = workspace
        self._detail = detail
        self._correcting = correcting
        self.form = EventForm(offered(detail.row.regime), by_authority=by_authority)
        self.body.addWidget(self.form)
        self.remove = QPushButton(self.tr("Remove this event"))
        self._name(by_authority)
        self._start_with(kind)
        self.form.changed.connect(self._changed)
        self._changed()
        self.form.kind.setFocus()

    def _name(self, by_authority: bool | None) -> None:
        if self._correcting is not None:
            self.set_title(self.tr("Correct an event"))
            self.accept_button.setText(self.tr("Save"))
            theme.button_kind(self.remove, "link")
            self.remove.clicked.connect(self._remove)
            self.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            letter = self.tr("The authority's letter")
            self.set_title(letter if by_authority else self.tr("Record an event"))
            self.accept_button.setText(self.tr("Record"))

    def _start_with(self, kind: EventKind | None) -> None:
        if self._correcting is not None:
            self.form.show_event(self._correcting.event, self._correcting.note)
            return
        self.form.on.set_date(self._workspace.today)
        if kind is not None:
            self.form.choose(kind)

    def _changed(self) -> None:
        self.complain("")
        event = self.form.event_now()
        self.say(self._effect(event) if event is not None else "")
        self.refit()

    def _effect(self, event: Event) -> str:
        """What recording it would do to the last day for the answer."""
        was = self._detail.reckoning.of(DeadlineKind.RESPONSE)
        try:
            reckoning = reckon(
                self._detail.row.regime,
                self._events_with(event),
                self._workspace.desk.reference.calendars,
                today=self._workspace.today,
                body=self._detail.body,
                closed=self._detail.closed,
            )
        except PlainError as problem:
            return told(problem)
        now = reckoning.of(DeadlineKind.RESPONSE)
        if now is None or (was is not None and was.on == now.on):
            return ""
        if was is None:
            return self.tr("The answer is then due by {0}.").format(full_date(now.on))
        said = self.tr("The answer is then due by {0} instead of {1}.")
        return said.format(full_date(now.on), full_date(was.on))

    def _events_with(self, event: Event) -> list[Event]:
        gone = self._correcting.id if self._correcting else None
        others = [view.event for view in self._detail.events if view.id != gone]
        return [*others, event]

    def accept(self) -> None:
        """Record it, unless a day is wrong or missing."""
        event = self.form.event_now()
        if self.form.say_problem(self._workspace.today) or event is None:
            self.refit()
            return
        if self.is_undecided():
            return
        self.set_busy(True)
        self._workspace.write(lambda: self._write(event), self._written, self.fail)

    def _write(self, event: Event) -> Changed:
        desk, today = self._workspace.desk, self._workspace.today
        note = self.form.note.text().strip()
        if self._correcting is not None:
            seen = self._correcting
            return requests.correct_event(desk, seen.id, event, note, today=today, seen=seen)
        return requests.add_event(desk, self._detail.row.id, event, note, today=today)

    def _remove(self) -> None:
        assert self._correcting is not None
        if self.is_undecided():
            return
        desk, seen = self._workspace.desk, self._correcting
        self.set_busy(True)
        self._workspace.write(
            lambda: requests.remove_event(desk, seen.id, seen=seen), self._written, self.fail
        )

    def take(self, conflict: Conflict, mine: bool) -> None:
        """Theirs is stored already; mine is written over what is now seen, or anew."""
        if not mine:
            self.reject()
            return
        theirs = conflict.theirs
        self._correcting = theirs if isinstance(theirs, EventView) else None
        self.remove.setVisible(self._correcting is not None)

    def _written(self, change: Changed) -> None:
        self.done(int(self.DialogCode.Accepted))
