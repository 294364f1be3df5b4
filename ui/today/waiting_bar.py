"""The line over Today that leads to documents whose request is not known yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from foitrack.desk.views import UnplacedDocument
from ui import theme
from ui.widgets.labels import words


class WaitingBar(QWidget):
    """Hidden while every document has its request."""

    opened = Signal(object)
    """Choose the request of this proposal, by its id; None: of several, in their list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._only: int | None = None
        theme.ground(self, "accent_soft")
        sign = QLabel(self)
        theme.set_pixmap(sign, "mail", "accent_ink")
        self.label = words("", 13, 500, wrap=True)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()

    def show_documents(self, documents: Sequence[UnplacedDocument]) -> None:
        """Name the first of the documents that wait, and say how many there are."""
        self._only = documents[0].proposal_id if len(documents) == 1 else None
        if documents:
            alone = len(documents) == 1
            self.button.setText(
                self.tr("Choose the request") if alone else self.tr("See what came in")
            )
            self.label.setText(self._sentence(documents))
            self.button.setAccessibleDescription(self.label.text())
        self.setVisible(bool(documents))

    def _sentence(self, documents: Sequence[UnplacedDocument]) -> str:
        name = documents[0].name
        if len(documents) == 1:
            return self.tr("“{0}” is kept, but not yet with a request.").format(name)
        return self.tr(
            "{0} documents are kept, but not yet with a request. The first is “{1}”."
        ).format(len(documents), name)

    def _open(self) -> None:
        self.opened.emit(self._only)
