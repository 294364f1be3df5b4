"""The bar that asks which request a document answers, where that is not plain."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from foitrack.desk.views import RequestRow
from foitrack.law.wording import table_date
from ui import theme


class RequestChoice(QWidget):
    """Likely requests first; hidden once the document belongs to one."""

    request_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("requestChoice")
        label = QLabel(self.tr("Which request does this &answer?"), self)
        label.setFont(theme.font(13, 600))
        self._box = QComboBox(self)
        self._box.setAccessibleName(self.tr("Request that this document answers"))
        self._box.setMinimumContentsLength(30)
        label.setBuddy(self._box)
        self._use = QPushButton(self.tr("Use this request"), self)
        self._use.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(label)
        row.addWidget(self._box, 1)
        row.addWidget(self._use)

    def show_candidates(self, attached: RequestRow | None, rows: Sequence[RequestRow]) -> None:
        """Offer requests, unless the document already belongs to one."""
        self.setVisible(attached is None)
        self._box.clear()
        for row in rows:
            self._box.addItem(self._words(row), row.id)
        self._use.setEnabled(bool(rows))
        if not rows:
            self._box.addItem(self.tr("No requests yet. Log the request first."))
        self._box.setEnabled(bool(rows))

    def _words(self, row: RequestRow) -> str:
        sent = (
            self.tr("sent {0}").format(table_date(row.sent_on))
            if row.sent_on
            else self.tr("date sent not known")
        )
        authority = row.authority or self.tr("Authority not stated")
        return f"{authority}: {row.title} ({sent})"

    def _choose(self) -> None:
        chosen = self._box.currentData()
        if isinstance(chosen, int):
            self.request_chosen.emit(chosen)
