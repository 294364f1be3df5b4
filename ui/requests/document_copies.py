"""Copies of kept documents for elsewhere: dragged out, or saved where a person says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from foitrack.desk import document_copies, responses
from foitrack.desk.views import DocumentView
from foitrack.private_files import read_only_copy

if TYPE_CHECKING:
    from ui.workspace import Workspace


class DocumentCopies(QObject):
    """What is kept in the case file is never given out itself."""

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace, self._owner = workspace, owner

    def prepare(self, document: DocumentView, take: Callable[[Path], None]) -> None:
        """Make a private copy under a clean name, for a drag."""
        desk = self._workspace.desk
        self._workspace.read(
            lambda: read_only_copy(document.name, responses.document_bytes(desk, document.id)),
            take,
        )

    def save(self, document: DocumentView) -> None:
        """Ask where a copy shall be."""
        name = Path(document.name).name
        path, _ = QFileDialog.getSaveFileName(self._owner, self.tr("Save a copy"), name)
        if path:
            self.save_as(document, Path(path))

    def save_as(self, document: DocumentView, path: Path) -> None:
        """Write a copy, byte for byte."""
        desk = self._workspace.desk

        def written(path: Path) -> None:
            said = self.tr("A copy of “{0}” is in {1}").format(document.name, path)
            self._workspace.notice.emit(said, False)

        self._workspace.read(lambda: document_copies.save(desk, document.id, path), written)
