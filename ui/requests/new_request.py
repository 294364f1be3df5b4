"""New request: logs what has been sent, to one authority or to many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foitrack.desk import authorities, campaigns, requests
from foitrack.desk.views import Changed, NewRequest
from foitrack.errors import PlainError
from foitrack.law.terms import Body, DeadlineKind, Regime
from ui.core_words import told
from ui.counting import counted
from ui.requests.asked_form import AskedForm
from ui.requests.days import say_problem
from ui.requests.dialog_frame import DialogFrame
from ui.requests.due_box import DueBox
from ui.requests.due_words import DueFor
from ui.requests.prefilled import Prefilled
from ui.requests.whom_to_ask import WhomToAsk
from ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from ui.workspace import Workspace

WIDE, TALL = 1020, 740
STACKED = 700


class NewRequestDialog(DialogFrame):
    """The due date follows every change, for each law."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=WIDE, height=TALL)
        self._workspace = workspace
        self.form = AskedForm()
        self.due = DueBox()
        self.whom = WhomToAsk(workspace)
        self._lay_out()
        self._connect()
        self.form.sent_on.set_date(workspace.today)
        self.say(self.tr("Logs what you have sent. It does not send anything for you."))
        self.whom.turn()
        desk = workspace.desk
        workspace.read(lambda: campaigns.all(desk), self.form.offer_campaigns)
        self.form.title.setFocus()

    def show_many(self) -> None:
        """Ask many authorities."""
        self.whom.choose_many()

    def begin_with(self, given: Prefilled) -> None:
        """Begin with what is known already; every field can be changed."""
        form, desk = self.form, self._workspace.desk
        form.title.setText(given.title)
        form.wording.setPlainText(given.wording)
        form.campaign.setCurrentText(given.campaign)
        if len(given.names) == 1:
            name = given.names[0]
            self._workspace.read(lambda: authorities.choice(desk, name), self.whom.search.choose)
        elif given.names:
            self.whom.choose_many(frozenset(given.names))

    def new_request(self) -> NewRequest:
        """What the fields say."""
        form, whom = self.form, self.whom
        choice = whom.choice()
        received = form.received_on.date() if form.received_on.isVisibleTo(form) else None
        return NewRequest(
            title=form.title.text().strip(),
            authority=choice.name if choice else None,
            wording=form.wording.toPlainText(),
            campaign=form.campaign.currentText().strip() or None,
            regime=None if whom.is_many() else whom.law.regime(),
            body=whom.law.body() if choice else None,
            sent_on=form.sent_on.date(),
            received_on=received,
            sent_by=form.way(),
            reference=form.reference.text().strip() or None,
            requester_name=form.requester_name.text().strip(),
            requester_address=form.requester_address.text().strip(),
            notes=form.notes.text().strip(),
            closed=self.whom.closed(),
        )

    # What follows from the fields

    def _refresh(self) -> None:
        """The due date, the warnings and the button, as the fields are now."""
        self.complain("")
        self.whom.show_law()
        self._show_due()
        self.whom.look_before(self.new_request())
        self._show_button()

    def _show_due(self) -> None:
        if self.form.is_wrong():
            self.due.say_nothing(self.tr("Due date not known: check the date"))
            return
        try:
            self.due.show_dues(self._dues())
        except PlainError as problem:
            self.due.say_nothing(told(problem))

    def _dues(self) -> list[DueFor]:
        """The last day for each law and period among the authorities, the commonest first."""
        groups = self.whom.groups()
        return [self._due(regime, body, names) for (regime, body), names in groups.items()]

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
            closed=self.whom.closed(),
        )
        today = self._workspace.today
        reckoning = requests.preview(self._workspace.desk, new, today=today)
        return DueFor(regime, tuple(names), reckoning.of(DeadlineKind.RESPONSE))

    def _show_button(self) -> None:
        number = len(self.whom.names())
        if not self.whom.is_many():
            self.accept_button.setText(self.tr("Log request"))
        elif not number:
            self.accept_button.setText(self.tr("Log requests"))
        else:
            self.accept_button.setText(self.tr("Log {0}").format(counted(number, "request")))

    def _turned(self) -> None:
        many = self.whom.is_many()
        self.set_title(
            self.tr("New request to many authorities") if many else self.tr("New request")
        )
        self._refresh()

    # Logging

    def accept(self) -> None:
        """Log it, unless something is missing or wrong; then say so where it is."""
        if not self._complete():
            self.refit()
            return
        new, workspace = self.new_request(), self._workspace
        self.set_busy(True)
        if self.whom.is_many():
            names = self.whom.names()
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
        if not self._dates_right():
            return False
        problem = self.whom.problem()
        if problem:
            self.complain(problem)
        return problem is None

    def _dates_right(self) -> bool:
        form, today = self.form, self._workspace.today
        shown = [f for f in (form.sent_on, form.received_on) if f.isVisibleTo(form)]
        return not any(say_problem(field, today) for field in shown)

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
        right.addWidget(self.whom)
        both = SideBySide(left, right, shares=(428, 510), gap=32, below=STACKED)
        self.body.addWidget(both, 1)
        self.body.setContentsMargins(24, 4, 24, 16)

    def _connect(self) -> None:
        self.form.changed.connect(self._refresh)
        self.form.grown.connect(self.refit)
        self.whom.changed.connect(self._refresh)
        self.whom.turned.connect(self._turned)
        self.whom.grown.connect(self.refit)
