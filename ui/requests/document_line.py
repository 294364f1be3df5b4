"""A document of an answer, which can be dragged into another program's window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from foitrack import private_files

KEPT_MS = 10 * 60 * 1000
"""How long a copy stays for the program that it was given to, which may read it later on."""


class DocumentLine(QWidget):
    """Its copy is made once the mouse is pressed; when the mouse then moves it goes along."""

    pressed = Signal()
    """A copy is wanted: give its path to `take`."""

    def __init__(self, name: str, row: QHBoxLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._from: QPoint | None = None
        self._path: Path | None = None
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag it to a folder or a mail to put a copy there."))

    def take(self, path: Path) -> None:
        """The copy is there."""
        if self._from is None:
            # The mouse was let go meanwhile.
            private_files.remove(path.parent)
        else:
            self._path = path

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Have a copy made: a drag cannot wait for it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag, once it is far enough and the copy is there."""
        if self._from is None or self._path is None:
            return
        far = (event.position().toPoint() - self._from).manhattanLength()
        if far >= QApplication.startDragDistance():
            path, self._from, self._path = self._path, None, None
            carry(self, path)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It was no drag."""
        if self._path is not None:
            private_files.remove(self._path.parent)
        self._from = self._path = None


def mime_of(path: Path) -> QMimeData:
    """A file as other programs take it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def carry(source: QWidget, path: Path) -> None:
    """Drag a file; a copy that nobody took goes at once, one that was taken goes later."""
    drag = QDrag(source)
    drag.setMimeData(mime_of(path))
    taken = drag.exec(Qt.DropAction.CopyAction)
    dispose(path, taken)


def dispose(path: Path, taken: Qt.DropAction) -> None:
    """Remove a copy when it is needed no more, at the latest when the program ends."""
    if taken is Qt.DropAction.IgnoreAction:
        private_files.remove(path.parent)
    else:
        QTimer.singleShot(KEPT_MS, lambda: private_files.remove(path.parent))
