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
    log_wanted = Signal()
    """The document answers a request that is not in the case file yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("requestChoice")
        label = QLabel(self.tr("Which request does this &answer?"), self)
        label.setFont(theme.font(13, 600))
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Request that this document answers"))
        self.box.setMinimumContentsLength(30)
        label.setBuddy(self.box)
        self.use = QPushButton(self.tr("Use this request"), self)
        self.use.clicked.connect(self._choose)
        self.use.setEnabled(False)
        self.log = QPushButton(self.tr("Log the request…"), self)
        self.log.setToolTip(self.tr("For a request that is not in this case file yet."))
        self.log.clicked.connect(self.log_wanted)
        self.box.currentIndexChanged.connect(self._show_use)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(label)
        row.addWidget(self.box, 1)
        row.addWidget(self.use)
        row.addWidget(self.log)
        self.hide()

    def show_candidates(self, attached: RequestRow | None, rows: Sequence[RequestRow]) -> None:
        """Offer requests, unless the document already belongs to one."""
        chosen = self.box.currentData()
        self.setVisible(attached is None)
        self.box.clear()
        # No request is chosen for the person: a wrong one is worse than none.
        self.box.addItem(
            self.tr("Choose a request")
            if rows
            else self.tr("No requests yet. Log the request first."),
            None,
        )
        for row in rows:
            self.box.addItem(self._words(row), row.id)
        self.box.setEnabled(bool(rows))
        self.box.setCurrentIndex(max(self.box.findData(chosen), 0) if chosen else 0)

    def _show_use(self) -> None:
        self.use.setEnabled(isinstance(self.box.currentData(), int))

    def _words(self, row: RequestRow) -> str:
        sent = (
            self.tr("sent {0}").format(table_date(row.sent_on))
            if row.sent_on
            else self.tr("date sent not known")
        )
        authority = row.authority or self.tr("Authority not stated")
        return f"{authority}: {row.title} ({sent})"

    def _choose(self) -> None:
        chosen = self.box.currentData()
        if isinstance(chosen, int):
            self.request_chosen.emit(chosen)
