"""The line over Today that tells what fell due since the case file was closed last."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from foitrack.law.wording import full_date
from ui import theme
from ui.counting import counted, listed
from ui.since import Away
from ui.widgets.labels import words


class AwayBar(QWidget):
    """Hidden where nothing came about; once dismissed it does not come again."""

    opened = Signal(object)
    """Show these requests: a frozenset of their ids."""
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: frozenset[int] = frozenset()
        theme.ground(self, "sunken")
        sign = QLabel(self)
        theme.set_pixmap(sign, "bell", "text2")
        self.label = words("", 13, 500, wrap=True)
        self.show_them = QPushButton(self.tr("Show them"), self)
        self.dismiss = QToolButton(self)
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss what became due"))
        self.dismiss.setMinimumSize(24, 24)
        theme.set_icon(self.dismiss, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(self.label, 1)
        row.addWidget(self.show_them)
        row.addWidget(self.dismiss)
        self.show_them.clicked.connect(self._open)
        self.dismiss.clicked.connect(self._dismiss)
        self.hide()

    def tell(self, away: Away) -> None:
        """Say what came about, where anything did."""
        self._ids = away.every
        self.label.setText(self._sentence(away))
        self.show_them.setAccessibleDescription(self.label.text())
        self.setVisible(bool(self._ids))

    def _sentence(self, away: Away) -> str:
        parts = []
        if away.overdue:
            number = counted(len(away.overdue), "request")
            parts.append(self.tr("{0} became overdue").format(number))
        if away.due_today:
            number = counted(len(away.due_today), "answer")
            parts.append(self.tr("{0} due today").format(number))
        if away.review:
            number = counted(len(away.review), "internal review")
            parts.append(self.tr("{0} not answered in time").format(number))
        if away.review_today:
            number = counted(len(away.review_today), "internal review")
            parts.append(self.tr("{0} due today").format(number))
        if away.lost:
            number = counted(len(away.lost), "answer")
            parts.append(self.tr("{0} can no longer be challenged").format(number))
        parts += self._by_others(away)
        said = self.tr("Since you were last here, on {day}: {what}.")
        return said.format(day=full_date(away.since), what=", ".join(parts))

    def _by_others(self, away: Away) -> list[str]:
        if not away.changed:
            return []
        who = listed(away.names) or self.tr("somebody else")
        said = [self.tr("{0} changed {1}").format(who, counted(len(away.changed), "request"))]
        if away.answered:
            said.append(self.tr("{0} came in").format(counted(len(away.answered), "answer")))
        return said

    def _open(self) -> None:
        ids = self._ids
        self._dismiss()
        self.opened.emit(ids)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
