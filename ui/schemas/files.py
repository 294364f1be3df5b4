"""Columns and words as files that a person chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from foitrack.desk import schemas
from foitrack.desk.views import DeskError
from foitrack.reading.schema_definition import SchemaDefinition
from ui.workspace import Workspace

TOML = "TOML (*.toml)"
Failed = Callable[[Exception], None]


def export(owner: QWidget, own: SchemaDefinition, failed: Failed) -> None:
    """Ask where to, and write it there."""
    path, _ = QFileDialog.getSaveFileName(owner, _tr("Export"), f"{own.name}.toml", TOML)
    if path:
        try:
            Path(path).write_bytes(schemas.file_of(own))
        except OSError as problem:
            said = _tr("The file could not be written ({0}).")
            failed(DeskError(said.format(problem.strerror)))


def take_in(owner: QWidget, workspace: Workspace, failed: Failed) -> None:
    """Ask which, and keep what it holds."""
    path, _ = QFileDialog.getOpenFileName(owner, _tr("Import columns and words"), "", TOML)
    if not path:
        return
    try:
        data = Path(path).read_bytes()
    except OSError as problem:
        said = _tr("The file could not be read ({0}).")
        failed(DeskError(said.format(problem.strerror)))
        return
    desk = workspace.desk
    workspace.write(lambda: schemas.import_file(desk, data), None, failed)


def _tr(words: str) -> str:
    return QCoreApplication.translate("SchemasPage", words)
