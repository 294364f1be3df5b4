"""Changing what is said of a request that has been logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from foitrack.desk import campaigns, requests
from foitrack.desk.stale import Conflict
from foitrack.desk.views import Changed, RequestDetail
from foitrack.law.terms import Body, ClosedDays, Regime
from ui import theme
from ui.law_words import body_words
from ui.requests.school_holidays import SchoolHolidays
from ui.team.stale_form import StaleForm
from ui.widgets.form import Form

if TYPE_CHECKING:
    from ui.workspace import Workspace


class EditRequestDialog(StaleForm):
    """Only what was changed is written, as one step."""

    enter_accepts = True

    def __init__(self, workspace: Workspace, detail: RequestDetail, parent: QWidget) -> None:
        super().__init__("", "", parent, width=560)
        self.set_title(self.tr("Edit the request"))
        self.accept_button.setText(self.tr("Save"))
        self._workspace = workspace
        self._detail = detail
        self._seen = seen_in(detail)
        row = detail.row
        self.title_edit = QLineEdit(row.title)
        self.authority = QLineEdit(row.authority or "")
        self.authority.setPlaceholderText(self.tr("Authority not stated"))
        self.reference = QLineEdit("; ".join(row.references))
        self.campaign = QComboBox()
        self.campaign.setEditable(True)
        self.campaign.setCurrentText(row.campaign or "")
        self.regime = QComboBox()
        self.kind = QComboBox()
        self.holidays = SchoolHolidays()
        self.wording = QPlainTextEdit(detail.wording)
        self.name = QLineEdit(detail.requester_name)
        self.address = QLineEdit(detail.requester_address)
        self._fill_regimes(row.regime)
        self._fill_kinds(detail)
        self._lay_out()
        workspace.read(lambda: campaigns.all(workspace.desk), self._offer_campaigns)
        self.title_edit.setFocus()

    def _fill_regimes(self, regime: Regime) -> None:
        rules = self._workspace.desk.reference.calendars.rules
        for known in Regime:
            self.regime.addItem(f"{known.value}, {rules.of(known).title}", known.value)
        self.regime.setCurrentIndex(self.regime.findData(regime.value))

    def _fill_kinds(self, detail: RequestDetail) -> None:
        for body in Body:
            self.kind.addItem(body_words(body), body.value)
        self.kind.setCurrentIndex(self.kind.findData(detail.body.value))
        self.holidays.show_days(detail.closed)
        self._show_holidays()
        self.kind.currentIndexChanged.connect(lambda _: self._show_holidays())
        self.holidays.grown.connect(self.refit)

    def _show_holidays(self) -> None:
        self.holidays.setVisible(self._body() is Body.SCHOOL)
        self.refit()

    def _body(self) -> Body:
        return Body(self.kind.currentData())

    def _lay_out(self) -> None:
        for box in (self.regime, self.campaign, self.kind):
            # A long title would otherwise push the fields beside it out of the dialog.
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        form = Form()
        form.add_row(self.tr("&Title"), self.title_edit)
        form.add_row(self.tr("&Authority"), self.authority)
        form.add_row(
            self.tr("&Reference"),
            self.reference,
            self.tr("The authority's own. Several with semicolons between them."),
        )
        form.add_row(self.tr("&Campaign"), self.campaign)
        form.add_row(self.tr("Which &law applies"), self.regime)
        form.add_row(self.tr("&Special time to answer"), self.kind)
        form.add_widget(self.holidays)
        form.add_row(self.tr("&What you asked"), self.wording)
        self.wording.setMinimumHeight(theme.px(110))
        self.wording.setTabChangesFocus(True)
        form.add_pair(
            (self.tr("Your &name in it"), self.name), (self.tr("Your a&ddress in it"), self.address)
        )
        self.body.addWidget(form)

    def _offer_campaigns(self, found: object) -> None:
        typed = self.campaign.currentText()
        names = [view.name for view in found] if isinstance(found, tuple) else []
        self.campaign.addItems(names)
        self.campaign.setCurrentText(typed)

    def changes(self) -> dict[str, str]:
        """What differs from the request as it is."""
        opened = seen_in(self._detail)
        now = {name: line.text().strip() for name, line in self._lines().items()}
        now["campaign"] = self.campaign.currentText().strip()
        now["wording"] = self.wording.toPlainText()
        return {name: new for name, new in now.items() if new != opened[name]}

    def accept(self) -> None:
        """Write what was changed."""
        if self.is_undecided():
            return
        if not self.title_edit.text().strip():
            self.complain(self.tr("A request needs a title."))
            self.title_edit.setFocus()
            return
        changed = self.changes()
        regime = Regime(self.regime.currentData())
        school = self._body() is Body.SCHOOL
        if school and self.holidays.say_problem():
            self.refit()
            return
        body = self._body() if self._body() is not self._detail.body else None
        closed = self.holidays.days() if school else ()
        unlike = closed if closed != self._detail.closed else None
        if not changed and regime is self._detail.row.regime and body is None and unlike is None:
            self.reject()
            return
        self.set_busy(True)
        self._workspace.write(
            lambda: self._write(changed, regime, body, unlike), self._written, self.fail
        )

    def _write(
        self,
        changed: dict[str, str],
        regime: Regime,
        body: Body | None,
        closed: ClosedDays | None,
    ) -> Changed:
        return requests.edit(
            self._workspace.desk,
            self._detail.row.id,
            regime=regime if regime is not self._detail.row.regime else None,
            body=body,
            closed=closed,
            title=changed.get("title"),
            authority=changed.get("authority"),
            reference=changed.get("reference"),
            campaign=changed.get("campaign"),
            wording=changed.get("wording"),
            requester_name=changed.get("requester_name"),
            requester_address=changed.get("requester_address"),
            seen=self._seen,
        )

    def take(self, conflict: Conflict, mine: bool) -> None:
        """Have one of the two values in its field."""
        value: Any = conflict.mine if mine else conflict.theirs
        self._seen[conflict.field] = conflict.theirs
        boxes = {"regime": self.regime, "body": self.kind}
        if conflict.field in boxes:
            boxes[conflict.field].setCurrentIndex(boxes[conflict.field].findData(value.value))
        elif conflict.field == "closed":
            self.holidays.show_days(value)
        elif conflict.field == "wording":
            self.wording.setPlainText(value)
        elif conflict.field == "campaign":
            self.campaign.setCurrentText(value)
        else:
            self._lines()[conflict.field].setText(value)

    def _lines(self) -> dict[str, QLineEdit]:
        return {
            "title": self.title_edit,
            "authority": self.authority,
            "reference": self.reference,
            "requester_name": self.name,
            "requester_address": self.address,
        }

    def _written(self, change: Changed) -> None:
        self.done(int(self.DialogCode.Accepted))


def seen_in(detail: RequestDetail) -> dict[str, object]:
    """What the form showed when it was opened, by the names that `requests.edit` takes."""
    row = detail.row
    return {
        "title": row.title,
        "authority": row.authority or "",
        "reference": "; ".join(row.references),
        "campaign": row.campaign or "",
        "wording": detail.wording,
        "requester_name": detail.requester_name,
        "requester_address": detail.requester_address,
        "regime": row.regime,
        "body": detail.body,
        "closed": detail.closed,
    }
