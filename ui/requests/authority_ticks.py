"""Ticking many authorities: groups, search, tick all, and a warning where one was asked lately."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
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
from ui.requests.boxed import Boxed
from ui.requests.matches import marked
from ui.widgets.filter_pill import FilterPill, Option
from ui.widgets.labels import words
from ui.widgets.search_box import SearchBox

Index = QModelIndex | QPersistentModelIndex
CHOICE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
WARNING_ROLE = CHOICE_ROLE + 1
ROW = 40
BOX = 16


class TickModel(QAbstractListModel):
    """Authorities that pass the filter; what is ticked stays ticked while filtered out."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[AuthorityChoice, ...] = ()
        self._shown: tuple[AuthorityChoice, ...] = ()
        self._ticked: set[str] = set()
        self._warnings: dict[str, str] = {}
        self.typed = ""
        self._group: str | None = None
        self._ticked_only = False

    def offer(self, choices: Iterable[AuthorityChoice]) -> None:
        """Offer these authorities."""
        self._all = tuple(choices)
        self._filter()

    def everyone(self) -> tuple[AuthorityChoice, ...]:
        """All that are offered."""
        return self._all

    def shown(self) -> tuple[AuthorityChoice, ...]:
        """Those that pass the filter."""
        return self._shown

    def ticked(self) -> tuple[AuthorityChoice, ...]:
        """Those ticked, in the order of the list."""
        return tuple(choice for choice in self._all if choice.name in self._ticked)

    def narrow(self, typed: str, group: str | None, *, ticked_only: bool) -> None:
        """Show those whose name, short name, alias or place begins so, of a group."""
        self.typed, self._group, self._ticked_only = typed, group, ticked_only
        self._filter()

    def tick(self, choices: Iterable[AuthorityChoice], on: bool) -> None:
        """Tick or untick several."""
        names = {choice.name for choice in choices}
        self._ticked = self._ticked | names if on else self._ticked - names
        if self._ticked_only:
            self._filter()
        elif self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.ticks_changed.emit()

    def warn(self, warnings: dict[str, str]) -> None:
        """Say what is to be thought of before asking some authorities."""
        self._warnings |= warnings
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def warnings(self) -> dict[str, str]:
        """What is said of each authority looked at; an empty text: nothing."""
        return self._warnings

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = tuple(choice for choice in self._all if self._passes(choice))
        self.endResetModel()

    def _passes(self, choice: AuthorityChoice) -> bool:
        if self._ticked_only and choice.name not in self._ticked:
            return False
        if self._group is not None and choice.group != self._group:
            return False
        known = f"{choice.name} {choice.short_name} {choice.detail}"
        return all(any(hit for _, hit in marked(known, word)) for word in self.typed.split())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Those shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, law and warning in words; whether it is ticked."""
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        warning = self._warnings.get(choice.name, "")
        if role == CHOICE_ROLE:
            return choice
        if role == WARNING_ROLE:
            return warning
        if role == Qt.ItemDataRole.CheckStateRole:
            on = choice.name in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(p for p in (choice.name, choice.regime.value, warning) if p)
        if role == Qt.ItemDataRole.ToolTipRole:
            return choice.detail or choice.name
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick one."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([self._shown[index.row()]], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


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
    painter.drawText(box.adjusted(side + 5, 0, 0, 0), middle, warning)


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


class AuthorityTicks(QWidget):
    """Search, group, list."""

    changed = Signal()
    """Other authorities are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TickModel(self)
        self.search = SearchBox(self.tr("Name, short name or place"))
        self.group = FilterPill(self.tr("Group"), single=True)
        self.count = words("", 13, 600)
        self.all = QPushButton(self.tr("Tick all"))
        self.only = QPushButton(self.tr("Ticked only"))
        self.only.setCheckable(True)
        for button in (self.all, self.only):
            theme.button_kind(button, "link")
        self.list = TickList()
        self.list.setModel(self.model)
        self._lay_out()
        self.search.searched.connect(lambda _: self._narrow())
        self.group.changed.connect(lambda _: self._narrow())
        self.only.toggled.connect(self._toggle_only)
        self.all.clicked.connect(self._tick_all)
        self.model.ticks_changed.connect(self._ticked)
        self._say()

    def offer(self, choices: Iterable[AuthorityChoice]) -> None:
        """Offer these authorities, by group."""
        self.model.offer(choices)
        counts = Counter(choice.group for choice in self.model.everyone() if choice.group)
        self.group.set_options(
            Option(group, group.capitalize(), number) for group, number in sorted(counts.items())
        )
        self._say()

    def ticked(self) -> tuple[AuthorityChoice, ...]:
        """The authorities ticked."""
        return self.model.ticked()

    def _narrow(self) -> None:
        group = next(iter(self.group.ticked()), None)
        self.model.narrow(self.search.text().strip(), group, ticked_only=self.only.isChecked())
        self._say()

    def _toggle_only(self, on: bool) -> None:
        self.only.setText(self.tr("Show all") if on else self.tr("Ticked only"))
        self._narrow()

    def _tick_all(self) -> None:
        shown = self.model.shown()
        names = {choice.name for choice in self.ticked()}
        self.model.tick(shown, on=any(choice.name not in names for choice in shown))

    def _ticked(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        shown, ticked = self.model.shown(), self.ticked()
        said = self.tr("{0} ticked, {1} shown")
        self.count.setText(said.format(f"{len(ticked):,}", f"{len(shown):,}"))
        names = {choice.name for choice in ticked}
        every = bool(shown) and all(choice.name in names for choice in shown)
        self.all.setText(self.tr("Untick all") if every else self.tr("Tick all"))
        self.all.setEnabled(bool(shown))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.group)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self.count)
        middle.addStretch(1)
        middle.addWidget(self.all)
        middle.addWidget(self.only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(middle)
        column.addWidget(Boxed(self.list), 1)
