"""Facts in two columns: what is meant, then what is known of it, then a remark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui import theme
from ui.widgets.labels import words

NAMES_WIDE = 126


class FactsGrid(QWidget):
    """Lines of facts; a fact that is not known is said to be so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnMinimumWidth(0, theme.px(NAMES_WIDE))
        self._grid.setColumnStretch(1, 1)

    def clear(self) -> None:
        """Take out all lines."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, name: str, value: str, remark: str = "", *, tone: str = "text") -> QLabel:
        """Add a line; the value stands out, the remark does not."""
        row = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(words(name, 13, 400, "text2"), row, 0, top)
        said = words("", wrap=True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setText(value)
        said.setFont(theme.font(13, 500))
        theme.colour_label(said, tone)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said.setAccessibleName(f"{name}: {value}" + (f". {remark}" if remark else ""))
        if not remark:
            self._grid.addWidget(said, row, 1, top)
            return said
        holder = Aside(said, words(remark, 13, 400, "text2", wrap=True))
        self._grid.addWidget(holder, row, 1, top)
        return said


class Aside(QWidget):
    """A value with its remark beside it, below it where there is no room."""

    def __init__(self, value: QLabel, remark: QLabel) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        value.setWordWrap(False)
        grid.addWidget(value, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(remark, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
