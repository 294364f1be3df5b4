"""Finding one authority by name, short name, Welsh name or place; or adding a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk import authorities
from foitrack.desk.views import AuthorityChoice
from foitrack.law.terms import Body, Regime
from ui import theme
from ui.requests.authority_rows import (
    PAD,
    REGIME_WIDE,
    paint_detail,
    paint_ground,
    paint_name,
    paint_regime,
)
from ui.requests.boxed import Boxed
from ui.widgets.labels import secondary
from ui.widgets.mirrored import turn, write

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
CHOICE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW = 34
SHOWN = 8
PAUSE_MS = 120


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found."""

    typed: str
    choices: tuple[AuthorityChoice, ...]
    near: bool = False
    """Whether none is called so, and these are only called much the same."""


def find(desk: Desk, typed: str) -> Found:
    """Those that the words may mean; where there are none, those called much the same."""
    found = authorities.search(desk, typed, SHOWN)
    if found:
        return Found(typed, found)
    near = authorities.meant(desk, typed)
    return Found(typed, near, near=bool(near))


class FoundModel(QAbstractListModel):
    """What was found, then a line that adds what was typed as a new authority."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found = Found("", ())

    def show(self, found: Found) -> None:
        """Show what another search found."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The choices and the line that adds."""
        return 0 if parent.isValid() or not self.found.typed else len(self.found.choices) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, detail and law in words; the choice under `CHOICE_ROLE`, None for the last."""
        if not index.isValid():
            return None
        choices = self.found.choices
        choice = choices[index.row()] if index.row() < len(choices) else None
        if role == CHOICE_ROLE:
            return choice
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if choice is None:
                return self.tr("Add “{0}” as a new authority").format(self.found.typed)
            parts = (choice.name, choice.detail, choice.regime.value)
            return ", ".join(part for part in parts if part)
        return None


class FoundDelegate(QStyledItemDelegate):
    """One line a choice."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height."""
        return QSize(100, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The name with its match, what tells it apart, its law."""
        model, choice = index.model(), index.data(CHOICE_ROLE)
        box = QRectF(option.rect)
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, box, current=chosen, focused=False)
        inside = box.adjusted(PAD, 0, -PAD, 0)
        typed = model.found.typed if isinstance(model, FoundModel) else ""
        if isinstance(choice, AuthorityChoice):
            end = paint_name(painter, inside, choice.name, typed, 400)
            paint_regime(painter, inside, choice.regime)
            room = inside.adjusted(0, 0, -theme.px(REGIME_WIDE) - 8, 0)
            room.setLeft(min(end + 10, room.right()))
            paint_detail(painter, room, choice.detail, typed)
        else:
            side = theme.px(16)
            sign = QRectF(inside.left(), box.center().y() - side / 2, side, side)
            theme.paint_icon(painter, "plus", "text2", sign)
            painter.setFont(theme.font(13))
            painter.setPen(theme.tokens().text2)
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            write(painter, inside.adjusted(side + 8, 0, 0, 0), middle, index.data())
        painter.restore()


class AuthoritySearch(QWidget):
    """Down goes into what was found, Enter takes it, Esc closes it."""

    chosen = Signal(object)
    """The `AuthorityChoice`, or None once what was chosen has been typed over."""
    resized = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._choice: AuthorityChoice | None = None
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Name, short name or place"))
        self.edit.setAccessibleName(self.tr("Authority"))
        self.edit.installEventFilter(self)
        self.problem = secondary("", wrap=True)
        theme.colour_label(self.problem, "red")
        self.problem.hide()
        self.model = FoundModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Authorities found"))
        self.list.clicked.connect(self._take_index)
        self.hint = secondary(self.tr("None is called that. Did you mean one of these?"), wrap=True)
        self.hint.hide()
        self.box = Boxed(self.list)
        self.box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.edit, self.problem, self.hint, self.box):
            column.addWidget(widget)
        self.setFocusProxy(self.edit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.edit.textEdited.connect(self._edited)

    def choice(self) -> AuthorityChoice | None:
        """What has been chosen."""
        return self._choice

    def choose(self, choice: AuthorityChoice) -> None:
        """Take an authority."""
        self._pause.stop()
        self._choice = choice
        self.edit.setText(choice.name)
        self._close()
        self.complain("")
        self.chosen.emit(choice)

    def complain(self, words: str) -> None:
        """Say below the field what is wrong; an empty text takes it back."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        theme.restyle(self.edit, "wrong", bool(words))
        self.edit.setAccessibleDescription(words)

    def is_open(self) -> bool:
        """Whether what was found is shown."""
        return not self.box.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that belong to the list below it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if not self.is_open():
            return False
        key, row = event.key(), self.list.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._point((row + step) % max(self.model.rowCount(), 1))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_index(self.list.currentIndex())
            return True
        if key == Qt.Key.Key_Escape:
            self._close()
            return True
        return False

    def _edited(self, text: str) -> None:
        self.complain("")
        if self._choice is not None:
            self._choice = None
            self.chosen.emit(None)
        self._pause.start()

    def _search(self) -> None:
        typed, desk = " ".join(self.edit.text().split()), self._workspace.desk
        if not typed:
            self._close()
            return
        self._workspace.read(lambda: find(desk, typed), self._show)

    def _show(self, found: Found) -> None:
        if found.typed != " ".join(self.edit.text().split()) or self._choice is not None:
            return
        self.model.show(found)
        # What is only near is never taken by Enter alone: that adds what was typed.
        self._point(len(found.choices) if found.near else 0)
        self.hint.setVisible(found.near)
        rows = min(self.model.rowCount(), SHOWN + 1)
        self.list.setFixedHeight(rows * theme.px(ROW))
        self.box.show()
        self.resized.emit()

    def _point(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.edit.setAccessibleDescription(str(index.data() or ""))

    def _take_index(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        choice = index.data(CHOICE_ROLE)
        self.choose(choice if isinstance(choice, AuthorityChoice) else self._new())

    def _new(self) -> AuthorityChoice:
        name = self.model.found.typed
        return AuthorityChoice(None, name, "", "", Regime.FOIA, authorities.ADDED, Body.GENERAL)

    def _close(self) -> None:
        self.box.hide()
        self.hint.hide()
        self.resized.emit()
