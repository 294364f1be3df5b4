"""The orders of a table for those who use no mouse."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView, QWidget

translate = QCoreApplication.translate


def order_menu(table: QTableView, parent: QWidget) -> QMenu:
    """A menu of the table's columns; choosing the one it is sorted by turns the order round."""
    menu = QMenu(translate("Order", "&Order"), parent)
    menu.aboutToShow.connect(lambda: fill(menu, table))
    return menu


def fill(menu: QMenu, table: QTableView) -> None:
    """The columns that are seen now, the one sorted by ticked."""
    menu.clear()
    header, model = table.horizontalHeader(), table.model()
    for column in range(model.columnCount()):
        if table.isColumnHidden(column):
            continue
        title = str(model.headerData(column, Qt.Orientation.Horizontal))
        action = QAction(title.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(header.sortIndicatorSection() == column)
        action.triggered.connect(lambda _=False, at=column: _sort(table, at))
        menu.addAction(action)
    menu.addSeparator()
    first = menu.addAction(translate("Order", "As at first"))
    first.triggered.connect(lambda: header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder))


def _sort(table: QTableView, column: int) -> None:
    header = table.horizontalHeader()
    up = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
    turned = header.sortIndicatorSection() == column and up
    order = Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder
    header.setSortIndicator(column, order)
