"""The contents of the text that is shown: its headings, each leading there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.help.guide import Heading

INDENT = "    "
LEVEL_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Indented(QStyledItemDelegate):
    """Sets lower headings in; the words themselves stay bare, so that typing finds them."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The words as they are painted."""
        super().initStyleOption(option, index)
        option.text = INDENT * int(index.data(LEVEL_ROLE) or 0) + option.text


class Contents(QListWidget):
    """Up and Down move and the text follows; the heading that is being read is marked."""

    wanted = Signal(object)
    """Go to this Heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Contents of the guide"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListWidget { background: transparent; } ::item { padding-left: 8px; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(Indented(self))
        self._headings: tuple[Heading, ...] = ()
        self.currentRowChanged.connect(self._chosen)
        self.itemClicked.connect(lambda item: self._chosen(self.row(item)))

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """List these."""
        self._headings = tuple(headings)
        with QSignalBlocker(self):
            self.clear()
            for heading in self._headings:
                item = QListWidgetItem(heading.words)
                item.setData(LEVEL_ROLE, max(0, heading.level - 2))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, heading.words)
                item.setToolTip(heading.words)
                item.setFont(theme.font(13, 400 if heading.level > 1 else 600))
                self.addItem(item)

    def mark(self, heading: Heading) -> None:
        """Mark the heading that is being read; this leads nowhere."""
        with QSignalBlocker(self):
            self.setCurrentRow(self._headings.index(heading) if heading in self._headings else -1)

    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._headings):
            self.wanted.emit(self._headings[row])
