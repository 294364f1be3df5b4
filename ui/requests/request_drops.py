"""Files let go over a request are kept with it; elsewhere the reading finds whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QRubberBand, QWidget

from ui.requests.choosing_table import ChoosingTable
from ui.shell.arguments import dropped_files, holds_files
from ui.shell.drop_sign import DropSign

if TYPE_CHECKING:
    from ui.requests.detail import RequestDetailPane
    from ui.workspace import Workspace


class Place(Protocol):
    """Where files may be let go."""

    def request_at(self, at: QPoint) -> int | None:
        """Whose place that is; None: nobody's."""

    def show(self, at: QPoint) -> None:
        """Show what letting go would do."""

    def hide(self) -> None:
        """The files went away again."""


class OverDetail:
    """The pane of one request."""

    def __init__(self, pane: RequestDetailPane) -> None:
        self._pane = pane
        self._sign = DropSign(pane)

    def request_at(self, at: QPoint) -> int | None:
        """All of it is the one that is shown."""
        return self._pane.request_id()

    def show(self, at: QPoint) -> None:
        """A veil with a sentence."""
        if not self._sign.isVisible():
            of_this = self._pane.tr("Let go to keep it with this request.\nYou check what is read.")
            self._sign.show_over(of_this if self.request_at(at) is not None else "")

    def hide(self) -> None:
        """Lift the veil."""
        self._sign.hide()


class OverList:
    """The lines of a list, each a request's place."""

    def __init__(self, table: ChoosingTable) -> None:
        self._table = table
        self._frame = QRubberBand(QRubberBand.Shape.Rectangle, table.viewport())

    def request_at(self, at: QPoint) -> int | None:
        """The request of the line under the mouse."""
        return self._table.id_under(at)

    def show(self, at: QPoint) -> None:
        """A frame around the line."""
        index = self._table.indexAt(at)
        if not index.isValid():
            self.hide()
            return
        line = self._table.visualRect(index)
        self._frame.setGeometry(0, line.top(), self._table.viewport().width(), line.height())
        self._frame.show()

    def hide(self) -> None:
        """No line is meant any more."""
        self._frame.hide()


class RequestDrops(QObject):
    """Watches a widget for files that are held over it."""

    def __init__(self, workspace: Workspace, over: QWidget, place: Place) -> None:
        super().__init__(over)
        self._workspace, self._place = workspace, place
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; all else is left alone."""
        if isinstance(event, QDropEvent):
            return self._files(event, let_go=not isinstance(event, QDragMoveEvent))
        if event.type() is QEvent.Type.DragLeave:
            self._place.hide()
        return False

    def _files(self, event: QDropEvent, *, let_go: bool) -> bool:
        if not holds_files(event.mimeData()):
            return False
        at = event.position().toPoint()
        event.acceptProposedAction()
        if let_go:
            self._place.hide()
            wanted = (dropped_files(event.mimeData()), self._place.request_at(at))
            self._workspace.navigate.emit("record-files", wanted)
        else:
            self._place.show(at)
        return True
