"""A new schema from a table of one's own: its headings become columns, its cells their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from foitrack.desk.schemas import TableChoice
from ui.core_words import told
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.form import Form


class NewSchemaDialog(DialogFrame):
    """Asks for a title and which table to begin from."""

    enter_accepts = True

    wanted = Signal(str, int)
    """The title, and the table's place among those offered; -1 for none of them."""

    def __init__(
        self, tables: Sequence[TableChoice], parent: QWidget | None = None, *, chosen: int = 0
    ) -> None:
        """`chosen` is the place of the table to begin from."""
        super().__init__(self.tr("New columns and words"), self.tr("Begin"), parent)
        self.title_field = QLineEdit()
        self.title_field.setPlaceholderText(self.tr("Parking fines"))
        self.table = QComboBox()
        self.table.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for place, choice in enumerate(tables):
            self.table.addItem(told(choice.label), place)
        self.table.addItem(self.tr("No table: begin with one column"), -1)
        self.table.setCurrentIndex(max(0, self.table.findData(chosen)))
        form = Form()
        form.add_row(self.tr("What the case data is &about"), self.title_field)
        form.add_row(
            self.tr("Begin from this &table"),
            self.table,
            self.tr(
                "Its headings become columns and its cells their words. Nothing is read by "
                "it until you save."
            ),
        )
        self.body.addWidget(form)
        self.title_field.setFocus()

    def accept(self) -> None:
        """Begin, where there is a title."""
        title = " ".join(self.title_field.text().split())
        if not title:
            self.complain(self.tr("Give the case data a title."))
            self.title_field.setFocus()
            return
        self.wanted.emit(title, int(self.table.currentData()))
        super().accept()
