"""The name of a filter that is kept."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from foitrack.desk.saved_filters import LONGEST
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.form import Form


class FilterNameDialog(DialogFrame):
    """Says where a name is taken: keeping replaces that filter, renaming cannot be."""

    wanted = Signal(str)

    def __init__(
        self, taken: Collection[str], name: str = "", parent: QWidget | None = None
    ) -> None:
        """With a `name` it is given another one."""
        super().__init__("", "", parent, width=440)
        self._taken = {one.casefold() for one in taken}
        self._renames = bool(name)
        self.set_title(self.tr("Rename the filter") if name else self.tr("Keep this filter"))
        self.accept_button.setText(self.tr("Rename") if name else self.tr("Keep"))
        self.field = QLineEdit(name)
        self.field.setMaxLength(LONGEST)
        self.field.selectAll()
        form = Form()
        form.add_row(
            self.tr("&Name"),
            self.field,
            self.tr("Kept in the case file: whoever works with it has this filter too."),
        )
        self.body.addWidget(form)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self.accept)
        self._look()
        self.field.setFocus()

    def accept(self) -> None:
        """Tell the name, where it can be."""
        if self.accept_button.isEnabled():
            self.done(int(self.DialogCode.Accepted))
            self.wanted.emit(self._name())

    def _name(self) -> str:
        return " ".join(self.field.text().split())

    def _look(self) -> None:
        taken = self._name().casefold() in self._taken
        self.complain(self.tr("Another filter has this name.") if taken and self._renames else "")
        replaces = taken and not self._renames
        self.say(self.tr("It takes the place of the one of this name.") if replaces else "")
        self.accept_button.setEnabled(bool(self._name()) and not (taken and self._renames))
