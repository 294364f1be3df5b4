"""Asking for an internal review, and recording how it ended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk import reviews
from foitrack.desk.request_stale import review_events
from foitrack.desk.stale import Conflict
from foitrack.desk.views import Changed, ProvisionView, RequestDetail
from foitrack.errors import PlainError
from foitrack.law.clock import reckon
from foitrack.law.terms import DeadlineKind, Event, EventKind, Review
from foitrack.law.wording import full_date
from ui import theme
from ui.core_words import told
from ui.counting import for_later
from ui.law_words import review_words
from ui.requests.days import say_problem
from ui.requests.event_form import RESULTS
from ui.team.stale_form import StaleForm
from ui.widgets.date_field import DateField
from ui.widgets.form import labelled
from ui.widgets.labels import explaining, secondary, words

if TYPE_CHECKING:
    from ui.workspace import Workspace

EXPLAINED = {
    Review.UPHELD: for_later("The authority stands by its answer."),
    Review.PARTLY_UPHELD: for_later(
        "Some of the refusal stands; the rest was released or changed."
    ),
    Review.OVERTURNED: for_later("The authority changed its answer."),
    Review.WITHDRAWN: for_later("You no longer want the review."),
}


class _DayDialog(StaleForm):
    """A dialog about something that happened on a day."""

    enter_accepts = True

    def __init__(
        self, workspace: Workspace, detail: RequestDetail, title: str, accept: str, parent: QWidget
    ) -> None:
        super().__init__(title, accept, parent, width=500)
        self._workspace = workspace
        self._detail = detail
        self._seen = review_events(detail.events)
        self.on = DateField()
        self.on.set_date(workspace.today)

    def _day(self) -> date | None:
        """The day in the field; None, and said, while it is wrong, missing or to come."""
        if say_problem(self.on, self._workspace.today, missing=self.tr("Write the day.")):
            self.refit()
            return None
        return self.on.date()

    def take(self, conflict: Conflict, mine: bool) -> None:
        """Theirs is stored already; mine is recorded beside it, now that it has been seen."""
        if not mine:
            self.reject()
        elif isinstance(conflict.theirs, frozenset):
            self._seen = conflict.theirs

    def _written(self, change: Changed) -> None:
        self.done(int(self.DialogCode.Accepted))


class AskReviewDialog(_DayDialog):
    """What is challenged, and since when the authority has been asked to look again."""

    def __init__(self, workspace: Workspace, detail: RequestDetail, parent: QWidget) -> None:
        super().__init__(workspace, detail, "", "", parent)
        self.set_title(self.tr("Ask for an internal review"))
        self.accept_button.setText(self.tr("Record that I asked"))
        self._ticks: list[tuple[QCheckBox, ProvisionView]] = []
        self.why = QPlainTextEdit()
        self._add_deadline()
        self._add_provisions()
        box, _ = labelled(
            self.tr("&What you challenge, in your words"),
            self.why,
            self.tr("Kept with the review. The app sends nothing for you."),
        )
        self.why.setMinimumHeight(theme.px(96))
        self.why.setTabChangesFocus(True)
        day, _ = labelled(self.tr("&Day you asked"), self.on)
        self.body.addWidget(box, 1)
        self.body.addWidget(day)
        self.on.date_changed.connect(self._forecast)
        self._forecast()
        self.why.setFocus()

    def challenged(self) -> str:
        """The provisions ticked and the words typed."""
        named = ", ".join(view.provision for tick, view in self._ticks if tick.isChecked())
        typed = self.why.toPlainText().strip()
        return ": ".join(part for part in (named, typed) if part)

    def _add_deadline(self) -> None:
        self.body.addWidget(secondary(told(self._detail.review.possible_now), wrap=True))

    def _add_provisions(self) -> None:
        found = {
            view.provision: view
            for response in self._detail.responses
            for view in response.provisions
            if response.recorded
        }
        if not found:
            return
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(words(self.tr("Cited against you"), 13, 500))
        for view in found.values():
            tick = QCheckBox(f"{view.provision}, {view.title}".replace("&", "&&"))
            tick.setChecked(True)
            column.addWidget(tick)
            self._ticks.append((tick, view))
        self.body.addWidget(box)

    def _forecast(self) -> None:
        self.complain("")
        on = self.on.date()
        self.say(self._answer_due(on) if on is not None else "")

    def _answer_due(self, on: date) -> str:
        events = [view.event for view in self._detail.events]
        try:
            reckoning = reckon(
                self._detail.row.regime,
                [*events, Event(EventKind.REVIEW_ASKED, on)],
                self._workspace.desk.reference.calendars,
                today=self._workspace.today,
                body=self._detail.body,
                closed=self._detail.closed,
            )
        except PlainError as problem:
            return told(problem)
        due = reckoning.of(DeadlineKind.REVIEW)
        if due is None:
            return ""
        return self.tr("Should be answered by {0}.").format(full_date(due.on))

    def accept(self) -> None:
        """Record that the review has been asked for."""
        on = None if self.is_undecided() else self._day()
        if on is None:
            return
        workspace, request_id, challenged = self._workspace, self._detail.row.id, self.challenged()
        self.set_busy(True)
        workspace.write(
            lambda: reviews.ask(
                workspace.desk,
                request_id,
                on=on,
                challenged=challenged,
                today=workspace.today,
                seen=self._seen,
            ),
            self._written,
            self.fail,
        )


class ReviewOutcomeDialog(_DayDialog):
    """How the review ended, and when its answer came."""

    def __init__(self, workspace: Workspace, detail: RequestDetail, parent: QWidget) -> None:
        super().__init__(workspace, detail, "", "", parent)
        self.set_title(self.tr("Outcome of the internal review"))
        self.accept_button.setText(self.tr("Record the outcome"))
        self._group = QButtonGroup(self)
        self.unknown = QCheckBox(self.tr("The day is not &known"))
        self.unknown.toggled.connect(self._toggle)
        self.body.addWidget(self._results())
        day, _ = labelled(self.tr("&Day its answer came"), self.on)
        layout = day.layout()
        assert layout is not None
        layout.addWidget(self.unknown)
        self.body.addWidget(day)
        self._group.button(0).setFocus()

    def choose(self, result: Review) -> None:
        """Choose a result."""
        self._group.button(RESULTS.index(result)).setChecked(True)

    def _results(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for place, result in enumerate(RESULTS):
            button = QRadioButton(review_words(result))
            button.setAccessibleDescription(self.tr(EXPLAINED[result]))
            self._group.addButton(button, place)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(explaining(self.tr(EXPLAINED[result]), wrap=True))
            column.addSpacing(8)
        self._group.button(0).setChecked(True)
        return box

    def _toggle(self, unknown: bool) -> None:
        self.on.edit.setEnabled(not unknown)
        if unknown:
            self.on.complain("")

    def accept(self) -> None:
        """Record the outcome."""
        if self.is_undecided():
            return
        on = None
        if not self.unknown.isChecked():
            on = self._day()
            if on is None:
                return
        result = RESULTS[self._group.checkedId()]
        workspace, request_id = self._workspace, self._detail.row.id
        self.set_busy(True)
        workspace.write(
            lambda: reviews.outcome(
                workspace.desk,
                request_id,
                result,
                on=on,
                today=workspace.today,
                seen=self._seen,
            ),
            self._written,
            self.fail,
        )
