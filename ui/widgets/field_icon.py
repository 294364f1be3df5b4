"""An icon at the end or the beginning of a field, as large as the text beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from ui import theme

SIDE = 16
ROOM = 26
"""Pixels at 100 % text: of the icon, and what it takes of the field."""


class FieldIcon(QToolButton):
    """Qt's own icons in a field keep their size when the text grows.

    Without `said` it is a sign; with it a button for the mouse, whose deed has a key of its own.
    """

    def __init__(self, field: QLineEdit, icon: str, said: str = "", *, leading: bool) -> None:
        super().__init__(field)
        self._field, self._leading = field, leading
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(said)
        self.setToolTip(said)
        shape = Qt.CursorShape.PointingHandCursor if said else Qt.CursorShape.IBeamCursor
        self.setCursor(shape)
        if not said:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.set_icon(self, icon)
        field.installEventFilter(self)
        theme.changes().changed.connect(self._dress)
        self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the field's end."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._dress()
        return False

    def _dress(self) -> None:
        self.setIconSize(QSize(theme.px(SIDE), theme.px(SIDE)))
        # The margins are those of left and right, whichever way the field is read.
        every = self._field.findChildren(FieldIcon)
        sides = {one.stands_left() for one in every if not one.isHidden()}
        room = theme.px(ROOM) - 4
        margins = self._field.textMargins()
        self._field.setTextMargins(
            room if True in sides else 0,
            margins.top(),
            room if False in sides else 0,
            margins.bottom(),
        )
        self._place()

    def setVisible(self, visible: bool) -> None:
        """It takes room in the field only while it is there."""
        super().setVisible(visible)
        self._dress()

    def stands_left(self) -> bool:
        """Whether it is at the field's left."""
        to_the_left = self._field.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return self._leading != to_the_left

    def _place(self) -> None:
        side = theme.px(ROOM) - 2
        x = 3 if self.stands_left() else self._field.width() - side - 3
        self.setGeometry(x, (self._field.height() - side) // 2, side, side)
