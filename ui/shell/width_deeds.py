"""Wider, narrower, as usual: the columns of the list that has the keyboard, without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from ui import theme
from ui.widgets.column_widths import as_usual, column_of, step
from ui.widgets.table_view import ListTable

if TYPE_CHECKING:
    from ui.main_window import MainWindow

WIDTHS = ("wider-column", "narrower-column", "usual-columns")


def register_widths(window: MainWindow) -> None:
    """Put the three into the window's registry."""
    add, group = window.actions_by_name.add, window.tr("View")
    wider = QCoreApplication.translate("Widths", "&Wider column")
    narrower = QCoreApplication.translate("Widths", "&Narrower column")
    usual = QCoreApplication.translate("Widths", "&Usual column widths")
    # Alt+Shift: desktops take Ctrl+Alt with an arrow, and fields Ctrl+Shift.
    add("wider-column", group, wider, lambda: _change(window, 1), ["Alt+Shift+Right"])
    add("narrower-column", group, narrower, lambda: _change(window, -1), ["Alt+Shift+Left"])
    add("usual-columns", group, usual, lambda: _as_usual(window), ["Alt+Shift+Home"])


def _change(window: MainWindow, by: int) -> None:
    table = _list_in(window)
    column = column_of(table) if table is not None else None
    if table is None or column is None:
        _say_there_is_none(window)
        return
    if not table.hasFocus():
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)
    if isinstance(table, ListTable):
        table.mark_column()
    if step(table, column, by):
        _tell(table, column)
    else:
        said = QCoreApplication.translate(
            "Widths", "This column takes what the others leave; change one beside it."
        )
        window.notice.say(said, False)


def _as_usual(window: MainWindow) -> None:
    table = _list_in(window)
    if table is None:
        _say_there_is_none(window)
    else:
        as_usual(table)


def _say_there_is_none(window: MainWindow) -> None:
    said = QCoreApplication.translate("Widths", "There is no list with columns here.")
    window.notice.say(said, False)


def _list_in(window: MainWindow) -> QTableView | None:
    """The list that has the keyboard, else the first in sight on the page."""
    at: QWidget | None = QApplication.focusWidget()
    while at is not None and at is not window:
        if _has_columns(at):
            return at if isinstance(at, QTableView) else None
        at = at.parentWidget()
    page = window.pages.currentWidget()
    found = page.findChildren(QTableView) if page is not None else []
    return next((one for one in found if _has_columns(one)), None)


def _has_columns(one: QWidget) -> bool:
    return isinstance(one, QTableView) and one.horizontalHeader().isVisible()


def _tell(table: QTableView, column: int) -> None:
    """A screen reader says how wide it is now."""
    title = table.model().headerData(column, Qt.Orientation.Horizontal)
    wide = round(table.columnWidth(column) / theme.scale())
    said = QCoreApplication.translate("Widths", "{0}: {1} wide").format(title, wide)
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(table, said))
