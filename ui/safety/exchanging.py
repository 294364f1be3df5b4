"""Exporting the whole case file as JSON, and making a new one of such a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from foitrack import assets
from foitrack.desk import came_in, exporting, importing
from foitrack.progress import Progress
from ui.core_words import told
from ui.counting import by_number
from ui.safety.long_work import LongWork

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.main_window import MainWindow

JSON_FILES = "JSON (*.json)"
CASE_FILES = "FOI Track (*.foitrack)"
Imported = tuple["Desk", str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("exchanging", text)


def export_everything(window: MainWindow) -> None:
    """Ask where to, and write the whole case file there."""
    name = f"{_stem(window.place)}.json"
    title = _tr("Export everything")
    chosen, _ = QFileDialog.getSaveFileName(window, title, name, JSON_FILES)
    if chosen:
        export_to(window, Path(chosen))


def export_to(window: MainWindow, path: Path) -> None:
    """Write the whole case file as JSON; what was there is replaced once that is whole."""
    desk, path = window.workspace.desk, path.with_suffix(path.suffix or ".json")

    def export(progress: Progress) -> str:
        written = exporting.to_json_file(desk, path, progress)
        return by_number(
            written,
            "{0} record was exported to {1}. Whoever can open that file can read it all.",
            "{0} records were exported to {1}. Whoever can open that file can read it all.",
            path,
        )

    work = LongWork(_tr("Exporting everything"), export, window)
    work.finished_with.connect(lambda said: window.workspace.notice.emit(said, False))
    work.failed_with.connect(window.say_problem)
    work.begin()


def import_file(window: MainWindow) -> None:
    """Ask for an export and for the place of the new case file that it becomes."""
    title = _tr("Import")
    chosen, _ = QFileDialog.getOpenFileName(window, title, "", JSON_FILES)
    if not chosen:
        return
    source = Path(chosen)
    usual = str(source.with_suffix(".foitrack"))
    place, _ = QFileDialog.getSaveFileName(
        window, _tr("The new case file that it becomes"), usual, CASE_FILES
    )
    if place:
        import_into(window, source, Path(place))


def import_into(window: MainWindow, source: Path, path: Path) -> None:
    """Make a new case file of an export and have it shown; the present one stays as it is."""

    def take_in(progress: Progress) -> Imported:
        from foitrack.desk.desk import open_desk

        importing.new_from_json_file(path, assets.reference(), source, progress)
        desk = open_desk(path, assets.reference())
        return desk, told(came_in.came_in_words(desk, source))

    work = LongWork(_tr("Importing {0}").format(source.name), take_in, window)
    work.finished_with.connect(lambda imported: window.imported.emit(path, *imported))
    work.failed_with.connect(window.say_problem)
    work.begin()


def _stem(place: str) -> str:
    return Path(place).stem if "://" not in place else "case file"
