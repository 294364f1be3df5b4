"""A campaign's name: for a new one, or another for one that is there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from foitrack.desk.stale import Conflict
from ui.team.stale_form import StaleForm
from ui.widgets.form import Form


class NameDialog(StaleForm):
    """Asks for a name; who opened it writes it, and says so where it cannot be."""

    wanted = Signal(str)

    def __init__(
        self, title: str, accept: str, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, accept, parent, width=460)
        self.seen = name
        """The name it was shown to have."""
        self.field = QLineEdit(name)
        self.field.setMaxLength(300)
        self.field.selectAll()
        form = Form()
        form.add_row(self.tr("&Name of the campaign"), self.field)
        self.body.addWidget(form)
        self.field.returnPressed.connect(self.accept)
        self.field.setFocus()

    def accept(self) -> None:
        """Tell the name, where there is one."""
        if self.is_undecided():
            return
        name = " ".join(self.field.text().split())
        if not name:
            self.complain(self.tr("Give the campaign a name."))
            self.field.setFocus()
            return
        self.set_busy(True)
        self.wanted.emit(name)

    def take(self, conflict: Conflict, mine: bool) -> None:
        """Have one of the two names in the field."""
        self.seen = str(conflict.theirs)
        self.field.setText(str(conflict.mine if mine else conflict.theirs))
