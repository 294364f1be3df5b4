"""Putting requests in a campaign, or taking them out of theirs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from foitrack.desk.views import CampaignView
from ui.counting import counted
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.form import Form

LONGEST = 300


class CampaignDialog(DialogFrame):
    """A name that no campaign has begins one; without a name the requests are in none."""

    enter_accepts = True

    wanted = Signal(str)

    def __init__(
        self,
        number: int,
        campaigns: Sequence[CampaignView],
        now: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`now` are the campaigns that they are in; "" for none."""
        super().__init__("", "", parent, width=480)
        self._alone = number == 1
        self._now = {" ".join(name.split()) for name in now}
        self._number = counted(number, "request")
        self._known = {" ".join(one.name.split()).casefold() for one in campaigns}
        self.set_title(self.tr("Put {0} in a campaign").format(self._number))
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.addItems([one.name for one in campaigns])
        self.field.setCurrentText(next(iter(self._now)) if len(self._now) == 1 else "")
        line = self.field.lineEdit()
        if line is not None:
            line.setMaxLength(LONGEST)
        form = Form()
        form.add_row(
            self.tr("&Campaign"),
            self.field,
            self.tr("Choose one, or write a new name. Left empty, it is in no campaign.")
            if self._alone
            else self.tr("Choose one, or write a new name. Left empty, they are in no campaign."),
        )
        self.body.addWidget(form)
        self.field.currentTextChanged.connect(self._say_what)
        self._say_what()
        self.field.setFocus()

    def accept(self) -> None:
        """Tell the name."""
        self.set_busy(True)
        self.done(int(self.DialogCode.Accepted))
        self.wanted.emit(self._name())

    def _deed(self, named: bool) -> str:
        if self._alone:
            return self.tr("Put it there") if named else self.tr("Take it out of its campaign")
        return self.tr("Put them there") if named else self.tr("Take them out of theirs")

    def _name(self) -> str:
        return " ".join(self.field.currentText().split())

    def _say_what(self) -> None:
        name = self._name()
        self.accept_button.setText(self._deed(bool(name)))
        # What is so already is nothing to do.
        self.accept_button.setEnabled(self._now != {name})
        new = bool(name) and name.casefold() not in self._known
        self.say(self.tr("This begins a new campaign.") if new else "")
