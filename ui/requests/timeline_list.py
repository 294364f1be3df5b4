"""The lines of the Timeline: when, a sign on a thread, and what."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from foitrack.desk.views import TimelineEntry
from foitrack.law.wording import full_date
from ui import theme
from ui.widgets.mirrored import turn, write

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
ROW = 30
LEFT = 24
WHEN = 156
SIGN = 16
GAP = 14
LINE = 18


class TimelineModel(QAbstractListModel):
    """The entries in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()

    def show(self, entries: tuple[TimelineEntry, ...]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry's words, and the entry itself under `ENTRY_ROLE`."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.when(entry)}: {' '.join(p for p in (entry.title, entry.detail) if p)}"
        if role == Qt.ItemDataRole.ToolTipRole and entry.event_id is not None:
            return self.tr("Enter or double-click to correct")
        return None

    def when(self, entry: TimelineEntry) -> str:
        """The day in words."""
        return full_date(entry.on) if entry.on else self.tr("day not known")


class TimelineDelegate(QStyledItemDelegate):
    """Paints a line; a long detail goes on below itself."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, or as many as the detail needs."""
        entry = index.data(ENTRY_ROLE)
        wide = self._wide()
        extra = self._lines(entry, wide) - 1 if isinstance(entry, TimelineEntry) else 0
        return QSize(min(wide, theme.px(400)), theme.px(ROW) + extra * theme.px(LINE))

    def _wide(self) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListView) else 600

    def _said(self, wide: int) -> float:
        return max(wide - LEFT - theme.px(WHEN + SIGN + GAP) - 8, 80)

    def _beside(self, entry: TimelineEntry) -> float:
        """How far the title reaches, with the gap after it."""
        font = theme.font(13, 400 if entry.future else 600)
        return QFontMetricsF(font).horizontalAdvance(entry.title) + 10

    def _lines(self, entry: TimelineEntry, wide: int) -> int:
        if not entry.detail:
            return 1
        metrics, room = QFontMetricsF(theme.font(13)), self._said(wide)
        if self._beside(entry) + metrics.horizontalAdvance(entry.detail) <= room:
            return 1
        box = metrics.boundingRect(
            QRectF(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), entry.detail
        )
        return 1 + max(1, round(box.height() / metrics.lineSpacing()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """When, the sign on its thread, the words."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, TimelineEntry):
            return
        box, tokens = QRectF(option.rect), theme.tokens()
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, tokens.accent_soft)
        first = QRectF(box.left() + LEFT, box.top(), box.width() - LEFT, theme.px(ROW))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font(13))
        painter.setPen(tokens.text2)
        model = index.model()
        when = model.when(entry) if isinstance(model, TimelineModel) else ""
        write(painter, first, middle, when)
        self._paint_sign(painter, box, first, entry, index)
        self._paint_said(painter, box, first, entry)
        painter.restore()

    def _paint_sign(
        self, painter: QPainter, box: QRectF, first: QRectF, entry: TimelineEntry, index: Index
    ) -> None:
        left = first.left() + theme.px(WHEN)
        side = theme.px(SIGN)
        sign = QRectF(left, first.center().y() - side / 2, side, side)
        painter.setPen(QPen(theme.tokens().line2, 1.5))
        x = sign.center().x()
        if index.row() > 0:
            painter.drawLine(round(x), round(box.top()), round(x), round(sign.top() - 4))
        if index.row() < index.model().rowCount() - 1:
            painter.drawLine(round(x), round(sign.bottom() + 4), round(x), round(box.bottom()))
        tone = "text3" if entry.future else "accent_ink" if entry.icon == "mail" else "text2"
        theme.paint_icon(painter, entry.icon, tone, sign)

    def _paint_said(
        self, painter: QPainter, box: QRectF, first: QRectF, entry: TimelineEntry
    ) -> None:
        tokens = theme.tokens()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        left = first.left() + theme.px(WHEN + SIGN + GAP)
        title = QRectF(left, first.top(), box.right() - left, first.height())
        painter.setFont(theme.font(13, 400 if entry.future else 600))
        painter.setPen(tokens.text2 if entry.future else tokens.text)
        write(painter, title, middle, entry.title)
        painter.setFont(theme.font(13))
        painter.setPen(tokens.text3 if entry.future else tokens.text2)
        if self._lines(entry, round(box.width())) == 1:
            write(painter, title.adjusted(self._beside(entry), 0, 0, 0), middle, entry.detail)
            return
        below = QRectF(
            left, first.bottom() - 5, box.right() - left - 8, box.bottom() - first.bottom() + 5
        )
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        write(painter, below, int(top) | int(Qt.TextFlag.TextWordWrap), entry.detail)


class TimelineList(QListView):
    """Enter or a double click corrects an event; last days cannot be corrected."""

    correct_wanted = Signal(int)
    """The id of an event."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timeline"))
        self.entries = TimelineModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(TimelineDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("ring", "inside")
        self.doubleClicked.connect(self._correct)
        theme.changes().changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter corrects."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._correct(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _correct(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        if isinstance(entry, TimelineEntry) and entry.event_id is not None:
            self.correct_wanted.emit(entry.event_id)
