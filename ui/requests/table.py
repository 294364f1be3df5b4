"""The Requests list as a table: columns that give way, order by header, search by typing."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from foitrack.desk.views import SortKey
from ui import theme
from ui.requests.choosing_table import ChoosingTable
from ui.requests.column_choice import ColumnChoice, recalled
from ui.requests.columns import COLUMNS, INDEX, hidden_at
from ui.requests.model import RequestsModel
from ui.requests.row_delegate import PAD, RowDelegate, paint_bar
from ui.requests.table_header import TableHeader
from ui.widgets.column_widths import step
from ui.widgets.sharing import shared_out
from ui.widgets.table_view import ROW

MOST = {"title": 900, "authority": 320}
"""Pixels at 100 % text that these grow to where the window is wider than all columns need."""
_BY_SORT = {column.sort: place for place, column in enumerate(COLUMNS) if column.sort}


class RequestsTable(ChoosingTable):
    """One line a request; the current line is what the detail pane shows."""

    reaches_across = True
    typed = Signal(str)
    """Typed while the list has the keyboard: go to the next line that begins so."""
    menu_wanted = Signal(int, QPoint)
    """A menu for a request, at a place on the screen."""
    columns_changed = Signal()

    def __init__(self, model: RequestsModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Requests"))
        self._model = model
        self._choice = recalled()
        self._hidden: frozenset[str] = frozenset()
        self._laying_out = False
        self._typed = ""
        self._since_typed = QElapsedTimer()
        self._header = TableHeader(self)
        self.setHorizontalHeader(self._header)
        self._rows = RowDelegate(self)
        self.setItemDelegate(self._rows)
        self.take_model(model)
        self._header.sectionClicked.connect(self._order_by)
        self._header.sectionResized.connect(self._resized)
        self._header.sectionMoved.connect(self._moved)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._header_menu)
        theme.changes().changed.connect(self._lay_out_columns)
        self._lay_out_columns()

    # Columns

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Which columns are shown, and the list's order, for a button or the header."""
        menu = QMenu(parent)
        self.fill_columns(menu)
        return menu

    def fill_columns(self, menu: QMenu) -> None:
        """Fill a menu with the columns as they are now."""
        menu.clear()
        for column in COLUMNS:
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.key in self._choice.wanted())
            # A list whose rows name nothing helps nobody.
            action.setEnabled(column.key != "authority")
            action.toggled.connect(lambda on, key=column.key: self._want(key, on))
        menu.addSeparator()
        menu.addMenu(self._order_menu(menu))
        menu.addMenu(self._moving_menu(menu))
        menu.addMenu(self._width_menu(self.tr("Wider"), 1, menu))
        menu.addMenu(self._width_menu(self.tr("Narrower"), -1, menu))
        menu.addAction(self.tr("Usual widths"), self.usual_widths)
        menu.addAction(self.tr("Columns as at first"), self.reset_columns)

    def _order_menu(self, parent: QWidget) -> QMenu:
        """The header's orders for those who use no mouse."""
        menu = QMenu(self.tr("Order"), parent)
        first = menu.addAction(self.tr("What needs doing first"))
        first.triggered.connect(lambda: self._model.sort_wanted.emit(SortKey.URGENCY, False))
        for column in COLUMNS:
            if column.sort is not None:
                action = menu.addAction(column.title)
                place = INDEX[column.key]
                action.triggered.connect(lambda _=False, place=place: self._order_by(place))
        return menu

    def _moving_menu(self, parent: QWidget) -> QMenu:
        """The places of the columns for those who use no mouse."""
        menu = QMenu(self.tr("Move to the left"), parent)
        shown = self.shown_columns()
        for before, key in pairwise(shown):
            action = menu.addAction(COLUMNS[INDEX[key]].title)
            action.triggered.connect(lambda _=False, key=key, at=before: self._move(key, at))
        return menu

    def _width_menu(self, said: str, by: int, parent: QWidget) -> QMenu:
        """The widths of the columns; keys do the same for the column one is in."""
        menu = QMenu(said, parent)
        for key in self.shown_columns():
            action = menu.addAction(COLUMNS[INDEX[key]].title)
            place = INDEX[key]
            action.triggered.connect(lambda _=False, place=place: step(self, place, by))
        return menu

    def _move(self, key: str, before: str) -> None:
        """Put a column before another."""
        order = [one for one in self._choice.order() if one != key]
        order.insert(order.index(before), key)
        self._choice.set_order(tuple(order))
        self._choice.keep()
        self._lay_out_columns()

    def hidden_by_width(self) -> int:
        """How many wanted columns there is no room for."""
        return len(self._hidden)

    def shown_columns(self) -> tuple[str, ...]:
        """The columns that can be seen, from the left."""
        wanted = self._choice.wanted() - self._hidden
        return tuple(key for key in self._choice.order() if key in wanted)

    def wanted_columns(self) -> int:
        """How many columns the person wants."""
        return len(self._choice.wanted())

    def reset_columns(self) -> None:
        """Columns, order and widths as at the first start."""
        self._choice = ColumnChoice()
        self._choice.keep()
        self._lay_out_columns()

    def usual_widths(self) -> None:
        """Widths as at the first start; what is shown and its order stay."""
        self._choice.widths.clear()
        self._choice.keep()
        self._lay_out_columns()

    def _want(self, key: str, on: bool) -> None:
        self._choice.shown[key] = on
        self._choice.keep()
        self._lay_out_columns()

    def _header_menu(self, at: QPoint) -> None:
        menu = self.columns_menu(self)
        menu.exec(self._header.mapToGlobal(at))
        menu.deleteLater()

    def _resized(self, column: int, before: int, after: int) -> None:
        if not self._laying_out and after > 0:
            self._choice.widths[COLUMNS[column].key] = round(after / theme.scale())
            self._choice.keep()

    def _moved(self) -> None:
        if not self._laying_out:
            places = range(self._header.count())
            self._choice.set_order(tuple(COLUMNS[self._header.logicalIndex(p)].key for p in places))
            self._choice.keep()
            self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        """Hide what has no room, give what is left to the column that stretches."""
        self._laying_out = True
        wide = self.viewport().width()
        self._hidden = hidden_at(wide, self._choice.wanted(), theme.scale())
        shown = self.shown_columns()
        for place, key in enumerate(self._choice.order()):
            self._header.moveSection(self._header.visualIndex(INDEX[key]), place)
            self._header.setSectionHidden(INDEX[key], key not in shown)
        self._share_out(wide, shown)
        first = INDEX[shown[0]] if shown else 0
        self._rows.first_column = self._header.first_column = first
        self._laying_out = False
        self.columns_changed.emit()

    def _share_out(self, wide: int, shown: tuple[str, ...]) -> None:
        widths = {key: theme.px(self._choice.width(key)) for key in shown}
        growing = [key for key in shown if COLUMNS[INDEX[key]].stretches] + ["authority"]
        most = {key: theme.px(MOST[key]) for key in growing}
        for key, width in shared_out(widths, wide, most, self._choice.widths).items():
            self._header.resizeSection(INDEX[key], width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns give way in a narrower window."""
        super().resizeEvent(event)
        self._lay_out_columns()

    # Order

    def show_sort(self, sort: SortKey, descending: bool) -> None:
        """Show by which column the list is sorted."""
        self._header.show_sort(_BY_SORT.get(sort), descending)

    def _order_by(self, column: int) -> None:
        """Up, then down, then back to what needs doing first."""
        sort = COLUMNS[column].sort
        if sort is None:
            return
        if self._header.sorted_by != column:
            self._model.sort_wanted.emit(sort, False)
        elif not self._header.descending:
            self._model.sort_wanted.emit(sort, True)
        else:
            self._model.sort_wanted.emit(SortKey.URGENCY, False)

    # Loading

    def show_loading(self, on: bool) -> None:
        """Grey bars for rows on their way, or nothing yet."""
        if self._rows.show_loading != on:
            self._rows.show_loading = on
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grey bars where nothing is known yet."""
        super().paintEvent(event)
        if self._rows.show_loading and not self._model.rowCount():
            painter = QPainter(self.viewport())
            tall = theme.px(ROW)
            for place in range(self.viewport().height() // tall):
                for key in self.shown_columns():
                    column = INDEX[key]
                    left, wide = self.columnViewportPosition(column), self.columnWidth(column)
                    paint_bar(
                        painter, QRectF(left + PAD, place * tall, wide - 2 * PAD, tall), place
                    )
            painter.end()

    # Keys

    def keyboardSearch(self, search: str) -> None:
        """Gather what is typed within a moment; the page finds the line, in SQL."""
        pause = QApplication.keyboardInputInterval()
        if not self._since_typed.isValid() or self._since_typed.hasExpired(pause):
            self._typed = ""
        self._since_typed.restart()
        self._typed += search
        if self._typed.strip():
            self.typed.emit(self._typed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the line pointed at, or the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        request_id = self._model.id_at(index.row()) if index.isValid() else None
        if request_id is not None:
            at = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_wanted.emit(request_id, self.viewport().mapToGlobal(at))
