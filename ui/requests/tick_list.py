"""A list of authorities with tick boxes: a box, the name over its warning, the law."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from foitrack.desk.views import AuthorityChoice
from ui import theme
from ui.requests.authority_rows import (
    PAD,
    REGIME_WIDE,
    paint_ground,
    paint_name,
    paint_regime,
)
from ui.requests.tick_model import CHOICE_ROLE, WARNING_ROLE, Index, TickModel
from ui.widgets.mirrored import turn, write

ROW = 40
BOX = 16


class TickDelegate(QStyledItemDelegate):
    """A box, the name over its warning, the law."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height."""
        return QSize(100, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        choice = index.data(CHOICE_ROLE)
        if not isinstance(choice, AuthorityChoice):
            return
        box, model = QRectF(option.rect), index.model()
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint_ground(painter, box, current=focused, focused=False)
        tokens = theme.tokens()
        painter.fillRect(
            QRectF(box.left() + PAD, box.bottom() - 1, box.width() - 2 * PAD, 1), tokens.line
        )
        inside = box.adjusted(PAD, 0, -PAD, -1)
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        paint_tick(painter, inside, on=checked is Qt.CheckState.Checked)
        said = inside.adjusted(theme.px(BOX) + 12, 0, -theme.px(REGIME_WIDE) - 8, 0)
        typed = model.typed if isinstance(model, TickModel) else ""
        warning = str(index.data(WARNING_ROLE) or "")
        if warning:
            half = said.height() / 2
            paint_name(painter, said.adjusted(0, 3, 0, -half), choice.name, typed)
            _paint_warning(painter, said.adjusted(0, half - 1, 0, -3), warning)
        else:
            paint_name(painter, said, choice.name, typed)
        paint_regime(painter, inside, choice.regime)
        painter.restore()


def paint_tick(painter: QPainter, box: QRectF, *, on: bool) -> None:
    """A tick box at the left of a line."""
    tokens, side = theme.tokens(), theme.px(BOX)
    spot = QRectF(box.left(), box.center().y() - side / 2, side, side)
    painter.setPen(QPen(tokens.accent if on else tokens.ctl, 1.2))
    painter.setBrush(tokens.accent if on else tokens.surface)
    painter.drawRoundedRect(spot.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
    if on:
        theme.paint_icon(painter, "check", "on_accent", spot.adjusted(1, 1, -1, -1))


def _paint_warning(painter: QPainter, box: QRectF, warning: str) -> None:
    side = theme.px(12)
    sign = QRectF(box.left(), box.center().y() - side / 2, side, side)
    theme.paint_icon(painter, "alert", "amber", sign)
    painter.setFont(theme.font(12))
    painter.setPen(theme.tokens().amber)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    write(painter, box.adjusted(side + 5, 0, 0, 0), middle, warning)


class TickList(QListView):
    """A click anywhere on a line ticks it; Space ticks the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Authorities"))
        self.setItemDelegate(TickDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setProperty("ring", "inside")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the line clicked."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.toggle(index)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the current line."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def toggle(self, index: QModelIndex) -> None:
        """Tick what is not ticked and the other way round."""
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)
